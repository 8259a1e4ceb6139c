// What can be wrong with people and their memberships, in the words of the wire.
import type { UserFault } from '../../domain/faults/users.ts'
import { echo, error, type Wording } from './wording.ts'

export const userFaults: Wording<UserFault> = {
  invalid_username: () => error(400, 'INVALID_USERNAME', 'The specified username is not a valid email address.'),
  user_not_found: ({ id }) => error(404, 'USER_NOT_FOUND', `No user with ID ${id} exists.`, id),
  username_not_found: ({ username }) =>
    error(404, 'USERNAME_NOT_FOUND', `No user with username ${echo(username)} exists.`, echo(username)),
  user_not_in_org: ({ id, orgId }) =>
    error(404, 'USER_NOT_IN_ORG', `User ${id} is not in organization ${orgId}.`, id, orgId),
  user_not_in_group: ({ id, groupId }) =>
    error(404, 'USER_NOT_IN_GROUP', `User ${id} is not in group ${groupId}.`, id, groupId),
  last_org_owner_demoted: () =>
    error(403, 'CANNOT_DEMOTE_LAST_ORG_OWNER', 'Cannot demote the last owner of the organization.'),
  last_org_owner_removed: () =>
    error(403, 'CANNOT_DELETE_LAST_OWNER', 'Cannot remove the last owner of the organization.'),
  no_roles_left: () =>
    error(403, 'NO_ROLES_IN_ASSIGNMENT', 'At least one role must be left: add another one before removing the last.'),
  already_in_org: ({ username }) =>
    error(409, 'USER_ALREADY_IN_ORG', `User ${username} is in the organization or invited to it already.`, username),
  already_in_group: ({ username }) =>
    error(409, 'USER_ALREADY_IN_GROUP', `User ${username} is in the group or invited to it already.`, username),
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
}
