// Who is in a team: members of the organization, and people who will be in it once they accept their invitation.
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { OrgId, TeamId, UserId } from '../domain/ids.ts'
import type { Invitation } from '../domain/invitations.ts'
import { type OrgUser, statusOf } from '../domain/org-users.ts'
import type { Team } from '../domain/teams.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import { membersOf } from '../store/member-rows.ts'
import type { UserFilter, UserPage } from '../store/org-user-pages.ts'
import * as orgUsers from '../store/org-users.ts'
import * as organizations from '../store/organizations.ts'
import * as teams from '../store/teams.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { refuseFullTeam, refuseManyTeamsOfUser } from './limits.ts'
import { getTeam, holdTeam, joinTeam, type TeamManager, type TeamReader } from './teams.ts'

export interface TeamUserFilter extends Omit<UserFilter, 'now'> {
  /** Narrows the list to one person. */
  readonly userId?: UserId | undefined
}

/** A page of the team's people in the wanted states, by username. */
export async function listTeamUsers(
  app: App,
  by: TeamReader,
  teamId: TeamId,
  filter: TeamUserFilter,
): Promise<UserPage> {
  const { orgId } = by.organization
  await getTeam(app, by, teamId)
  const { userId, ...rest } = filter
  if (userId === undefined) {
    return orgUsers.listOfTeam(app.db.read, orgId, teamId, { ...rest, now: app.ambient.now() })
  }
  const user = await orgUsers.byId(app.db.read, orgId, userId, app.ambient.now())
  const isWanted =
    user &&
    teamIdsOf(user).includes(teamId) &&
    filter.statuses.includes(statusOf(user)) &&
    (filter.username === undefined || filter.username === usernameOf(user))
  const found = isWanted ? [user] : []
  return { users: found.slice(filter.offset, filter.offset + filter.limit), total: found.length }
}

const teamIdsOf = (user: OrgUser): readonly TeamId[] =>
  user.kind === 'member' ? user.member.teamIds : user.invitation.teamIds

const usernameOf = (user: OrgUser): string => (user.kind === 'member' ? user.member.username : user.invitation.username)

/** Puts members into the team, all or none, and returns the team's users as the filter asks. */
export function addMembersToTeam(
  app: App,
  by: TeamManager,
  teamId: TeamId,
  userIds: readonly UserId[],
  filter: Omit<UserFilter, 'now'>,
): Promise<UserPage> {
  const { orgId } = by.organization
  return app.db.write(async (tx) => {
    const team = await holdTeam(tx, orgId, teamId)
    const people = await membersOf(tx, orgId, userIds)
    for (const userId of userIds) {
      const member = people.get(userId) ?? (await refuseNonMember(app, tx, orgId, userId))
      await joinTeam(app, tx, by, team, member)
    }
    await refuseFullTeam(app, tx, team)
    if (userIds.length > 0) await organizations.raiseRevision(tx, orgId)
    return orgUsers.listOfTeam(tx, orgId, teamId, { ...filter, now: app.ambient.now() })
  })
}

async function refuseNonMember(app: App, tx: Tx, orgId: OrgId, userId: UserId): Promise<never> {
  const user = await orgUsers.byId(tx, orgId, userId, app.ambient.now())
  const isPending = user !== undefined && statusOf(user) === 'PENDING'
  return refuse(isPending ? { code: 'pending_in_team', user: userId } : { code: 'user_not_in_org', id: userId, orgId })
}

/** Puts a member into the team at once, or somebody pending as soon as they accept. */
export const addUserToTeam = (app: App, by: TeamManager, teamId: TeamId, userId: UserId): Promise<OrgUser> =>
  changeTeam(app, by, teamId, userId, async (tx, team, user) => {
    if (user.kind === 'member') {
      await joinTeam(app, tx, by, team, user.member)
    } else {
      const { invitation } = user
      if (invitation.teamIds.includes(teamId)) refuse({ code: 'already_in_team', userId, teamId })
      const teamIds = [...invitation.teamIds, teamId]
      refuseManyTeamsOfUser(app, invitation.username, teamIds)
      await promise(app, tx, by, invitation, teamIds)
      await recordOf(app, tx, by, 'INVITED_TO_TEAM', teamId, invitation.username)
    }
    await refuseFullTeam(app, tx, team)
  })

/** Takes a member, or somebody pending, out of the team; the last one too. */
export const removeUserFromTeam = (app: App, by: TeamManager, teamId: TeamId, userId: UserId): Promise<OrgUser> =>
  changeTeam(app, by, teamId, userId, async (tx, { orgId }, user) => {
    if (!teamIdsOf(user).includes(teamId)) refuse({ code: 'not_in_team', userId, teamId })
    if (user.kind === 'member') await teams.removeMember(tx, orgId, teamId, userId)
    else {
      const teamIds = user.invitation.teamIds.filter((each) => each !== teamId)
      await promise(app, tx, by, user.invitation, teamIds)
    }
    await recordOf(app, tx, by, 'REMOVED_FROM_TEAM', teamId, usernameOf(user))
  })

/** Takes a member out of the team. */
export const removeMemberFromTeam = (app: App, by: TeamManager, teamId: TeamId, userId: UserId): Promise<void> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    await holdTeam(tx, orgId, teamId)
    const member = (await membersOf(tx, orgId, [userId])).get(userId)
    if (!member) refuse({ code: 'user_not_in_org', id: userId, orgId })
    if (!(await teams.removeMember(tx, orgId, teamId, userId))) refuse({ code: 'not_in_team', userId, teamId })
    await recordOf(app, tx, by, 'REMOVED_FROM_TEAM', teamId, member.username)
    await organizations.raiseRevision(tx, orgId)
  })

type Change = (tx: Tx, team: Team, user: OrgUser) => Promise<void>

/** Runs a change of the team for a user who is a member or pending, and returns the user as they are then. */
const changeTeam = (app: App, by: TeamManager, teamId: TeamId, userId: UserId, change: Change): Promise<OrgUser> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    const team = await holdTeam(tx, orgId, teamId)
    await change(tx, team, await presentUser(app, tx, orgId, userId))
    await organizations.raiseRevision(tx, orgId)
    return presentUser(app, tx, orgId, userId)
  })

/** Whoever is a member or pending; nobody else can be in a team. */
async function presentUser(app: App, tx: Tx, orgId: OrgId, userId: UserId): Promise<OrgUser> {
  const user = await orgUsers.byId(tx, orgId, userId, app.ambient.now())
  if (!user || (user.kind === 'invited' && user.status !== 'PENDING')) {
    refuse({ code: 'user_not_in_org', id: userId, orgId })
  }
  return user
}

async function promise(
  app: App,
  tx: Tx,
  by: TeamManager,
  { id, viewId }: Invitation,
  teamIds: readonly TeamId[],
): Promise<void> {
  const { orgId } = by.organization
  const changed = await invitations.change(tx, orgId, id, { teamIds }, app.ambient.now())
  if (!changed) refuse({ code: 'user_not_in_org', id: viewId, orgId })
}

const recordOf = (
  app: App,
  tx: Tx,
  by: TeamManager,
  type: EventType,
  teamId: TeamId,
  targetUsername: string,
): Promise<void> =>
  record(app, tx, { type, orgId: by.organization.orgId, author: authorOf(by), details: { targetUsername, teamId } })
