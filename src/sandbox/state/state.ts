// The state of a world as a whole: back to how it began, kept under a name, and back to what was kept.
import { createGate, type Gate } from '../../platform/gate.ts'
import type { Db } from '../../store/db.ts'
import * as store from '../../store/snapshots.ts'
import type { Clock } from '../clock/clock.ts'
import type { ClockControl, ClockReading } from '../clock/control.ts'
import { saveClock } from '../clock/saved-clock.ts'
import { refuseToDrive } from '../refusal.ts'
import { claimed } from '../requests/words.ts'

export interface Snapshot {
  readonly name: string
  /** Milliseconds since the epoch, by the machine's clock. */
  readonly createdAt: number
  /** Where the world's clock was, and will be again. */
  readonly clock: ClockReading
}

/**
 * What is kept and restored is every row of the store, the outbox among them, and the clock. Tokens and sessions of now stay
 * usable wherever their owner exists, and tokens that were removed since become so again. Requests under way are waited
 * for, and whoever comes meanwhile waits.
 */
export interface State {
  /** Back to how the world began; faults and the log of requests are cleared too. */
  reset(): Promise<ClockReading>
  /**
   * Keeps the state under a name of 1 to 64 characters from [A-Za-z0-9._-]; refused when there is one, unless it is to be
   * replaced, and when there are 100.
   */
  snapshot(name: string, options?: { readonly replace?: boolean | undefined }): Promise<Snapshot>
  /** Back to what was kept; refused when there is no such snapshot. */
  restore(name: string): Promise<Snapshot>
  /** The oldest first. */
  snapshots(): Promise<readonly Snapshot[]>
  /** Removes a snapshot; refused when there is none. */
  forget(name: string): Promise<void>
  /** Keeps how the world begins, unless an earlier start has; called once everything is ready to serve. */
  begin(): Promise<void>
  /** Through which requests come and go, but for those to the sandbox. */
  readonly gate: Gate
  /** Settles when it has begun: until then everybody waits. */
  readonly begun: Promise<void>
}

export interface StateDeps {
  readonly db: Db
  readonly clock: Clock
  readonly control: Pick<ClockControl, 'read' | 'whileStill'>
  /** Where snapshots are kept on SQLite: a file, or `:memory:`. */
  readonly file: string
  /** Whether this start filled the store: what snapshots there are then belong to another one. */
  readonly isNew: boolean
  /** Writes down what is known in memory alone, so that a snapshot has it. */
  settle(): Promise<void>
  /** Forgets what is known in memory alone, of a state that is over. */
  discard(): void
  /** What else a reset clears. */
  readonly afterReset: readonly (() => Promise<void>)[]
}

const NAME = /^[A-Za-z0-9._-]{1,64}$/
/** No name that anybody can give. */
const BEGINNING = ''
/** How long requests under way are waited for, in milliseconds: some are held back on purpose. */
const PATIENCE = 1000
/** How many snapshots with names there may be: each is a copy of everything. */
const MOST = 100

interface Kept {
  readonly result: Awaited<ReturnType<typeof store.take>>
  readonly snapshot: Snapshot
}

/** Makes the place for snapshots ready. Requests wait until `begin` has ended, and must not come when it fails. */
export async function openState(deps: StateDeps): Promise<State> {
  const { db, control } = deps
  await store.open(db, deps.file, deps.isNew)
  const keep = async (name: string, mayReplace: boolean): Promise<Kept> => {
    const clock = control.read()
    const createdAt = deps.clock.machine()
    // The one of how it began comes on top of those that have names.
    const result = await store.take(db, { name, createdAt, ...clock }, { mayReplace, most: MOST + 1 })
    return { result, snapshot: { name, createdAt, clock } }
  }
  const gate = createGate(PATIENCE)
  const ready = Promise.withResolvers<void>()
  const opening = gate.alone(() => ready.promise)
  // In this order, which is that of the clock too when it goes back: the other one would let each wait for the other.
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => gate.alone(() => control.whileStill(work))
  return {
    gate,
    begun: ready.promise,
    begin: async () => {
      await keep(BEGINNING, false)
      ready.resolve()
      await opening
    },
    reset: () =>
      alone(async () => {
        await putBack(deps, BEGINNING)
        for (const clear of deps.afterReset) await clear()
        return control.read()
      }),
    snapshot: async (name, { replace = false } = {}) => {
      if (!NAME.test(name)) refuseName(name)
      return alone(async () => {
        await deps.settle()
        const { result, snapshot } = await keep(name, replace)
        if (result === 'name_taken') refuseTwice(name)
        if (result === 'too_many') refuseMore()
        return snapshot
      })
    },
    restore: async (name) => {
      if (!NAME.test(name)) await refuseUnknown(db, name)
      return alone(async () => (await putBack(deps, name)) ?? refuseUnknown(db, name))
    },
    snapshots: () => list(db),
    forget: async (name) => {
      if (!NAME.test(name) || !(await store.remove(db, name))) await refuseUnknown(db, name)
    },
  }
}

/** All or nothing: after a crash the store and the saved clock are both of before or both of after. */
async function putBack({ db, clock, discard }: StateDeps, name: string): Promise<Snapshot | undefined> {
  const found = await db.write(async (tx) => {
    const kept = await store.putBack(tx, db.engine, name, clock.wall())
    if (kept) await saveClock(tx, { frozenAt: standingAt(kept), aged: clock.aged() })
    return kept
  })
  if (!found) return undefined
  clock.set(standingAt(found))
  discard()
  return present(found)
}

const standingAt = ({ frozen, now }: store.StoreSnapshot): number | undefined => (frozen ? now : undefined)

const list = async (db: Db): Promise<readonly Snapshot[]> =>
  (await store.list(db.read)).filter(({ name }) => name !== BEGINNING).map(present)

const present = ({ name, createdAt, now, frozen }: store.StoreSnapshot): Snapshot => ({
  name,
  createdAt,
  clock: { now, frozen },
})

const refuseName = (name: string): never =>
  refuseToDrive(
    400,
    'INVALID_ATTRIBUTE',
    `"${claimed(name)}" cannot be the name of a snapshot: send 1 to 64 letters, digits, dots, underscores and hyphens.`,
    ['name'],
  )

const refuseTwice = (name: string): never =>
  refuseToDrive(
    409,
    'SNAPSHOT_ALREADY_EXISTS',
    `There is a snapshot "${name}" already: choose another name, or send "replace": true to take it anew.`,
    [name],
  )

const refuseMore = (): never =>
  refuseToDrive(
    409,
    'TOO_MANY_SNAPSHOTS',
    `There are ${MOST} snapshots, and no more are kept: remove one with DELETE /_atrium/snapshots/{name}, or send "replace": true with the name of one.`,
    [MOST],
  )

async function refuseUnknown(db: Db, name: string): Promise<never> {
  const names = (await list(db)).map((snapshot) => `"${snapshot.name}"`)
  const known = names.length > 0 ? `there are ${names.join(', ')}` : 'there are none yet'
  return refuseToDrive(404, 'SNAPSHOT_NOT_FOUND', `There is no snapshot "${claimed(name)}"; ${known}.`, [claimed(name)])
}
