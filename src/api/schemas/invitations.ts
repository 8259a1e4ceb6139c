// The bodies of the invitation endpoints, and their reading into what the use cases take.
import Type, { type Static } from 'typebox'
import { type Fault, refuse } from '../../domain/faults.ts'
import { isObjectId, type ProjectId, type TeamId } from '../../domain/ids.ts'
import { type GroupRoleAssignment, hasDuplicateAssignments } from '../../domain/invitations.ts'
import { isOrgRole, isProjectRole } from '../../domain/roles.ts'
import { LONGEST_USERNAME, parseUsername } from '../../domain/usernames.ts'
import { bodyOf } from './body.ts'

/** The role catalogues of a service: what its requests may name. */
export interface RoleCatalogues {
  readonly orgRoles: readonly string[]
  readonly projectRoles: readonly string[]
}

const LONGEST_ROLE = 100
/** As many as Atlas allows teams and projects in an organization. */
const MOST_GRANTS = 250

const closed = { additionalProperties: false }
const RoleNames = Type.Array(Type.String({ maxLength: LONGEST_ROLE }), { minItems: 1, uniqueItems: true })
const Username = Type.String({ minLength: 1, maxLength: LONGEST_USERNAME })
const TeamIds = Type.Array(Type.String({ maxLength: LONGEST_ROLE }), { maxItems: MOST_GRANTS, uniqueItems: true })
const Assignments = Type.Array(
  Type.Object({ groupId: Type.String({ minLength: 1, maxLength: LONGEST_ROLE }), roles: RoleNames }, closed),
  { maxItems: MOST_GRANTS },
)

const orgGrants = { groupRoleAssignments: Type.Optional(Assignments), teamIds: Type.Optional(TeamIds) }

export const newOrgInvitation = bodyOf(Type.Object({ ...orgGrants, roles: RoleNames, username: Username }, closed))
export const orgInvitationByName = bodyOf(
  Type.Object({ ...orgGrants, roles: Type.Optional(RoleNames), username: Username }, closed),
)
export const orgInvitationChange = bodyOf(
  Type.Object({ ...orgGrants, roles: Type.Optional(RoleNames), username: Type.Optional(Username) }, closed),
)

export const newProjectInvitation = bodyOf(Type.Object({ roles: RoleNames, username: Username }, closed))
export const projectInvitationByName = bodyOf(
  Type.Object({ roles: Type.Optional(RoleNames), username: Username }, closed),
)
export const projectInvitationChange = bodyOf(
  Type.Object({ roles: Type.Optional(RoleNames), username: Type.Optional(Username) }, closed),
)

interface OrgGrantsBody {
  readonly groupRoleAssignments?: Static<typeof Assignments>
  readonly roles?: readonly string[]
  readonly teamIds?: readonly string[]
}

/** The grants that a body names; what it leaves out stays undefined. Roles are judged before what ids stand for. */
export function readOrgGrants(body: OrgGrantsBody, catalogues: RoleCatalogues) {
  const roles = body.roles && readOrgRoles(body.roles, catalogues)
  for (const assignment of body.groupRoleAssignments ?? []) readProjectRoles(assignment.roles, catalogues)
  const groupRoleAssignments = body.groupRoleAssignments?.map(readAssignment)
  if (hasDuplicateAssignments(groupRoleAssignments ?? [])) {
    refuse({ code: 'invalid_attribute', attribute: 'groupRoleAssignments' })
  }
  return { roles, teamIds: body.teamIds?.map(readTeamId), groupRoleAssignments }
}

function readOrgRoles(roles: readonly string[], { orgRoles }: RoleCatalogues): readonly string[] {
  return checkRoles(roles, orgRoles, isProjectRole, 'project_role_on_organization')
}

export function readProjectRoles(roles: readonly string[], { projectRoles }: RoleCatalogues): readonly string[] {
  return checkRoles(roles, projectRoles, isOrgRole, 'organization_role_on_project')
}

/** The address in its canonical form. */
export const readUsername = (username: string): string =>
  parseUsername(username) ?? refuse({ code: 'invalid_username', username })

function checkRoles(
  roles: readonly string[],
  catalogue: readonly string[],
  isOtherLevel: (role: string) => boolean,
  otherLevel: Extract<Fault, { role: string }>['code'],
): readonly string[] {
  const wrong = roles.find((role) => !catalogue.includes(role))
  if (wrong === undefined) return roles
  return refuse({ code: isOtherLevel(wrong) ? otherLevel : 'unknown_role', role: wrong })
}

const readTeamId = (id: string): TeamId => (isObjectId<TeamId>(id) ? id : refuse({ code: 'team_not_found', id }))

const readAssignment = ({ groupId, roles }: Static<typeof Assignments>[number]): GroupRoleAssignment => ({
  groupId: isObjectId<ProjectId>(groupId) ? groupId : refuse({ code: 'group_not_found', id: groupId }),
  roles,
})
