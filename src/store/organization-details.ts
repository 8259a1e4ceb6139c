// What an organization says of itself beyond what every request reads: its settings, and the changes of both.
import type { OrgId } from '../domain/ids.ts'
import type { Language } from '../domain/languages.ts'
import type { OrganizationDetails, StoredSettings } from '../domain/organizations.ts'
import type { Sql, Tx } from './db.ts'
import { fromJson } from './json.ts'
import { statement } from './statement.ts'

const row = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('organizations')
    .select(['org_id', 'name', 'settings'])
    .where('org_id', '=', p.orgId)
    .where('deleted_at', 'is', null),
)

const update = statement<{ orgId: OrgId; name: string; settings: string }>()((q, p) =>
  q
    .updateTable('organizations')
    .set({ name: p.name, settings: p.settings })
    .where('org_id', '=', p.orgId)
    .where('deleted_at', 'is', null),
)

/** The living organization with this id. */
export async function find(sql: Sql, orgId: OrgId): Promise<OrganizationDetails | undefined> {
  const found = await sql.first(row, { orgId })
  return found && { orgId: found.org_id, name: found.name, settings: fromJson<StoredSettings>(found.settings) }
}

const mailRow = statement<{ orgId: OrgId }>()((q, p) =>
  q.selectFrom('organizations').select('language').where('org_id', '=', p.orgId).where('deleted_at', 'is', null),
)

/** How the living organization writes to people. */
export async function mailSettings(
  sql: Sql,
  orgId: OrgId,
): Promise<{ readonly language: Language | undefined } | undefined> {
  const found = await sql.first(mailRow, { orgId })
  return found && { language: found.language ?? undefined }
}

/** Writes the same, of an organization that is locked. */
export async function writeMailSettings(
  tx: Tx,
  orgId: OrgId,
  { language }: { readonly language: Language | undefined },
): Promise<void> {
  await tx.q
    .updateTable('organizations')
    .set({ language: language ?? null })
    .where('org_id', '=', orgId)
    .execute()
}

/** Writes name and settings, of an organization that is locked; false when it does not live. */
export const write = async (tx: Tx, { orgId, name, settings }: OrganizationDetails): Promise<boolean> =>
  (await tx.run(update, { orgId, name, settings: JSON.stringify(settings) })) === 1
