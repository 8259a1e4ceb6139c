// The published versions of operations, from the official document.
import type { OperationVersion } from '../wire/versions.ts'

const SUNSET = '2027-07-01'

/** In force since the first dated version. */
export const FIRST: readonly OperationVersion[] = [{ date: '2023-01-01' }]

/** Replaced by the organization's users in 2025. */
export const REPLACED_BY_ORG_USERS: readonly OperationVersion[] = [
  { date: '2023-01-01', deprecated: '2025-02-19', sunset: SUNSET },
]

/** The project's invitations have been deprecated for longer than the organization's. */
export const REPLACED_BY_PROJECT_USERS: readonly OperationVersion[] = [
  { date: '2023-01-01', deprecated: '2023-10-04', sunset: SUNSET },
]
