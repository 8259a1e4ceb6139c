// One burst of load, in a process of its own so that it can have a core of its own.
import { createHash } from 'node:crypto'
import autocannon from 'autocannon'

export interface Load {
  readonly url: string
  readonly seconds: number
  readonly connections: number
  readonly headers: Record<string, string>
  /** GET, POST of a new invitation each time, or each connection's own changes one after the other, again and again. */
  readonly kind: 'get' | 'post' | 'change'
  readonly changes?: readonly (readonly Change[])[]
  /** Signs each GET, with a nonce that each connection keeps. */
  readonly digest?: { readonly user: string; readonly password: string; readonly uri: string }
}

export interface Change {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly body: unknown
}

export interface Measured {
  readonly perSecond: number
  readonly requests: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly failures: number
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

const load: Load = JSON.parse(process.argv[2] ?? '')
let count = 0

async function freshNonce(url: string): Promise<string> {
  const response = await fetch(url)
  return /nonce="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1] ?? ''
}

/** More than a connection sends in a second. */
const SIGNED_A_SECOND = 1500

/** The requests of one connection that keeps its nonce, signed beforehand so that signing does not slow the load. */
function signed({ user, password, uri }: NonNullable<Load['digest']>, nonce: string): autocannon.Request[] {
  const ha1 = md5(`${user}:MMS Public API:${password}`)
  const ha2 = md5(`GET:${uri}`)
  return Array.from({ length: load.seconds * SIGNED_A_SECOND }, (_, index) => {
    const nc = (index + 1).toString(16).padStart(8, '0')
    const response = md5(`${ha1}:${nonce}:${nc}:c0ffee:auth:${ha2}`)
    const authorization =
      `Digest username="${user}", realm="MMS Public API", nonce="${nonce}", uri="${uri}", ` +
      `qop=auth, nc=${nc}, cnonce="c0ffee", response="${response}", algorithm=MD5`
    return { headers: { ...load.headers, authorization } }
  })
}

function requestsOf({ kind, headers }: Load): autocannon.Request[] {
  if (kind === 'post') {
    const run = process.hrtime.bigint().toString(36)
    const setupRequest = (request: autocannon.Request): autocannon.Request => {
      count += 1
      const body = JSON.stringify({ roles: ['ORG_MEMBER'], username: `u${run}-${count}@example.com` })
      return { ...request, body }
    }
    return [{ method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, setupRequest }]
  }
  return [{ headers }]
}

const changing = (changes: readonly Change[]): autocannon.Request[] =>
  changes.map(({ method, path, body }) => ({
    method,
    path,
    headers: { ...load.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }))

/** A burst may have ended between a change and its opposite, which is the last of the connection's changes. */
async function undoLeftover(changes: readonly Change[]): Promise<void> {
  const last = changes.at(-1)
  if (!last) return
  const headers = { ...load.headers, 'content-type': 'application/json' }
  await (await fetch(load.url + last.path, { method: last.method, headers, body: JSON.stringify(last.body) })).text()
}

/** What each connection sends, where they send different things. */
async function requestsOfConnections({ digest, changes, connections, url }: Load): Promise<autocannon.Request[][]> {
  if (changes) {
    await Promise.all(changes.map(undoLeftover))
    return changes.map(changing)
  }
  if (!digest) return []
  const nonces = await Promise.all(Array.from({ length: connections }, () => freshNonce(url)))
  return nonces.map((nonce) => signed(digest, nonce))
}

const prepared = await requestsOfConnections(load)
const result = await autocannon({
  url: load.url,
  connections: load.connections,
  duration: load.seconds,
  ...(prepared.length > 0
    ? { setupClient: (client) => client.setRequests(prepared.pop() ?? []) }
    : { requests: requestsOf(load) }),
})
const measured: Measured = {
  perSecond: result.requests.average,
  requests: result.requests.total,
  p50: result.latency.p50,
  p99: result.latency.p99,
  failures: result.non2xx + result.errors + result.timeouts,
}
process.stdout.write(`${JSON.stringify(measured)}\n`)
