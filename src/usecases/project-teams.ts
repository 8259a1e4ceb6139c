// Teams in projects: assigned with the roles that everybody in the team holds there.
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { TeamId } from '../domain/ids.ts'
import { mayGrantInProject } from '../domain/permissions.ts'
import type { ProjectTeam } from '../domain/teams.ts'
import type { Sql, Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import * as projectTeams from '../store/project-teams.ts'
import * as projects from '../store/projects.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as teams from '../store/teams.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { AllowedInProject } from './authorize.ts'
import { refuseManyTeamsInProject } from './limits.ts'

type Reader = AllowedInProject<'project.read'>
type Manager = AllowedInProject<'project.teams.manage'>
type Assignment = Pick<ProjectTeam, 'teamId' | 'roles'>

/** A page of the project's teams, by name. */
export const listProjectTeams = (app: App, by: Reader, slice: teams.Slice) =>
  projectTeams.list(app.db.read, by.project.orgId, by.project.projectId, slice)

export const getProjectTeam = (app: App, by: Reader, teamId: TeamId): Promise<ProjectTeam> =>
  assignedTeam(app.db.read, by, teamId)

/** Assigns teams of the organization to the project, all or none, and returns a page of the project's teams. */
export async function addProjectTeams(
  app: App,
  by: Manager,
  assignments: readonly Assignment[],
  slice: teams.Slice,
): Promise<projectTeams.ProjectTeamPage> {
  const { orgId, projectId } = by.project
  for (const { roles } of assignments) refuseGrant(by, roles)
  return app.db.write(async (tx) => {
    await holdProject(tx, by)
    const known = await teams.existing(
      tx,
      orgId,
      assignments.map(({ teamId }) => teamId),
    )
    for (const { teamId, roles } of assignments) {
      if (!known.has(teamId)) refuse({ code: 'team_not_found', id: teamId })
      const held = await projectTeams.rolesOf(tx, orgId, projectId, teamId)
      if (held.length > 0) refuse({ code: 'team_already_in_group', id: teamId, groupId: projectId })
      await roleAssignments.grant(tx, orgId, teamId, projectId, roles)
      await recordOf(app, tx, by, 'TEAM_ADDED_TO_GROUP', teamId)
    }
    await refuseManyTeamsInProject(app, tx, by.project)
    if (assignments.length > 0) await organizations.raiseRevision(tx, orgId)
    return projectTeams.list(tx, orgId, projectId, slice)
  })
}

/** Replaces the roles of a team that is assigned to the project; the same roles again change nothing. */
export async function updateProjectTeam(
  app: App,
  by: Manager,
  teamId: TeamId,
  roles: readonly string[],
): Promise<ProjectTeam> {
  const { orgId, projectId } = by.project
  refuseGrant(by, roles)
  return app.db.write(async (tx) => {
    await holdProject(tx, by)
    const { roles: held } = await assignedTeam(tx, by, teamId)
    const superfluous = held.filter((role) => !roles.includes(role))
    const revoked = await roleAssignments.revoke(tx, orgId, teamId, projectId, superfluous)
    const granted = await roleAssignments.grant(tx, orgId, teamId, projectId, roles)
    if (revoked + granted > 0) {
      await organizations.raiseRevision(tx, orgId)
      await recordOf(app, tx, by, 'TEAM_ROLES_MODIFIED', teamId)
    }
    return { projectId, teamId, roles }
  })
}

/** Takes the team out of the project, with every role that it gave there. */
export const removeProjectTeam = (app: App, by: Manager, teamId: TeamId): Promise<void> =>
  app.db.write(async (tx) => {
    const { orgId, projectId } = by.project
    await holdProject(tx, by)
    const { roles } = await assignedTeam(tx, by, teamId)
    await roleAssignments.revoke(tx, orgId, teamId, projectId, roles)
    await organizations.raiseRevision(tx, orgId)
    await recordOf(app, tx, by, 'TEAM_REMOVED_FROM_GROUP', teamId)
  })

/** A project that is gone by now is refused, so that no role outlives it. */
async function holdProject(tx: Tx, { project: { orgId, projectId } }: Manager): Promise<void> {
  const known = (await organizations.lock(tx, orgId)) && (await projects.byId(tx, orgId, projectId))
  if (!known) refuse({ code: 'group_not_found', id: projectId })
}

async function assignedTeam(sql: Sql, by: Reader | Manager, teamId: TeamId): Promise<ProjectTeam> {
  const { orgId, projectId } = by.project
  const roles = await projectTeams.rolesOf(sql, orgId, projectId, teamId)
  if (roles.length > 0) return { projectId, teamId, roles }
  const known = await teams.byId(sql, orgId, teamId)
  return refuse(
    known ? { code: 'team_not_in_group', id: teamId, groupId: projectId } : { code: 'team_not_found', id: teamId },
  )
}

function refuseGrant({ actor, project }: Manager, roles: readonly string[]): void {
  if (!mayGrantInProject(actor, project.projectId, roles)) {
    refuse({ code: 'not_allowed', action: 'project.teams.manage' })
  }
}

const recordOf = (app: App, tx: Tx, by: Manager, type: EventType, teamId: TeamId): Promise<void> => {
  const { orgId, projectId } = by.project
  return record(app, tx, { type, orgId, projectId, author: authorOf(by), details: { teamId } })
}
