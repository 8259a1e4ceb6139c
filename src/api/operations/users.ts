// People by their id or address, and accounts made for others, in the old shape.
import { createAccount } from '../../usecases/accounts.ts'
import { getMember, getMemberByName } from '../../usecases/users.ts'
import { created, resource, route, shows } from '../route.ts'
import { newUser, readAccount } from '../schemas/users.ts'
import { REPLACED_BY_ORG_USERS } from './versions.ts'

export const userRoutes = [
  route({
    operationId: 'createUser',
    method: 'POST',
    path: '/users',
    limit: 'users',
    // Which organization and projects stand in the body, so that the permissions are asked for once it has been read.
    needs: 'authenticated',
    versions: REPLACED_BY_ORG_USERS,
    status: 201,
    body: newUser,
    answer: shows('user'),
    run: async ({ app, allowed, body, dialect, links }) => {
      const person = await createAccount(app, allowed, readAccount(body, dialect))
      const outsider = { ...person, orgRoles: [], projectRoles: new Map(), teamIds: [] }
      return created(dialect.present.user(outsider, allowed.actor.orgId, links), person.userId)
    },
  }),
  route({
    operationId: 'getUser',
    method: 'GET',
    path: '/users/{userId}',
    limit: 'users',
    needs: 'authenticated',
    versions: REPLACED_BY_ORG_USERS,
    answer: shows('user'),
    run: async ({ app, allowed, dialect, links, params }) => {
      const member = await getMember(app, allowed, params.userId)
      return resource(dialect.present.user(member, allowed.actor.orgId, links))
    },
  }),
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
