// What every use case is given: the store, time and identifiers, and the few settings that rules depend on.
import type { QuantityLimits } from '../domain/limits.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Db } from '../store/db.ts'
import type { Kept } from '../store/kept.ts'
import type { AccessListUsage } from './access-list-usage.ts'
import type { Minting } from './minting.ts'
import type { Outbox } from './outbox.ts'

export interface App {
  readonly db: Db
  /** What is kept of the store between requests. */
  readonly kept: Kept
  readonly ambient: Ambient
  readonly settings: Settings
  readonly minting: Minting
  /** Where the use of access lists is counted; without it, it is not. */
  readonly usage?: AccessListUsage | undefined
  /** Where mails are written down; without it, nobody is written to. */
  readonly outbox?: Outbox | undefined
}

export interface Settings {
  /** How long an invitation stays pending, in days. */
  readonly invitationDays: number
  /** How many invitation mails an organization may write to one address in a day; without it, or with 0, any number. */
  readonly invitationMailsPerDay?: number | undefined
  /** How many of a thing there may be; without it, any number. */
  readonly limits?: Partial<QuantityLimits> | undefined
  /** How many days an event is kept; without it, or with 0, for ever. */
  readonly eventRetentionDays?: number | undefined
}
