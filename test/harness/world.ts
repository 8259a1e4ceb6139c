// A served world for the API's cases, and clients that hold every answer against what must never be in one.
import { logAnswer } from './answer-log.ts'
import { type Atrium, type AtriumOptions, startAtrium } from './atrium.ts'
import { CASE_SEED, type CallerName, clientOf, SECRET_WORDS, STRANGERS_WORDS } from './case-seed.ts'
import { holdAnswer } from './held-answers.ts'
import { type Call, type Exchange, exchange } from './http-client.ts'
import * as ledger from './ledger.ts'
import { createMemory, type Memory } from './replay.ts'
import type { TestEngine } from './stores.ts'

export interface DialectUnderTest {
  readonly name: 'v1.0' | 'v2' | 'Cloud Manager'
  readonly prefix: string
  /** What its clients send as Accept. */
  readonly accept: string
  /** The type of a success. */
  readonly type: string
  readonly isAtlas: boolean
}

export const DIALECTS: readonly DialectUnderTest[] = [
  {
    name: 'v1.0',
    prefix: '/api/atlas/v1.0',
    accept: 'application/json',
    type: 'application/json',
    isAtlas: true,
  },
  {
    name: 'v2',
    prefix: '/api/atlas/v2',
    accept: 'application/vnd.atlas.2023-01-01+json',
    type: 'application/vnd.atlas.2023-01-01+json;charset=utf-8',
    isAtlas: true,
  },
  {
    name: 'Cloud Manager',
    prefix: '/api/public/v1.0',
    accept: 'application/json',
    type: 'application/json',
    isAtlas: false,
  },
]

/** An answer that has been checked for other tenants' words, stack traces and internal errors. */
export interface Answer extends Exchange {
  /** The body as JSON; undefined when there is none. */
  readonly body: unknown
  /** The text under a key of the body. */
  at(key: string): string
}

export interface Client {
  get(path: string, headers?: Call['headers']): Promise<Answer>
  head(path: string, headers?: Call['headers']): Promise<Answer>
  post(path: string, body?: unknown, headers?: Call['headers']): Promise<Answer>
  put(path: string, body?: unknown, headers?: Call['headers']): Promise<Answer>
  patch(path: string, body?: unknown, headers?: Call['headers']): Promise<Answer>
  delete(path: string, headers?: Call['headers']): Promise<Answer>
  /** Any call: `target` below the dialect's prefix, a body as it is. */
  send(call: Call): Promise<Answer>
}

export interface World extends AsyncDisposable {
  readonly engine: TestEngine['name']
  readonly atrium: Atrium
  /** The access token of a caller's service account. */
  tokenOf(name: CallerName): Promise<string>
  /** Somebody who calls this dialect. */
  client(dialect: DialectUnderTest, name: CallerName): Client
  /** A call without any header of ours; checked like every other. */
  bare(call: Call): Promise<Answer>
  /** Lets all access tokens end; callers get new ones. */
  outliveTokens(): void
  /** What has succeeded so far. */
  readonly memory: Memory
  /** Numbers that no other case of this world has been given. */
  next(): number
}

/** A moment with a fraction of a second, so that forgotten rounding shows. */
const START = Date.UTC(2026, 1, 18, 18, 51, 46, 789)

const TOKEN_LIFE = 3_600_000

