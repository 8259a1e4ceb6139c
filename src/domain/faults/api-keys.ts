// What can be wrong with API keys.
export type ApiKeyFault =
  | { code: 'invalid_api_key_description' }
  | { code: 'api_key_not_found'; id: string }
  | { code: 'api_key_already_in_group'; id: string; groupId: string }
  | { code: 'api_key_access_list_denied' }
  | { code: 'too_many_api_keys'; limit: number; name: string }
