// What can be wrong with asking for limits, and one too many, in the words of the wire.
import type { LimitFault } from '../../domain/faults/limits.ts'
import { echo, error, type Wording } from './wording.ts'

export const limitFaults: Wording<LimitFault> = {
  rate_limit_not_found: ({ id }) =>
    error(
      404,
      'RESOURCE_NOT_FOUND',
      `Cannot find resource Endpoint set with id ${echo(id)}.`,
      `Endpoint set with id ${echo(id)}`,
    ),
  too_many_orgs_of_user: ({ limit, username }) =>
    error(
      400,
      'MAX_ORGS_PER_USER_EXCEEDED',
      `Maximum number of organizations per user (${limit}) exceeded for ${username}.`,
      limit,
      username,
    ),
  too_many_groups_of_user: ({ limit, username }) =>
    error(
      400,
      'MAX_GROUPS_PER_USER_EXCEEDED',
      `Maximum number of groups per user (${limit}) exceeded for ${username}.`,
      limit,
      username,
    ),
  too_many_mails: ({ limit, username, retryAfter }) => ({
    ...error(
      429,
      'MAX_INVITATION_MAILS_EXCEEDED',
      `Maximum number of invitation mails per day (${limit}) exceeded for ${username}. Please retry after ${retryAfter} seconds.`,
      limit,
      username,
    ),
    retryAfter,
  }),
  too_busy: ({ retryAfter }) => ({
    ...error(503, 'SERVICE_UNAVAILABLE', `Too much is waiting to be done. Please retry after ${retryAfter} seconds.`),
    retryAfter,
  }),
}
