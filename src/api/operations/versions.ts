// The published versions of operations, from the official document.
import type { OperationVersion } from '../wire/versions.ts'

const SUNSET = '2027-07-01'

/** In force since the first dated version. */
export const FIRST: readonly OperationVersion[] = [{ date: '2023-01-01' }]

/** Atrium's own operations have one version, which is reached by every date and does not end. */
export const EXTENSION: readonly OperationVersion[] = [{ date: '2023-01-01' }]

/** Replaced by the organization's users in 2025. */
export const REPLACED_BY_ORG_USERS: readonly OperationVersion[] = [
  { date: '2023-01-01', deprecated: '2025-02-19', sunset: SUNSET },
]

/** Operations that both generations of users have: the first shows members only. */
export const USERS_OF_TWO_GENERATIONS: readonly OperationVersion[] = [...REPLACED_BY_ORG_USERS, { date: '2025-02-19' }]

/** Operations that came with the organization's users in 2025. */
export const NEW_USERS: readonly OperationVersion[] = [{ date: '2025-02-19' }]

/** Between the project's invitations and its users. */
export const PROJECT_ACCESS: readonly OperationVersion[] = [
  { date: '2023-02-01', deprecated: '2025-02-19', sunset: SUNSET },
]

/** The project's invitations have been deprecated for longer than the organization's. */
export const REPLACED_BY_PROJECT_USERS: readonly OperationVersion[] = [
  { date: '2023-01-01', deprecated: '2023-10-04', sunset: SUNSET },
]

/** Projects could be moved from then on. */
export const MIGRATION: readonly OperationVersion[] = [{ date: '2024-05-30' }]

/** The addresses of the control plane were told from then on. */
export const CONTROL_PLANE: readonly OperationVersion[] = [{ date: '2023-11-15' }]

/** The newest version of listing clusters, which is the only one served. */
export const CLUSTERS: readonly OperationVersion[] = [{ date: '2024-08-05' }]

/** Service accounts came with this version. */
export const SERVICE_ACCOUNTS: readonly OperationVersion[] = [{ date: '2024-08-05' }]

/** Published after a preview, which has an end of its own. */
export const RATE_LIMITS: readonly OperationVersion[] = [
  { date: '2025-03-12' },
  { date: 'preview', sunset: '2026-04-21' },
]
