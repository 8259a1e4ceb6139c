// The clock of a world: the machine's until it is set, and then it stands where it was put.
import { type Ambient, systemAmbient } from '../../platform/ambient.ts'

/** Milliseconds since the epoch, UTC, and spans of milliseconds. */
export interface Clock {
  /** What the domain takes for the time. */
  now(): number
  /** What credentials take for the time: the machine's, and however much they have been aged. */
  wall(): number
  /** What the machine takes for the time. */
  machine(): number
  /** Where it stands; undefined while it runs with the machine's. */
  frozenAt(): number | undefined
  /** Stops it there, whichever way that is; with nothing it runs with the machine's again. */
  set(at: number | undefined): void
  /** By how much credentials have been aged in all. */
  aged(): number
  /** Makes access tokens, nonces, sessions and throttles older than they are. */
  age(by: number): void
}

/** Runs with the machine's clock, `machine`. */
function createClock(machine: () => number): Clock {
  let frozen: number | undefined
  let aged = 0
  return {
    now: () => frozen ?? machine(),
    wall: () => machine() + aged,
    machine,
    frozenAt: () => frozen,
    set: (at) => {
      frozen = at
    },
    aged: () => aged,
    age: (by) => {
      aged += by
    },
  }
}

/** A clock, and the ambient that goes by it. */
export function clockwork(): { readonly clock: Clock; readonly ambient: Ambient } {
  const clock = createClock(systemAmbient().wall)
  return { clock, ambient: { ...systemAmbient(clock.now), wall: clock.wall } }
}
