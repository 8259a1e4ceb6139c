// The users of an organization or of one of its teams: members and invited people together.
import { sql as raw, type SqlBool } from 'kysely'
import type { OrgId, TeamId, UserId } from '../domain/ids.ts'
import { invitedUser, type OrgUser } from '../domain/org-users.ts'
import type { Sql } from './db.ts'
import { toInvitation } from './invitation-rows.ts'
import { memberOf } from './member-rows.ts'
import * as members from './members.ts'
import { type UserFilter, type UserPage, usersOfPlace } from './org-user-pages.ts'
import { invitedById, invitedByName } from './org-user-statements.ts'

/** The member with this id, or the person who is shown under it while invited. */
export async function byId(sql: Sql, orgId: OrgId, userId: UserId, now: number): Promise<OrgUser | undefined> {
  const member = await memberOf(sql, orgId, userId)
  if (member) return { kind: 'member', member }
  const invitation = toInvitation(await sql.first(invitedById, { orgId, viewId: userId, now }))
  return invitation && invitedUser(invitation, now)
}

/** The member with this address, or the person whom the organization's newest invitation of it makes. */
export async function byUsername(sql: Sql, orgId: OrgId, username: string, now: number): Promise<OrgUser | undefined> {
  const userId = await members.idOf(sql, orgId, username)
  if (userId) return byId(sql, orgId, userId, now)
  const invitation = toInvitation(await sql.first(invitedByName, { orgId, username, now }))
  return invitation && invitedUser(invitation, now)
}

/** The organization's users. */
export const listOfOrg = usersOfPlace({ members: () => raw<SqlBool>`1 = 1`, invited: () => raw<SqlBool>`1 = 1` })

/** The users who are in the team, or are promised a place in it. */
export const listOfTeam = (sql: Sql, orgId: OrgId, teamId: TeamId, filter: UserFilter): Promise<UserPage> =>
  usersOfTeam(sql, { orgId, teamId, like: `%"${teamId}"%` }, filter)

const usersOfTeam = usersOfPlace<{ teamId: TeamId; like: string }>({
  members: (eb, p) =>
    eb(
      'm.user_id',
      'in',
      eb
        .selectFrom('team_members as t')
        .select('t.user_id')
        .where('t.org_id', '=', p.orgId)
        .where('t.team_id', '=', p.teamId),
    ),
  invited: (eb, p) => eb('i.team_ids', 'like', p.like),
})
