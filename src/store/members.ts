// Who is in an organization: the row is the membership.
import type { OrgId, ProjectId, UserId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

const idByUsername = statement<{ orgId: OrgId; username: string }>()((q, p) =>
  q
    .selectFrom('usernames as n')
    .innerJoin('members as m', 'm.user_id', 'n.user_id')
    .select('m.user_id')
    .where('n.username', '=', p.username)
    .where('m.org_id', '=', p.orgId),
)

const rolesByUsername = statement<{ orgId: OrgId; projectId: ProjectId; username: string }>()((q, p) =>
  q
    .selectFrom('usernames as n')
    .innerJoin('role_assignments as r', (join) =>
      join.on((eb) =>
        eb.or([
          eb('r.principal_id', '=', eb.ref('n.user_id')),
          eb.exists(
            eb
              .selectFrom('team_members as t')
              .select('t.team_id')
              .where('t.org_id', '=', p.orgId)
              .whereRef('t.team_id', '=', 'r.principal_id')
              .whereRef('t.user_id', '=', 'n.user_id'),
          ),
        ]),
      ),
    )
    .select('r.role')
    .where('n.username', '=', p.username)
    .where('r.org_id', '=', p.orgId)
    .where('r.project_id', '=', p.projectId)
    .limit(1),
)

/** The id of the member with this address, if there is one. */
export const idOf = async (sql: Sql, orgId: OrgId, username: string): Promise<UserId | undefined> =>
  (await sql.first(idByUsername, { orgId, username }))?.user_id

/** Whether the person with this address holds a role in the project, their own or a team's. */
export const isInProject = async (sql: Sql, orgId: OrgId, projectId: ProjectId, username: string): Promise<boolean> =>
  (await sql.first(rolesByUsername, { orgId, projectId, username })) !== undefined

/** False when the person is a member already. */
export async function insert(tx: Tx, orgId: OrgId, userId: UserId, createdAt: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.q
    .insertInto('members')
    .values({ org_id: orgId, user_id: userId, created_at: createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx.q.insertInto('memberships_of_user').values({ user_id: userId, org_id: orgId }).execute()
  return true
}

/** The Organization Owner who has been a member longest. */
export async function oldestOwner(sql: Sql, orgId: OrgId): Promise<UserId | undefined> {
  const row = await sql.q
    .selectFrom('members as m')
    .innerJoin('role_assignments as r', (join) =>
      join.onRef('r.org_id', '=', 'm.org_id').onRef('r.principal_id', '=', 'm.user_id'),
    )
    .select('m.user_id')
    .where('m.org_id', '=', orgId)
    .where('r.project_id', '=', '')
    .where('r.role', '=', 'ORG_OWNER')
    .orderBy('m.created_at')
    .orderBy('m.user_id')
    .limit(1)
    .executeTakeFirst()
  return row?.user_id
}

/** Whether this user is a member. */
export async function has(sql: Sql, orgId: OrgId, userId: UserId): Promise<boolean> {
  const row = await sql.q
    .selectFrom('members')
    .select('user_id')
    .where('org_id', '=', orgId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}