/** Serves the cases' seed; the domain's clock stands at START until it is moved. */
export async function startWorld(engine: TestEngine, options: Partial<AtriumOptions> = {}): Promise<World> {
  const db = await engine.open()
  const atrium = await startAtrium(db, { seed: CASE_SEED, now: START, frozen: true, ...options })
  const tokens = new Map<CallerName, string>()
  const tokenOf = async (name: CallerName): Promise<string> => {
    const token = tokens.get(name) ?? (await fetchToken(atrium.url, name))
    tokens.set(name, token)
    return token
  }
  const memory = createMemory()
  let number = 0
  const bare = async (call: Call): Promise<Answer> => checked(call, await exchange(atrium.url, call))
  return {
    engine: engine.name,
    atrium,
    bare,
    tokenOf,
    client: (dialect, name) =>
      clientOver(async (call) => {
        const authorization = `Bearer ${await tokenOf(name)}`
        const headers = { Accept: dialect.accept, Authorization: authorization, ...call.headers }
        const sent = { ...call, target: dialect.prefix + call.target, headers }
        const answer = await exchange(atrium.url, sent)
        const seen = name === 'stranger' ? held(sent, answer) : checked(sent, answer)
        memory.remember(dialect, name, call, seen)
        return seen
      }),
    memory,
    outliveTokens: () => {
      atrium.wait(TOKEN_LIFE + 1000)
      tokens.clear()
    },
    next: () => {
      number += 1
      return number
    },
    [Symbol.asyncDispose]: async () => {
      await atrium[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    },
  }
}

export const countsOf = (world: World): Promise<string> => ledger.counts(world.atrium.db)
export const snapshotOf = (world: World): Promise<string> => ledger.snapshot(world.atrium.db)

/** The methods of a client over what sends its calls. */
export function clientOver(send: Client['send']): Client {
  const withBody = (method: string) => (path: string, body?: unknown, headers?: Call['headers']) =>
    send({
      method,
      target: path,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : asBody(body),
    })
  const without = (method: string) => (path: string, headers?: Call['headers']) =>
    send({ method, target: path, headers: headers ?? {} })
  return {
    send,
    get: without('GET'),
    head: without('HEAD'),
    delete: without('DELETE'),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
  }
}

/** Text and bytes are sent as they are, everything else as JSON. */
const asBody = (body: unknown): string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)

async function fetchToken(url: string, name: CallerName): Promise<string> {
  const { clientId, clientSecret } = clientOf(name)
  const answer = await exchange(url, {
    method: 'POST',
    target: '/api/oauth/token',
    headers: {
      Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  })
  return parsed(answer).at('access_token')
}

const STACK_TRACE = /\bat .{1,200}:\d+:\d+|node_modules|\.ts\b|Error:/

/** Fails the case that got an answer which nobody may get, whatever the case is about. */
function checked(call: Call, answer: Exchange): Answer {
  const said = `${JSON.stringify(answer.headers)}${answer.text}`
  const asked = decoded(`${call.target}${typeof call.body === 'string' ? call.body : ''}`)
  const leaked = STRANGERS_WORDS.filter((word) => said.includes(word) && !asked.includes(word))
  const where = `${call.method} ${call.target.slice(0, 200)} was answered ${answer.status} ${answer.text.slice(0, 500)}`
  if (leaked.length > 0) throw new Error(`${where}, which tells of another organization: ${leaked.join()}`)
  if (SECRET_WORDS.some((word) => said.includes(word))) throw new Error(`${where}, which holds a secret`)
  if (STACK_TRACE.test(said)) throw new Error(`${where}, which looks like a stack trace`)
  if (answer.status >= 500 && !isBusy(answer)) throw new Error(where)
  return held(call, answer)
}

/** A full queue is a refusal like any other, as long as it says when to come back. */
const isBusy = ({ status, headers }: Exchange): boolean => status === 503 && headers['retry-after'] !== undefined

function held(call: Call, answer: Exchange): Answer {
  holdAnswer(call, answer)
  logAnswer(call, answer)
  return parsed(answer)
}

function decoded(text: string): string {
  try {
    return text + decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The answer with its body read. */
export function parsed(answer: Exchange): Answer {
  const body = asJson(answer.text)
  return {
    ...answer,
    body,
    at: (key) => {
      const value = isRecord(body) ? body[key] : undefined
      if (typeof value === 'string') return value
      throw new Error(`There is no text under ${key} in ${answer.status} ${answer.text.slice(0, 500)}`)
    },
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
