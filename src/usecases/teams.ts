// Teams of an organization: found by everybody in it, made, renamed and deleted by its owners.
import { authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { OrgId, TeamId, UserId } from '../domain/ids.ts'
import { isTeamName, type Team } from '../domain/teams.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as teams from '../store/teams.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed } from './authorize.ts'
import { refuseFullTeam, refuseManyTeams, refuseManyTeamsOfUser } from './limits.ts'

export type TeamReader = Allowed<'org.read'>
export type TeamManager = Allowed<'org.teams.manage'>

/** A page of the organization's teams, by name. */
export const listTeams = (app: App, by: TeamReader, slice: teams.Slice) =>
  teams.list(app.db.read, by.organization.orgId, slice)

export const getTeam = async (app: App, by: TeamReader, teamId: TeamId): Promise<Team> =>
  (await teams.byId(app.db.read, by.organization.orgId, teamId)) ?? refuse({ code: 'team_not_found', id: teamId })

export async function getTeamByName(app: App, by: TeamReader, name: string): Promise<Team> {
  const team = isTeamName(name) ? await teams.byName(app.db.read, by.organization.orgId, name) : undefined
  return team ?? refuse({ code: 'team_name_not_found', name })
}

export interface NewTeam {
  readonly name: string
  /** Addresses of members of the organization, each once; a team may begin without anybody. */
  readonly usernames: readonly string[]
}

/** Makes a team of people who are in the organization; nobody joins when one of them is not. */
export function createTeam(app: App, by: TeamManager, { name, usernames }: NewTeam): Promise<Team> {
  const { orgId } = by.organization
  const team: Team = { orgId, teamId: app.ambient.newId<TeamId>(), name, createdAt: app.ambient.now() }
  return app.db.write(async (tx) => {
    const organization = await organizations.lock(tx, orgId)
    if (!organization) refuse({ code: 'org_not_found', id: orgId })
    const people = await membersNamed(app, tx, orgId, usernames)
    if (!(await teams.insert(tx, team))) refuse({ code: 'team_exists', name, orgId })
    await refuseManyTeams(app, tx, organization)
    for (const person of people) await joinTeam(app, tx, by, team, person)
    await refuseFullTeam(app, tx, team)
    await organizations.raiseRevision(tx, orgId)
    await record(app, tx, { type: 'TEAM_CREATED', orgId, author: authorOf(by), details: { teamId: team.teamId } })
    return team
  })
}

interface NamedMember {
  readonly userId: UserId
  readonly username: string
}

async function membersNamed(
  app: App,
  tx: Tx,
  orgId: OrgId,
  usernames: readonly string[],
): Promise<readonly NamedMember[]> {
  const ids = await members.idsOf(tx, orgId, usernames)
  const people: NamedMember[] = []
  for (const username of usernames) {
    people.push({ userId: ids.get(username) ?? (await refuseNonMember(app, tx, orgId, username)), username })
  }
  return people
}

async function refuseNonMember(app: App, tx: Tx, orgId: OrgId, username: string): Promise<never> {
  const waiting = await invitations.atPlace(tx, orgId, 'org', undefined, username, app.ambient.now())
  return refuse(
    waiting ? { code: 'pending_in_team', user: username } : { code: 'user_not_in_org', id: username, orgId },
  )
}

/** Puts a member into the team; refused when they are in it already, or in as many as anybody may be. */
export async function joinTeam(
  app: App,
  tx: Tx,
  by: TeamManager,
  { orgId, teamId }: Team,
  { userId, username }: NamedMember,
): Promise<void> {
  if (!(await teams.addMember(tx, orgId, teamId, userId))) refuse({ code: 'already_in_team', userId, teamId })
  if (app.settings.limits) refuseManyTeamsOfUser(app, username, await teams.ofUser(tx, orgId, userId))
  const details = { targetUsername: username, teamId }
  await record(app, tx, { type: 'JOINED_TEAM', orgId, author: authorOf(by), details })
}

/** The team, with its organization held: nobody else changes who may do what there until the transaction ends. */
export async function holdTeam(tx: Tx, orgId: OrgId, teamId: TeamId): Promise<Team> {
  const known = await organizations.lock(tx, orgId)
  const team = known && (await teams.byId(tx, orgId, teamId))
  return team ?? refuse({ code: 'team_not_found', id: teamId })
}

/** Gives the team another name; its own one again changes nothing. */
export const renameTeam = (app: App, by: TeamManager, teamId: TeamId, name: string): Promise<Team> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    const team = await holdTeam(tx, orgId, teamId)
    if (team.name === name) return team
    if (!(await teams.changeName(tx, orgId, teamId, name))) refuse({ code: 'team_exists', name, orgId })
    await record(app, tx, { type: 'TEAM_NAME_CHANGED', orgId, author: authorOf(by), details: { teamId } })
    return { ...team, name }
  })

/** Deletes a team that no project has, and strikes it from what pending invitations promise. */
export const deleteTeam = (app: App, by: TeamManager, teamId: TeamId): Promise<void> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    await holdTeam(tx, orgId, teamId)
    const { projectRoles } = await roleAssignments.of(tx, orgId, teamId)
    if (projectRoles.size > 0) refuse({ code: 'team_in_projects', id: teamId })
    const author = authorOf(by)
    const now = app.ambient.now()
    for (const { id, teamIds } of await invitations.grantingTeam(tx, orgId, teamId, now)) {
      await invitations.change(tx, orgId, id, { teamIds: teamIds.filter((each) => each !== teamId) }, now)
    }
    for (const { username } of await teams.peopleOf(tx, orgId, teamId)) {
      const details = { targetUsername: username, teamId }
      await record(app, tx, { type: 'REMOVED_FROM_TEAM', orgId, author, details })
    }
    await teams.remove(tx, orgId, teamId)
    await organizations.raiseRevision(tx, orgId)
    await record(app, tx, { type: 'TEAM_DELETED', orgId, author, details: { teamId } })
  })
