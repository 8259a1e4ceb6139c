// What people change of their own accounts, and where they are members.
import type { OrgId, UserId } from '../domain/ids.ts'
import type { Language } from '../domain/languages.ts'
import type { Sql, Tx } from './db.ts'
import type { Tables } from './schema.ts'

/** Gives the account this password, whatever it had. */
export const setPassword = (tx: Tx, userId: UserId, passwordHash: string): Promise<void> =>
  change(tx, userId, { password_hash: passwordHash })

export const setName = (
  tx: Tx,
  userId: UserId,
  { firstName, lastName }: { readonly firstName: string; readonly lastName: string },
): Promise<void> => change(tx, userId, { first_name: firstName, last_name: lastName })

export const setLanguage = (tx: Tx, userId: UserId, language: Language): Promise<void> =>
  change(tx, userId, { language })

/** An organization that somebody is in. */
export interface Membership {
  readonly orgId: OrgId
  readonly orgName: string
  readonly joinedAt: number
}

/** The living organizations of the person, by name. */
export async function membershipsOf(sql: Sql, userId: UserId): Promise<readonly Membership[]> {
  const rows = await sql.q
    .selectFrom('memberships_of_user as u')
    .innerJoin('members as m', (join) => join.onRef('m.org_id', '=', 'u.org_id').onRef('m.user_id', '=', 'u.user_id'))
    .innerJoin('organizations as o', 'o.org_id', 'u.org_id')
    .select(['o.org_id', 'o.name', 'm.created_at'])
    .where('u.user_id', '=', userId)
    .where('o.deleted_at', 'is', null)
    .orderBy('o.name')
    .orderBy('o.org_id')
    .execute()
  return rows.map(({ org_id, name, created_at }) => ({ orgId: org_id, orgName: name, joinedAt: created_at }))
}

async function change(
  tx: Tx,
  userId: UserId,
  columns: Partial<Pick<Tables['users'], 'password_hash' | 'first_name' | 'last_name' | 'language'>>,
): Promise<void> {
  await tx.q.updateTable('users').set(columns).where('user_id', '=', userId).execute()
}
