// One double of the service: a store, a clock, mails and a server of its own. `dev` runs one; a process may have many.
import { createFaults } from '../sandbox/faults/faults.ts'
import type { FirstSteps } from '../sandbox/first-steps.ts'
import { exportText } from '../sandbox/seed/export-text.ts'
import { createTenants, type TenantOptions, type Tenants, tenantsElsewhere } from '../sandbox/tenants/tenants.ts'
import { DEFAULT_SEED } from '../seed/seed-schema-defaults.ts'
import type { App } from '../usecases/app.ts'
import { type Drive, driveOf } from './drive.ts'
import { listen, urlOf } from './listen.ts'
import { PATIENCE, stopServer } from './stop.ts'
import { openControls, type WorldControls } from './world-controls.ts'
import { openCore } from './world-core.ts'
import type { WorldOptions } from './world-options.ts'
import { worldServer } from './world-server.ts'
import { MEMORY } from './world-store.ts'

export interface World extends WorldControls, AsyncDisposable {
  readonly url: string
  readonly firstSteps: FirstSteps
  /** Whether this start filled the store. */
  readonly first: boolean
  /** Asks its sandbox, from within this process. */
  readonly drive: Drive
  /** The text of a seed file from which an equal world can be started. */
  exportSeed(): Promise<string>
  /** Disposes of it, waiting this many milliseconds for the requests in flight. */
  stop(patience: number): Promise<void>
}

/** What to do about a port that somebody has. */
export const PORT_REMEDY = 'choose another one with --port N, or --port 0 for any that is free'

/** Opens the store, fills it if it is empty, and listens. Complains of what the operator can put right. */
export async function startWorld(options: WorldOptions): Promise<World> {
  await using opening = new AsyncDisposableStack()
  let url = ''
  const core = await openCore(options, () => url, opening)
  const { app, credentials, first, mail } = core
  const firstSteps = () => ({ url, caFile: options.certificate?.caFile, credentials })
  const faultBook = createFaults()
  const tenants = tenantsOf(options, app, () => url)
  const controls = await openControls({ core, faultBook, tenants }, options, opening)
  const server = worldServer({ core, controls, intervene: faultBook.intervene, firstSteps }, options)
  const listening = await listen(server, options.host, options.port, options.portRemedy ?? PORT_REMEDY)
  url = urlOf(options.certificate ? 'https' : 'http', options.host, listening.port, options.hostName)
  let patience = PATIENCE
  opening.defer(async () => {
    // At once, so that both together take no longer than the patience.
    await Promise.all([tenants.end(patience), stopServer(server, listening, patience)])
  })
  // Ends before the server does, which waits for the requests that a fault holds back.
  opening.use(faultBook)
  await controls.clock.catchUp()
  await controls.state.begin()
  opening.use(mail.startSending(options.logger))
  const running = opening.move()
  return {
    ...controls,
    url,
    firstSteps: firstSteps(),
    first,
    drive: driveOf(server),
    exportSeed: () => exportText(app, credentials),
    stop: async (given) => {
      patience = given
      await running.disposeAsync()
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

/** The worlds beside this one; one that was itself started so starts none. */
const tenantsOf = (options: WorldOptions, { ambient }: App, url: () => string): Tenants =>
  options.startedBy
    ? tenantsElsewhere(options.startedBy)
    : createTenants(ambient, (given) => startTenant(options, url, given))

/** A world of its own in memory, beside the one with these options: on its host and with its certificate. */
const startTenant = (first: WorldOptions, startedBy: () => string, given: TenantOptions): Promise<World> =>
  startWorld({
    host: first.host,
    port: 0,
    hostName: '127.0.0.1',
    data: MEMORY,
    seed: async () => given.seed ?? DEFAULT_SEED,
    now: given.now,
    limits: given.limits,
    certificate: first.certificate,
    environment: first.environment,
    logger: first.logger,
    deprecated: first.deprecated,
    startedBy,
  })
