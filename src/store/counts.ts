// How much there is of what limits are set on; pending invitations count, because each may become a member.
import type { OrgId, ProjectId, TeamId, UserId } from '../domain/ids.ts'
import type { Sql } from './db.ts'
import { pending, toNonMember } from './invitation-statements.ts'
import { statement } from './statement.ts'

const membersOf = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('members')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId),
)

/** Addresses, whatever they are invited to; those of members count as members already. */
const pendingOf = statement<{ orgId: OrgId; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .select((eb) => eb.fn.count<number>('i.username').distinct().as('count'))
    .where('i.org_id', '=', p.orgId)
    .where((eb) => pending(eb, p.now))
    .where(toNonMember),
)

const peopleIn = statement<{ orgId: OrgId; projectId: ProjectId }>()((q, p) =>
  q
    .selectFrom('role_assignments as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.org_id', '=', 'r.org_id').onRef('m.user_id', '=', 'r.principal_id'),
    )
    .select((eb) => eb.fn.count<number>('r.principal_id').distinct().as('count'))
    .where('r.org_id', '=', p.orgId)
    .where('r.project_id', '=', p.projectId),
)

/** Addresses, whether the project's own invitations or the organization's promise them roles there. */
const pendingIn = statement<{ orgId: OrgId; projectId: ProjectId; like: string; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .select((eb) => eb.fn.count<number>('i.username').distinct().as('count'))
    .where('i.org_id', '=', p.orgId)
    .where((eb) => eb.or([eb('i.project_id', '=', p.projectId), eb('i.group_role_assignments', 'like', p.like)]))
    .where((eb) => pending(eb, p.now)),
)

const projectsOf = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('projects')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId),
)

const peopleInTeam = statement<{ orgId: OrgId; teamId: TeamId }>()((q, p) =>
  q
    .selectFrom('team_members')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId)
    .where('team_id', '=', p.teamId),
)

const pendingInTeam = statement<{ orgId: OrgId; like: string; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('i.org_id', '=', p.orgId)
    .where('i.team_ids', 'like', p.like)
    .where((eb) => pending(eb, p.now)),
)

/** Over all organizations: the memberships of a person are the one thing that is not kept by organization. */
const organizationsHaving = statement<{ userId: UserId }>()((q, p) =>
  q
    .selectFrom('memberships_of_user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', p.userId),
)

const projectsHaving = statement<{ userId: UserId }>()((q, p) =>
  q
    .selectFrom('memberships_of_user as m')
    .innerJoin('role_assignments as r', (join) =>
      join.onRef('r.org_id', '=', 'm.org_id').onRef('r.principal_id', '=', 'm.user_id'),
    )
    .select((eb) => eb.fn.count<number>('r.project_id').distinct().as('count'))
    .where('m.user_id', '=', p.userId)
    .where('r.project_id', '!=', ''),
)

/** The organizations that a person is a member of. */
export const organizationsOfUser = async (sql: Sql, userId: UserId): Promise<number> =>
  (await sql.first(organizationsHaving, { userId }))?.count ?? 0

/** The projects, of all organizations, in which a person has a role of their own. */
export const projectsOfUser = async (sql: Sql, userId: UserId): Promise<number> =>
  (await sql.first(projectsHaving, { userId }))?.count ?? 0

/** Members and people invited to the organization or to one of its projects. */
export async function usersOfOrg(sql: Sql, orgId: OrgId, now: number): Promise<number> {
  const members = await sql.first(membersOf, { orgId })
  const pending = await sql.first(pendingOf, { orgId, now })
  return (members?.count ?? 0) + (pending?.count ?? 0)
}

/** People with a role of their own in the project, and people invited to it. */
export async function usersOfProject(sql: Sql, orgId: OrgId, projectId: ProjectId, now: number): Promise<number> {
  const people = await sql.first(peopleIn, { orgId, projectId })
  const pending = await sql.first(pendingIn, { orgId, projectId, like: `%"${projectId}"%`, now })
  return (people?.count ?? 0) + (pending?.count ?? 0)
}

export const projects = async (sql: Sql, orgId: OrgId): Promise<number> =>
  (await sql.first(projectsOf, { orgId }))?.count ?? 0

/** People in the team, and people who will be in it once they accept. */
export async function usersOfTeam(sql: Sql, orgId: OrgId, teamId: TeamId, now: number): Promise<number> {
  const people = await sql.first(peopleInTeam, { orgId, teamId })
  const pending = await sql.first(pendingInTeam, { orgId, like: `%"${teamId}"%`, now })
  return (people?.count ?? 0) + (pending?.count ?? 0)
}
