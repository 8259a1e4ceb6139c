// What every use case is given: the store, time and identifiers, and the few settings that rules depend on.
import type { QuantityLimits } from '../domain/limits.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Db } from '../store/db.ts'
import type { Kept } from '../store/kept.ts'
import type { AccessListUsage } from './access-list-usage.ts'
import type { Minting } from './minting.ts'

export interface App {
  readonly db: Db
  /** What is kept of the store between requests. */
  readonly kept: Kept
  readonly ambient: Ambient
  readonly settings: Settings
  readonly minting: Minting
  /** Where the use of access lists is counted; without it, it is not. */
  readonly usage?: AccessListUsage | undefined
}

export interface Settings {
  /** How long an invitation stays pending, in days. */
  readonly invitationDays: number
  /** How many of a thing there may be; without it, any number. */
  readonly limits?: Partial<QuantityLimits> | undefined
  /** How many days an event is kept; without it, or with 0, for ever. */
  readonly eventRetentionDays?: number | undefined
}
