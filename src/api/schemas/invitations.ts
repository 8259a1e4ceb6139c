// The bodies of the invitation endpoints, and their reading into what the use cases take.
import Type, { type Static } from 'typebox'
import { refuse } from '../../domain/faults.ts'
import { isObjectId, type ProjectId, type TeamId } from '../../domain/ids.ts'
import { type GroupRoleAssignment, hasDuplicateAssignments } from '../../domain/invitations.ts'
import { bodyOf } from './body.ts'
import { type RoleCatalogues, RoleNames, readOrgRoles, readProjectRoles, readUsername, Username } from './roles.ts'

const LONGEST_ID = 100
/** As many as Atlas allows teams and projects in an organization. */
export const MOST_GRANTS = 250

const closed = { additionalProperties: false }
export const TeamIds = Type.Array(Type.String({ maxLength: LONGEST_ID }), { maxItems: MOST_GRANTS, uniqueItems: true })
const Assignments = Type.Array(
  Type.Object({ groupId: Type.String({ minLength: 1, maxLength: LONGEST_ID }), roles: RoleNames }, closed),
  { maxItems: MOST_GRANTS },
)

const orgGrants = { groupRoleAssignments: Type.Optional(Assignments), teamIds: Type.Optional(TeamIds) }

export const NewOrgInvitation = Type.Object({ ...orgGrants, roles: RoleNames, username: Username }, closed)
export const newOrgInvitation = bodyOf(NewOrgInvitation)
export const orgInvitationByName = bodyOf(
  Type.Object({ ...orgGrants, roles: Type.Optional(RoleNames), username: Username }, closed),
)
export const orgInvitationChange = bodyOf(
  Type.Object({ ...orgGrants, roles: Type.Optional(RoleNames), username: Type.Optional(Username) }, closed),
)

export const NewProjectInvitation = Type.Object({ roles: RoleNames, username: Username }, closed)
export const newProjectInvitation = bodyOf(NewProjectInvitation)
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

/** Whom a body invites, and to what. */
export function readNewOrgInvitation(body: Static<typeof NewOrgInvitation>, catalogues: RoleCatalogues) {
  const username = readUsername(body.username)
  const { roles = [], teamIds = [], groupRoleAssignments = [] } = readOrgGrants(body, catalogues)
  return { username, roles, teamIds, groupRoleAssignments }
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

const readTeamId = (id: string): TeamId => (isObjectId<TeamId>(id) ? id : refuse({ code: 'team_not_found', id }))

const readAssignment = ({ groupId, roles }: Static<typeof Assignments>[number]): GroupRoleAssignment => ({
  groupId: isObjectId<ProjectId>(groupId) ? groupId : refuse({ code: 'group_not_found', id: groupId }),
  roles,
})
