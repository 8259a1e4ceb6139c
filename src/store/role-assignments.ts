// Which roles a principal holds: one table for people, teams, API keys and service accounts.
import type { OrgId, PrincipalId, ProjectId, UserId } from '../domain/ids.ts'
import type { HeldRoles } from '../domain/members.ts'
import type { Sql, Tx } from './db.ts'
import type { ProjectIdOrNone, Tables } from './schema.ts'
import { listStatement, statement } from './statement.ts'

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

const heldWithTeams = statement<{ orgId: OrgId; userId: UserId }>()((q, p) =>
  q
    .selectFrom('role_assignments')
    .select(['project_id', 'role'])
    .distinct()
    .where('org_id', '=', p.orgId)
    .where((eb) =>
      eb.or([
        eb('principal_id', '=', p.userId),
        eb(
          'principal_id',
          'in',
          eb
            .selectFrom('team_members as t')
            .select('t.team_id')
            .where('t.org_id', '=', p.orgId)
            .where('t.user_id', '=', p.userId),
        ),
      ]),
    )
    .orderBy('project_id')
    .orderBy('role'),
)

const row = statement<Assignment>()((q, p) =>
  q
    .insertInto('role_assignments')
    .values({ org_id: p.orgId, principal_id: p.principalId, project_id: p.projectId, role: p.role })
    .onConflict((conflict) => conflict.doNothing()),
)

const taken = statement<Assignment>()((q, p) =>
  q
    .deleteFrom('role_assignments')
    .where('org_id', '=', p.orgId)
    .where('principal_id', '=', p.principalId)
    .where('project_id', '=', p.projectId)
    .where('role', '=', p.role),
)

const ofPrincipal = statement<{ orgId: OrgId; principalId: PrincipalId }>()((q, p) =>
  q.deleteFrom('role_assignments').where('org_id', '=', p.orgId).where('principal_id', '=', p.principalId),
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

const heldByEach = listStatement<{ orgId: OrgId }>()((q, p, list: readonly PrincipalId[]) =>
  q
    .selectFrom('role_assignments')
    .select(['principal_id', 'project_id', 'role'])
    .where('org_id', '=', p.orgId)
    .where('principal_id', 'in', list)
    .orderBy('principal_id')
    .orderBy('project_id')
    .orderBy('role'),
)

/** The principal's own roles; a person's teams are principals of their own. */
export async function of(sql: Sql, orgId: OrgId, principalId: PrincipalId): Promise<HeldRoles> {
  return collected(await sql.all(held, { orgId, principalId }))
}

/** A person's own roles and those of the teams they are in, each once. */
export const ofPerson = async (sql: Sql, orgId: OrgId, userId: UserId): Promise<HeldRoles> =>
  collected(await sql.all(heldWithTeams, { orgId, userId }))

/** The own roles of each of these principals, in one statement; whoever holds none is missing. */
export async function ofEach<Id extends PrincipalId>(
  sql: Sql,
  orgId: OrgId,
  ids: readonly Id[],
): Promise<ReadonlyMap<PrincipalId, HeldRoles>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.all(heldByEach(ids), { orgId, list: ids })
  const grouped = Map.groupBy(rows, (found) => found.principal_id)
  return new Map([...grouped].map(([id, own]) => [id, collected(own)]))
}

function collected(rows: readonly Pick<Tables['role_assignments'], 'project_id' | 'role'>[]): HeldRoles {
  const orgRoles: string[] = []
  const projectRoles = new Map<ProjectId, string[]>()
  for (const { project_id: projectId, role } of rows) {
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

/** Takes roles in a project, or in the organization when `projectId` is empty, and says how many were held. */
export async function revoke(
  tx: Tx,
  orgId: OrgId,
  principalId: PrincipalId,
  projectId: ProjectIdOrNone,
  roles: readonly string[],
): Promise<number> {
  let revoked = 0
  for (const role of roles) revoked += await tx.run(taken, { orgId, principalId, projectId, role })
  return revoked
}

/** Takes every role of a principal in the organization and its projects away. */
export async function revokeAll(tx: Tx, orgId: OrgId, principalId: PrincipalId): Promise<void> {
  await tx.run(ofPrincipal, { orgId, principalId })
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
