// Moves the clock of a world: ahead with everything that comes due on the way, back only to what is written down.
import { instant } from '../../api/wire/time.ts'
import { inTurn } from '../../platform/in-turn.ts'
import type { Db, Sql, Tx } from '../../store/db.ts'
import { newestRecord } from '../../store/newest-record.ts'
import { refuseToDrive } from '../refusal.ts'
import type { Clock } from './clock.ts'
import { EARLIEST, exactly, isInRange, LATEST } from './instants.ts'
import { saveClock } from './saved-clock.ts'

/** Times are milliseconds since the epoch, UTC. */
export interface ClockReading {
  readonly now: number
  /** Whether it stands, as it does once it has been moved, until it is resumed. */
  readonly frozen: boolean
}

export interface MoveOptions {
  /** Whether tokens, nonces, sessions and throttles age by the same span. */
  readonly credentials?: boolean | undefined
}

/** Moves wait for each other. Each answers when everything that came due on the way is done; a refused one changes nothing. */
export interface ClockControl {
  read(): ClockReading
  /** Puts it there; refused before what is written down, and outside of the years 2000 to 2099. */
  set(at: number, options?: MoveOptions): Promise<ClockReading>
  /** Moves it ahead by this span of milliseconds. */
  advance(by: number, options?: MoveOptions): Promise<ClockReading>
  /** Lets it run with the machine's; refused while something is written down that lies ahead of that. */
  resume(): Promise<ClockReading>
  /** Does what has come due while it ran. */
  catchUp(): Promise<void>
  /** Runs `work` while nobody moves it: for whoever replaces the data, and with it the time that it is of. */
  whileStill<Result>(work: () => Promise<Result>): Promise<Result>
}

export interface ClockControlDeps {
  readonly clock: Clock
  readonly db: Db
  /** Does everything that comes due up to then, saying in each transaction and after it how far it has come. */
  runDue(until: number, passage?: DuePassage): Promise<void>
  /** Writes down what is known of the past in memory alone. */
  settle(): Promise<void>
  /** Removes what is over. */
  forget(): Promise<void>
  /** Runs `work` while no request is under way, so that nobody writes down a time that is not to come for long. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
}

export interface DuePassage {
  within(tx: Tx, at: number): Promise<void>
  reached(at: number): void
}

const INVALID = 'INVALID_ATTRIBUTE'

/** The control of a world's clock. */
export function clockControl(deps: ClockControlDeps): ClockControl {
  const { clock } = deps
  const turn = inTurn()
  // Requests go on while time passes, and are held up only while it goes back.
  const turnTo = async <Result>(at: () => number, work: () => Promise<Result>): Promise<Result> => {
    const isBehind = (): boolean => at() < clock.now()
    if (isBehind()) return deps.alone(() => turn(work))
    // What lay ahead may lie behind when it has its turn. Then it asks anew, because whoever is alone waits for a turn too.
    const done = await turn(async () => (isBehind() ? undefined : { result: await work() }))
    return done ? done.result : turnTo(at, work)
  }
  const read = (): ClockReading => ({ now: clock.now(), frozen: clock.frozenAt() !== undefined })
  const move = (target: () => number, { credentials = false }: MoveOptions): Promise<ClockReading> =>
    turnTo(target, async () => {
      const at = Math.round(target())
      requireInRange(at)
      const by = at - clock.now()
      if (by < 0) await setBack(deps, at, credentials)
      else await moveAhead(deps, at, credentials ? by : 0)
      return read()
    })
  return {
    read,
    set: (at, options = {}) => move(() => at, options),
    advance: async (by, options = {}) => {
      if (!(by >= 0)) {
        refuseToDrive(400, INVALID, 'The clock is advanced by zero milliseconds or more; set it to go back.', [
          'duration',
        ])
      }
      return move(() => clock.now() + by, options)
    },
    resume: () =>
      turnTo(clock.machine, async () => {
        if (clock.frozenAt() !== undefined) await resume(deps)
        return read()
      }),
    catchUp: () => turn(() => deps.runDue(clock.now())),
    whileStill: turn,
  }
}

/** Goes through everything on the way, as far as it gets: what has been done stays done, and the clock says so. */
async function moveAhead({ clock, runDue, forget, db }: ClockControlDeps, until: number, aging: number): Promise<void> {
  const before = clock.frozenAt()
  const start = clock.now()
  const aged = clock.aged()
  // What was due earlier, and has been waiting for housekeeping, is no reason to go back.
  const notBefore = (at: number): number => Math.max(at, start)
  clock.set(start)
  try {
    await runDue(until, {
      within: (tx, at) => saveClock(tx, { frozenAt: notBefore(at), aged }),
      reached: (at) => clock.set(notBefore(at)),
    })
  } catch (error) {
    if (clock.now() === start) clock.set(before)
    throw error
  }
  if (aging > 0) {
    await db.write((tx) => saveClock(tx, { frozenAt: until, aged: aged + aging }))
    clock.age(aging)
  }
  await forget()
}

async function setBack({ clock, db, settle }: ClockControlDeps, at: number, credentials: boolean): Promise<void> {
  if (credentials) {
    const detail = 'Credentials cannot be made younger: leave "credentials" out to set the clock back.'
    refuseToDrive(400, INVALID, detail, ['credentials'])
  }
  await settle()
  await db.write(async (tx) => {
    await refuseToPrecede(tx, at, 'the clock can go back to that at most')
    await saveClock(tx, { frozenAt: at, aged: clock.aged() })
  })
  clock.set(at)
}

async function resume(deps: ClockControlDeps): Promise<void> {
  const { clock, db, settle } = deps
  const real = clock.machine()
  await settle()
  await refuseToPrecede(db.read, real, `real time is ${instant(real)}, and the clock can run again once that is later`)
  if (real > clock.now()) await moveAhead(deps, real, 0)
  await db.write((tx) => saveClock(tx, { aged: clock.aged() }))
  clock.set(undefined)
}

async function refuseToPrecede(sql: Sql, at: number, consequence: string): Promise<void> {
  const newest = await newestRecord(sql)
  if (!newest || newest.at <= at) return
  const moment = exactly(newest.at)
  const detail = `The newest thing in the store is ${newest.what}, of ${moment}: ${consequence}. Restore a snapshot to go back further.`
  refuseToDrive(409, 'CLOCK_BEHIND_DATA', detail, [moment])
}

function requireInRange(at: number): void {
  if (isInRange(at)) return
  const detail = `The clock can stand anywhere from ${exactly(EARLIEST)} to ${exactly(LATEST)}.`
  refuseToDrive(400, INVALID, detail, ['now'])
}
