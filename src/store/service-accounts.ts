// Service accounts: their rows, and the directory entry that says whose they are.
import type { ClientId, OrgId, ProjectId } from '../domain/ids.ts'
import type { ServiceAccount } from '../domain/service-accounts.ts'
import type { Sql, Tx } from './db.ts'
import * as directory from './directory.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

/** Which accounts stand on a page. */
export interface Slice {
  readonly offset: number
  readonly limit: number
}

export interface AccountPage {
  readonly accounts: readonly ServiceAccount[]
  /** How many there are on all pages. */
  readonly total: number
}

const key = statement<{ orgId: OrgId; clientId: ClientId }>()((q, p) =>
  q
    .selectFrom('service_accounts')
    .select('client_id')
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId),
)

const lockedKey = statement<{ orgId: OrgId; clientId: ClientId }>()((q, p) =>
  q
    .selectFrom('service_accounts')
    .select('client_id')
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .forUpdate(),
)

const row = statement<{ orgId: OrgId; clientId: ClientId }>()((q, p) =>
  q.selectFrom('service_accounts').selectAll().where('org_id', '=', p.orgId).where('client_id', '=', p.clientId),
)

/** Whether the organization has this service account. */
export const exists = async (sql: Sql, orgId: OrgId, clientId: ClientId): Promise<boolean> =>
  (await sql.first(key, { orgId, clientId })) !== undefined

/** Like `exists`, and until the transaction ends nobody else locks the account. */
export const lock = async (tx: Tx, orgId: OrgId, clientId: ClientId): Promise<boolean> =>
  (await tx.first(lockedKey, { orgId, clientId })) !== undefined

export async function byId(sql: Sql, orgId: OrgId, clientId: ClientId): Promise<ServiceAccount | undefined> {
  const found = await sql.first(row, { orgId, clientId })
  return found && fromRow(found)
}

/** The organization's accounts by client id; with `projectId` only those that hold a role in the project. */
export async function list(
  sql: Sql,
  orgId: OrgId,
  { offset, limit }: Slice,
  projectId?: ProjectId,
): Promise<AccountPage> {
  const inOrganization = sql.q.selectFrom('service_accounts as a').where('a.org_id', '=', orgId)
  const wanted =
    projectId === undefined
      ? inOrganization
      : inOrganization.where((eb) =>
          eb.exists(
            eb
              .selectFrom('role_assignments as r')
              .select('r.role')
              .where('r.org_id', '=', orgId)
              .whereRef('r.principal_id', '=', 'a.client_id')
              .where('r.project_id', '=', projectId),
          ),
        )
  const rows = await wanted.selectAll('a').orderBy('a.client_id').limit(limit).offset(offset).execute()
  const { count } = await wanted.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { accounts: rows.map(fromRow), total: Number(count) }
}

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

/** Writes the account's name and description; false when the account is gone. */
export async function rename(
  tx: Tx,
  { orgId, clientId, name, description }: Omit<ServiceAccount, 'createdAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.q
    .updateTable('service_accounts')
    .set({ name, description })
    .where('org_id', '=', orgId)
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Removes the account and its directory entry. Exactly one caller ever sees `true` for the same account. */
export async function remove(tx: Tx, orgId: OrgId, clientId: ClientId): Promise<boolean> {
  const { numDeletedRows } = await tx.q
    .deleteFrom('service_accounts')
    .where('org_id', '=', orgId)
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows !== 1n) return false
  await directory.remove(tx, `sa:${clientId}`)
  return true
}

const fromRow = (found: Tables['service_accounts']): ServiceAccount => ({
  orgId: found.org_id,
  clientId: found.client_id,
  name: found.name,
  description: found.description,
  createdAt: found.created_at,
})
