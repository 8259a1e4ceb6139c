// Calls to a sandbox of our own, each kept with its answer, so that every answer can be held against the document.
import type { Json } from '../../src/api/wire/json.ts'
import { type DevProcess, startDev } from '../harness/dev-process.ts'
import { exchangeWithDigest, type KeyPair } from '../harness/digest-client.ts'
import { exchange } from '../harness/http-client.ts'

export interface Request {
  readonly method: string
  /** Below /api/atlas/v2. */
  readonly path: string
  readonly body?: Json | string
  readonly headers?: Readonly<Record<string, string>>
  /** The owner's key unless said; undefined for none. */
  readonly key?: KeyPair | undefined
  /** Called with an access token instead of a key. */
  readonly token?: string
}

export interface Answered {
  readonly operation: string
  readonly request: Request
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Undefined for an answer without a body. */
  readonly body: Json | undefined
}

export interface Sandbox extends AsyncDisposable {
  readonly url: string
  readonly line: DevProcess['line']
  /** What was answered so far. */
  readonly answers: readonly Answered[]
  /** Calls and keeps the answer under the operation's name. */
  call(operation: string, request: Request): Promise<Answered>
}

export const PREFIX = '/api/atlas/v2'
export const OWNER: KeyPair = { publicKey: 'nmtxqlkl', privateKey: '1b6b7c0e-54a1-4d31-8b0e-0c3f1a7d9e21' }
export const READER: KeyPair = { publicKey: 'readerky', privateKey: '2b6b7c0e-54a1-4d31-8b0e-0c3f1a7d9e22' }
export const NEWEST = 'application/vnd.atlas.2025-03-12+json'

/** Starts `atrium dev` from its sources, in memory, with the seed. */
export async function startSandbox(entry: string, seed: string): Promise<Sandbox> {
  const dev = await startDev(entry, ':memory:', { args: ['--seed', seed] })
  const { url } = dev.line
  const answers: Answered[] = []
  return {
    url,
    line: dev.line,
    answers,
    call: async (operation, request) => {
      const answered = { operation, request, ...(await send(url, request)) }
      answers.push(answered)
      return answered
    },
    [Symbol.asyncDispose]: async () => {
      const code = await dev.stop()
      if (code !== 0) throw new Error(`The sandbox ended with ${code}: ${dev.log()}`)
    },
  }
}

async function send(url: string, request: Request): Promise<Pick<Answered, 'status' | 'headers' | 'body'>> {
  const { method, path, body, token } = request
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const type: Record<string, string> = text === undefined ? {} : { 'Content-Type': NEWEST }
  const bearer: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  const headers = { Accept: NEWEST, ...type, ...bearer, ...request.headers }
  const call = { method, target: `${PREFIX}${path}`, headers, body: text }
  const key = 'key' in request ? request.key : token === undefined ? OWNER : undefined
  const answer = await (key ? exchangeWithDigest(url, key, call) : exchange(url, call))
  const named = Object.entries(answer.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join() : value,
  ])
  return {
    status: answer.status,
    headers: Object.fromEntries(named),
    body: answer.text === '' ? undefined : JSON.parse(answer.text),
  }
}
