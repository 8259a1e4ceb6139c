// What can be wrong with organizations, in the words of the wire.
import type { OrganizationFault } from '../../domain/faults/organizations.ts'
import { error, type Wording } from './wording.ts'

export const organizationFaults: Wording<OrganizationFault> = {
  org_not_found: ({ id }) => error(404, 'ORG_NOT_FOUND', `No organization with ID ${id} exists.`, id),
  cannot_create_projects: ({ orgId }) =>
    error(
      401,
      'NOT_ORG_GROUP_CREATOR',
      `The current user does not have the group creator role in organization ${orgId}.`,
      orgId,
    ),
  not_allowed: () => error(401, 'USER_UNAUTHORIZED', 'Current user is not authorized to perform this action.'),
}
