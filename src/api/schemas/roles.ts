// Roles and addresses in requests: what may be named at which level, and in which words anything else is refused.
import Type from 'typebox'
import { type Fault, refuse } from '../../domain/faults.ts'
import { isOrgRole, isProjectRole } from '../../domain/roles.ts'
import { LONGEST_USERNAME, parseUsername } from '../../domain/usernames.ts'

/** The role catalogues of a service: what its requests may name. */
export interface RoleCatalogues {
  readonly orgRoles: readonly string[]
  readonly projectRoles: readonly string[]
}

const LONGEST_ROLE = 100

export const RoleName = Type.String({ minLength: 1, maxLength: LONGEST_ROLE })

/** At least one role, each once. */
export const RoleNames = Type.Array(Type.String({ maxLength: LONGEST_ROLE }), { minItems: 1, uniqueItems: true })

export const Username = Type.String({ minLength: 1, maxLength: LONGEST_USERNAME })

export function readOrgRoles(roles: readonly string[], { orgRoles }: RoleCatalogues): readonly string[] {
  return checkRoles(roles, orgRoles, isProjectRole, 'project_role_on_organization')
}

export function readProjectRoles(roles: readonly string[], { projectRoles }: RoleCatalogues): readonly string[] {
  return checkRoles(roles, projectRoles, isOrgRole, 'organization_role_on_project')
}

export const readProjectRole = (role: string, catalogues: RoleCatalogues): string => {
  readProjectRoles([role], catalogues)
  return role
}

/** The address in its canonical form. */
export const readUsername = (username: string): string =>
  parseUsername(username) ?? refuse({ code: 'invalid_username', username })

/** Somebody and the roles that they are to have in a project. */
export const readInvitee = (
  { roles, username }: { readonly roles: readonly string[]; readonly username: string },
  catalogues: RoleCatalogues,
): { readonly roles: readonly string[]; readonly username: string } => ({
  roles: readProjectRoles(roles, catalogues),
  username: readUsername(username),
})

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
