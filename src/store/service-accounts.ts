// Service accounts and their secrets: at most a few secrets live at once, so that they can be rotated without a gap.
import type { ClientId, OrgId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

export interface ServiceAccount {
  readonly orgId: OrgId
  readonly clientId: ClientId
  readonly name: string
  readonly description: string
  readonly createdAt: number
}

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

interface SecretKey {
  readonly orgId: OrgId
  readonly clientId: ClientId
  readonly secretId: string
}

const account = statement<{ orgId: OrgId; clientId: ClientId }>()((q, p) =>
  q
    .selectFrom('service_accounts')
    .select('client_id')
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId),
)

const liveSecrets = statement<{ orgId: OrgId; clientId: ClientId; now: number }>()((q, p) =>
  q
    .selectFrom('secrets')
    .select(['secret_id', 'secret_hash'])
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .where('expires_at', '>', p.now),
)

const use = statement<SecretKey & { now: number }>()((q, p) =>
  q
    .updateTable('secrets')
    .set({ last_used_at: p.now })
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .where('secret_id', '=', p.secretId)
    .where('expires_at', '>', p.now),
)

/** Whether the organization has this service account. */
export const exists = async (sql: Sql, orgId: OrgId, clientId: ClientId): Promise<boolean> =>
  (await sql.first(account, { orgId, clientId })) !== undefined

/** The secrets with which the client may sign in at `now`. */
export async function secretsOf(
  sql: Sql,
  orgId: OrgId,
  clientId: ClientId,
  now: number,
): Promise<readonly SecretHash[]> {
  const rows = await sql.all(liveSecrets, { orgId, clientId, now })
  return rows.map((row) => ({ id: row.secret_id, hash: row.secret_hash }))
}

/** Notes that the secret was used; false when it no longer lives, so that a deletion wins over a sign-in. */
export const useSecret = async (
  tx: Tx,
  orgId: OrgId,
  clientId: ClientId,
  secretId: string,
  now: number,
): Promise<boolean> => (await tx.run(use, { orgId, clientId, secretId, now })) === 1

/** Stores the account alone: its directory entry (`sa:`), secrets and roles are the caller's to write. */
export async function insert(tx: Tx, serviceAccount: ServiceAccount): Promise<void> {
  await tx.q
    .insertInto('service_accounts')
    .values({
      org_id: serviceAccount.orgId,
      client_id: serviceAccount.clientId,
      name: serviceAccount.name,
      description: serviceAccount.description,
      created_at: serviceAccount.createdAt,
    })
    .execute()
}

/** Adds a secret to an account. */
export async function insertSecret(tx: Tx, orgId: OrgId, clientId: ClientId, secret: ClientSecret): Promise<void> {
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
