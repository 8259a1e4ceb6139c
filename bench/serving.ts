// The built `atrium serve` on a store of its own, with the credentials that `bootstrap` made.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { newKeyRing } from '../src/identity/key-ring.ts'
import { systemAmbient } from '../src/platform/ambient.ts'
import { pinned } from './process.ts'

const PROGRAM = join(import.meta.dirname, '../bin/atrium.mjs')

export type Environment = Readonly<Record<string, string>>

export interface Installed {
  readonly env: Environment
  readonly url: string
  /** The SQLite file. */
  readonly file: string
  readonly orgId: string
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string }
}

export interface Serving extends AsyncDisposable {
  readonly pid: number
  /** What it writes to standard output: nothing, but for what is loaded before it. */
  readonly output: Readable | null
}

/** A new installation in an empty folder; `more` are further settings. */
export async function install(folder: string, more: Environment = {}): Promise<Installed> {
  const port = await freePort()
  const file = join(folder, 'atrium.db')
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: `sqlite:${file}`,
    PUBLIC_URL: url,
    ATRIUM_KEYS: newKeyRing(systemAmbient()),
    HOST: '127.0.0.1',
    PORT: String(port),
    ...more,
  }
  await run(['migrate'], env)
  const made = await run(['bootstrap', '--org-name', 'Acme', '--owner-email', 'ana@example.com', '--json'], env)
  const { orgId, serviceAccount } = JSON.parse(made)
  return { env, url, file, orgId, serviceAccount }
}

/** The server, once it answers. */
export async function serve(env: Environment, options: readonly string[] = []): Promise<Serving> {
  const child = start(['serve'], env, options)
  let log = ''
  const listening = new Promise<void>((resolve) => {
    child.stderr?.on('data', (text: Buffer) => {
      log += text
      if (log.includes('"msg":"listening"')) resolve()
    })
  })
  const ended = once(child, 'close').then(() => {
    throw new Error(`atrium serve ended: ${log}`)
  })
  await Promise.race([listening, ended])
  ended.catch(() => undefined)
  return {
    pid: child.pid ?? 0,
    output: child.stdout,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null) return
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
    },
  }
}

/** The headers of a call as the organization's service account. */
export async function callerOf({ url, serviceAccount }: Installed): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${serviceAccount.clientId}:${serviceAccount.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token: token } = JSON.parse(await answer.text())
  return { authorization: `Bearer ${token}`, accept: 'application/vnd.atlas.2025-03-12+json' }
}

function start(args: readonly string[], env: Environment, options: readonly string[] = []): ChildProcess {
  const [command, all] = pinned('server', ['--max-semi-space-size=2', ...options, PROGRAM, ...args])
  return spawn(command, all, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(args: readonly string[], env: Environment): Promise<string> {
  const child = start(args, env)
  let said = ''
  let complained = ''
  child.stdout?.on('data', (text: Buffer) => {
    said += text
  })
  child.stderr?.on('data', (text: Buffer) => {
    complained += text
  })
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`atrium ${args[0]} failed: ${complained}`)
  return said
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no port.')
  return address.port
}
