// Runs the program as a process, from its sources, and takes it down when the test is over.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
// Sources compiled by one start serve the next ones.
const COMPILED = join(tmpdir(), 'atrium-test-compiled')

type Environment = Readonly<Record<string, string>>

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  /** What has been written to standard output so far. */
  readonly stdout: () => string
  /** What has been logged so far. */
  readonly stderr: () => string
  readonly signal: (signal: NodeJS.Signals) => void
  readonly ended: Promise<Ended>
}

export interface Launch {
  /** What Node runs; the sources unless given. */
  readonly entry?: string
  /** All of its standard input. */
  readonly stdin?: string
}

/** Runs a command to its end. */
export const run = (args: readonly string[], env: Environment = {}, how: Launch = {}): Promise<Ended> =>
  launch(args, env, how).ended

/** Starts a command and waits until it has written a whole line to standard output, or ended. */
export async function start(args: readonly string[], env: Environment = {}, how: Launch = {}): Promise<Running> {
  const running = launch(args, env, how)
  await until(running, () => running.stdout().includes('\n'))
  return running
}

/** Starts `atrium dev --json` on any free port and parses its line. */
export async function startDev(args: readonly string[], env: Environment = {}) {
  const running = await start(['dev', '--json', '--port', '0', ...args], env)
  const text = running.stdout()
  if (text === '') throw new Error(`atrium dev did not start: ${(await running.ended).stderr}`)
  const line: DevLine = JSON.parse(text)
  return { ...running, text, line }
}

/** Starts `atrium serve` with PORT=0 and reads the port it found from its log. */
export async function startServe(env: Environment) {
  const running = launch(['serve'], { ...env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' })
  const port = (): string | undefined => /"port":(\d+)[^\n]*"msg":"listening"/.exec(running.stderr())?.[1]
  await until(running, () => port() !== undefined)
  return { ...running, url: `http://127.0.0.1:${port()}` }
}

export interface DevLine {
  readonly url: string
  /** With --tls, where the authority lies. */
  readonly caFile?: string
  readonly orgId: string
  readonly apiKey: { readonly publicKey: string; readonly privateKey: string }
  readonly serviceAccount: ClientCredentials
  readonly owner: { readonly id: string; readonly username: string; readonly password: string }
}

export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** A folder of the test's own. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A file with this text in a folder of its own. */
export function temporaryFile(name: string, text: string): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, text)
  return file
}

/** An access token for the service account. */
export async function tokenOf(url: string, { clientId, clientSecret }: ClientCredentials): Promise<string> {
  const answer = await fetch(`${url}/api/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const body: { access_token: string } = JSON.parse(await answer.text())
  return body.access_token
}

/** GET as the service account, in the newest version of v2. */
export async function getAs(url: string, client: ClientCredentials, path: string): Promise<Response> {
  const token = await tokenOf(url, client)
  return fetch(`${url}/api/atlas/v2${path}`, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/vnd.atlas.2025-03-12+json' },
  })
}

function launch(args: readonly string[], env: Environment, { entry = MAIN, stdin = '' }: Launch = {}): Running {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH, NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: 'pipe',
  })
  // Who ends before reading it is not to be blamed for that.
  child.stdin.once('error', () => undefined).end(stdin)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })))
  onTestFinished(() => killed(child))
  return { stdout: () => stdout, stderr: () => stderr, signal: (signal) => child.kill(signal), ended }
}

async function until(running: Running, isSo: () => boolean): Promise<void> {
  let isOver = false
  void running.ended.then(() => {
    isOver = true
  })
  while (!isSo() && !isOver) await new Promise((resolve) => setTimeout(resolve, 10))
}

function killed(child: ChildProcess): Promise<void> | undefined {
  if (child.exitCode !== null || child.signalCode !== null) return undefined
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill('SIGKILL')
  })
}
