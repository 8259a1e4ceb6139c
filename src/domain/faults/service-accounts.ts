// What can be wrong with service accounts and their secrets.
export type ServiceAccountFault =
  | { code: 'service_account_not_found'; clientId: string }
  | { code: 'service_account_in_group' }
  | { code: 'client_secret_not_found'; id: string }
  | { code: 'too_many_client_secrets'; limit: number }
  | { code: 'invalid_secret_hours'; least: number; most: number }
