// How long somebody stays signed in to the pages, and what is known of each place where they are.
import type { SessionId, UserId } from './ids.ts'

/** Unused for so long, a session is over; in milliseconds. */
export const SESSION_IDLE = 12 * 3_600_000
/** However much it is used, a session is over after so long; in milliseconds. */
export const SESSION_LIFETIME = 7 * 86_400_000

/** Times are the machine's. */
export interface Session {
  /** By which its owner can end it; opens nothing. */
  readonly sessionId: SessionId
  readonly userId: UserId
  readonly createdAt: number
  /** To the minute. */
  readonly lastUsedAt: number
  /** When it is over unless it is used before. */
  readonly expiresAt: number
  /** What the browser called itself; empty when it did not. */
  readonly userAgent: string
  /** Where the sign-in came from. */
  readonly address: string
}

/** When a session is over that is used at `wall` and not again. */
export const sessionEnd = (createdAt: number, wall: number): number =>
  Math.min(createdAt + SESSION_LIFETIME, wall + SESSION_IDLE)
