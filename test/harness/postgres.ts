// A PostgreSQL of the tests' own: the one TEST_DATABASE_URL names, or a private server started from an installed one.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, globSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { systemAmbient } from '../../src/platform/ambient.ts'

export interface TestPostgres {
  /** A superuser's connection to the maintenance database. */
  readonly url: string
  /** Stops the server and removes what it kept; of a server that is not ours, nothing. */
  stop(): Promise<void>
}

export type Search =
  | { readonly postgres: TestPostgres }
  /** Why there is none, as a clause. */
  | { readonly none: string }

type Keeper = ChildProcess

const run = promisify(execFile)
const INSTALLATIONS = [
  '/usr/lib/postgresql/*/bin',
  '/opt/homebrew/opt/postgresql*/bin',
  '/usr/local/opt/postgresql*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
]
const START_TIMEOUT_SECONDS = 30

/** Finds or starts a server. A server that merely answers on the usual port is never touched. */
export async function findPostgres(environment: NodeJS.ProcessEnv): Promise<Search> {
  const given = environment['TEST_DATABASE_URL']
  if (given) return { postgres: { url: given, stop: async () => {} } }
  const candidates = await initdbs(environment['PATH'] ?? '')
  if (candidates.length === 0) return { none: 'no initdb was found' }
  const owner = await serverOwner()
  if (owner === undefined) return { none: 'root needs a user named postgres to run it as' }
  const failures: string[] = []
  for (const initdb of candidates) {
    try {
      return { postgres: await start(dirname(initdb), owner) }
    } catch (error) {
      failures.push(`${initdb}: ${firstLine(error)}`)
    }
  }
  return { none: failures.join('; ') }
}

/** Every initdb that runs and has a server beside it, newest first. */
async function initdbs(path: string): Promise<string[]> {
  const folders = [...path.split(delimiter), ...INSTALLATIONS.flatMap((pattern) => globSync(pattern))]
  const files = folders.map((folder) => join(folder, 'initdb')).filter((file) => existsSync(file))
  const real = [...new Set(files.map((file) => realpathSync(file)))]
  const known = await Promise.all(real.map(async (file) => ({ file, version: await versionOf(file) })))
  return known
    .filter(({ file, version }) => version > 0 && existsSync(join(dirname(file), 'postgres')))
    .sort((one, other) => other.version - one.version)
    .map(({ file }) => file)
}

async function versionOf(initdb: string): Promise<number> {
  try {
    const { stdout } = await run(initdb, ['--version'], { timeout: 10_000 })
    return Number(/\d+(\.\d+)?/.exec(stdout)?.[0] ?? 0)
  } catch {
    return 0
  }
}

interface Owner {
  readonly uid?: number
  readonly gid?: number
}

/** PostgreSQL refuses to run as root; anyone else runs it as themselves. */
async function serverOwner(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return {}
  try {
    const [user, group] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(user.stdout), gid: Number(group.stdout) }
  } catch {
    return undefined
  }
}

async function start(bin: string, owner: Owner): Promise<TestPostgres> {
  // A socket's path may have about a hundred characters, which the temporary folder of some systems nearly uses up.
  const folder = mkdtempSync(join(existsSync('/tmp') ? '/tmp' : tmpdir(), 'atrium-pg-'))
  try {
    const password = systemAmbient().randomBytes(16).toString('hex')
    await initialize(bin, folder, owner, password)
    const port = await freePort()
    const keeper = launch(bin, folder, owner, port)
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    try {
      await untilReady(keeper, url)
    } catch (error) {
      await stop(keeper)
      throw error
    }
    return { url, stop: () => stop(keeper) }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function initialize(bin: string, folder: string, owner: Owner, password: string): Promise<void> {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(folder, owner.uid, owner.gid)
    chownSync(passwordFile, owner.uid, owner.gid)
  }
  const options = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile]
  const initdb = (locale: readonly string[]) =>
    run(join(bin, 'initdb'), [...options, '-E', 'UTF8', '--locale=C', ...locale], {
      ...owner,
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      timeout: START_TIMEOUT_SECONDS * 1000,
    })
  // A default order unlike code points shows up every column that forgot its collation; old versions cannot.
  await initdb(['--locale-provider=icu', '--icu-locale=en']).catch(() => initdb([]))
}

/**
 * Runs the server under a shell that outlives this process: when its input ends, however we end, it stops the server
 * (SIGINT is the fast shutdown, which cuts open connections), removes the folder and ends.
 */
function launch(bin: string, folder: string, owner: Owner, port: number): Keeper {
  // Only what dies with the machine needs fsync, and here it is at most a process that dies.
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=200', 'fsync=off', 'logging_collector=off']
  const options = ['-D', join(folder, 'data'), '-k', folder, '-p', String(port)]
  const command = [join(bin, 'postgres'), ...options, ...settings.flatMap((setting) => ['-c', setting])]
  const script = `exec 3<&0; folder=$1; shift
    "$@" 3<&- < /dev/null > "$folder/log" 2>&1 & server=$!
    { cat <&3 > /dev/null; kill -INT $server; } & wait $server; rm -rf "$folder"`
  return spawn('sh', ['-c', script, 'sh', folder, ...command], {
    ...owner,
    cwd: tmpdir(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
}

async function untilReady(keeper: Keeper, url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    if (hasEnded(keeper)) throw new Error('the server did not start')
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (attempt === START_TIMEOUT_SECONDS * 20) throw error
      await setTimeout(50)
    } finally {
      await client.end()
    }
  }
}

async function stop(keeper: Keeper): Promise<void> {
  const ended = hasEnded(keeper) ? undefined : once(keeper, 'exit')
  keeper.stdin?.end()
  await ended
}

const hasEnded = (keeper: Keeper): boolean => keeper.exitCode !== null || keeper.signalCode !== null

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
