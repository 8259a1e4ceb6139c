// What only Cloud Manager does with users: giving existing ones their roles in a project, many at once.

import { setMembersRoles } from '../../usecases/project-user-roles.ts'
import { listProjectUsers } from '../../usecases/project-users.ts'
import { route, showsPage } from '../route.ts'
import { membersRoles, readMembersRoles } from '../schemas/project-users.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { membersOf } from './org-users.ts'
import { pageOf } from './pages.ts'
import { FIRST } from './versions.ts'

export const cloudManagerUserRoutes = [
  route({
    operationId: 'setGroupUsersRoles',
    method: 'POST',
    path: '/groups/{groupId}/users',
    limit: 'projectUsers',
    needs: 'project.users.manage',
    versions: FIRST,
    body: membersRoles,
    answer: showsPage('user'),
    run: async (context) => {
      const { app, allowed, body, dialect, links, params } = context
      await setMembersRoles(app, allowed, readMembersRoles(body, dialect))
      const request = pageRequest({})
      const listing = { flattenTeams: false, includeOrgUsers: false }
      const filter = { statuses: ['ACTIVE'] as const, ...sliceOf(request) }
      const { users, total } = await listProjectUsers(app, allowed, listing, filter)
      return pageOf(context, {
        path: `/groups/${params.groupId}/users`,
        own: {},
        request,
        items: membersOf(users),
        total,
        present: (member) => dialect.present.user(member, allowed.project.orgId, links),
      })
    },
  }),
]
