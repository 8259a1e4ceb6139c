// Rules for an account that somebody makes for another person.
import type { OrgId, ProjectId } from './ids.ts'

/** As short as the published document allows, because its clients send such ones. */
const SHORTEST_PASSWORD = 8
const LONGEST_PASSWORD = 256

/** Characters as people count them, not units of an encoding. */
export function isPasswordLength(password: string): boolean {
  const { length } = [...password]
  return length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD
}

/** ISO 3166-1 alpha-2 in form. */
export const isCountryCode = (text: string): boolean => /^[A-Z]{2}$/.test(text)

/** A role that a new person is to be invited to. */
export type WantedRole =
  | { readonly orgId: OrgId; readonly groupId?: undefined; readonly role: string }
  | { readonly groupId: ProjectId; readonly orgId?: undefined; readonly role: string }
