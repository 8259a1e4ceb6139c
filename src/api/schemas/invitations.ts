// The bodies of the invitation endpoints, and their reading into what the use cases take.
import Type, { type Static } from 'typebox'
import { type Fault, refuse } from '../../domain/faults.ts'
import { isObjectId, type ProjectId, type TeamId } from '../../domain/ids.ts'
import type { GroupRoleAssignment } from '../../domain/invitations.ts'
import { isOrgRole, isProjectRole } from '../../domain/roles.ts'
import { LONGEST_USERNAME, parseUsername } from '../../domain/usernames.ts'
import { bodyOf } from './body.ts'

/** The role catalogues of a service: what its requests may name. */
export interface RoleCatalogues {
  readonly orgRoles: readonly string[]
  readonly projectRoles: readonly string[]
}

const LONGEST_ROLE = 100

const closed = { additionalProperties: false }
const RoleNames = Type.Array(Type.String({ maxLength: LONGEST_ROLE }), { minItems: 1, uniqueItems: true })
const Username = Type.String({ minLength: 1, maxLength: LONGEST_USERNAME })
const TeamIds = Type.Array(Type.String({ maxLength: LONGEST_ROLE }), { uniqueItems: true })
const Assignments = Type.Array(
  Type.Object({ groupId: Type.String({ minLength: 1, maxLength: LONGEST_ROLE }), roles: RoleNames }, closed),
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

/** The grants that a body names; what it leaves out stays undefined. */
export const readOrgGrants = (body: OrgGrantsBody, catalogues: RoleCatalogues) => ({
  roles: body.roles && readOrgRoles(body.roles, catalogues),
  teamIds: body.teamIds?.map(readTeamId),
  groupRoleAssignments: body.groupRoleAssignments?.map((assignment) => readAssignment(assignment, catalogues)),
})

export function readOrgRoles(roles: readonly string[], { orgRoles }: RoleCatalogues): readonly string[] {
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

const readAssignment = (
  { groupId, roles }: Static<typeof Assignments>[number],
  catalogues: RoleCatalogues,
): GroupRoleAssignment => ({
  groupId: isObjectId<ProjectId>(groupId) ? groupId : refuse({ code: 'group_not_found', id: groupId }),
  roles: readProjectRoles(roles, catalogues),
})
