// The parameters by which lists of users are narrowed: states of membership, and an address.
import Type from 'typebox'
import { refuse } from '../../domain/faults.ts'
import { ORG_MEMBERSHIP_STATUSES, type OrgMembershipStatus, USUAL_STATUSES } from '../../domain/org-users.ts'
import { oneOf } from '../schemas/vocabulary.ts'
import { type RawQuery, text } from './query.ts'
import { usernameFilter } from './username-filter.ts'

export interface MembershipFilter {
  readonly statuses: readonly OrgMembershipStatus[]
  /** The address in its canonical form; the empty one is nobody's. */
  readonly username: string | undefined
}

/** What a query may say of states and the address. */
export const MEMBERSHIP_QUERY = {
  orgMembershipStatus: oneOf(ORG_MEMBERSHIP_STATUSES),
  orgMembershipStatuses: Type.Array(oneOf(ORG_MEMBERSHIP_STATUSES), { maxItems: ORG_MEMBERSHIP_STATUSES.length }),
  username: Type.String(),
}

const MANY = 'orgMembershipStatuses'
const ONE = 'orgMembershipStatus'
const NOBODY = ''

/** The states and the address that were asked for; without states, members and the pending. */
export function membershipFilter(query: RawQuery): MembershipFilter {
  const filter = usernameFilter(query)
  return { statuses: membershipStatuses(query), username: filter.matchesNobody ? NOBODY : filter.username }
}

/** The same parameters as they were given, for links to other pages of the list. */
export const membershipParameters = (query: RawQuery): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    ['username', ONE, MANY].flatMap((name) => {
      const values = given(query[name])
      return values.length > 0 ? [[name, values]] : []
    }),
  )

/** The states that were asked for, by the list or by the one parameter that it has replaced. */
export function membershipStatuses(query: RawQuery): readonly OrgMembershipStatus[] {
  const one = text(query, ONE)
  const many = given(query[MANY])
  if (one !== undefined && many.length > 0) refuse({ code: 'exclusive_query_parameters', names: [MANY, ONE] })
  if (one !== undefined) return [statusNamed(ONE, one)]
  if (many.length > ORG_MEMBERSHIP_STATUSES.length) {
    refuse({ code: 'invalid_query_parameter', name: MANY, value: many.join(',') })
  }
  const statuses = new Set(many.map((value) => statusNamed(MANY, value)))
  return statuses.size > 0 ? [...statuses] : USUAL_STATUSES
}

const given = (value: RawQuery[string]): readonly string[] =>
  (typeof value === 'string' ? [value] : (value ?? [])).filter((each) => each !== '')

const statusNamed = (name: string, value: string): OrgMembershipStatus =>
  ORG_MEMBERSHIP_STATUSES.find((status) => status === value) ?? refuse({ code: 'invalid_query_parameter', name, value })
