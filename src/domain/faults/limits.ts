// What can be wrong with asking for limits, and what is refused because there would be one too many.
export type LimitFault =
  | { code: 'rate_limit_not_found'; id: string }
  | { code: 'too_many_orgs_of_user'; limit: number; username: string }
  | { code: 'too_many_groups_of_user'; limit: number; username: string }
  /** The organization has written so many invitation mails to the address in a day; `retryAfter` are seconds. */
  | { code: 'too_many_mails'; limit: number; username: string; retryAfter: number }
  /** There is more waiting to be done than will be done soon; in seconds. */
  | { code: 'too_busy'; retryAfter: number }
