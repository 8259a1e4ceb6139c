// The background loop: one job after the other, at rest in between, until it is told to stop.
import { setTimeout } from 'node:timers/promises'
import { writeAccessListUsage } from '../usecases/access-list-usage.ts'
import type { App } from '../usecases/app.ts'

const PAUSE = 60_000

/** Something to do every minute. */
export interface Chore {
  /** What the log says when it fails. */
  readonly complaint: string
  run(): Promise<void>
}

interface Log {
  error(details: object, message: string): void
}

/**
 * Does the chores, one after the other, and writes down counts every minute; a failure is logged and tried again.
 * Disposing of it waits for what is under way, and writes the last counts down.
 */
export function startHousekeeping(app: App, log: Log, chores: readonly Chore[]): AsyncDisposable {
  const stop = new AbortController()
  const running = run(app, log, chores, stop.signal)
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort()
      await running
      await attempt(log, 'the use of access lists was not written down', () => writeAccessListUsage(app))
    },
  }
}

async function run(app: App, log: Log, chores: readonly Chore[], signal: AbortSignal): Promise<void> {
  while (await rest(signal)) {
    for (const { complaint, run: chore } of chores) await attempt(log, complaint, chore)
    await attempt(log, 'the use of access lists was not written down', () => writeAccessListUsage(app))
  }
}

async function attempt(log: Log, complaint: string, job: () => Promise<void>): Promise<void> {
  try {
    await job()
  } catch (error) {
    log.error({ err: error }, complaint)
  }
}

/** True after the pause, false when stopped. */
const rest = (signal: AbortSignal): Promise<boolean> =>
  setTimeout(PAUSE, true, { signal, ref: false }).catch(() => false)
