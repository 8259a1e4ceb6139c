// Digest counters already used, for processes that share the store: each pair of nonce and counter serves once.
import type { Sql } from './db.ts'
import { statement } from './statement.ts'

export interface NonceUse {
  readonly nonce: string
  readonly nc: number
  /** When the pair may be forgotten, by the machine's clock. */
  readonly expiresAt: number
}

const firstUse = statement<NonceUse>()((q, p) =>
  q
    .insertInto('nonces')
    .values({ nonce: p.nonce, nc: p.nc, expires_at: p.expiresAt })
    .onConflict((conflict) => conflict.doNothing()),
)

const expired = statement<{ wall: number }>()((q, p) => q.deleteFrom('nonces').where('expires_at', '<=', p.wall))

/** Exactly one caller ever sees `true` for the same nonce and counter. */
export const use = async (sql: Sql, pair: NonceUse): Promise<boolean> => (await sql.run(firstUse, pair)) === 1

/** Deletes what expired before or at `wall`; answers how many rows that were. */
export const sweep = (sql: Sql, wall: number): Promise<number> => sql.run(expired, { wall })
