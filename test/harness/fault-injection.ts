// One call of the API against a store that fails at its first statement, its second, and so on until it succeeds.
import { expect } from 'vitest'
import type { Db } from '../../src/store/db.ts'
import type { FailingDb } from './failing-db.ts'
import type { Exchange } from './http-client.ts'
import * as ledger from './ledger.ts'

const UNEXPECTED =
  '{"detail":"Unexpected error.","error":500,"errorCode":"UNEXPECTED_ERROR","parameters":[],"reason":"Internal Server Error"}'

/** Something that is written, as it is called. */
export interface Writing {
  readonly what: string
  call(): Promise<Exchange>
}

/** Fails unless every fault leaves the store as it was and says no more than that it happened; answers how many there were. */
export async function expectAllOrNothing(
  real: Db,
  { failAt, longest }: Pick<FailingDb, 'failAt' | 'longest'>,
  { what, call }: Writing,
): Promise<number> {
  const before = await everything(real)
  for (let statement = 1; ; statement += 1) {
    failAt(statement)
    const { status, text, headers } = await call()
    if (longest() < statement) {
      failAt(0)
      expect(status, `${what}: ${text}`).toBeLessThan(300)
      return statement - 1
    }
    expect([what, statement, status]).toEqual([what, statement, 500])
    expect(text).toBe(UNEXPECTED)
    expect(headers['x-request-id']).toBeTruthy()
    expect(await everything(real), `${what}, statement ${statement}`).toBe(before)
  }
}

async function everything(db: Db): Promise<string> {
  const secrets = await db.read.q.selectFrom('secrets').selectAll().orderBy('secret_id').execute()
  const tokens = await db.read.q.selectFrom('tokens').selectAll().orderBy('token_hash').execute()
  return `${await ledger.snapshot(db)}\n${JSON.stringify([secrets, tokens])}`
}
