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

interface One {
  readonly orgId: OrgId
  readonly userId: UserId
}

export const memberRow = statement<One>()((q, p) =>
  q.selectFrom('members').select('user_id').where('org_id', '=', p.orgId).where('user_id', '=', p.userId),
)

const otherOwner = statement<One>()((q, p) =>
  q
    .selectFrom('role_assignments as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.org_id', '=', 'r.org_id').onRef('m.user_id', '=', 'r.principal_id'),
    )
    .select('m.user_id')
    .where('r.org_id', '=', p.orgId)
    .where('r.project_id', '=', '')
    .where('r.role', '=', 'ORG_OWNER')
    .where('m.user_id', '<>', p.userId)
    .limit(1),
)

const removeRow = statement<One>()((q, p) =>
  q.deleteFrom('members').where('org_id', '=', p.orgId).where('user_id', '=', p.userId),
)

const removeOfUser = statement<One>()((q, p) =>
  q.deleteFrom('memberships_of_user').where('user_id', '=', p.userId).where('org_id', '=', p.orgId),
)

const removeRoles = statement<One>()((q, p) =>
  q.deleteFrom('role_assignments').where('org_id', '=', p.orgId).where('principal_id', '=', p.userId),
)

const removeFromTeams = statement<One>()((q, p) =>
  q.deleteFrom('team_members').where('org_id', '=', p.orgId).where('user_id', '=', p.userId),
)

/** The id of the member with this address, if there is one. */
export const idOf = async (sql: Sql, orgId: OrgId, username: string): Promise<UserId | undefined> =>
  (await sql.first(idByUsername, { orgId, username }))?.user_id

/** The ids of those of these addresses that are members'. */
export async function idsOf(
  sql: Sql,
  orgId: OrgId,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, UserId>> {
  if (usernames.length === 0) return new Map()
  const rows = await sql.q
    .selectFrom('usernames as n')
    .innerJoin('members as m', 'm.user_id', 'n.user_id')
    .select(['n.username', 'm.user_id'])
    .where('n.username', 'in', usernames)
    .where('m.org_id', '=', orgId)
    .execute()
  return new Map(rows.map((row) => [row.username, row.user_id]))
}

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

/** Whether anybody but this person is an Organization Owner: people count, credentials do not. */
export const hasOtherOwner = async (sql: Sql, orgId: OrgId, userId: UserId): Promise<boolean> =>
  (await sql.first(otherOwner, { orgId, userId })) !== undefined

/** Ends the membership with all roles and places in teams; the account stays. False when the person is no member. */
export async function remove(tx: Tx, orgId: OrgId, userId: UserId): Promise<boolean> {
  if ((await tx.run(removeRow, { orgId, userId })) !== 1) return false
  await tx.run(removeOfUser, { orgId, userId })
  await tx.run(removeRoles, { orgId, userId })
  await tx.run(removeFromTeams, { orgId, userId })
  return true
}

/** Whether this user is a member. */
export const has = async (sql: Sql, orgId: OrgId, userId: UserId): Promise<boolean> =>
  (await sql.first(memberRow, { orgId, userId })) !== undefined
