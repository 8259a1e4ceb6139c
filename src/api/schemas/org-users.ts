// The bodies of the operations on an organization's users, and their reading into what the use cases take.
import Type, { type Static } from 'typebox'
import { bodyOf } from './body.ts'
import { MOST_GRANTS, readOrgGrants, TeamIds } from './invitations.ts'
import { type RoleCatalogues, RoleName, RoleNames, readOrgRoles, readUsername, Username } from './roles.ts'
import { closed } from './vocabulary.ts'

const Assignments = Type.Array(closed({ groupId: Type.String({ minLength: 1 }), groupRoles: RoleNames }), {
  maxItems: MOST_GRANTS,
})

const roles = { groupRoleAssignments: Type.Optional(Assignments) }

export const NewOrgUser = closed({
  roles: closed({ ...roles, orgRoles: RoleNames }),
  teamIds: Type.Optional(TeamIds),
  username: Username,
})

export const newOrgUser = bodyOf(NewOrgUser)

const Change = closed({
  roles: Type.Optional(closed({ ...roles, orgRoles: Type.Optional(RoleNames) })),
  teamIds: Type.Optional(TeamIds),
})

export const orgUserChange = bodyOf(Change)

export const oneOrgRole = bodyOf(closed({ orgRole: RoleName }))

/** `links` is the service's own, and comes back from clients that send what they got. */
export const allOrgRoles = bodyOf(closed({ links: Type.Optional(Type.Array(Type.Unknown())), orgRoles: RoleNames }))

/** The grants that a body names; what it leaves out stays undefined. */
export const readOrgUserGrants = ({ roles = {}, teamIds }: Static<typeof Change>, catalogues: RoleCatalogues) =>
  readOrgGrants(
    {
      ...(roles.orgRoles && { roles: roles.orgRoles }),
      ...(roles.groupRoleAssignments && {
        groupRoleAssignments: roles.groupRoleAssignments.map(({ groupId, groupRoles }) => ({
          groupId,
          roles: groupRoles,
        })),
      }),
      ...(teamIds && { teamIds }),
    },
    catalogues,
  )

/** Whom a body invites, and to what. */
export function readNewOrgUser(body: Static<typeof NewOrgUser>, catalogues: RoleCatalogues) {
  const username = readUsername(body.username)
  const { roles = [], teamIds = [], groupRoleAssignments = [] } = readOrgUserGrants(body, catalogues)
  return { username, roles, teamIds, groupRoleAssignments }
}

export function readOrgRole(role: string, catalogues: RoleCatalogues): string {
  readOrgRoles([role], catalogues)
  return role
}
