// What a world costs: as a tenant of a running sandbox and in a test's own process, in time and in memory.
import { setTimeout } from 'node:timers/promises'
import { script, startAtrium } from './bench.ts'
import { residentMiB, runJson } from './process.ts'
import { type Line, median, progress, rounded } from './report.ts'

const TENANTS = 100
/** The first ones compile what the later ones find compiled. */
const WARM = 5
/** How long a server is left alone before its memory counts, in milliseconds. */
const IDLE = 5000

interface LibraryStarts {
  readonly loaded: number
  readonly first: number
  readonly later: readonly number[]
}

/** Tenants one after the other, their memory and their end, idle memory, and starts of the library for tests. */
export async function benchWorlds(): Promise<readonly Line[]> {
  const tenants = await benchTenants()
  const { loaded, first, later } = await runJson<LibraryStarts>('server', [script('library-starts.mjs')])
  return [
    ...tenants,
    line('in process, loading the library', '', `${rounded(loaded)} ms`),
    line('in process, the first start once it is loaded', '≤ 60 ms', `${rounded(first)} ms`),
    line('in process, later starts', '≤ 30 ms', rangeOf(later)),
  ]
}

async function benchTenants(): Promise<readonly Line[]> {
  await using server = await startAtrium(':memory:')
  await setTimeout(IDLE)
  const idle = residentMiB(server.pid)
  const path = `${server.started.url}/_atrium/tenants`
  const times: number[] = []
  const ids: string[] = []
  let before = 0
  for (let index = 0; index < TENANTS + WARM; index += 1) {
    if (index === WARM) before = residentMiB(server.pid)
    const began = performance.now()
    const answer = await fetch(path, { method: 'POST' })
    const body: { id: string } = JSON.parse(await answer.text())
    if (index >= WARM) times.push(performance.now() - began)
    ids.push(body.id)
  }
  progress(`${TENANTS} tenants started, ${rangeOf(times)}`)
  const each = (residentMiB(server.pid) - before) / TENANTS
  const began = performance.now()
  for (const id of ids) await fetch(`${path}/${id}`, { method: 'DELETE' })
  const ending = (performance.now() - began) / ids.length
  return [
    line('resident, idle for five seconds', '≤ 100 MB', `${rounded(idle)} MiB`),
    line('a tenant, asked for over HTTP', '≤ 30 ms', rangeOf(times)),
    line('memory of a tenant', '', `${each.toFixed(1)} MiB`),
    line('ending a tenant', '', `${ending.toFixed(1)} ms`),
  ]
}

const line = (what: string, wanted: string, atrium: string): Line => ({ what, wanted, atrium })

function rangeOf(times: readonly number[]): string {
  const late = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
  return `${median(times).toFixed(1)} ms, p95 ${late.toFixed(1)} ms`
}
