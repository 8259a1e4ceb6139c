// All that can be caused in a world, for its routes and for whoever has it in their process.
import { startHousekeeping } from '../jobs/housekeeping.ts'
import type { ClockControl } from '../sandbox/clock/control.ts'
import type { FaultBook, Faults } from '../sandbox/faults/faults.ts'
import { createOutbox, type OutboxControl } from '../sandbox/outbox.ts'
import { createPeople, type People } from '../sandbox/people/people.ts'
import { createRequestLog, type RequestLog } from '../sandbox/requests/log.ts'
import type { State } from '../sandbox/state/state.ts'
import type { Tenants } from '../sandbox/tenants/tenants.ts'
import { worldClock } from './world-clock.ts'
import type { WorldCore } from './world-core.ts'
import type { WorldOptions } from './world-options.ts'
import { worldState } from './world-state.ts'

export interface WorldControls {
  readonly clock: ClockControl
  readonly faults: Faults
  readonly state: State
  readonly tenants: Tenants
  readonly people: People
  readonly outbox: OutboxControl
  readonly requests: RequestLog
}

export interface WorldControlsDeps {
  readonly core: WorldCore
  readonly faultBook: FaultBook
  readonly tenants: Tenants
}

/** Also starts what is to be done every minute, which `opening` ends. */
export async function openControls(
  { core, faultBook: { faults }, tenants }: WorldControlsDeps,
  options: WorldOptions,
  opening: AsyncDisposableStack,
): Promise<WorldControls> {
  const { app, clock, mail } = core
  const { control, chores } = worldClock({ app, clock, mail, alone: (work) => state.gate.alone(work) })
  opening.use(startHousekeeping(app, options.logger, chores))
  const requests = createRequestLog({
    db: app.db,
    clock,
    refused: options.refused,
    deprecated: options.deprecated,
  })
  const state = await worldState({
    app,
    clock,
    control,
    data: options.data,
    isNew: core.first,
    afterReset: [faults.clear, requests.clear],
  })
  return {
    clock: control,
    faults,
    state,
    tenants,
    people: createPeople(app),
    outbox: createOutbox(app.db, mail.write),
    requests,
  }
}
