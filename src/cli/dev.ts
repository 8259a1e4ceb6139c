// `atrium dev`: a sandbox that starts at once, prints credentials to use, and keeps its data for the next start.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Complaint, messageOf } from '../assembly/complaint.ts'
import { isLoopback, requireFreePort } from '../assembly/listen.ts'
import { leaveSoon, PATIENCE, stopSignal } from '../assembly/stop.ts'
import { namesOf, PORT_REMEDY, startWorld } from '../assembly/world.ts'
import { isFolder } from '../assembly/world-store.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { version } from '../platform/build-info.ts'
import { environment } from '../platform/config.ts'
import { logLevel } from '../platform/config-values.ts'
import { createLogger } from '../platform/logger.ts'
import type { SmtpServer } from '../platform/mail-values.ts'
import type { LocalCertificate } from '../sandbox/local-authority.ts'
import type { Seed } from '../sandbox/seed/seed-schema.ts'
import { DEFAULT_SEED } from '../sandbox/seed/seed-schema-defaults.ts'
import { startLine, startText } from './dev-text.ts'

export interface DevOptions {
  readonly host: string
  readonly port: number
  /** A folder, `:memory:` or a postgres:// url. */
  readonly data: string
  readonly seed?: string
  /** Where the clock stands at first, in milliseconds since the epoch. */
  readonly now?: number
  readonly limits?: 'atlas'
  readonly tls?: true
  readonly smtp?: SmtpServer
  readonly json?: true
}

const DEFAULT_DATA = './.atrium'

/** Runs until SIGTERM or SIGINT. Standard output carries the start text, or with --json the one line, and no more. */
export async function runDev(options: DevOptions): Promise<void> {
  const { host, port, data, json, seed, ...rest } = options
  await requireFreePort(host, port, PORT_REMEDY)
  if (!isLoopback(host)) warnOfExposure(host)
  const stopped = stopSignal()
  await using world = await startWorld({
    ...rest,
    host,
    port,
    data,
    hostName: json ? '127.0.0.1' : 'localhost',
    seed: () => readSeedFile(seed),
    certificate: options.tls && (await certificateFor(options)),
    environment: environment(),
    logger: createLogger(logLevel(environment()['LOG_LEVEL'] ?? '') ?? 'warn'),
  })
  const { firstSteps, first } = world
  if (!first && seed !== undefined) note(`The store has data already: ${seed} is not applied.`)
  process.stdout.write(json ? startLine(firstSteps) : startText({ ...firstSteps, version, data: shownPlace(data) }))
  await stopped
  leaveSoon()
  await world.stop(PATIENCE)
}

/** Beside the data where that is a folder, else in the folder that would be the default. */
async function certificateFor({ data, host }: DevOptions): Promise<LocalCertificate> {
  const { localCertificate } = await import('../sandbox/local-authority.ts')
  const folder = resolve(isFolder(data) ? data : DEFAULT_DATA, 'tls')
  return localCertificate(folder, namesOf(host), systemAmbient())
}

/** The seed in the file, or the default one without a file; complains of everything that is wrong with it. */
export async function readSeedFile(file: string | undefined): Promise<Seed> {
  if (file === undefined) return DEFAULT_SEED
  const text = readText(file)
  const { readSeed } = await import('../sandbox/seed/seed-file.ts')
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
