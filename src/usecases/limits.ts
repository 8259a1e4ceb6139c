// Refusals of one too many, where limits are set; asked once the new one is in, so that a conflict is said first.
import { refuse } from '../domain/faults.ts'
import type { OrgId, TeamId } from '../domain/ids.ts'
import type { Project } from '../domain/projects.ts'
import type { Team } from '../domain/teams.ts'
import * as apiKeys from '../store/api-keys.ts'
import * as counts from '../store/counts.ts'
import type { Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import * as projectTeams from '../store/project-teams.ts'
import * as teams from '../store/teams.ts'
import type { App } from './app.ts'

/**
 * The organization, held for as long as the transaction lasts: shared with others like it, or alone where limits are
 * counted, so that two callers cannot both take the last place.
 */
export const holdForOneMore = (app: App, tx: Tx, orgId: OrgId) =>
  app.settings.limits ? organizations.lock(tx, orgId) : organizations.share(tx, orgId)

export async function refuseFullOrganization(app: App, tx: Tx, { orgId, name }: { orgId: OrgId; name: string }) {
  const limit = app.settings.limits?.usersPerOrg
  if (limit === undefined || (await counts.usersOfOrg(tx, orgId, app.ambient.now())) <= limit) return
  refuse({ code: 'org_is_full', limit, name })
}

export async function refuseFullProject(app: App, tx: Tx, { orgId, projectId, name }: Project): Promise<void> {
  const limit = app.settings.limits?.usersPerProject
  if (limit === undefined || (await counts.usersOfProject(tx, orgId, projectId, app.ambient.now())) <= limit) return
  refuse({ code: 'group_is_full', limit, name })
}

export async function refuseManyProjects(app: App, tx: Tx, { orgId, name }: { orgId: OrgId; name: string }) {
  const limit = app.settings.limits?.projectsPerOrg
  if (limit === undefined || (await counts.projects(tx, orgId)) <= limit) return
  refuse({ code: 'too_many_groups', limit, name })
}

export async function refuseManyTeams(app: App, tx: Tx, { orgId, name }: { orgId: OrgId; name: string }) {
  const limit = app.settings.limits?.teamsPerOrg
  if (limit === undefined || (await teams.count(tx, orgId)) <= limit) return
  refuse({ code: 'too_many_teams', limit, name })
}

export async function refuseManyTeamsInProject(app: App, tx: Tx, { orgId, projectId, name }: Project): Promise<void> {
  const limit = app.settings.limits?.teamsPerProject
  if (limit === undefined || (await projectTeams.count(tx, orgId, projectId)) <= limit) return
  refuse({ code: 'too_many_teams_in_group', limit, name })
}

export async function refuseFullTeam(app: App, tx: Tx, { orgId, teamId, name }: Team): Promise<void> {
  const limit = app.settings.limits?.usersPerTeam
  if (limit === undefined || (await counts.usersOfTeam(tx, orgId, teamId, app.ambient.now())) <= limit) return
  refuse({ code: 'team_is_full', limit, name })
}

/** `held` are the teams that the person is in, or will be. */
export function refuseManyTeamsOfUser(app: App, username: string, held: readonly TeamId[]): void {
  const limit = app.settings.limits?.teamsPerUser
  if (limit !== undefined && held.length > limit) refuse({ code: 'too_many_teams_of_user', limit, username })
}

export async function refuseManyApiKeys(app: App, tx: Tx, { orgId, name }: { orgId: OrgId; name: string }) {
  const limit = app.settings.limits?.apiKeysPerOrg
  if (limit === undefined || (await apiKeys.count(tx, orgId)) <= limit) return
  refuse({ code: 'too_many_api_keys', limit, name })
}
