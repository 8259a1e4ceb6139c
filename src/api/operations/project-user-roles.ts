// The roles of a project's users: one more, one less, or all of them anew.
import { addProjectUserRole, removeProjectUserRole, setProjectUserRoles } from '../../usecases/project-user-roles.ts'
import { resource, route, shows } from '../route.ts'
import { oneProjectRole, projectRoles } from '../schemas/project-users.ts'
import { readProjectRole, readProjectRoles } from '../schemas/roles.ts'
import { NEW_USERS, REPLACED_BY_ORG_USERS } from './versions.ts'

export const projectUserRoleRoutes = [
  route({
    operationId: 'addGroupUserRole',
    method: 'POST',
    path: '/groups/{groupId}/users/{userId}:addRole',
    limit: 'projectUsers',
    needs: 'project.users.manage',
    versions: NEW_USERS,
    body: oneProjectRole,
    answer: shows('groupUser'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const role = readProjectRole(body.groupRole, dialect)
      const user = await addProjectUserRole(app, allowed, params.userId, role)
      return resource(dialect.present.groupUser(user, params.groupId))
    },
  }),
  route({
    operationId: 'removeGroupUserRole',
    method: 'POST',
    path: '/groups/{groupId}/users/{userId}:removeRole',
    limit: 'projectUsers',
    needs: 'project.users.manage',
    versions: NEW_USERS,
    body: oneProjectRole,
    answer: shows('groupUser'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const role = readProjectRole(body.groupRole, dialect)
      const user = await removeProjectUserRole(app, allowed, params.userId, role)
      return resource(dialect.present.groupUser(user, params.groupId))
    },
  }),
  route({
    operationId: 'updateGroupUserRoles',
    method: 'PUT',
    path: '/groups/{groupId}/users/{userId}/roles',
    limit: 'projectUsers',
    needs: 'project.users.setRoles',
    versions: REPLACED_BY_ORG_USERS,
    body: projectRoles,
    answer: shows('groupRoles'),
    run: async ({ app, allowed, body, dialect, links, params: { groupId, userId } }) => {
      const user = await setProjectUserRoles(app, allowed, userId, readProjectRoles(body.groupRoles, dialect))
      return resource(dialect.present.groupRoles(user, groupId, `/groups/${groupId}/users/${userId}/roles`, links))
    },
  }),
]
