// Which roles a principal holds: one table for people, teams, API keys and service accounts.
import type { OrgId, PrincipalId, ProjectId } from '../domain/ids.ts'
import type { HeldRoles } from '../domain/members.ts'
import type { Sql, Tx } from './db.ts'
import type { ProjectIdOrNone } from './schema.ts'
import { statement } from './statement.ts'

interface Assignment {
  readonly orgId: OrgId
  readonly principalId: PrincipalId
  readonly projectId: ProjectIdOrNone
  readonly role: string
}

const held = statement<{ orgId: OrgId; principalId: PrincipalId }>()((q, p) =>
  q
    .selectFrom('role_assignments')
    .select(['project_id', 'role'])
    .where('org_id', '=', p.orgId)
    .where('principal_id', '=', p.principalId)
    .orderBy('project_id')
    .orderBy('role'),
)

const row = statement<Assignment>()((q, p) =>
  q
    .insertInto('role_assignments')
    .values({ org_id: p.orgId, principal_id: p.principalId, project_id: p.projectId, role: p.role })
    .onConflict((conflict) => conflict.doNothing()),
)

const ofProject = statement<{ orgId: OrgId; projectId: ProjectId }>()((q, p) =>
  q.deleteFrom('role_assignments').where('org_id', '=', p.orgId).where('project_id', '=', p.projectId),
)

const holding = statement<{ orgId: OrgId; projectId: ProjectIdOrNone; role: string }>()((q, p) =>
  q
    .selectFrom('role_assignments')
    .select('principal_id')
    .where('org_id', '=', p.orgId)
    .where('project_id', '=', p.projectId)
    .where('role', '=', p.role)
    .orderBy('principal_id'),
)

/** The principal's own roles; a person's teams are principals of their own. */
export async function of(sql: Sql, orgId: OrgId, principalId: PrincipalId): Promise<HeldRoles> {
  const orgRoles: string[] = []
  const projectRoles = new Map<ProjectId, string[]>()
  for (const { project_id: projectId, role } of await sql.all(held, { orgId, principalId })) {
    if (projectId === '') orgRoles.push(role)
    else projectRoles.set(projectId, [...(projectRoles.get(projectId) ?? []), role])
  }
  return { orgRoles, projectRoles }
}

/** Gives roles in a project, or in the organization when `projectId` is empty, and says how many were new. */
export async function grant(
  tx: Tx,
  orgId: OrgId,
  principalId: PrincipalId,
  projectId: ProjectIdOrNone,
  roles: readonly string[],
): Promise<number> {
  let granted = 0
  for (const role of roles) granted += await tx.run(row, { orgId, principalId, projectId, role })
  return granted
}

/** Takes everybody's roles in a project away. */
export async function revokeProject(tx: Tx, orgId: OrgId, projectId: ProjectId): Promise<void> {
  await tx.run(ofProject, { orgId, projectId })
}

/** Who holds this role in the project, or in the organization when `projectId` is empty; teams included. */
export async function holders(
  sql: Sql,
  orgId: OrgId,
  projectId: ProjectIdOrNone,
  role: string,
): Promise<readonly PrincipalId[]> {
  const rows = await sql.all(holding, { orgId, projectId, role })
  return rows.map((found) => found.principal_id)
}
