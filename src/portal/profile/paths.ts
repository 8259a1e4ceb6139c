// Where people see and change what is their own.
import type { Done } from '../words/profile/words.ts'

export const PROFILE_PATH = '/profile'
export const NAME_PATH = '/profile/name'
export const LANGUAGE_PATH = '/profile/language'
export const PASSWORD_PATH = '/profile/password'
export const END_SESSION_PATH = '/profile/sessions/end'
export const END_OTHERS_PATH = '/profile/sessions/end-others'
export const ACCEPT_PATH = '/profile/invitations/accept'
export const DECLINE_PATH = '/profile/invitations/decline'

/** `orgId` may be a parameter of the route. */
export const leavePath = (orgId: string): string => `/profile/organizations/${orgId}/leave`

/** The profile, saying what has just been done. */
export const profileAfter = (done: Done): string => `${PROFILE_PATH}?done=${done}`
