// The users of an organization or of one of its teams: members and invited people together.
import { sql as raw, type SqlBool } from 'kysely'
import type { OrgId, TeamId, UserId } from '../domain/ids.ts'
import type { Member } from '../domain/members.ts'
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

/**
 * The same page as `listOfOrg` answers, from all members of the organization by username: only those who are invited are
 * read.
 */
export async function listAmong(sql: Sql, orgId: OrgId, all: readonly Member[], filter: UserFilter): Promise<UserPage> {
  const { username, offset, limit } = filter
  const named = username === undefined ? all : all.filter((member) => member.username === username)
  const members = filter.statuses.includes('ACTIVE') ? named : []
  const statuses = filter.statuses.filter((status) => status !== 'ACTIVE')
  const invited = await listOfOrg(sql, { orgId }, { ...filter, statuses, offset: 0, limit: offset + limit })
  const total = members.length + invited.total
  if (invited.users.length === 0) return { users: members.slice(offset, offset + limit).map(active), total }
  const users = [...members.map(active), ...invited.users].sort(byName).slice(offset, offset + limit)
  return { users, total }
}

const active = (member: Member): OrgUser => ({ kind: 'member', member })

const nameOf = (user: OrgUser): string => (user.kind === 'member' ? user.member : user.invitation).username

/** Addresses are ASCII, so that their units are their code points. */
const byName = (a: OrgUser, b: OrgUser): number => (nameOf(a) < nameOf(b) ? -1 : 1)

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
