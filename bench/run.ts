// `npm run bench [-- --seconds N] [-- --pairs N] [-- --only NAME,…]`: one table and one JSON document on standard output.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Load, Measured } from './load.ts'
import { canPin, cpuSeconds, residentMiB, runJson, type Server, startServer } from './process.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    pairs: { type: 'string', default: '5' },
    only: { type: 'string', default: 'start,bearer,digest,list,post,memory,scale' },
  },
})
const SECONDS = Number(values.seconds)
const PAIRS = Number(values.pairs)
const wanted = new Set(values.only.split(','))

/** As the package's scripts start it. */
const ATRIUM = ['--max-semi-space-size=2', join(import.meta.dirname, '../bin/atrium.mjs')]
const script = (name: string): string => join(import.meta.dirname, name)
const CONNECTIONS = 32
const MEMORY_REQUESTS = 100_000
const STARTS = 7

interface Started {
  readonly url: string
  readonly orgId: string
  readonly apiKey: { readonly publicKey: string; readonly privateKey: string }
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string }
}

interface Line {
  readonly what: string
  readonly ours: string
  readonly yardstick: string
  readonly ratio: number | undefined
  readonly target: string
  readonly detail: string
}

const lines: Line[] = []
const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'atrium-bench-'))
  folders.push(made)
  return made
}

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = sorted.length % 2 === 0 ? sorted.slice(middle - 1) : [sorted[middle], sorted[middle]]
  return (low + high) / 2
}
const rounded = (value: number): string => Math.round(value).toLocaleString('en')
const progress = (sentence: string): boolean => process.stderr.write(`${sentence}\n`)

const startAtrium = (data: string): Promise<Server<Started>> =>
  startServer<Started>([...ATRIUM, 'dev', '--json', '--port', '0', '--data', data])

const burst = (load: Omit<Load, 'connections' | 'seconds'>, seconds = SECONDS): Promise<Measured> =>
  runJson<Measured>('load', [script('load.ts'), JSON.stringify({ ...load, seconds, connections: CONNECTIONS })])

async function tokenOf({ url, serviceAccount: { clientId, clientSecret } }: Started): Promise<string> {
  const response = await fetch(`${url}/api/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const body: { access_token: string } = JSON.parse(await response.text())
  return body.access_token
}

const bearerHeaders = async (started: Started): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await tokenOf(started)}`,
  accept: 'application/vnd.atlas.2025-03-12+json',
})

/** Makes invitations and returns the path of the first. */
async function invite({ url, orgId }: Started, headers: Record<string, string>, count: number): Promise<string> {
  const collection = `/api/atlas/v2/orgs/${orgId}/invites`
  let first = ''
  for (let index = 0; index < count; index += 1) {
    const response = await fetch(url + collection, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ roles: ['ORG_MEMBER'], username: `person-${index}@example.com` }),
    })
    const body: { id: string } = JSON.parse(await response.text())
    first ||= body.id
  }
  return `${collection}/${first}`
}

/** The same bytes from node:http alone. */
async function bareServer(url: string, headers: Record<string, string>): Promise<Server<{ port: number }>> {
  const response = await fetch(url, { headers })
  const body = await response.text()
  const kept = [...response.headers].filter(([name]) => !['connection', 'keep-alive', 'date'].includes(name))
  const recorded = { status: response.status, headers: Object.fromEntries(kept), body }
  return startServer([script('bare-server.ts'), JSON.stringify(recorded)])
}

async function measureReads(
  what: string,
  target: string,
  server: Server<Started>,
  load: Omit<Load, 'connections' | 'seconds'>,
  yardstickHeaders: Record<string, string>,
): Promise<void> {
  await using bare = await bareServer(load.url, yardstickHeaders)
  const bareLoad = { kind: 'get', headers: {}, url: `http://127.0.0.1:${bare.started.port}/` } as const
  await burst(load, 1)
  const ours: Measured[] = []
  const theirs: Measured[] = []
  const cpu: number[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    progress(`${what}: pair ${pair + 1} of ${PAIRS}`)
    const before = cpuSeconds(server.pid)
    const measured = await burst(load)
    cpu.push(((cpuSeconds(server.pid) - before) / measured.requests) * 1e6)
    ours.push(measured)
    theirs.push(await burst(bareLoad))
  }
  addLine(
    what,
    target,
    ours,
    theirs.map(({ perSecond }) => perSecond),
    cpu,
  )
}

function addLine(
  what: string,
  target: string,
  ours: readonly Measured[],
  yardstick: readonly number[],
  cpu: readonly number[],
): void {
  const failures = ours.reduce((sum, measured) => sum + measured.failures, 0)
  lines.push({
    what,
    ours: `${rounded(median(ours.map(({ perSecond }) => perSecond)))}/s`,
    yardstick: `${rounded(median(yardstick))}/s`,
    ratio: median(ours.map(({ perSecond }, index) => perSecond / (yardstick[index] ?? Number.NaN))),
    target,
    detail:
      `p50 ${median(ours.map(({ p50 }) => p50))} ms, p99 ${median(ours.map(({ p99 }) => p99))} ms, ` +
      `${rounded(median(cpu))} us of processor a request${failures > 0 ? `, ${failures} FAILED` : ''}`,
  })
}

