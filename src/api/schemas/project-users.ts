// The bodies of the operations on a project's users, and their reading into what the use cases take.
import Type, { type Static } from 'typebox'
import { refuse } from '../../domain/faults.ts'
import type { UserId } from '../../domain/ids.ts'
import { parseId } from '../../usecases/authorize.ts'
import type { RolesOfMember } from '../../usecases/project-user-roles.ts'
import { bodyOf } from './body.ts'
import { type RoleCatalogues, RoleName, RoleNames, readProjectRoles, Username } from './roles.ts'
import { closed } from './vocabulary.ts'

const LONGEST_ID = 100
/** As many as Atlas allows in a project. */
const MOST_USERS = 500

export const NewProjectUser = closed({ roles: RoleNames, username: Username })
export const newProjectUser = bodyOf(NewProjectUser)

export const oneProjectRole = bodyOf(closed({ groupRole: RoleName }))

/** `links` is what the answer has beside the roles; a client may send it back. */
export const projectRoles = bodyOf(closed({ groupRoles: RoleNames, links: Type.Optional(Type.Array(Type.Unknown())) }))

const Entry = closed({
  id: Type.String({ minLength: 1, maxLength: LONGEST_ID }),
  roles: Type.Array(closed({ roleName: RoleName }), { minItems: 1 }),
})

export const membersRoles = bodyOf(Type.Array(Entry, { minItems: 1, maxItems: MOST_USERS }))

/** The roles of each member; nobody may be named twice. */
export function readMembersRoles(body: Static<typeof Entry>[], catalogues: RoleCatalogues): readonly RolesOfMember[] {
  if (new Set(body.map(({ id }) => id)).size !== body.length) refuse({ code: 'invalid_attribute', attribute: 'id' })
  return body.map(({ id, roles }) => {
    const names = readProjectRoles([...new Set(roles.map(({ roleName }) => roleName))], catalogues)
    return { userId: parseId<UserId>('user', id), roles: names }
  })
}
