// What can be wrong with an account that somebody makes for another person.
export type AccountFault =
  | { code: 'username_taken'; username: string }
  | { code: 'weak_password' }
  | { code: 'invalid_country_code'; country: string }
  | { code: 'role_needs_org_id'; role: string }
  | { code: 'role_needs_group_id'; role: string }
  | { code: 'role_needs_no_org_id'; role: string }
  | { code: 'role_needs_no_group_id'; role: string }
