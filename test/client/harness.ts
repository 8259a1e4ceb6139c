// What the client's tests are made with: a served Atrium, a fetch that is counted, a server that answers as it is told.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { AtlasClient } from '../../src/client/atlas-client.ts'
import { AtlasError } from '../../src/client/atlas-error.ts'
import type { AtlasClientOptions } from '../../src/client/options.ts'
import type { Surroundings } from '../../src/client/retry.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { type Atrium, type AtriumOptions, startAtrium } from '../harness/atrium.ts'
import { CASE_SEED } from '../harness/case-seed.ts'
import { engines } from '../harness/stores.ts'

/** A server over SQLite for one test. */
export async function serve(options: Partial<AtriumOptions> = {}, seed: Seed = CASE_SEED): Promise<Atrium> {
  const [engine] = engines
  if (engine === undefined) throw new Error('There is no engine.')
  const atrium = await startAtrium(await engine.open(), { seed, ...options })
  onTestFinished(() => atrium[Symbol.asyncDispose]())
  return atrium
}

/** A request as it left the client. */
export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Headers
}

/** The platform's fetch, with a record of what went over it. */
export function countedFetch(): { readonly fetch: typeof globalThis.fetch; readonly sent: Sent[] } {
  const sent: Sent[] = []
  return {
    sent,
    fetch: (input, init) => {
      const { method, url, headers } = new Request(input, { ...init, signal: null })
      const { pathname, search } = new URL(url)
      sent.push({ method, path: pathname + search, headers })
      return globalThis.fetch(input, init)
    },
  }
}

/** Time that stands still but for waiting, which `onSleep` hears of. */
export function stillTime(
  onSleep: (milliseconds: number) => void = () => undefined,
): Surroundings & { readonly slept: number[] } {
  const slept: number[] = []
  let now = Date.UTC(2026, 1, 18)
  return {
    slept,
    now: () => now,
    random: () => 0.5,
    nonce: () => crypto.randomUUID(),
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      now += milliseconds
      onSleep(milliseconds)
    },
  }
}

interface Stub {
  readonly url: string
  readonly seen: string[]
  /** Ends it; afterwards connections are refused. */
  stop(): Promise<void>
}

type Answerer = (request: IncomingMessage, response: ServerResponse, index: number) => void

/** A server that does what the test says; `seen` are the requests it got. */
export async function stub(answer: Answerer): Promise<Stub> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => answer(request, response, seen.push(`${request.method} ${request.url}`) - 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(stop)
  return { url: `http://127.0.0.1:${addressOf(server.address()).port}`, seen, stop }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return address
}

/** Answers JSON. */
export const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))

/** A client with a token of the test's own, for servers that do not look at it. */
export const tokenClient = (baseUrl: string, options: Partial<AtlasClientOptions> = {}): AtlasClient =>
  new AtlasClient({ baseUrl, accessToken: 'a-token', surroundings: stillTime(), ...options })

/** What a call was refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<AtlasError> {
  try {
    await call
  } catch (error) {
    if (error instanceof AtlasError) return error
    throw error
  }
  throw new Error('The call was not refused.')
}

/** Everything that a walk comes by. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const seen: Item[] = []
  for await (const item of items) seen.push(item)
  return seen
}
