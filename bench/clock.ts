// What it takes to move a double's clock by 31 days when ten thousand people have yet to answer their invitations.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { type Bench, bearerHeaders, startAtrium } from './bench.ts'
import { type Line, median, progress, rounded } from './report.ts'

const INVITATIONS = 10_000
const MINUTE = 60_000
const DAY = 1440 * MINUTE

interface Measured {
  readonly ms: number
  /** The slowest of the requests that came meanwhile, in milliseconds. */
  readonly slowest: number
}

/** The move in memory and in a folder, and what a request waits while it goes on. */
export async function benchClock(bench: Bench): Promise<readonly Line[]> {
  const seed = join(bench.folder(), 'seed.json')
  writeFileSync(seed, JSON.stringify(seedOf(INVITATIONS)))
  return [
    ...(await measure(bench, 'in memory', seed, () => ':memory:')),
    ...(await measure(bench, 'in a folder', seed, () => bench.folder())),
  ]
}

/** Invited one after the other within a week by a person, who is written to when each of them ends. */
function seedOf(count: number): object {
  const username = 'owner@example.com'
  const first = Date.now() + 23 * DAY
  const invitations = Array.from({ length: count }, (_, index) => ({
    username: `person-${index}@example.com`,
    roles: ['ORG_MEMBER'],
    expiresAt: new Date(first + index * MINUTE).toISOString(),
  }))
  return { organizations: [{ name: 'Acme', users: [{ username, orgRoles: ['ORG_OWNER'] }], invitations }] }
}

async function measure(bench: Bench, where: string, seed: string, place: () => string): Promise<readonly Line[]> {
  const runs: Measured[] = []
  for (let run = 0; run < bench.pairs; run += 1) {
    progress(`31 days ${where}: ${run + 1} of ${bench.pairs}`)
    runs.push(await advance(place(), seed))
  }
  const slowest = median(runs.map((run) => run.slowest))
  return [
    {
      what: `31 days with 10,000 pending invitations, ${where}`,
      atrium: `${rounded(median(runs.map((run) => run.ms)))} ms`,
      wanted: '≤ 2,000 ms',
    },
    { what: `slowest GET meanwhile, ${where}`, atrium: `${rounded(slowest)} ms`, wanted: '≤ 250 ms' },
  ]
}

async function advance(data: string, seed: string): Promise<Measured> {
  await using server = await startAtrium(data, '--seed', seed)
  const { url, orgId } = server.started
  const headers = await bearerHeaders(server.started)
  let isOver = false
  const asking = (async () => {
    let slowest = 0
    while (!isOver) {
      const before = performance.now()
      const answer = await fetch(`${url}/api/atlas/v2/orgs/${orgId}`, { headers })
      if (!answer.ok) throw new Error(`A request was answered ${answer.status} while the clock moved.`)
      await answer.text()
      slowest = Math.max(slowest, performance.now() - before)
      await setTimeout(5)
    }
    return slowest
  })()
  const before = performance.now()
  await send(`${url}/_atrium/clock:advance`, 'POST', { duration: 'P31D' })
  const ms = performance.now() - before
  isOver = true
  const slowest = await asking
  await requireEachOnce(url)
  return { ms, slowest }
}

async function send(url: string, method: string, body: object): Promise<void> {
  const answer = await fetch(url, { method, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${url} was answered ${answer.status}: ${await answer.text()}`)
}

/** A figure counts only if everybody was invited and reminded, and the inviter written to about each. */
async function requireEachOnce(url: string): Promise<void> {
  const answer = await fetch(`${url}/_atrium/outbox`)
  const mails: readonly { to: string }[] = JSON.parse(await answer.text())
  const counts = new Map<string, number>()
  for (const { to } of mails) counts.set(to, (counts.get(to) ?? 0) + 1)
  const { 'owner@example.com': toOwner, ...others } = Object.fromEntries(counts)
  const wrong = Object.values(others).filter((count) => count !== 2).length
  if (toOwner !== INVITATIONS || wrong > 0)
    throw new Error(`${toOwner} notices, and ${wrong} people without two mails.`)
}