async function benchReads(): Promise<void> {
  await using server = await startAtrium(folder())
  const { started } = server
  const headers = await bearerHeaders(started)
  const path = await invite(started, headers, 20)
  const url = started.url + path
  if (wanted.has('bearer')) {
    await measureReads('GET one, bearer', '>= 0.30', server, { kind: 'get', url, headers }, headers)
  }
  if (wanted.has('digest')) {
    const { publicKey: user, privateKey: password } = started.apiKey
    const digest = { user, password, uri: path }
    const load = { kind: 'get', url, headers: { accept: headers['accept'] ?? '' }, digest } as const
    await measureReads('GET one, digest, kept nonce', '>= 0.25', server, load, headers)
  }
  if (wanted.has('list')) {
    const list = `${started.url}/api/atlas/v2/orgs/${started.orgId}/invites`
    await measureReads('GET list of 20', '>= 0.12', server, { kind: 'get', url: list, headers }, headers)
  }
  if (wanted.has('memory')) await benchMemory(server, url, headers)
}

async function benchMemory(server: Server<Started>, url: string, headers: Record<string, string>): Promise<void> {
  let served = 0
  while (served < MEMORY_REQUESTS) served += (await burst({ kind: 'get', url, headers })).requests
  const resident = residentMiB(server.pid)
  lines.push({
    what: `resident after ${rounded(served)} more requests`,
    ours: `${rounded(resident)} MiB`,
    yardstick: '',
    ratio: undefined,
    target: '<= 120 MB',
    detail: '',
  })
}

async function benchPosts(): Promise<void> {
  const data = folder()
  await using server = await startAtrium(data)
  const { url, orgId } = server.started
  const headers = await bearerHeaders(server.started)
  const load = { kind: 'post', url: `${url}/api/atlas/v2/orgs/${orgId}/invites`, headers } as const
  await burst(load, 1)
  const ours: Measured[] = []
  const commits: number[] = []
  const cpu: number[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    progress(`POST: pair ${pair + 1} of ${PAIRS}`)
    const before = cpuSeconds(server.pid)
    const measured = await burst(load)
    cpu.push(((cpuSeconds(server.pid) - before) / measured.requests) * 1e6)
    ours.push(measured)
    const loop = [script('commit-loop.ts'), join(data, 'yardstick.db'), String(SECONDS)]
    commits.push((await runJson<{ perSecond: number }>('server', loop)).perSecond)
  }
  addLine('POST one, durable', '>= 0.35', ours, commits, cpu)
}

async function benchStart(): Promise<void> {
  const data = folder()
  const times: number[] = []
  for (let index = 0; index <= STARTS; index += 1) {
    const before = performance.now()
    await using server = await startAtrium(data)
    await fetch(`${server.started.url}/_atrium/health`)
    // The first one fills the store, which hashes a password.
    if (index > 0) times.push(performance.now() - before)
  }
  lines.push({
    what: 'start to first 200',
    ours: `${rounded(median(times))} ms`,
    yardstick: '',
    ratio: undefined,
    target: '<= 300 ms',
    detail: `${STARTS} starts, ${rounded(Math.min(...times))} to ${rounded(Math.max(...times))} ms`,
  })
}

interface Sized extends AsyncDisposable {
  get(): Promise<Measured>
  filtered(): Promise<Measured>
}

async function sized(total: number): Promise<Sized> {
  const data = folder()
  let orgId = ''
  {
    await using first = await startAtrium(data)
    orgId = first.started.orgId
  }
  progress(`filling a store with ${rounded(total)} invitations`)
  await runJson('server', [script('fill.ts'), join(data, 'atrium.db'), orgId, String(total)])
  const server = await startAtrium(data)
  const headers = await bearerHeaders(server.started)
  const path = await invite(server.started, headers, 1)
  const { url } = server.started
  const filtered = `${url}/api/atlas/v2/orgs/${orgId}/invites?username=person-0@example.com`
  return {
    get: () => burst({ kind: 'get', url: url + path, headers }),
    filtered: () => burst({ kind: 'get', url: filtered, headers }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

async function benchScale(): Promise<void> {
  await using small = await sized(1_000)
  await using large = await sized(1_000_000)
  for (const kind of ['get', 'filtered'] as const) {
    await small[kind]()
    await large[kind]()
    const pairs: [number, number][] = []
    for (let pair = 0; pair < PAIRS; pair += 1) {
      progress(`scale, ${kind}: pair ${pair + 1} of ${PAIRS}`)
      pairs.push([(await small[kind]()).perSecond, (await large[kind]()).perSecond])
    }
    lines.push({
      what: kind === 'get' ? 'GET one, 1,000,000 stored' : 'list by username, 1,000,000 stored',
      ours: `${rounded(median(pairs.map(([, big]) => big)))}/s`,
      yardstick: `${rounded(median(pairs.map(([little]) => little)))}/s`,
      ratio: median(pairs.map(([little, big]) => little / big)),
      target: '<= 1.2',
      detail: 'yardstick: the same with 1,000 stored, over 2,000 organizations',
    })
  }
}

try {
  if (wanted.has('start')) await benchStart()
  if (['bearer', 'digest', 'list', 'memory'].some((name) => wanted.has(name))) await benchReads()
  if (wanted.has('post')) await benchPosts()
  if (wanted.has('scale')) await benchScale()
} finally {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${canPin ? 'server and load on a core each' : 'not pinned'}`,
)
console.table(
  lines.map(({ ratio, ...line }) => ({ ...line, ratio: ratio === undefined ? '' : ratio.toFixed(2) })),
  ['what', 'ours', 'yardstick', 'ratio', 'target', 'detail'],
)
console.log(JSON.stringify({ node: process.version, pinned: canPin, seconds: SECONDS, pairs: PAIRS, lines }))
