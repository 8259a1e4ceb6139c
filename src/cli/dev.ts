// `atrium dev`: a sandbox that starts at once, prints credentials to use, and keeps its data for the next start.
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { ATLAS_LIMITS } from '../domain/limits.ts'
import { buildServer } from '../http/server.ts'
import { startHousekeeping } from '../jobs/housekeeping.ts'
import { type Ambient, systemAmbient } from '../platform/ambient.ts'
import { version } from '../platform/build-info.ts'
import { environment } from '../platform/config.ts'
import { logLevel } from '../platform/config-values.ts'
import { createLogger } from '../platform/logger.ts'
import type { SmtpServer } from '../platform/mail-values.ts'
import type { DevCredentials } from '../sandbox/dev-state.ts'
import { ForeignStore, firstStart } from '../sandbox/first-start.ts'
import type { FirstSteps } from '../sandbox/first-steps.ts'
import type { LocalCertificate } from '../sandbox/local-authority.ts'
import { registerSandbox } from '../sandbox/routes.ts'
import type { Seed } from '../sandbox/seed-schema.ts'
import { DEFAULT_SEED } from '../sandbox/seed-schema-defaults.ts'
import { keptOf } from '../store/kept.ts'
import { createAccessListUsage } from '../usecases/access-list-usage.ts'
import type { App } from '../usecases/app.ts'
import { Complaint, messageOf } from './complaint.ts'
import { type DevMail, devMail } from './dev-mail.ts'
import { DEFAULT_DATA, type DevStore, isFolder, openDevStore } from './dev-store.ts'
import { startLine, startText } from './dev-text.ts'
import { isLoopback, listen, requireFreePort, urlOf } from './listen.ts'
import { mintingWith } from './minting.ts'
import { stopServer, stopSignal } from './stop.ts'

export interface DevOptions {
  readonly host: string
  readonly port: number
  /** A folder, `:memory:` or a postgres:// url. */
  readonly data: string
  readonly seed?: string
  readonly limits?: 'atlas'
  readonly tls?: true
  readonly smtp?: SmtpServer
  readonly json?: true
}

const REMEDY = 'choose another one with --port N, or --port 0 for any that is free'
const INVITATION_DAYS = 30

/** Runs until SIGTERM or SIGINT. Standard output carries the start text, or with --json the one line, and no more. */
export async function runDev(options: DevOptions): Promise<void> {
  await requireFreePort(options.host, options.port, REMEDY)
  const ambient = systemAmbient()
  await using store = await openDevStore(options.data, ambient)
  const limits = options.limits === 'atlas' ? ATLAS_LIMITS : undefined
  let url = ''
  const { db, keys } = store
  const mail = devMail({ db, ambient, keys, publicUrl: () => url }, environment(), options.smtp)
  const app: App = {
    db: store.db,
    ambient,
    settings: { invitationDays: INVITATION_DAYS, limits },
    minting: mintingWith(store.keys, ambient),
    kept: keptOf(store.db),
    usage: createAccessListUsage(),
    outbox: mail.outbox,
  }
  const credentials = await credentialsOf(app, store, options.seed)
  if (!isLoopback(options.host)) warnOfExposure(options.host)
  const logger = createLogger(logLevel(environment()['LOG_LEVEL'] ?? '') ?? 'warn')
  await using _housekeeping = startHousekeeping(app, logger, [
    { complaint: 'due mails were not written', run: mail.writeDue },
  ])
  const tls = options.tls ? await certificateFor(options, ambient) : undefined
  const firstSteps = () => ({ url, caFile: tls?.caFile, credentials })
  const server = sandboxServer(app, store, logger, { ...options, certificate: tls, mail }, firstSteps)
  const stopped = stopSignal()
  const listening = await listen(server, options.host, options.port, REMEDY)
  url = urlOf(tls ? 'https' : 'http', options.host, listening.port, options.json ? '127.0.0.1' : 'localhost')
  await mail.writeDue()
  await using _sending = mail.startSending(logger)
  process.stdout.write(
    options.json ? startLine(firstSteps()) : startText({ ...firstSteps(), version, data: shownPlace(options.data) }),
  )
  await stopped
  await stopServer(server, listening)
}

function sandboxServer(
  app: App,
  { keys }: DevStore,
  logger: FastifyBaseLogger,
  {
    host,
    limits,
    certificate,
    mail,
  }: DevOptions & { readonly certificate: LocalCertificate | undefined; readonly mail: DevMail },
  firstSteps: () => FirstSteps,
): FastifyInstance {
  return buildServer({
    app,
    keys,
    logger,
    publicUrl: () => firstSteps().url,
    pathPrefix: '',
    digest: true,
    enforcesSunsets: false,
    // It would stick to every port of localhost.
    strictTransport: certificate ? 'never' : 'where-harmless',
    tls: certificate,
    limitsRates: limits === 'atlas',
    trustedProxies: [],
    style: mail.style,
    defaultLanguage: mail.defaultLanguage,
    extend: (server) =>
      registerSandbox(server, {
        app,
        firstSteps,
        write: mail.write,
        ownHosts: isLoopback(host) ? [] : [host, hostname()],
      }),
  })
}

/** Beside the data where that is a folder, else in the folder that would be the default. */
async function certificateFor({ data, host }: DevOptions, ambient: Ambient): Promise<LocalCertificate> {
  const { localCertificate } = await import('../sandbox/local-authority.ts')
  const folder = resolve(isFolder(data) ? data : DEFAULT_DATA, 'tls')
  return localCertificate(folder, isLoopback(host) ? [] : [host, hostname()], ambient)
}

async function credentialsOf(app: App, { state }: DevStore, seedFile: string | undefined): Promise<DevCredentials> {
  try {
    const start = await firstStart(app, state, () => loadSeed(seedFile))
    if (!start.first && seedFile !== undefined) note(`The store has data already: ${seedFile} is not applied.`)
    return start.credentials
  } catch (error) {
    throw error instanceof ForeignStore ? new Complaint(`${error.message} Choose another place with --data.`) : error
  }
}

async function loadSeed(file: string | undefined): Promise<Seed> {
  if (file === undefined) return DEFAULT_SEED
  const text = readText(file)
  const { readSeed } = await import('../sandbox/seed-file.ts')
  const { seed, problems } = readSeed(file, text)
  if (!seed) throw new Complaint(problems.join('\n'))
  return seed
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Complaint(`The seed file cannot be read: ${messageOf(error)}.`)
  }
}

function warnOfExposure(host: string): void {
  note(
    `WARNING: --host ${host} lets other machines in. This is a sandbox: whoever reaches it can act as anybody in it.`,
  )
}

const note = (sentence: string): boolean => process.stderr.write(`${sentence}\n`)

/** A database's url without the password it may hold. */
function shownPlace(data: string): string {
  if (!URL.canParse(data) || !data.includes('://')) return data
  const url = new URL(data)
  url.password = ''
  return url.href
}
