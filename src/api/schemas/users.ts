// The body of an account that somebody makes for another person.
import Type, { type Static } from 'typebox'
import { isCountryCode, isPasswordLength, type WantedRole } from '../../domain/accounts.ts'
import { refuse } from '../../domain/faults.ts'
import { isObjectId, type OrgId, type ProjectId } from '../../domain/ids.ts'
import { isOrgRole } from '../../domain/roles.ts'
import { Secret } from '../../platform/secret.ts'
import type { NewAccount } from '../../usecases/accounts.ts'
import { bodyOf } from './body.ts'
import { type RoleCatalogues, RoleName, readOrgRoles, readProjectRoles, readUsername, Username } from './roles.ts'
import { closed } from './vocabulary.ts'

const LONGEST_NAME = 100
const LONGEST_TEXT = 1024
/** As many as Atlas allows projects in an organization. */
const MOST_ROLES = 250

const Name = Type.String({ minLength: 1, maxLength: LONGEST_NAME })
const Ignored = Type.Optional(Type.String({ maxLength: LONGEST_TEXT }))
const FlatRole = closed({
  groupId: Type.Optional(Type.String({ maxLength: LONGEST_NAME })),
  orgId: Type.Optional(Type.String({ maxLength: LONGEST_NAME })),
  roleName: RoleName,
})

/**
 * What the service itself says of a user is read and dropped, because Go clients send their whole struct. A telephone
 * number is not kept either: nothing here would use it.
 */
const NewUser = closed({
  country: Type.Optional(Type.String({ maxLength: LONGEST_NAME })),
  createdAt: Ignored,
  emailAddress: Ignored,
  firstName: Name,
  id: Ignored,
  lastAuth: Ignored,
  lastName: Name,
  links: Type.Optional(Type.Array(Type.Unknown())),
  mobileNumber: Ignored,
  password: Type.String({ minLength: 1, maxLength: LONGEST_TEXT }),
  roles: Type.Optional(Type.Array(FlatRole, { maxItems: MOST_ROLES })),
  teamIds: Type.Optional(Type.Array(Type.Unknown())),
  username: Username,
})

export const newUser = bodyOf(NewUser)

/** The account that a body asks for. */
export function readAccount(body: Static<typeof NewUser>, catalogues: RoleCatalogues): NewAccount {
  const { country = 'US', firstName, lastName, password, roles = [] } = body
  const username = readUsername(body.username)
  if (!isCountryCode(country)) refuse({ code: 'invalid_country_code', country })
  if (!isPasswordLength(password)) refuse({ code: 'weak_password' })
  const wanted = roles.map((role) => readRole(role, catalogues))
  return { username, firstName, lastName, country, password: new Secret(password), roles: wanted }
}

function readRole({ groupId, orgId, roleName: role }: Static<typeof FlatRole>, catalogues: RoleCatalogues): WantedRole {
  if (isOrgRole(role)) {
    readOrgRoles([role], catalogues)
    if (orgId === undefined) refuse({ code: 'role_needs_org_id', role })
    if (groupId !== undefined) refuse({ code: 'role_needs_no_group_id', role })
    return { orgId: isObjectId<OrgId>(orgId) ? orgId : refuse({ code: 'org_not_found', id: orgId }), role }
  }
  readProjectRoles([role], catalogues)
  if (groupId === undefined) refuse({ code: 'role_needs_group_id', role })
  if (orgId !== undefined) refuse({ code: 'role_needs_no_org_id', role })
  return { groupId: isObjectId<ProjectId>(groupId) ? groupId : refuse({ code: 'group_not_found', id: groupId }), role }
}
