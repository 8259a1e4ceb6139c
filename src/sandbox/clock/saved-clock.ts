// Where the clock stood, kept in the store so that a restart finds it there: what is written may lie ahead of the machine.
import type { Db, Tx } from '../../store/db.ts'
import { put, read } from '../../store/dev-state.ts'
import { fromJson } from '../../store/json.ts'
import type { Clock } from './clock.ts'

const NAME = 'clock'

/** Milliseconds since the epoch, and a span of milliseconds. */
interface SavedClock {
  /** Absent while it runs. */
  readonly frozenAt?: number | undefined
  readonly aged: number
}

/** Writes down where the clock stands once the transaction is durable. */
export const saveClock = (tx: Tx, { frozenAt, aged }: SavedClock): Promise<void> =>
  put(tx, NAME, JSON.stringify({ frozenAt, aged }))

/** Puts a clock that has just been made where the last one stood; in an empty store at `start`, and keeps that. */
export async function continueClock(
  clock: Clock,
  db: Db,
  { isEmpty, start }: { readonly isEmpty: boolean; readonly start: number | undefined },
): Promise<void> {
  if (isEmpty) {
    clock.set(start)
    if (start !== undefined) await db.write((tx) => saveClock(tx, { frozenAt: start, aged: 0 }))
    return
  }
  const saved = await read(db.read, NAME)
  if (saved === undefined) return
  const { frozenAt, aged } = fromJson<SavedClock>(saved)
  clock.set(frozenAt)
  clock.age(aged)
}
