// The clock of a world as it is moved, and the chores that keep up with it while it runs.
import type { Chore } from '../jobs/housekeeping.ts'
import type { Clock } from '../sandbox/clock/clock.ts'
import { type ClockControl, clockControl } from '../sandbox/clock/control.ts'
import { writeAccessListUsage } from '../usecases/access-list-usage.ts'
import type { App } from '../usecases/app.ts'
import { forget } from '../usecases/sweep.ts'
import type { WorldMail } from './world-mail.ts'

export interface WorldClockDeps {
  readonly app: App
  readonly clock: Clock
  readonly mail: Pick<WorldMail, 'runDue'>
  /** Runs work while no request is under way. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
}

export interface WorldClock {
  readonly control: ClockControl
  /** What is to be done every minute. */
  readonly chores: readonly Chore[]
}

export function worldClock({ app, clock, mail, alone }: WorldClockDeps): WorldClock {
  const control = clockControl({
    clock,
    db: app.db,
    runDue: mail.runDue,
    settle: () => writeAccessListUsage(app),
    forget: () => forget(app),
    alone,
  })
  return {
    control,
    chores: [
      { complaint: 'what was due was not done', run: control.catchUp },
      { complaint: 'a sweep failed', run: () => forget(app) },
    ],
  }
}
