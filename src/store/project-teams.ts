// Teams where they are assigned to a project: a team is there for as long as it holds a role.
import type { OrgId, ProjectId, TeamId } from '../domain/ids.ts'
import type { ProjectTeam } from '../domain/teams.ts'
import type { Sql } from './db.ts'
import { listStatement, statement } from './statement.ts'
import type { Slice } from './teams.ts'

const idsOnPage = statement<{ orgId: OrgId; projectId: ProjectId } & Slice>()((q, p) =>
  q
    .selectFrom('teams as t')
    .select('t.team_id')
    .where('t.org_id', '=', p.orgId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('role_assignments as r')
          .select('r.role')
          .where('r.org_id', '=', p.orgId)
          .where('r.project_id', '=', p.projectId)
          .whereRef('r.principal_id', '=', 't.team_id'),
      ),
    )
    .orderBy('t.name')
    .limit(p.limit)
    .offset(p.offset),
)

const countInProject = statement<{ orgId: OrgId; projectId: ProjectId }>()((q, p) =>
  q
    .selectFrom('role_assignments as r')
    .innerJoin('teams as t', (join) =>
      join.onRef('t.org_id', '=', 'r.org_id').onRef('t.team_id', '=', 'r.principal_id'),
    )
    .select((eb) => eb.fn.count<number>('r.principal_id').distinct().as('count'))
    .where('r.org_id', '=', p.orgId)
    .where('r.project_id', '=', p.projectId),
)

const rolesInProject = listStatement<{ orgId: OrgId; projectId: ProjectId }>()((q, p, list: readonly TeamId[]) =>
  q
    .selectFrom('role_assignments')
    .select(['principal_id', 'role'])
    .where('org_id', '=', p.orgId)
    .where('principal_id', 'in', list)
    .where('project_id', '=', p.projectId)
    .orderBy('role'),
)

export interface ProjectTeamPage {
  readonly teams: readonly ProjectTeam[]
  /** How many there are on all pages. */
  readonly total: number
}

/** A page of the project's teams, by the names of the teams, and how many there are. */
export async function list(
  sql: Sql,
  orgId: OrgId,
  projectId: ProjectId,
  { offset, limit }: Slice,
): Promise<ProjectTeamPage> {
  const ids = (await sql.all(idsOnPage, { orgId, projectId, offset, limit })).map((row) => row.team_id)
  const roles = await rolesOfEach(sql, orgId, projectId, ids)
  const teams = ids.map((teamId) => ({ projectId, teamId, roles: roles.get(teamId) ?? [] }))
  return { teams, total: await count(sql, orgId, projectId) }
}

export const count = async (sql: Sql, orgId: OrgId, projectId: ProjectId): Promise<number> =>
  (await sql.first(countInProject, { orgId, projectId }))?.count ?? 0

/** The roles that the team holds in the project; none where it is not assigned. */
export const rolesOf = async (
  sql: Sql,
  orgId: OrgId,
  projectId: ProjectId,
  teamId: TeamId,
): Promise<readonly string[]> => (await rolesOfEach(sql, orgId, projectId, [teamId])).get(teamId) ?? []

async function rolesOfEach(
  sql: Sql,
  orgId: OrgId,
  projectId: ProjectId,
  ids: readonly TeamId[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.all(rolesInProject(ids), { orgId, projectId, list: ids })
  const grouped = Map.groupBy(rows, (row) => row.principal_id)
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ role }) => role)]))
}
