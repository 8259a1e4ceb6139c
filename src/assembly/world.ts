// One double of the service: a store, a clock, mails and a server of its own. `dev` runs one; a process may have many.
import { hostname } from 'node:os'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { ATLAS_LIMITS } from '../domain/limits.ts'
import { buildServer } from '../http/server.ts'
import { startHousekeeping } from '../jobs/housekeeping.ts'
import type { Environment } from '../platform/config.ts'
import type { SmtpServer } from '../platform/mail-values.ts'
import { type Clock, clockwork } from '../sandbox/clock/clock.ts'
import { ForeignStore, firstStart, type Start } from '../sandbox/first-start.ts'
import type { FirstSteps } from '../sandbox/first-steps.ts'
import type { LocalCertificate } from '../sandbox/local-authority.ts'
import { registerSandbox } from '../sandbox/routes.ts'
import type { Seed } from '../sandbox/seed/seed-schema.ts'
import { keptOf } from '../store/kept.ts'
import { createAccessListUsage } from '../usecases/access-list-usage.ts'
import type { App } from '../usecases/app.ts'
import { Complaint } from './complaint.ts'
import { isLoopback, listen, urlOf } from './listen.ts'
import { mintingWith } from './minting.ts'
import { PATIENCE, stopServer } from './stop.ts'
import { worldMail } from './world-mail.ts'
import { openWorldStore, type WorldStore } from './world-store.ts'

export interface WorldOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** What its url calls this machine. */
  readonly hostName: 'localhost' | '127.0.0.1'
  /** A folder, `:memory:` or a postgres:// url. */
  readonly data: string
  /** What an empty store begins with; read only then. */
  readonly seed: () => Promise<Seed>
  /** Where its clock stands at first, in milliseconds since the epoch; it runs with the machine's unless given. */
  readonly now?: number | undefined
  readonly limits?: 'atlas' | undefined
  readonly certificate?: LocalCertificate | undefined
  readonly smtp?: SmtpServer | undefined
  /** Where the look of mails and pages is said. */
  readonly environment: Environment
  readonly logger: FastifyBaseLogger
}

export interface World extends AsyncDisposable {
  readonly url: string
  readonly firstSteps: FirstSteps
  /** Whether this start filled the store. */
  readonly first: boolean
  readonly clock: Clock
  /** Disposes of it, waiting this many milliseconds for the requests in flight. */
  stop(patience: number): Promise<void>
}

/** What to do about a port that somebody has. */
export const PORT_REMEDY = 'choose another one with --port N, or --port 0 for any that is free'
const INVITATION_DAYS = 30

/** Opens the store, fills it if it is empty, and listens. Complains of what the operator can put right. */
export async function startWorld(options: WorldOptions): Promise<World> {
  await using opening = new AsyncDisposableStack()
  const { clock, ambient } = clockwork(options.now)
  const store = opening.use(await openWorldStore(options.data, ambient))
  let url = ''
  const { db, keys } = store
  const mail = worldMail({ db, ambient, keys, publicUrl: () => url }, options.environment, options.smtp)
  const app: App = {
    db,
    ambient,
    settings: { invitationDays: INVITATION_DAYS, limits: options.limits === 'atlas' ? ATLAS_LIMITS : undefined },
    minting: mintingWith(keys, ambient),
    kept: keptOf(db),
    usage: createAccessListUsage(),
    outbox: mail.outbox,
  }
  const { credentials, first } = await firstStartOf(app, store, options)
  opening.use(startHousekeeping(app, options.logger, [{ complaint: 'due mails were not written', run: mail.writeDue }]))
  const firstSteps = () => ({ url, caFile: options.certificate?.caFile, credentials })
  const server = worldServer({ app, store, mail, clock, firstSteps }, options)
  const listening = await listen(server, options.host, options.port, PORT_REMEDY)
  url = urlOf(options.certificate ? 'https' : 'http', options.host, listening.port, options.hostName)
  let patience = PATIENCE
  opening.defer(() => stopServer(server, listening, patience))
  await mail.writeDue()
  opening.use(mail.startSending(options.logger))
  const running = opening.move()
  return {
    url,
    firstSteps: firstSteps(),
    first,
    clock,
    stop: async (given) => {
      patience = given
      await running.disposeAsync()
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

async function firstStartOf(app: App, { state }: WorldStore, { seed }: WorldOptions): Promise<Start> {
  try {
    return await firstStart(app, state, seed)
  } catch (error) {
    throw error instanceof ForeignStore ? new Complaint(`${error.message} Choose another place with --data.`) : error
  }
}

interface Parts {
  readonly app: App
  readonly store: WorldStore
  readonly mail: ReturnType<typeof worldMail>
  readonly clock: Clock
  readonly firstSteps: () => FirstSteps
}

function worldServer({ app, store, mail, clock, firstSteps }: Parts, options: WorldOptions): FastifyInstance {
  const { host, certificate } = options
  return buildServer({
    app,
    keys: store.keys,
    logger: options.logger,
    publicUrl: () => firstSteps().url,
    pathPrefix: '',
    digest: true,
    // The double outlives what it doubles: operations end only where somebody has set the clock to see them end.
    enforcesSunsets: () => clock.frozenAt() !== undefined,
    // It would stick to every port of localhost.
    strictTransport: certificate ? 'never' : 'where-harmless',
    tls: certificate,
    limitsRates: options.limits === 'atlas',
    trustedProxies: [],
    style: mail.style,
    defaultLanguage: mail.defaultLanguage,
    extend: (scope) => registerSandbox(scope, { app, firstSteps, write: mail.write, clock, ownHosts: namesOf(host) }),
  })
}

/** Names by which a host is reached, beside the loopback's. */
export const namesOf = (host: string): readonly string[] => (isLoopback(host) ? [] : [host, hostname()])
