// Refusals of one too many, where limits are set; asked once the new one is in, so that a conflict is said first.
import { refuse } from '../domain/faults.ts'
import type { OrgId } from '../domain/ids.ts'
import type { Project } from '../domain/projects.ts'
import * as counts from '../store/counts.ts'
import type { Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
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
