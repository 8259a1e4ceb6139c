// How much there is of what limits are set on; pending invitations count, because each may become a member.
import type { OrgId, ProjectId } from '../domain/ids.ts'
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

const pendingIn = statement<{ orgId: OrgId; projectId: ProjectId; now: number }>()((q, p) =>
  q
    .selectFrom('invitations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId)
    .where('project_id', '=', p.projectId)
    .where('status', '=', 'PENDING')
    .where('expires_at', '>', p.now),
)

const projectsOf = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('projects')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId),
)

/** Members and people invited to the organization or to one of its projects. */
export async function usersOfOrg(sql: Sql, orgId: OrgId, now: number): Promise<number> {
  const members = await sql.first(membersOf, { orgId })
  const pending = await sql.first(pendingOf, { orgId, now })
  return (members?.count ?? 0) + (pending?.count ?? 0)
}

/** People with a role of their own in the project, and people invited to it. */
export async function usersOfProject(sql: Sql, orgId: OrgId, projectId: ProjectId, now: number): Promise<number> {
  const people = await sql.first(peopleIn, { orgId, projectId })
  const pending = await sql.first(pendingIn, { orgId, projectId, now })
  return (people?.count ?? 0) + (pending?.count ?? 0)
}

export const projects = async (sql: Sql, orgId: OrgId): Promise<number> =>
  (await sql.first(projectsOf, { orgId }))?.count ?? 0
