// People by their address, in the old shape.
import { getMemberByName } from '../../usecases/users.ts'
import { resource, route, shows } from '../route.ts'
import { REPLACED_BY_ORG_USERS } from './versions.ts'

export const userRoutes = [
  route({
    operationId: 'getUserByName',
    method: 'GET',
    path: '/users/byName/{userName}',
    limit: 'users',
    needs: 'authenticated',
    versions: REPLACED_BY_ORG_USERS,
    answer: shows('user'),
    run: async ({ app, allowed, dialect, links, params }) => {
      const member = await getMemberByName(app, allowed, params.userName)
      return resource(dialect.present.user(member, allowed.actor.orgId, links))
    },
  }),
]
