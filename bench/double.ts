// The double beside a mock server that is made from its OpenAPI document: Prism, on the same operations in the same run.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Bench, bearerHeaders, type Requests, script, startAtrium } from './bench.ts'
import { pinned, residentMiB } from './process.ts'
import { type Line, lineOf, median, type Pair, progress, rounded } from './report.ts'

const STARTS = 5
/** How long a server is left alone before its memory counts, in milliseconds. */
const IDLE = 5000
/** How long Prism may take to answer, in milliseconds. */
const LONGEST_START = 60_000
const PRISM = script('prism')
/** The oldest version, since Prism takes none but those that stand in the document. */
const ACCEPT = 'application/vnd.atlas.2023-01-01+json'

interface Running extends AsyncDisposable {
  readonly pid: number
  readonly url: string
  /** Milliseconds from spawning it to its first 200. */
  readonly startMs: number
}

/** Starts, idle memory, and three operations a second. */
export async function benchDouble(bench: Bench): Promise<readonly Line[]> {
  install()
  await using atrium = await startAtrium(':memory:')
  const { url, orgId } = atrium.started
  const headers = { ...(await bearerHeaders(atrium.started)), accept: ACCEPT }
  const document = join(bench.folder(), 'atlas-v2.json')
  writeFileSync(document, await (await fetch(`${url}/_atrium/openapi/atlas-v2.json`)).text())
  const invitation = await inviteTo(`${url}/api/atlas/v2/orgs/${orgId}/invites`, headers)
  await setTimeout(IDLE)
  const ours = residentMiB(atrium.pid)
  await using prism = await startPrism(document, orgId, headers)
  await setTimeout(IDLE)
  const idle: Line = {
    what: 'resident, idle for five seconds',
    atrium: `${rounded(ours)} MiB`,
    yardstick: `${rounded(residentMiB(prism.pid))} MiB`,
    wanted: '≤ 100 MB',
  }
  const compare = (what: string, requests: Omit<Requests, 'url'>, path: string) =>
    inTurns(bench, what, { ...requests, url: `${url}/api/atlas/v2${path}` }, { ...requests, url: prism.url + path })
  const collection = `/orgs/${orgId}/invites`
  return [
    await starts(bench, document, orgId),
    idle,
    await compare('GET an organization', { kind: 'get', headers }, `/orgs/${orgId}`),
    await compare('GET one invitation', { kind: 'get', headers }, `${collection}/${invitation}`),
    await compare('POST an invitation', { kind: 'post', headers }, collection),
  ]
}

/** Pinned by its lockfile, and installed once. */
function install(): void {
  progress('installing Prism')
  execFileSync('npm', ['ci', '--prefix', PRISM, '--ignore-scripts', '--silent'], { stdio: 'inherit' })
}

async function inviteTo(collection: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(collection, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'hello@example.com', roles: ['ORG_MEMBER'] }),
  })
  const { id } = JSON.parse(await answer.text())
  return id
}

async function starts(bench: Bench, document: string, orgId: string): Promise<Line> {
  const times = { atrium: [] as number[], prism: [] as number[] }
  const data = bench.folder()
  for (let index = 0; index <= STARTS; index += 1) {
    progress(`start ${index + 1} of ${STARTS + 1}`)
    const before = performance.now()
    await using atrium = await startAtrium(data)
    const headers = { ...(await bearerHeaders(atrium.started)), accept: ACCEPT }
    const answer = await fetch(`${atrium.started.url}/api/atlas/v2/orgs/${atrium.started.orgId}`, { headers })
    await answer.text()
    const took = performance.now() - before
    await using prism = await startPrism(document, orgId, headers)
    if (index === 0) continue
    times.atrium.push(took)
    times.prism.push(prism.startMs)
  }
  return {
    what: 'start to a first organization',
    atrium: `${rounded(median(times.atrium))} ms`,
    yardstick: `${rounded(median(times.prism))} ms`,
    wanted: '≤ 300 ms',
  }
}

async function startPrism(document: string, orgId: string, headers: Record<string, string>): Promise<Running> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const cli = join(PRISM, 'node_modules/@stoplight/prism-cli/dist/index.js')
  const [command, args] = pinned('server', [cli, 'mock', '--port', String(port), '--verboseLevel', 'silent', document])
  const before = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  while (!(await isAnswered(`${url}/orgs/${orgId}`, headers))) {
    if (child.exitCode !== null) throw new Error(`Prism ended with code ${child.exitCode}.`)
    if (performance.now() - before > LONGEST_START) {
      child.kill('SIGKILL')
      throw new Error('Prism does not answer with an organization.')
    }
    await setTimeout(5)
  }
  return {
    pid: child.pid ?? 0,
    url,
    startMs: performance.now() - before,
    [Symbol.asyncDispose]: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

const isAnswered = (url: string, headers: Record<string, string>): Promise<boolean> =>
  fetch(url, { headers }).then(
    async (answer) => {
      await answer.text()
      return answer.ok
    },
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function inTurns(bench: Bench, what: string, ours: Requests, theirs: Requests): Promise<Line> {
  await bench.burst(ours, 1)
  await bench.burst(theirs, 1)
  const pairs: Pair[] = []
  for (let pair = 0; pair < bench.pairs; pair += 1) {
    progress(`${what}: pair ${pair + 1} of ${bench.pairs}`)
    const measured = await bench.burst(ours)
    const yardstick = await bench.burst(theirs)
    if (yardstick.failures > 0) throw new Error(`Prism refused ${yardstick.failures} times.`)
    pairs.push({ ours: measured, yardstick: yardstick.perSecond, cpu: Number.NaN })
  }
  const { processor: _, ...line } = lineOf(what, 'more than 1', '/s', pairs)
  return line
}
