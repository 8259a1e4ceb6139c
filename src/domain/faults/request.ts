// What can be wrong with the request itself, whatever it is about.
/** What an identifier in a path stands for. */
export type IdKind = 'org' | 'group' | 'team' | 'user' | 'invitation' | 'api_key' | 'event' | 'secret'

export type RequestFault =
  | { code: 'malformed_json' }
  | { code: 'not_an_object' }
  | { code: 'not_an_array' }
  | { code: 'wrong_type'; attribute: string }
  | { code: 'invalid_attribute'; attribute: string }
  | { code: 'missing_attribute'; attribute: string }
  | { code: 'read_only_attribute'; attribute: string }
  | { code: 'invalid_query_parameter'; name: string; value: string }
  | { code: 'exclusive_query_parameters'; names: readonly [string, string] }
  | { code: 'invalid_idempotency_key' }
  /** The same key came with another request before. */
  | { code: 'idempotency_key_reused'; key: string }
  | { code: 'too_many_rows'; attribute: string; limit: number; given: number }
  | { code: 'unknown_language'; language: string; place: 'query' | 'body' }
  | { code: 'unknown_role'; role: string }
  | { code: 'project_role_on_organization'; role: string }
  | { code: 'organization_role_on_project'; role: string }
  | { code: 'malformed_id'; kind: IdKind; id: string }
