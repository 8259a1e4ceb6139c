// A member of an organization: the person, and what was granted to them there.
import type { ProjectId, TeamId, UserId } from './ids.ts'

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

/** Roles as granted, never the implied ones. */
export interface HeldRoles {
  readonly orgRoles: readonly string[]
  readonly projectRoles: ReadonlyMap<ProjectId, readonly string[]>
}

export interface Member extends Person, HeldRoles {
  readonly teamIds: readonly TeamId[]
}
