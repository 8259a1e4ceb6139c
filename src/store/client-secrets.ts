// The secrets of service accounts: only hashes are kept, and what is shown of a secret after its creation.
import type { ClientId, OrgId } from '../domain/ids.ts'
import type { ShownSecret } from '../domain/service-accounts.ts'
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

export interface ClientSecret {
  readonly id: string
  /** SHA-256 of the secret in hexadecimal. */
  readonly hash: string
  /** What is shown of the secret after its creation. */
  readonly masked: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** What checking a client's secret needs. */
export type SecretHash = Pick<ClientSecret, 'id' | 'hash'>

interface Place {
  readonly orgId: OrgId
  readonly clientId: ClientId
}

const liveHashes = statement<Place & { now: number }>()((q, p) =>
  q
    .selectFrom('secrets')
    .select(['secret_id', 'secret_hash'])
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .where('expires_at', '>', p.now),
)

const used = statement<Place & { secretId: string; now: number }>()((q, p) =>
  q
    .updateTable('secrets')
    .set({ last_used_at: p.now })
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .where('secret_id', '=', p.secretId)
    .where('expires_at', '>', p.now),
)

const cut = statement<Place & { latest: number }>()((q, p) =>
  q
    .updateTable('secrets')
    .set({ expires_at: p.latest })
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .where('expires_at', '>', p.latest),
)

const removal = statement<Place & { secretId: string }>()((q, p) =>
  q
    .deleteFrom('secrets')
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .where('secret_id', '=', p.secretId),
)

const removalOfAll = statement<Place>()((q, p) =>
  q.deleteFrom('secrets').where('org_id', '=', p.orgId).where('client_id', '=', p.clientId),
)

/** The secrets with which the client may sign in at `now`. */
export async function hashesOf(
  sql: Sql,
  orgId: OrgId,
  clientId: ClientId,
  now: number,
): Promise<readonly SecretHash[]> {
  const rows = await sql.all(liveHashes, { orgId, clientId, now })
  return rows.map((row) => ({ id: row.secret_id, hash: row.secret_hash }))
}

/** The secrets of each of these clients, expired ones too, by id; whoever has none is missing. */
export async function ofEach(
  sql: Sql,
  orgId: OrgId,
  clientIds: readonly ClientId[],
): Promise<ReadonlyMap<ClientId, readonly ShownSecret[]>> {
  if (clientIds.length === 0) return new Map()
  const rows = await sql.q
    .selectFrom('secrets')
    .select(['client_id', 'secret_id', 'masked', 'created_at', 'expires_at', 'last_used_at'])
    .where('org_id', '=', orgId)
    .where('client_id', 'in', [...clientIds])
    .orderBy('secret_id')
    .execute()
  const shown = rows.map((row) => ({
    clientId: row.client_id,
    id: row.secret_id,
    masked: row.masked,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at ?? undefined,
  }))
  return Map.groupBy(shown, ({ clientId }) => clientId)
}

/** Notes that the secret was used; false when it no longer lives, so that a deletion wins over a sign-in. */
export const use = async (tx: Tx, orgId: OrgId, clientId: ClientId, secretId: string, now: number): Promise<boolean> =>
  (await tx.run(used, { orgId, clientId, secretId, now })) === 1

/** Adds a secret to an account. */
export async function insert(tx: Tx, orgId: OrgId, clientId: ClientId, secret: ClientSecret): Promise<void> {
  await tx.q
    .insertInto('secrets')
    .values({
      org_id: orgId,
      client_id: clientId,
      secret_id: secret.id,
      secret_hash: secret.hash,
      masked: secret.masked,
      created_at: secret.createdAt,
      expires_at: secret.expiresAt,
      last_used_at: null,
    })
    .execute()
}

/** Lets none of the account's secrets live past `latest`. */
export async function expireBy(tx: Tx, orgId: OrgId, clientId: ClientId, latest: number): Promise<void> {
  await tx.run(cut, { orgId, clientId, latest })
}

/** Whether the account had the secret. */
export const remove = async (tx: Tx, orgId: OrgId, clientId: ClientId, secretId: string): Promise<boolean> =>
  (await tx.run(removal, { orgId, clientId, secretId })) === 1

/** Takes every secret of an account away. */
export async function removeAll(tx: Tx, orgId: OrgId, clientId: ClientId): Promise<void> {
  await tx.run(removalOfAll, { orgId, clientId })
}
