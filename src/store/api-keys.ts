// API keys: the credential behind HTTP digest. The private key itself is never stored.
import type { ExpressionBuilder } from 'kysely'
import type { ApiKeyDetails } from '../domain/api-keys.ts'
import type { ApiKeyId, OrgId, ProjectId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import * as roleAssignments from './role-assignments.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

export interface ApiKey {
  readonly orgId: OrgId
  readonly id: ApiKeyId
  readonly publicKey: string
  readonly description: string
  /** HA1 sealed with the key's id as associated data. */
  readonly sealedHa1: string
  /** The last twelve characters of the private key. */
  readonly privateKeyTail: string
  readonly createdAt: number
}

/** What checking a digest needs of a key. */
export type ApiKeyCredential = Pick<ApiKey, 'id' | 'sealedHa1'>

const credential = statement<{ orgId: OrgId; publicKey: string }>()((q, p) =>
  q
    .selectFrom('api_keys')
    .select(['key_id', 'sealed_ha1'])
    .where('org_id', '=', p.orgId)
    .where('public_key', '=', p.publicKey),
)

type KeyRows = ExpressionBuilder<Tables & { k: Tables['api_keys'] }, 'k'>

/** Whether the key holds a role in the project. */
const holdsRole = (eb: KeyRows, p: { projectId: ProjectId }) =>
  eb.exists(
    eb
      .selectFrom('role_assignments as r')
      .select('r.role')
      .whereRef('r.org_id', '=', 'k.org_id')
      .whereRef('r.principal_id', '=', 'k.key_id')
      .where('r.project_id', '=', p.projectId),
  )

interface Page {
  readonly orgId: OrgId
  readonly offset: number
  readonly limit: number
}

const rowById = statement<{ orgId: OrgId; id: ApiKeyId }>()((q, p) =>
  q.selectFrom('api_keys').selectAll().where('org_id', '=', p.orgId).where('key_id', '=', p.id),
)

const rowsOfOrg = statement<Page>()((q, p) =>
  q
    .selectFrom('api_keys')
    .selectAll()
    .where('org_id', '=', p.orgId)
    .orderBy('public_key')
    .limit(p.limit)
    .offset(p.offset),
)

const countOfOrg = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('api_keys')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId),
)

const rowsOfProject = statement<Page & { projectId: ProjectId }>()((q, p) =>
  q
    .selectFrom('api_keys as k')
    .selectAll('k')
    .where('k.org_id', '=', p.orgId)
    .where((eb) => holdsRole(eb, p))
    .orderBy('k.public_key')
    .limit(p.limit)
    .offset(p.offset),
)

const countOfProject = statement<{ orgId: OrgId; projectId: ProjectId }>()((q, p) =>
  q
    .selectFrom('api_keys as k')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('k.org_id', '=', p.orgId)
    .where((eb) => holdsRole(eb, p)),
)

const description = statement<{ orgId: OrgId; id: ApiKeyId; description: string }>()((q, p) =>
  q
    .updateTable('api_keys')
    .set({ description: p.description })
    .where('org_id', '=', p.orgId)
    .where('key_id', '=', p.id),
)

const removal = statement<{ orgId: OrgId; id: ApiKeyId }>()((q, p) =>
  q.deleteFrom('api_keys').where('org_id', '=', p.orgId).where('key_id', '=', p.id),
)

/** The key with its roles, if the organization has it. */
export async function byId(sql: Sql, orgId: OrgId, id: ApiKeyId): Promise<ApiKeyDetails | undefined> {
  const row = await sql.first(rowById, { orgId, id })
  return row && { ...fromRow(row), ...(await roleAssignments.of(sql, orgId, id)) }
}

/** The slice's keys of the organization with their roles, by public key, and how many there are in all. */
export async function list(sql: Sql, page: Page) {
  const rows = await sql.all(rowsOfOrg, page)
  return { keys: await withRoles(sql, page.orgId, rows), total: await count(sql, page.orgId) }
}

/** The same of the keys that hold a role in the project. */
export async function listOfProject(sql: Sql, page: Page & { projectId: ProjectId }) {
  const rows = await sql.all(rowsOfProject, page)
  const counted = await sql.first(countOfProject, { orgId: page.orgId, projectId: page.projectId })
  return { keys: await withRoles(sql, page.orgId, rows), total: Number(counted?.count ?? 0) }
}

/** How many keys the organization has. */
export const count = async (sql: Sql, orgId: OrgId): Promise<number> =>
  Number((await sql.first(countOfOrg, { orgId }))?.count ?? 0)

/** The key with this public key, if the organization has it. */
export async function credentialOf(sql: Sql, orgId: OrgId, publicKey: string): Promise<ApiKeyCredential | undefined> {
  const row = await sql.first(credential, { orgId, publicKey })
  return row && { id: row.key_id, sealedHa1: row.sealed_ha1 }
}

/** Stores the key alone: its directory entry (`key:`) and its roles are the caller's to write. */
export async function insert(tx: Tx, key: ApiKey): Promise<void> {
  await tx.q
    .insertInto('api_keys')
    .values({
      org_id: key.orgId,
      key_id: key.id,
      public_key: key.publicKey,
      description: key.description,
      sealed_ha1: key.sealedHa1,
      private_key_tail: key.privateKeyTail,
      created_at: key.createdAt,
    })
    .execute()
}

/** Changes what the key is called. */
export async function describe(tx: Tx, orgId: OrgId, id: ApiKeyId, text: string): Promise<void> {
  await tx.run(description, { orgId, id, description: text })
}

/** Whether the key was there. Its directory entry, roles and access list are the caller's to remove. */
export const remove = async (tx: Tx, orgId: OrgId, id: ApiKeyId): Promise<boolean> =>
  (await tx.run(removal, { orgId, id })) === 1

async function withRoles(
  sql: Sql,
  orgId: OrgId,
  rows: readonly Tables['api_keys'][],
): Promise<readonly ApiKeyDetails[]> {
  const held = await roleAssignments.ofEach(
    sql,
    orgId,
    rows.map((row) => row.key_id),
  )
  const none = { orgRoles: [], projectRoles: new Map() }
  return rows.map((row) => ({ ...fromRow(row), ...(held.get(row.key_id) ?? none) }))
}

const fromRow = (row: Tables['api_keys']) => ({
  orgId: row.org_id,
  id: row.key_id,
  publicKey: row.public_key,
  description: row.description,
  privateKeyTail: row.private_key_tail,
})
