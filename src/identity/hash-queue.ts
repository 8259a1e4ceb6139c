// Keeps the hashing of passwords from starving everything else: few at once, a short queue, and a plain no beyond it.
import { availableParallelism } from 'node:os'
import { refuse } from '../domain/faults.ts'

/** Runs work when it is its turn; refuses at once when too much is waiting already. */
export type HashQueue = <Result>(work: () => Promise<Result>) => Promise<Result>

export interface HashQueueSize {
  /** How much runs at once. */
  readonly atOnce: number
  /** How much may wait beside that. */
  readonly waiting: number
}

/** Node hashes in a pool of this many threads, so that more at once would only wait there instead of here. */
const POOL_THREADS = 4
const WAITING = 64
/** In seconds: a full queue is empty by then, also on a slow machine. */
const RETRY_AFTER = 5

const sizeOfMachine = (): HashQueueSize => ({
  atOnce: Math.max(1, Math.min(availableParallelism(), POOL_THREADS)),
  waiting: WAITING,
})

/** Work is done in the order in which it came, and a failure makes room like a success. One per process. */
export function hashQueue({ atOnce, waiting }: HashQueueSize = sizeOfMachine()): HashQueue {
  const line: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running < atOnce) running += 1
    else if (line.length < waiting) await new Promise<void>((turn) => line.push(turn))
    else refuse({ code: 'too_busy', retryAfter: RETRY_AFTER })
    try {
      return await work()
    } finally {
      const next = line.shift()
      // Whoever is next takes this place over, so that nobody who comes meanwhile can slip in before them.
      if (next === undefined) running -= 1
      else next()
    }
  }
}
