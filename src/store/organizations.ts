// The organization's row: its name, whether it lives, and the revision by which cached actors are checked.
import type { OrgId, UserId } from '../domain/ids.ts'
import type { Language } from '../domain/languages.ts'
import type { Sql, Tx } from './db.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

export interface OrganizationAccess {
  readonly orgId: OrgId
  readonly name: string
  readonly revision: number
}

export interface NewOrganization {
  readonly orgId: OrgId
  readonly name: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly createdAt: number
  /** What its people are written to in, unless an invitation says otherwise. */
  readonly language?: Language | undefined
}

type AccessRow = Pick<Tables['organizations'], 'org_id' | 'name' | 'revision'>

export const accessRow = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('organizations')
    .select(['org_id', 'name', 'revision'])
    .where('org_id', '=', p.orgId)
    .where('deleted_at', 'is', null),
)

const sharedRow = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('organizations')
    .select(['org_id', 'name', 'revision'])
    .where('org_id', '=', p.orgId)
    .where('deleted_at', 'is', null)
    .forShare(),
)

const lockedRow = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('organizations')
    .select(['org_id', 'name', 'revision'])
    .where('org_id', '=', p.orgId)
    .where('deleted_at', 'is', null)
    .forUpdate(),
)

export const languageRow = statement<{ orgId: OrgId }>()((q, p) =>
  q.selectFrom('organizations').select('language').where('org_id', '=', p.orgId),
)

const raise = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .updateTable('organizations')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('org_id', '=', p.orgId),
)

/** The living organization with this id. */
export const access = async (sql: Sql, orgId: OrgId): Promise<OrganizationAccess | undefined> =>
  toAccess(await sql.first(accessRow, { orgId }))

/** What its people are written to in, if that has been said. */
export const languageOf = async (sql: Sql, orgId: OrgId): Promise<Language | undefined> =>
  (await sql.first(languageRow, { orgId }))?.language ?? undefined

/** Like `access`, and until the transaction ends nobody changes who may do what there; others may still share. */
export const share = async (tx: Tx, orgId: OrgId): Promise<OrganizationAccess | undefined> =>
  toAccess(await tx.first(sharedRow, { orgId }))

/** Like `access`, and until the transaction ends nobody else shares or locks the organization. */
export const lock = async (tx: Tx, orgId: OrgId): Promise<OrganizationAccess | undefined> =>
  toAccess(await tx.first(lockedRow, { orgId }))

/** Makes every cached actor of the organization stale from the commit on. */
export async function raiseRevision(tx: Tx, orgId: OrgId): Promise<void> {
  await tx.run(raise, { orgId })
}

/** The same for every organization of a person: what lists show of them has changed. */
export async function raiseRevisionsOf(tx: Tx, userId: UserId): Promise<void> {
  await tx.q
    .updateTable('organizations')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('org_id', 'in', (eb) =>
      eb.selectFrom('memberships_of_user as m').select('m.org_id').where('m.user_id', '=', userId),
    )
    .execute()
}

export async function insert(tx: Tx, organization: NewOrganization): Promise<void> {
  await tx.q
    .insertInto('organizations')
    .values({
      org_id: organization.orgId,
      name: organization.name,
      settings: JSON.stringify(organization.settings),
      created_at: organization.createdAt,
      deleted_at: null,
      revision: 1,
      language: organization.language ?? null,
    })
    .execute()
}

/** Whether the store holds any organization, living or deleted: what tells a first start from a later one. */
export async function any(sql: Sql): Promise<boolean> {
  const row = await sql.q.selectFrom('organizations').select('org_id').limit(1).executeTakeFirst()
  return row !== undefined
}

const toAccess = (row: AccessRow | undefined): OrganizationAccess | undefined =>
  row && { orgId: row.org_id, name: row.name, revision: row.revision }
