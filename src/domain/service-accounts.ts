// Service accounts: what they are, how long their secrets live, and whose business an account is.
import type { Secret } from '../platform/secret.ts'
import type { ClientId, OrgId, ProjectId } from './ids.ts'
import type { HeldRoles } from './members.ts'

export interface ServiceAccount {
  readonly orgId: OrgId
  readonly clientId: ClientId
  readonly name: string
  readonly description: string
  readonly createdAt: number
}

/** A secret as it is shown: by its mask, or once by itself. */
export interface ShownSecret {
  readonly id: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly lastUsedAt: number | undefined
  readonly masked: string
  /** Only in the answer to whoever made it. */
  readonly secret?: Secret
}

/** An account with its roles in one place: the organization, or one project. */
export interface PlacedAccount {
  readonly account: ServiceAccount
  readonly roles: readonly string[]
  readonly secrets: readonly ShownSecret[]
}

/** One page of accounts, and how many there are on all of them. */
export interface ServiceAccountPage {
  readonly accounts: readonly PlacedAccount[]
  readonly total: number
}

/** Two, so that a secret can be replaced without a gap. */
export const MOST_LIVE_SECRETS = 2

const HOUR = 3_600_000
const LEAST_HOURS = 8
/** A year: the most that an organization can allow, and what one allows that has not said. */
const MOST_HOURS = 8760
/** How long a secret lives on, at most, beside a new one. */
const OVERLAP = 7 * 24 * HOUR

/** From how many hours to how many a secret may live; `allowed` is the organization's own setting. */
export const secretHours = (allowed: number | undefined): { readonly least: number; readonly most: number } => ({
  least: LEAST_HOURS,
  most: allowed ?? MOST_HOURS,
})

/** When a secret made now, to live for this many hours, expires. */
export const secretExpiry = (now: number, hours: number): number => now + hours * HOUR

/** When secrets that are there already expire at the latest, once a new one is made. */
export const overlapEnd = (now: number): number => now + OVERLAP

/** Whether a credential can do more than one project's owners may decide on: in the organization, or in other projects. */
export const reachesBeyond = (held: HeldRoles, projectId: ProjectId): boolean =>
  held.orgRoles.some((role) => role !== 'ORG_MEMBER') ||
  [...held.projectRoles.keys()].some((other) => other !== projectId)
