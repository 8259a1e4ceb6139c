// The organization roles of its users: one more, one less, or all of them anew.
import { addOrgUserRole, removeOrgUserRole, setOrgRoles } from '../../usecases/org-users.ts'
import { resource, route, shows } from '../route.ts'
import { allOrgRoles, oneOrgRole, readOrgRole } from '../schemas/org-users.ts'
import { readOrgRoles } from '../schemas/roles.ts'
import { NEW_USERS, REPLACED_BY_ORG_USERS } from './versions.ts'

const shared = { limit: 'orgUsers', needs: 'org.users.manage' } as const

export const orgUserRoleRoutes = [
  route({
    ...shared,
    operationId: 'addOrgUserRole',
    method: 'POST',
    path: '/orgs/{orgId}/users/{userId}:addRole',
    versions: NEW_USERS,
    body: oneOrgRole,
    answer: shows('orgUser'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const role = readOrgRole(body.orgRole, dialect)
      return resource(dialect.present.orgUser(await addOrgUserRole(app, allowed, params.userId, role)))
    },
  }),
  route({
    ...shared,
    operationId: 'removeOrgUserRole',
    method: 'POST',
    path: '/orgs/{orgId}/users/{userId}:removeRole',
    versions: NEW_USERS,
    body: oneOrgRole,
    answer: shows('orgUser'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const role = readOrgRole(body.orgRole, dialect)
      return resource(dialect.present.orgUser(await removeOrgUserRole(app, allowed, params.userId, role)))
    },
  }),
  route({
    ...shared,
    operationId: 'updateOrgUserRoles',
    method: 'PUT',
    path: '/orgs/{orgId}/users/{userId}/roles',
    versions: REPLACED_BY_ORG_USERS,
    body: allOrgRoles,
    answer: shows('orgRoles'),
    run: async ({ app, allowed, body, dialect, links, params }) => {
      const roles = readOrgRoles(body.orgRoles, dialect)
      const member = await setOrgRoles(app, allowed, params.userId, roles)
      const path = `/orgs/${params.orgId}/users/${member.userId}/roles`
      return resource(dialect.present.orgRoles(member, path, links))
    },
  }),
]
