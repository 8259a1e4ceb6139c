// The state of a world as it is kept and restored: where its snapshots are, and what is known in memory alone.
import type { Clock } from '../sandbox/clock/clock.ts'
import type { ClockControl } from '../sandbox/clock/control.ts'
import { openState, type State } from '../sandbox/state/state.ts'
import { writeAccessListUsage } from '../usecases/access-list-usage.ts'
import type { App } from '../usecases/app.ts'
import { snapshotsOf } from './world-store.ts'

export interface WorldStateDeps {
  readonly app: App
  readonly clock: Clock
  readonly control: ClockControl
  /** A folder, `:memory:` or a postgres:// url. */
  readonly data: string
  /** Whether this start filled the store. */
  readonly isNew: boolean
  /** What a reset clears beside the store. */
  readonly afterReset: readonly (() => Promise<void>)[]
}

export const worldState = ({ app, data, ...given }: WorldStateDeps): Promise<State> =>
  openState({
    ...given,
    db: app.db,
    file: snapshotsOf(data),
    settle: () => writeAccessListUsage(app),
    discard: () => void app.usage?.take(),
  })
