// Every fault in the words of the wire. A fault without a line here does not compile.
import { type Fault, type IdKind, Refusal } from '../domain/faults.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { WireError } from './wire/errors.ts'
import type { Json } from './wire/json.ts'

type Presenter = { readonly [Code in Fault['code']]: (fault: Extract<Fault, { code: Code }>) => WireError }

const LONGEST_ECHO = 200

/** What the caller sent, short enough to be said back. */
const echo = (text: string): string => (text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text)

const error = (status: number, errorCode: string, detail: string, ...parameters: readonly Json[]): WireError => ({
  status,
  errorCode,
  detail,
  parameters,
})

const ID_NAMES: Readonly<Record<IdKind, string>> = {
  org: 'organization',
  group: 'group',
  team: 'team',
  user: 'user',
  invitation: 'invitation',
}

const FAULTS: Presenter = {
  malformed_json: () => error(400, 'MALFORMED_JSON', 'Received JSON is malformed.'),
  not_an_object: () => error(400, 'INVALID_JSON', 'Received JSON does not match expected format: an object.'),
  wrong_type: ({ attribute }) =>
    error(
      400,
      'INVALID_JSON_ATTRIBUTE',
      `Received JSON for the ${echo(attribute)} attribute does not match expected format.`,
      echo(attribute),
    ),
  invalid_attribute: ({ attribute }) =>
    error(400, 'INVALID_ATTRIBUTE', `Invalid attribute ${echo(attribute)} specified.`, echo(attribute)),
  missing_attribute: ({ attribute }) =>
    error(400, 'MISSING_ATTRIBUTE', `The required attribute ${attribute} was not specified.`, attribute),
  read_only_attribute: ({ attribute }) =>
    error(
      400,
      'ATTRIBUTE_READ_ONLY',
      `The attribute ${attribute} is read-only and cannot be changed by the user.`,
      attribute,
    ),
  invalid_query_parameter: ({ name, value }) =>
    error(400, 'INVALID_QUERY_PARAMETER', `Invalid value ${echo(value)} for the query parameter ${name}.`, name),
  invalid_username: () => error(400, 'INVALID_USERNAME', 'The specified username is not a valid email address.'),
  invalid_group_name: ({ name }) =>
    error(400, 'INVALID_GROUP_NAME', `An invalid group name "${echo(name)}" was specified.`, echo(name)),
  unknown_role: ({ role }) => error(400, 'INVALID_ENUM_VALUE', `Invalid role ${echo(role)} was specified.`, echo(role)),
  project_role_on_organization: ({ role }) =>
    error(400, 'CANNOT_ADD_GROUP_ROLE', `Cannot add the project role ${role} to an organization.`, role),
  organization_role_on_project: ({ role }) =>
    error(400, 'CANNOT_ADD_ORG_ROLE', `Cannot add the organization role ${role} to a project.`, role),

  malformed_id: ({ kind, id }) =>
    error(
      404,
      `INVALID_${kind.toUpperCase()}_ID`,
      kind === 'invitation' ? noInvitation(id) : `An invalid ${ID_NAMES[kind]} ID ${echo(id)} was specified.`,
      echo(id),
    ),
  org_not_found: ({ id }) => error(404, 'ORG_NOT_FOUND', `No organization with ID ${id} exists.`, id),
  group_not_found: ({ id }) => error(404, 'GROUP_NOT_FOUND', `No group with ID ${echo(id)} exists.`, echo(id)),
  group_name_not_found: ({ name }) =>
    error(404, 'GROUP_NAME_NOT_FOUND', `No group with name "${echo(name)}" exists.`, echo(name)),
  team_not_found: ({ id }) => error(404, 'TEAM_NOT_FOUND', `No team with ID ${echo(id)} exists.`, echo(id)),
  user_not_found: ({ id }) => error(404, 'USER_NOT_FOUND', `No user with ID ${id} exists.`, id),
  username_not_found: ({ username }) =>
    error(404, 'USERNAME_NOT_FOUND', `No user with username ${echo(username)} exists.`, echo(username)),
  invitation_not_found: ({ id }) => error(404, 'INVALID_INVITATION_ID', noInvitation(id), id),

  not_allowed: () => error(401, 'USER_UNAUTHORIZED', 'Current user is not authorized to perform this action.'),
  cannot_create_projects: ({ orgId }) =>
    error(
      401,
      'NOT_ORG_GROUP_CREATOR',
      `The current user does not have the group creator role in organization ${orgId}.`,
      orgId,
    ),

  already_in_org: ({ username }) =>
    error(409, 'USER_ALREADY_IN_ORG', `User ${username} is in the organization or invited to it already.`, username),
  already_in_group: ({ username }) =>
    error(409, 'USER_ALREADY_IN_GROUP', `User ${username} is in the group or invited to it already.`, username),
  group_exists: ({ name }) => error(409, 'GROUP_ALREADY_EXISTS', `A group with name "${name}" already exists.`, name),
  org_is_full: ({ limit, name }) =>
    error(
      400,
      'MAX_USERS_PER_ORG_EXCEEDED',
      `Maximum number of users per org (${limit}) in ${name} exceeded while trying to add users.`,
      limit,
      name,
    ),
  group_is_full: ({ limit, name }) =>
    error(
      400,
      'MAX_USERS_PER_GROUP_EXCEEDED',
      `Maximum number of users per group (${limit}) in ${name} exceeded while trying to add users.`,
      limit,
      name,
    ),
  too_many_groups: ({ limit, name }) =>
    error(
      400,
      'MAX_GROUPS_PER_ORG_EXCEEDED',
      `Maximum number of groups per org (${limit}) in ${name} exceeded.`,
      limit,
      name,
    ),
  not_an_org_invitation: ({ id }) =>
    error(
      400,
      'CANNOT_DELETE_ORG_INVITATION',
      `Invitation ${id} was made by a project: change or delete it through the project's invitations.`,
      id,
    ),
  not_a_group_invitation: ({ id }) =>
    error(
      400,
      'CANNOT_DELETE_GROUP_INVITATION',
      `Invitation ${id} was made by the organization: change or delete it through the organization's invitations.`,
      id,
    ),
}

function noInvitation(id: string): string {
  return `Invitation ${echo(id)} does not exist or was already accepted.`
}

/** Fault and presenter are correlated by the code, which the index cannot express on a union. */
export function presentFault<Code extends Fault['code']>(fault: Extract<Fault, { code: Code }>): WireError {
  const present: (fault: Extract<Fault, { code: Code }>) => WireError = FAULTS[fault.code]
  return present(fault)
}

/** A refusal in the words of the dialect; anything else is not for callers and goes on. */
export function toWireError(error: unknown, { wording }: Pick<Dialect, 'wording'>): WireError {
  if (!(error instanceof Refusal)) throw error
  return wording(error.fault) ?? presentFault(error.fault)
}
