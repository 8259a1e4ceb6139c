// Makes guessing slow without ever locking an owner out: tries are counted before their work is done, and given back
// when they were right.
import { setTimeout } from 'node:timers/promises'
import { refuse } from '../domain/faults.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Db, Tx } from '../store/db.ts'
import * as throttles from '../store/throttles.ts'
import { type Counted, countedBy, type Tried } from './throttle-rules.ts'

export interface Throttle {
  /**
   * Counts a try before its work is done. For a sign-in to an account that many guess at, it answers only after a while;
   * it refuses as too busy when too many wait so.
   */
  attempt(tried: Tried): Promise<Attempt>
}

export type Attempt =
  | {
      readonly allowed: true
      /** For a try that was right, or whose work could not be done: it counts no more. */
      giveBack(): Promise<void>
    }
  /** In seconds. */
  | { readonly allowed: false; readonly retryAfter: number }

export interface ThrottleDeps {
  readonly db: Db
  readonly ambient: Ambient
  /** Waits so many milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

/** This many tries at an account are not slowed down. */
const FREE_TRIES = 20
const FIRST_DELAY = 250
const LONGEST_DELAY = 4000
const MOST_WAITING = 256
/** In seconds: everybody who waits now has gone on by then. */
const RETRY_AFTER = 5

/** The counts are shared by all processes, the bound on how many wait is each one's own: make it once per process. */
export function createThrottle({ db, ambient, pause = setTimeout }: ThrottleDeps): Throttle {
  let waiting = 0
  const wait = async (milliseconds: number): Promise<boolean> => {
    if (milliseconds === 0) return true
    if (waiting >= MOST_WAITING) return false
    waiting += 1
    try {
      await pause(milliseconds)
    } finally {
      waiting -= 1
    }
    return true
  }
  return {
    attempt: async (tried) => {
      const counts = countedBy(tried)
      const wall = ambient.wall()
      const reserved = await db.write((tx) => reserve(tx, counts, wall))
      if (reserved.fullUntil !== undefined) {
        return { allowed: false, retryAfter: Math.max(1, Math.ceil((reserved.fullUntil - wall) / 1000)) }
      }
      const giveBack = () => db.write((tx) => giveBackAll(tx, counts, ambient.wall()))
      if (!(await wait(delayAt(reserved.slowing)))) {
        await giveBack()
        refuse({ code: 'too_busy', retryAfter: RETRY_AFTER })
      }
      return { allowed: true, giveBack }
    },
  }
}

interface Reserved {
  /** When a full count has room again; undefined when none was full. */
  readonly fullUntil: number | undefined
  /** How many tries the count has by which this one is slowed down. */
  readonly slowing: number
}

/** All counts, or none when one of them is full. */
async function reserve(tx: Tx, counts: readonly Counted[], wall: number): Promise<Reserved> {
  let slowing = 0
  for (const [index, { throttle, most, window, from, isSlowing }] of counts.entries()) {
    const until = wall + window
    const extendedBefore = from === 'last' ? until : wall
    const count = await throttles.reserve(tx, { throttle, most, wall, until, extendedBefore })
    if (count === undefined) {
      await giveBackAll(tx, counts.slice(0, index), wall)
      return { fullUntil: (await throttles.endOf(tx, throttle)) ?? wall, slowing }
    }
    if (isSlowing) slowing = count
  }
  return { fullUntil: undefined, slowing }
}

async function giveBackAll(tx: Tx, counts: readonly Counted[], wall: number): Promise<void> {
  for (const { throttle } of counts) await throttles.giveBack(tx, throttle, wall)
}

/** Nothing for the first tries, then twice as long each time. */
const delayAt = (count: number): number =>
  count <= FREE_TRIES ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (count - FREE_TRIES - 1))
