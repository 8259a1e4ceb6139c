// What can be wrong with API keys, in the words of the wire.
import type { ApiKeyFault } from '../../domain/faults/api-keys.ts'
import { error, type Wording } from './wording.ts'

export const apiKeyFaults: Wording<ApiKeyFault> = {
  invalid_api_key_description: () =>
    error(400, 'INVALID_API_KEY_DESC', 'The description of an API key must have 1 to 250 characters.'),
  api_key_not_found: ({ id }) => error(404, 'API_KEY_NOT_FOUND', `No API key with ID ${id} exists.`, id),
  api_key_already_in_group: ({ id, groupId }) =>
    error(409, 'API_KEY_ALREADY_IN_GROUP', `API key ${id} is assigned to group ${groupId} already.`, id, groupId),
  api_key_access_list_denied: () =>
    error(
      401,
      'API_KEY_ACCESS_LIST_ACCESS_DENIED',
      'API key access lists are only accessible by the API key or by a user administrator.',
    ),
  too_many_api_keys: ({ limit, name }) =>
    error(
      400,
      'MAX_API_KEYS_PER_ORG_EXCEEDED',
      `Maximum number of API keys per organization (${limit}) in ${name} exceeded.`,
      limit,
      name,
    ),
}
