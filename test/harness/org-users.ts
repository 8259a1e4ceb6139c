// The users of Acme, as the cases speak of them.
import { idAfter as after } from '../../src/domain/ids.ts'
import { ACME } from './case-seed.ts'
import type { Given } from './cases.ts'
import type { Answer } from './world.ts'

export const ORG_USERS = `/orgs/${ACME.id}/users`

/** Asks v2 for the version of 2025. */
export const NEW = { Accept: 'application/vnd.atlas.2025-02-19+json' }

export interface ShownUser {
  readonly id: string
  readonly username: string
  readonly orgMembershipStatus?: string
}

/** The id under which the person is shown whom the invitation invites. */
export const idAfter = after

/** The users on the page. */
export function usersAt({ status, body, text }: Answer): readonly ShownUser[] {
  const results = typeof body === 'object' && body !== null && 'results' in body ? body.results : undefined
  if (status === 200 && Array.isArray(results)) return results
  throw new Error(`There is no page of users in ${status} ${text.slice(0, 500)}`)
}

/** What the list shows of an address, in one of the states; without any, as it does by itself. */
export async function shownUser(
  { owner }: Given,
  username: string,
  ...statuses: readonly string[]
): Promise<ShownUser | undefined> {
  const states = statuses.map((status) => `&orgMembershipStatuses=${status}`).join('')
  const [user] = usersAt(await owner.get(`${ORG_USERS}?username=${encodeURIComponent(username)}${states}`, NEW))
  return user
}

/** The body that invites an address to be a plain member, and to projects. */
export const userOf = (username: string, groupRoleAssignments: readonly object[] = []) => ({
  roles: { groupRoleAssignments, orgRoles: ['ORG_MEMBER'] },
  username,
})
