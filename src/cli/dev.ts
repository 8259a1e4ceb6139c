// `atrium dev`: a sandbox that starts at once, prints credentials to use, and keeps its data for the next start.
import { resolve } from 'node:path'
import { isLoopback, requireFreePort } from '../assembly/listen.ts'
import { readSeedFile } from '../assembly/read-seed.ts'
import { leaveSoon, PATIENCE, stopSignal } from '../assembly/stop.ts'
import { PORT_REMEDY, startWorld } from '../assembly/world.ts'
import { worldCertificate } from '../assembly/world-certificate.ts'
import { readNow } from '../assembly/world-now.ts'
import { isFolder } from '../assembly/world-store.ts'
import { version } from '../platform/build-info.ts'
import { environment } from '../platform/config.ts'
import { logLevel } from '../platform/config-values.ts'
import { createLogger } from '../platform/logger.ts'
import type { SmtpServer } from '../platform/mail-values.ts'
import type { LocalCertificate } from '../sandbox/local-authority.ts'
import { startLine, startText } from './dev-text.ts'

export interface DevOptions {
  readonly host: string
  readonly port: number
  /** A folder, `:memory:` or a postgres:// url. */
  readonly data: string
  readonly seed?: string
  /** Where the clock of an empty store stands: an instant or a day. */
  readonly now?: string
  readonly limits?: 'atlas'
  readonly tls?: true
  readonly smtp?: SmtpServer
  readonly json?: true
}

const DEFAULT_DATA = './.atrium'

/** Runs until SIGTERM or SIGINT. Standard output carries the start text, or with --json the one line, and no more. */
export async function runDev(options: DevOptions): Promise<void> {
  const { host, port, data, json, seed, ...rest } = options
  const now = readNow(options.now)
  await requireFreePort(host, port, PORT_REMEDY)
  const stopped = stopSignal()
  await using world = await startWorld({
    ...rest,
    host,
    port,
    data,
    now,
    hostName: json ? '127.0.0.1' : 'localhost',
    seed: () => readSeedFile(seed),
    certificate: options.tls && (await certificateFor(options)),
    environment: environment(),
    refused: note,
    logger: createLogger(logLevel(environment()['LOG_LEVEL'] ?? '') ?? 'warn'),
  })
  const { firstSteps, first } = world
  if (!first) noteWhatIsLeftOut(options)
  process.stdout.write(json ? startLine(firstSteps) : startText({ ...firstSteps, version, data: shownPlace(data) }))
  // Last, so that it stays on the screen.
  if (!isLoopback(host)) warnOfExposure(host)
  await stopped
  leaveSoon()
  await world.stop(PATIENCE)
}

/** What only an empty store begins with. */
function noteWhatIsLeftOut({ seed, now }: DevOptions): void {
  if (seed !== undefined) note(`The store has data already: ${seed} is not applied.`)
  if (now !== undefined) note(`The store has data already: its clock stays where it was left, whatever --now says.`)
}

/** Beside the data where that is a folder, else in the folder that would be the default. */
const certificateFor = ({ data, host }: DevOptions): Promise<LocalCertificate> =>
  worldCertificate(resolve(isFolder(data) ? data : DEFAULT_DATA, 'tls'), host)

function warnOfExposure(host: string): void {
  const lines = [
    `WARNING: --host ${host} lets other machines in.`,
    'This is a sandbox: whoever reaches it can act as anybody in it, read its mails and start worlds.',
    'Leave --host out to keep it to this machine.',
  ]
  const rule = '*'.repeat(Math.max(...lines.map((line) => line.length)))
  note(['', rule, ...lines, rule, ''].join('\n'))
}

const note = (sentence: string): boolean => process.stderr.write(`${sentence}\n`)

/** A database's url without the password it may hold. */
function shownPlace(data: string): string {
  if (!URL.canParse(data) || !data.includes('://')) return data
  const url = new URL(data)
  url.password = ''
  return url.href
}
