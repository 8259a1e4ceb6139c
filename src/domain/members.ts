// A member of an organization: the person, and what was granted to them there.
import type { ProjectId, TeamId, UserId } from './ids.ts'
import type { Language } from './languages.ts'

export interface Person {
  readonly userId: UserId
  /** The address in lower case. */
  readonly username: string
  readonly firstName: string
  readonly lastName: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly createdAt: number
  readonly lastAuthAt: number | undefined
}

/** A person as signing in needs them. */
export interface Account extends Person {
  /** A PHC string; undefined for somebody who cannot sign in by password. */
  readonly passwordHash: string | undefined
  /** When the address was proven to be theirs. */
  readonly verifiedAt: number | undefined
  /** What they have chosen to be written to and shown pages in. */
  readonly language: Language | undefined
  /** Whether its owner can sign in: by a password of their own, or at the provider. */
  readonly isClaimed: boolean
}

/** Roles as granted, never the implied ones. */
export interface HeldRoles {
  readonly orgRoles: readonly string[]
  readonly projectRoles: ReadonlyMap<ProjectId, readonly string[]>
}

export interface Member extends Person, HeldRoles {
  readonly teamIds: readonly TeamId[]
}
