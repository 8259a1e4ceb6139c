// What requests with an Idempotency-Key have been answered so far, written by the transactions that do what they ask.
import type { OrgId } from '../domain/ids.ts'
import type { Tx } from './db.ts'
import { fromJson } from './json.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

/** Whose key it is. */
export interface KeyPlace {
  readonly orgId: OrgId
  readonly principalId: string
  readonly key: string
}

export interface StoredAnswer<Result> {
  readonly requestHash: string
  /** Of the rows that have been done, in their order. */
  readonly results: readonly Result[]
}

const forget = statement<KeyPlace & { wall: number }>()((q, p) =>
  q
    .deleteFrom('idempotent_answers')
    .where('org_id', '=', p.orgId)
    .where('principal_id', '=', p.principalId)
    .where('idempotency_key', '=', p.key)
    .where('expires_at', '<=', p.wall),
)

const claimRow = statement<Tables['idempotent_answers']>()((q, p) =>
  q
    .insertInto('idempotent_answers')
    .values({
      org_id: p.org_id,
      principal_id: p.principal_id,
      idempotency_key: p.idempotency_key,
      request_hash: p.request_hash,
      answer: p.answer,
      expires_at: p.expires_at,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const heldRow = statement<KeyPlace>()((q, p) =>
  q
    .selectFrom('idempotent_answers')
    .select(['request_hash', 'answer'])
    .where('org_id', '=', p.orgId)
    .where('principal_id', '=', p.principalId)
    .where('idempotency_key', '=', p.key)
    .forUpdate(),
)

const writeRow = statement<KeyPlace & { answer: string }>()((q, p) =>
  q
    .updateTable('idempotent_answers')
    .set({ answer: p.answer })
    .where('org_id', '=', p.orgId)
    .where('principal_id', '=', p.principalId)
    .where('idempotency_key', '=', p.key),
)

/** Takes the key for a request, with nothing done yet, unless it is taken; `wall` is the present by the machine's clock. */
export async function claim(
  tx: Tx,
  place: KeyPlace,
  { requestHash, expiresAt, wall }: { readonly requestHash: string; readonly expiresAt: number; readonly wall: number },
): Promise<void> {
  await tx.run(forget, { ...place, wall })
  await tx.run(claimRow, {
    org_id: place.orgId,
    principal_id: place.principalId,
    idempotency_key: place.key,
    request_hash: requestHash,
    answer: '[]',
    expires_at: expiresAt,
  })
}

/** What the key stands for; until the transaction ends nobody else holds or writes it. */
export async function hold<Result>(tx: Tx, place: KeyPlace): Promise<StoredAnswer<Result>> {
  const row = await tx.first(heldRow, place)
  if (!row) throw new Error('An idempotency key was forgotten while it was used.')
  return { requestHash: row.request_hash, results: fromJson<readonly Result[]>(row.answer) }
}

/** Writes what has been done so far, of a key that is held. */
export async function write(tx: Tx, place: KeyPlace, results: readonly unknown[]): Promise<void> {
  await tx.run(writeRow, { ...place, answer: JSON.stringify(results) })
}

/** Forgets the answers whose time is over. */
export async function sweep(tx: Tx, wall: number): Promise<void> {
  await tx.q.deleteFrom('idempotent_answers').where('expires_at', '<=', wall).execute()
}
