// What can be wrong with service accounts and their secrets, in the words of the wire.
import type { ServiceAccountFault } from '../../domain/faults/service-accounts.ts'
import { echo, error, type Wording } from './wording.ts'

const HOURS = 'secretExpiresAfterHours'
/** Clients look for this word in the detail. */
const ALREADY_IN_GROUP = 'SERVICE_ACCOUNT_ALREADY_IN_GROUP'

export const serviceAccountFaults: Wording<ServiceAccountFault> = {
  service_account_not_found: ({ clientId }) =>
    error(
      404,
      'SERVICE_ACCOUNT_NOT_FOUND',
      `No service account with client ID ${echo(clientId)} exists.`,
      echo(clientId),
    ),
  service_account_in_group: () =>
    error(400, 'INVALID_ROLE_ASSIGNMENT', `The role assignment is invalid: ${ALREADY_IN_GROUP}.`, ALREADY_IN_GROUP),
  client_secret_not_found: ({ id }) =>
    error(404, 'SERVICE_ACCOUNT_SECRET_NOT_FOUND', `No service account secret with ID ${id} exists.`, id),
  too_many_client_secrets: ({ limit }) =>
    error(
      400,
      'MAX_SERVICE_ACCOUNT_SECRETS_EXCEEDED',
      `A service account has at most ${limit} secrets that have not expired.`,
      limit,
    ),
  invalid_secret_hours: ({ least, most }) =>
    error(
      400,
      'INVALID_ATTRIBUTE',
      `Invalid attribute ${HOURS} specified: it must be from ${least} to ${most} hours.`,
      HOURS,
    ),
}
