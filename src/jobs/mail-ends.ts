// Writes down what became of taken mails, soon after it is known: several in one transaction when they end together.
import { setTimeout } from 'node:timers/promises'
import type { Db, Tx } from '../store/db.ts'
import type { Log } from './take-mails.ts'

export interface MailEnds {
  /** Notes what is to be written; returns at once. */
  add(write: (tx: Tx) => Promise<void>): void
  /** Resolves when everything has been written, or given up. */
  written(): Promise<void>
}

/** The leases end about then, and somebody else sends what nobody has been told was sent. */
const TRIES = 60
const PAUSE = 1000

/** While the store does not answer, tries again every second, but no more once `signal` says that we stop. */
export function writingEnds({ db, log }: { readonly db: Db; readonly log: Log }, signal: AbortSignal): MailEnds {
  const waiting: ((tx: Tx) => Promise<void>)[] = []
  let running: Promise<void> | undefined
  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const some = waiting.splice(0)
      await persist(log, signal, () =>
        db.write(async (tx) => {
          for (const write of some) await write(tx)
        }),
      )
    }
    running = undefined
  }
  return {
    add: (write) => {
      waiting.push(write)
      running ??= writeAll()
    },
    written: async () => running,
  }
}

async function persist(log: Log, signal: AbortSignal, write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write()
    } catch (error) {
      log.error({ err: error }, 'what became of mails was not written down')
      if (tries === TRIES || signal.aborted) return
    }
    await setTimeout(PAUSE, undefined, { ref: false })
  }
}
