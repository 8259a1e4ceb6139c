// The background loop: one job after the other, at rest in between, until it is told to stop.
import { setTimeout } from 'node:timers/promises'
import type { App } from '../usecases/app.ts'
import { sweep } from '../usecases/sweep.ts'

const PAUSE = 60_000

interface Log {
  error(details: object, message: string): void
}

/** Sweeps every minute; a failure is logged and tried again. Disposing of it waits for the sweep under way. */
export function startHousekeeping(app: App, log: Log): AsyncDisposable {
  const stop = new AbortController()
  const running = run(app, log, stop.signal)
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort()
      await running
    },
  }
}

async function run(app: App, log: Log, signal: AbortSignal): Promise<void> {
  while (await rest(signal)) {
    try {
      await sweep(app)
    } catch (error) {
      log.error({ err: error }, 'a sweep failed')
    }
  }
}

/** True after the pause, false when stopped. */
const rest = (signal: AbortSignal): Promise<boolean> =>
  setTimeout(PAUSE, true, { signal, ref: false }).catch(() => false)
