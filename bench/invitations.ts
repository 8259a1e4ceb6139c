// The invitations: the first read and write paths that were measured, the start, memory, and a million of them stored.
import { join } from 'node:path'
import { type Bench, bearerHeaders, compareSizes, type Requests, type Started, script, startAtrium } from './bench.ts'
import { residentMiB, runJson, type Server } from './process.ts'
import { type Line, median, progress, rounded } from './report.ts'

const MEMORY_REQUESTS = 100_000
const STARTS = 7

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

export async function benchStart(bench: Bench): Promise<readonly Line[]> {
  const data = bench.folder()
  const times: number[] = []
  for (let index = 0; index <= STARTS; index += 1) {
    const before = performance.now()
    await using server = await startAtrium(data)
    await fetch(`${server.started.url}/_atrium/health`)
    // The first one fills the store, which hashes a password.
    if (index > 0) times.push(performance.now() - before)
  }
  const range = `${rounded(Math.min(...times))} to ${rounded(Math.max(...times))} ms`
  progress(`${STARTS} starts took ${range}`)
  return [{ what: 'start to first 200', atrium: `${rounded(median(times))} ms`, wanted: '≤ 300 ms' }]
}

export async function benchReads(bench: Bench): Promise<readonly Line[]> {
  await using server = await startAtrium(bench.folder())
  const { url, apiKey, orgId } = server.started
  const headers = await bearerHeaders(server.started)
  const path = await invite(server.started, headers, 20)
  const one: Requests = { kind: 'get', url: url + path, headers }
  const digest = { user: apiKey.publicKey, password: apiKey.privateKey, uri: path }
  const signed: Requests = { ...one, headers: { accept: headers['accept'] ?? '' }, digest }
  const list: Requests = { ...one, url: `${url}/api/atlas/v2/orgs/${orgId}/invites` }
  return [
    await bench.reads('GET one invitation, bearer', '≥ 0.30 (aim 0.5)', server, one),
    await bench.reads('GET one, digest, kept nonce', '≥ 0.25', server, signed),
    await bench.reads('GET a list of 20', '≥ 0.12', server, list),
    await residentAfter(bench, server, one),
  ]
}

async function residentAfter(bench: Bench, server: Server<Started>, requests: Requests): Promise<Line> {
  let served = 0
  while (served < MEMORY_REQUESTS) served += (await bench.burst(requests)).requests
  const what = `resident after the reads above and ${rounded(served)} more`
  return { what, atrium: `${rounded(residentMiB(server.pid))} MiB`, wanted: '≤ 120 MB' }
}

export async function benchPosts(bench: Bench): Promise<readonly Line[]> {
  const data = bench.folder()
  await using server = await startAtrium(data)
  const { url, orgId } = server.started
  const headers = await bearerHeaders(server.started)
  const posts: Requests = { kind: 'post', url: `${url}/api/atlas/v2/orgs/${orgId}/invites`, headers }
  return [await bench.writes('POST one, durable', '≥ 0.35 (aim 0.5)', server, data, posts)]
}

interface Sized extends AsyncDisposable {
  readonly one: Requests
  readonly filtered: Requests
}

async function sized(bench: Bench, total: number): Promise<Sized> {
  const data = bench.folder()
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
    one: { kind: 'get', url: url + path, headers },
    filtered: { kind: 'get', url: filtered, headers },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

export async function benchScale(bench: Bench): Promise<readonly Line[]> {
  await using small = await sized(bench, 1_000)
  await using large = await sized(bench, 1_000_000)
  const compare = (what: string, pick: (of: Sized) => Requests): Promise<Line> =>
    compareSizes(
      bench,
      what,
      () => bench.burst(pick(small)),
      () => bench.burst(pick(large)),
    )
  return [
    await compare('GET one, 1,000,000 stored against 1,000', ({ one }) => one),
    await compare('list by username, likewise', ({ filtered }) => filtered),
  ]
}
