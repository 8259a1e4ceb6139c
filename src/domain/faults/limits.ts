// What can be wrong with asking for limits, and what is refused because there would be one too many.
export type LimitFault =
  | { code: 'rate_limit_not_found'; id: string }
  | { code: 'too_many_orgs_of_user'; limit: number; username: string }
  | { code: 'too_many_groups_of_user'; limit: number; username: string }
