// What can be wrong with organizations, in the words of the wire.
import type { OrganizationFault } from '../../domain/faults/organizations.ts'
import { echo, error, type Wording } from './wording.ts'

export const organizationFaults: Wording<OrganizationFault> = {
  org_not_found: ({ id }) => error(404, 'ORG_NOT_FOUND', `No organization with ID ${id} exists.`, id),
  invalid_org_name: ({ name }) =>
    error(400, 'INVALID_ORG_NAME', `An invalid organization name "${echo(name)}" was specified.`, echo(name)),
  org_not_empty: ({ id }) =>
    error(409, 'ORG_NOT_EMPTY', `Organization ${id} has projects: delete or move them first.`, id),
  invalid_contact: ({ attribute }) =>
    error(400, 'INVALID_EMAIL_ADDRESS', `The attribute ${attribute} must be an email address.`, attribute),
  cannot_create_projects: ({ orgId }) =>
    error(
      401,
      'NOT_ORG_GROUP_CREATOR',
      `The current user does not have the group creator role in organization ${orgId}.`,
      orgId,
    ),
  not_allowed: () => error(401, 'USER_UNAUTHORIZED', 'Current user is not authorized to perform this action.'),
}
