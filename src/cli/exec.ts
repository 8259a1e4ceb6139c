// `atrium exec`: runs a program against a world of its own, and is gone with it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Complaint, describeFailure } from '../assembly/complaint.ts'
import { readSeedFile } from '../assembly/read-seed.ts'
import { leaveSoon } from '../assembly/stop.ts'
import { startWorld, type World } from '../assembly/world.ts'
import { worldCertificate } from '../assembly/world-certificate.ts'
import { readNow } from '../assembly/world-now.ts'
import { MEMORY } from '../assembly/world-store.ts'
import { environment } from '../platform/config.ts'
import { logLevel } from '../platform/config-values.ts'
import { createLogger } from '../platform/logger.ts'
import type { LocalCertificate } from '../sandbox/local-authority.ts'
import { deprecatedTable } from '../sandbox/requests/deprecated-table.ts'
import { countUses, type Uses } from '../sandbox/requests/uses.ts'
import { COULD_NOT_START, DEPRECATED } from './exec-codes.ts'
import { execEnvironment } from './exec-environment.ts'
import { relaySignals, runProgram } from './exec-program.ts'

export interface ExecOptions {
  readonly seed?: string
  /** Where the clock stands: an instant or a day. */
  readonly now?: string
  readonly limits?: 'atlas'
  readonly tls?: true
  readonly failOnDeprecated?: true
}

export interface Command {
  /** The program and its arguments. */
  readonly words: readonly string[]
  /** What the caller's files are not to be open to, which is not what ours are not to be. */
  readonly umask: number
}

const HOST = '127.0.0.1'
/** How long the requests of what the program left behind may take, in milliseconds. */
const PATIENCE = 500

/** Ends with the program's exit code; writes nothing to standard output, which is the program's. */
export async function runExec(command: Command, options: ExecOptions): Promise<void> {
  try {
    process.exitCode = await exitCodeOf(command, options)
  } catch (error) {
    note(describeFailure(error))
    process.exitCode = COULD_NOT_START
  }
  leaveSoon()
}

async function exitCodeOf({ words: [program, ...args], umask }: Command, options: ExecOptions): Promise<number> {
  if (program === undefined) {
    throw new Complaint('Say which program to run, after two dashes: atrium exec [options] -- terraform plan')
  }
  const signals = relaySignals()
  await using things = new AsyncDisposableStack()
  const uses = countUses()
  const world = await startFor(options, uses, things)
  const ended = await runProgram(
    { program, args, umask, env: execEnvironment(environment(), world.firstSteps) },
    signals,
  )
  // Only then has every request been counted.
  await things.disposeAsync()
  if (ended.problem !== undefined) note(`atrium: ${ended.problem}`)
  if (!options.failOnDeprecated || uses.list().length === 0) return ended.code
  note(deprecatedTable(uses.list()))
  return ended.code === 0 ? DEPRECATED : ended.code
}

/** A world in memory on a free port; `things` end it. */
async function startFor(options: ExecOptions, uses: Uses, things: AsyncDisposableStack): Promise<World> {
  const world = await startWorld({
    host: HOST,
    port: 0,
    hostName: HOST,
    data: MEMORY,
    seed: () => readSeedFile(options.seed),
    now: readNow(options.now),
    limits: options.limits,
    certificate: options.tls && (await passingCertificate(things)),
    environment: environment(),
    refused: (line) => note(`atrium: ${line}`),
    deprecated: uses.note,
    logger: createLogger(logLevel(environment()['LOG_LEVEL'] ?? '') ?? 'warn'),
  })
  things.defer(() => world.stop(PATIENCE))
  return world
}

/** Of an authority that is trusted by this program alone, and gone afterwards. */
function passingCertificate(things: AsyncDisposableStack): Promise<LocalCertificate> {
  const folder = things.adopt(mkdtempSync(join(tmpdir(), 'atrium-exec-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
  return worldCertificate(folder, HOST)
}

const note = (sentence: string): boolean => process.stderr.write(`${sentence}\n`)
