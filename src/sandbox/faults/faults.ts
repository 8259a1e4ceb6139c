// The faults of a world: which are waiting for a request, which one a request meets, and what it then does to it.
import type { Asked, Intervene, Intervention } from '../../api/intervention.ts'
import { refuseToDrive } from '../refusal.ts'
import { type ErrorPlan, errorFor, planError, rateHeadersFor } from './error-of.ts'
import { createHold, type Hold } from './hold.ts'
import { isOauthOperation } from './oauth-codes.ts'
import { checkSpec, EVERY_OPERATION, type FaultSpec } from './spec.ts'

/** A fault as it stands. */
export interface Fault {
  /** Counts up from 1; none is given twice. */
  readonly id: number
  readonly operationId: string
  readonly times: number
  /** How many requests it will still meet. */
  readonly left: number
  /** Undefined where no error is answered. */
  readonly status: number | undefined
  readonly errorCode: string | undefined
  /** Said only where they are not the usual ones. */
  readonly detail: string | undefined
  readonly retryAfter: number | undefined
  readonly delayMs: number
  readonly cut: boolean
  readonly afterCommit: boolean
}

export interface Faults {
  /** Refuses what cannot be carried out. Of 1,000 the oldest that is used up makes room; refused while there is none. */
  add(spec: FaultSpec): Promise<Fault>
  /** Oldest first, those that have met all their requests too. */
  list(): Promise<readonly Fault[]>
  get(id: number): Promise<Fault>
  /** Lets go the requests that it holds back; refuses an id that no fault has. */
  remove(id: number): Promise<void>
  /** Removes them all. */
  clear(): Promise<void>
}

export interface FaultBook extends Disposable {
  readonly faults: Faults
  /** What the API asks of each request that it is about to serve. */
  readonly intervene: Intervene
  /** Lets go every request that is held back, and holds back no more. */
  [Symbol.dispose](): void
}

interface Entry {
  readonly id: number
  readonly spec: FaultSpec
  readonly times: number
  readonly plan: ErrorPlan | undefined
  readonly hold: Hold
  left: number
}

/** How many are kept, used up or not. */
const MOST = 1000

/** No faults yet. */
export function createFaults(): FaultBook {
  const entries = new Map<number, Entry>()
  /** Those of them that have requests left to meet, the oldest first. */
  const waiting = new Set<Entry>()
  let made = 0
  let isClosed = false
  const find = (id: number): Entry => entries.get(id) ?? refuseUnknown(id, [...entries.keys()])
  const drop = (entry: Entry): void => {
    entries.delete(entry.id)
    waiting.delete(entry)
    entry.hold.release()
  }
  const faults: Faults = {
    add: async (given) => {
      const spec = checkSpec(given)
      const times = spec.times ?? 1
      const plan = planError(spec)
      if (entries.size >= MOST) entries.delete((entries.values().find(isDone) ?? refuseMore()).id)
      made += 1
      const entry = { id: made, spec, times, plan, left: times, hold: createHold(spec.delayMs ?? 0) }
      if (isClosed) entry.hold.release()
      entries.set(entry.id, entry)
      waiting.add(entry)
      return shown(entry)
    },
    list: async () => [...entries.values()].map(shown),
    get: async (id) => shown(find(id)),
    remove: async (id) => drop(find(id)),
    clear: async () => {
      for (const entry of [...entries.values()]) drop(entry)
    },
  }
  // Without a pause between choosing and counting, so that requests at once cannot take the same turn.
  const intervene: Intervene = (asked) => {
    const entry = waiting.values().find(({ spec }) => names(spec.operationId, asked.operationId))
    if (!entry) return undefined
    entry.left -= 1
    if (entry.left === 0) waiting.delete(entry)
    return interventionOf(entry, asked)
  }
  return {
    faults,
    intervene,
    [Symbol.dispose]: () => {
      isClosed = true
      for (const { hold } of entries.values()) hold.release()
    },
  }
}

/** Whether it is of no more use, but for being listed. */
const isDone = ({ left, hold }: Entry): boolean => left === 0 && hold.isIdle()

const names = (given: string, operationId: string): boolean =>
  given === operationId || (given === EVERY_OPERATION && !isOauthOperation(operationId))

const interventionOf = ({ id, spec, plan, hold }: Entry, asked: Asked): Intervention => ({
  reason: `fault ${id} of ${spec.operationId}`,
  when: spec.afterCommit ? 'after' : 'before',
  wait: hold.wait,
  answer: spec.cut
    ? { kind: 'cut' }
    : plan && { kind: 'error', error: errorFor(plan, asked), headers: rateHeadersFor(plan, asked) },
})

const shown = ({ id, spec, times, plan, left }: Entry): Fault => ({
  id,
  operationId: spec.operationId,
  times,
  left,
  status: plan?.status,
  errorCode: plan?.errorCode,
  detail: plan?.detail,
  retryAfter: plan?.retryAfter,
  delayMs: spec.delayMs ?? 0,
  cut: spec.cut === true,
  afterCommit: spec.afterCommit === true,
})

const refuseMore = (): never =>
  refuseToDrive(
    409,
    'TOO_MANY_FAULTS',
    `${MOST} faults have requests left to meet or hold some back, and no more are kept: remove one with DELETE /_atrium/faults/{id}, or all with DELETE /_atrium/faults.`,
    [MOST],
  )

function refuseUnknown(id: number, known: readonly number[]): never {
  const others = known.length === 0 ? 'There are none.' : `There are ${known.slice(0, 10).join(', ')}.`
  return refuseToDrive(404, 'FAULT_NOT_FOUND', `No fault has the id ${id}. ${others}`, [id])
}
