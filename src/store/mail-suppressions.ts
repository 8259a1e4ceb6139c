// Whom an organization may never write to again, because they said so.
import type { OrgId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

export const suppressionRow = statement<{ orgId: OrgId; username: string }>()((q, p) =>
  q.selectFrom('mail_suppressions').select('username').where('org_id', '=', p.orgId).where('username', '=', p.username),
)

/** Whether the address has asked not to be written to by this organization. */
export const has = async (sql: Sql, orgId: OrgId, username: string): Promise<boolean> =>
  (await sql.first(suppressionRow, { orgId, username })) !== undefined

/** Without effect when it has been asked before. */
export async function insert(tx: Tx, orgId: OrgId, username: string, createdAt: number): Promise<void> {
  await tx.q
    .insertInto('mail_suppressions')
    .values({ org_id: orgId, username, created_at: createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Without effect when it has not been asked. */
export async function remove(tx: Tx, orgId: OrgId, username: string): Promise<void> {
  await tx.q.deleteFrom('mail_suppressions').where('org_id', '=', orgId).where('username', '=', username).execute()
}
