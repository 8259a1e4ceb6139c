// What can be wrong with people and their memberships.
export type UserFault =
  | { code: 'invalid_username'; username: string }
  | { code: 'user_not_found'; id: string }
  | { code: 'username_not_found'; username: string }
  | { code: 'user_not_in_group'; id: string; groupId: string }
  | { code: 'user_not_in_org'; id: string; orgId: string }
  | { code: 'last_org_owner_demoted' }
  | { code: 'last_org_owner_removed' }
  | { code: 'no_roles_left' }
  | { code: 'already_in_org'; username: string }
  | { code: 'already_in_group'; username: string }
  | { code: 'org_is_full'; limit: number; name: string }
  | { code: 'group_is_full'; limit: number; name: string }
