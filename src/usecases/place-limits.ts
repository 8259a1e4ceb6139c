// Limits on the places that people are given, several at once: asked once they have them, so that a conflict is said first.
import { refuse } from '../domain/faults.ts'
import type { OrgId, ProjectId, TeamId, UserId } from '../domain/ids.ts'
import type { Invitation } from '../domain/invitations.ts'
import type { Person } from '../domain/members.ts'
import * as counts from '../store/counts.ts'
import type { Tx } from '../store/db.ts'
import * as projects from '../store/projects.ts'
import * as teams from '../store/teams.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'
import type { PromisedGrants } from './grants.ts'
import { refuseFullProject, refuseFullTeam, refuseManyTeamsOfUser } from './limits.ts'

/** Where somebody is, or is to be, within an organization. */
export interface Places {
  readonly projectIds: readonly ProjectId[]
  readonly teamIds: readonly TeamId[]
}

export const placesOf = ({
  projectId,
  teamIds = [],
  groupRoleAssignments = [],
}: Partial<Pick<Invitation, 'projectId'>> & PromisedGrants): Places => ({
  projectIds: [...(projectId ? [projectId] : []), ...groupRoleAssignments.map(({ groupId }) => groupId)],
  teamIds,
})

/** Refuses when one of the projects or teams has more people than it may. */
export async function refuseFullPlaces(app: App, tx: Tx, orgId: OrgId, { projectIds, teamIds }: Places): Promise<void> {
  if (!app.settings.limits) return
  for (const projectId of projectIds) {
    const project = await projects.byId(tx, orgId, projectId)
    if (project) await refuseFullProject(app, tx, project)
  }
  for (const teamId of teamIds) {
    const team = await teams.byId(tx, orgId, teamId)
    if (team) await refuseFullTeam(app, tx, team)
  }
}

/** Refuses when a member is in more teams of the organization, or holds roles in more projects, than anybody may. */
export async function refuseManyPlaces(
  app: App,
  tx: Tx,
  orgId: OrgId,
  { userId, username }: Pick<Person, 'userId' | 'username'>,
): Promise<void> {
  if (!app.settings.limits) return
  refuseManyTeamsOfUser(app, username, await teams.ofUser(tx, orgId, userId))
  await refuseManyProjectsOfUser(app, tx, userId)
}

/** Refuses when a person is a member of more organizations than anybody may be. */
export async function refuseManyOrganizations(app: App, tx: Tx, userId: UserId): Promise<void> {
  const limit = app.settings.limits?.orgsPerUser
  if (limit === undefined) return
  const username = await users.hold(tx, userId)
  if ((await counts.organizationsOfUser(tx, userId)) > limit) refuse({ code: 'too_many_orgs_of_user', limit, username })
}

/** Refuses when a person has roles in more projects than anybody may; roles that a team gives them do not count. */
export async function refuseManyProjectsOfUser(app: App, tx: Tx, userId: UserId): Promise<void> {
  const limit = app.settings.limits?.projectsPerUser
  if (limit === undefined) return
  const username = await users.hold(tx, userId)
  if ((await counts.projectsOfUser(tx, userId)) > limit) refuse({ code: 'too_many_groups_of_user', limit, username })
}
