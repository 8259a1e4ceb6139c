// What a project has set for itself: its settings and its limits, each a document that is read whole.
import type { OrgId, ProjectId } from '../domain/ids.ts'
import type { SetLimits } from '../domain/project-limits.ts'
import type { SetProjectSettings } from '../domain/project-settings.ts'
import type { Sql, Tx } from './db.ts'
import { fromJson } from './json.ts'
import { statement } from './statement.ts'

export interface ProjectDocuments {
  readonly settings: SetProjectSettings
  readonly limits: SetLimits
}

interface Place {
  readonly orgId: OrgId
  readonly projectId: ProjectId
}

const row = statement<Place>()((q, p) =>
  q
    .selectFrom('projects')
    .select(['settings', 'limits'])
    .where('org_id', '=', p.orgId)
    .where('project_id', '=', p.projectId),
)

const update = statement<Place & { settings: string; limits: string }>()((q, p) =>
  q
    .updateTable('projects')
    .set({ settings: p.settings, limits: p.limits })
    .where('org_id', '=', p.orgId)
    .where('project_id', '=', p.projectId),
)

/** Both documents; undefined when there is no such project. */
export async function find(sql: Sql, orgId: OrgId, projectId: ProjectId): Promise<ProjectDocuments | undefined> {
  const found = await sql.first(row, { orgId, projectId })
  return found && { settings: fromJson<SetProjectSettings>(found.settings), limits: fromJson<SetLimits>(found.limits) }
}

/** Writes both documents, of a project whose organization is locked; false when the project is gone. */
export async function write(
  tx: Tx,
  orgId: OrgId,
  projectId: ProjectId,
  { settings, limits }: ProjectDocuments,
): Promise<boolean> {
  const documents = { settings: JSON.stringify(settings), limits: JSON.stringify(limits) }
  return (await tx.run(update, { orgId, projectId, ...documents })) === 1
}
