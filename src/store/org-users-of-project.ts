// Who counts as a user of a project: whoever has roles there, and on request whoever comes in by a team or by the organization.
import { type Expression, sql as raw, type SqlBool } from 'kysely'
import type { OrgId, ProjectId, UserId } from '../domain/ids.ts'
import { ATLAS_ORG_ROLES, impliedProjectRoles } from '../domain/roles.ts'
import type { Sql } from './db.ts'
import { type InvitationRows, type MemberRows, type UserFilter, type UserPage, usersOfPlace } from './org-user-pages.ts'

export interface ProjectListing {
  /** Whether people count whose team has roles in the project. */
  readonly flattenTeams: boolean
  /** Whether people count whose organization roles imply roles in every project. */
  readonly includeOrgUsers: boolean
}

const IMPLYING = ATLAS_ORG_ROLES.filter((role) => impliedProjectRoles([role]).length > 0)

/** The users who have roles in the project, or are promised some; the listing may ask for more. */
export const listOfProject = (
  sql: Sql,
  orgId: OrgId,
  projectId: ProjectId,
  { flattenTeams, includeOrgUsers }: ProjectListing,
  filter: UserFilter,
): Promise<UserPage> => {
  const choices = flattenTeams ? withTeams : withoutTeams
  const list = includeOrgUsers ? choices.withOrgUsers : choices.alone
  return list(sql, { orgId, projectId, like: `%"${projectId}"%` }, filter)
}

interface InProject {
  readonly projectId: ProjectId
  readonly like: string
}

const usersOfProject = ({ flattenTeams, includeOrgUsers }: ProjectListing) =>
  usersOfPlace<InProject>({
    members: (eb, { orgId, projectId }) =>
      eb.or([
        eb('m.user_id', 'in', holders(eb, orgId, projectId)),
        ...(flattenTeams ? [eb('m.user_id', 'in', teamMates(eb, orgId, projectId))] : []),
        ...(includeOrgUsers ? [eb('m.user_id', 'in', seeingAllProjects(eb, orgId))] : []),
      ]),
    invited: (eb, { orgId, projectId, like }) =>
      eb.or([
        eb('i.group_role_assignments', 'like', like),
        ...(flattenTeams ? [promisedTeam(eb, orgId, projectId)] : []),
        ...(includeOrgUsers ? IMPLYING.map((role) => eb('i.roles', 'like', `%"${role}"%`)) : []),
      ]),
  })

const listings = (flattenTeams: boolean) => ({
  alone: usersOfProject({ flattenTeams, includeOrgUsers: false }),
  withOrgUsers: usersOfProject({ flattenTeams, includeOrgUsers: true }),
})
const withTeams = listings(true)
const withoutTeams = listings(false)

const holders = (eb: MemberRows, orgId: OrgId, projectId: ProjectId) =>
  eb
    .selectFrom('role_assignments as r')
    .select((r) => r.ref('r.principal_id').$castTo<UserId>().as('user_id'))
    .where('r.org_id', '=', orgId)
    .where('r.project_id', '=', projectId)

const teamMates = (eb: MemberRows, orgId: OrgId, projectId: ProjectId) =>
  eb
    .selectFrom('role_assignments as r')
    .innerJoin('team_members as t', (join) =>
      join.onRef('t.org_id', '=', 'r.org_id').onRef('t.team_id', '=', 'r.principal_id'),
    )
    .select('t.user_id')
    .where('r.org_id', '=', orgId)
    .where('r.project_id', '=', projectId)

const seeingAllProjects = (eb: MemberRows, orgId: OrgId) =>
  eb
    .selectFrom('role_assignments as r')
    .select((r) => r.ref('r.principal_id').$castTo<UserId>().as('user_id'))
    .where('r.org_id', '=', orgId)
    .where('r.project_id', '=', '')
    .where('r.role', 'in', IMPLYING)

/** Whether a promised team has roles in the project: team ids are looked for in the JSON, which no other text of it resembles. */
const promisedTeam = (eb: InvitationRows, orgId: OrgId, projectId: ProjectId): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('role_assignments as r')
      .innerJoin('teams as t', (join) =>
        join.onRef('t.org_id', '=', 'r.org_id').onRef('t.team_id', '=', 'r.principal_id'),
      )
      .select('t.team_id')
      .where('r.org_id', '=', orgId)
      .where('r.project_id', '=', projectId)
      .where((r) => r('i.team_ids', 'like', raw<string>`'%"' || t.team_id || '"%'`)),
  )
