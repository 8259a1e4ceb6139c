// What can be wrong with the request itself, whatever it is about, in the words of the wire.

import type { IdKind, RequestFault } from '../../domain/faults/request.ts'
import { LANGUAGES } from '../../domain/languages.ts'
import { noInvitation } from './invitations.ts'
import { echo, error, type Wording } from './wording.ts'

const ID_NAMES: Readonly<Record<IdKind, string>> = {
  org: 'organization',
  group: 'group',
  team: 'team',
  user: 'user',
  invitation: 'invitation',
  api_key: 'API key',
  event: 'event',
  secret: 'secret',
}

export const requestFaults: Wording<RequestFault> = {
  malformed_json: () => error(400, 'MALFORMED_JSON', 'Received JSON is malformed.'),
  not_an_object: () => error(400, 'INVALID_JSON', 'Received JSON does not match expected format: an object.'),
  not_an_array: () => error(400, 'INVALID_JSON', 'Received JSON does not match expected format: an array.'),
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
  exclusive_query_parameters: ({ names: [first, second] }) =>
    error(
      400,
      'MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS',
      `The query parameters ${first} and ${second} exclude each other.`,
      first,
      second,
    ),
  invalid_idempotency_key: () =>
    error(400, 'INVALID_IDEMPOTENCY_KEY', 'The header Idempotency-Key must have 1 to 255 visible ASCII characters.'),
  idempotency_key_reused: ({ key }) =>
    error(
      422,
      'IDEMPOTENCY_KEY_REUSED',
      `The idempotency key ${echo(key)} was sent with another request before: take a new key for a new request.`,
      echo(key),
    ),
  too_many_rows: ({ attribute, limit, given }) =>
    error(
      400,
      'INVALID_ATTRIBUTE',
      `The attribute ${attribute} may have ${limit} entries at most; ${given} were specified. Nothing has been done.`,
      attribute,
    ),
  unknown_language: ({ language, place }) =>
    error(
      400,
      place === 'query' ? 'INVALID_QUERY_PARAMETER' : 'INVALID_ENUM_VALUE',
      `Invalid language ${echo(language)} was specified: choose one of ${LANGUAGES.join(', ')}.`,
      place === 'query' ? 'language' : echo(language),
    ),
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
}
