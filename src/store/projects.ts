// Projects ("groups" on the wire): their rows, and the directory entry that says whose they are.
import type { OrgId, ProjectId } from '../domain/ids.ts'
import type { Project, Tag } from '../domain/projects.ts'
import type { Sql, Tx } from './db.ts'
import * as directory from './directory.ts'
import { fromJson } from './json.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

const rowById = statement<{ orgId: OrgId; projectId: ProjectId }>()((q, p) =>
  q.selectFrom('projects').selectAll().where('org_id', '=', p.orgId).where('project_id', '=', p.projectId),
)

const rowByName = statement<{ orgId: OrgId; name: string }>()((q, p) =>
  q.selectFrom('projects').selectAll().where('org_id', '=', p.orgId).where('name', '=', p.name),
)

const rowsOfOrganization = statement<{ orgId: OrgId }>()((q, p) =>
  q.selectFrom('projects').selectAll().where('org_id', '=', p.orgId).orderBy('name'),
)

export const byId = async (sql: Sql, orgId: OrgId, projectId: ProjectId): Promise<Project | undefined> =>
  toProject(await sql.first(rowById, { orgId, projectId }))

export const byName = async (sql: Sql, orgId: OrgId, name: string): Promise<Project | undefined> =>
  toProject(await sql.first(rowByName, { orgId, name }))

/** All projects of the organization, by name in the order of code points. */
export const list = async (sql: Sql, orgId: OrgId): Promise<readonly Project[]> =>
  (await sql.all(rowsOfOrganization, { orgId })).map(fromRow)

/** False, and nothing written, when the organization has a project of that name. */
export async function insert(tx: Tx, project: Project): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.q
    .insertInto('projects')
    .values({
      org_id: project.orgId,
      project_id: project.projectId,
      name: project.name,
      tags: JSON.stringify(project.tags ?? null),
      with_default_alerts_settings: project.withDefaultAlertsSettings ? 1 : 0,
      created_at: project.createdAt,
      settings: '{}',
      limits: '{}',
      region_usage_restrictions: project.regionUsageRestrictions ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await directory.insert(tx, `project:${project.projectId}`, project.orgId)
  return true
}

/**
 * Writes the project's name, tags and alert settings; false when it is gone. Whether the name is free has been seen
 * under the organization's lock.
 */
export async function change(tx: Tx, project: Project): Promise<boolean> {
  const { numUpdatedRows } = await tx.q
    .updateTable('projects')
    .set({
      name: project.name,
      tags: JSON.stringify(project.tags ?? null),
      with_default_alerts_settings: project.withDefaultAlertsSettings ? 1 : 0,
    })
    .where('org_id', '=', project.orgId)
    .where('project_id', '=', project.projectId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Exactly one caller ever sees `true` for the same project. */
export async function remove(tx: Tx, orgId: OrgId, projectId: ProjectId): Promise<boolean> {
  const { numDeletedRows } = await tx.q
    .deleteFrom('projects')
    .where('org_id', '=', orgId)
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows !== 1n) return false
  await directory.remove(tx, `project:${projectId}`)
  return true
}

const toProject = (row: Tables['projects'] | undefined): Project | undefined => row && fromRow(row)

const fromRow = (row: Tables['projects']): Project => ({
  orgId: row.org_id,
  projectId: row.project_id,
  name: row.name,
  tags: fromJson<readonly Tag[] | null>(row.tags) ?? undefined,
  withDefaultAlertsSettings: row.with_default_alerts_settings === 1,
  regionUsageRestrictions: row.region_usage_restrictions ?? undefined,
  createdAt: row.created_at,
})
