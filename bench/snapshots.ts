// What it takes to keep and to restore the state of a double to which ten thousand people are invited.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Bench, bearerHeaders, startAtrium } from './bench.ts'
import { type Line, median, progress, rounded } from './report.ts'

const INVITATIONS = 10_000
/** The first ones ask the system for memory, which the later ones have. */
const WARM = 2

/** Taking, replacing, restoring and resetting, in memory and in a folder. */
export async function benchSnapshots(bench: Bench): Promise<readonly Line[]> {
  const seed = join(bench.folder(), 'seed.json')
  writeFileSync(seed, JSON.stringify(seedOf(INVITATIONS)))
  return [
    ...(await measure(bench, 'in memory', seed, ':memory:')),
    ...(await measure(bench, 'in a folder', seed, bench.folder())),
  ]
}

function seedOf(count: number): object {
  const invitations = Array.from({ length: count }, (_, index) => ({
    username: `person-${index}@example.com`,
    roles: ['ORG_MEMBER'],
  }))
  return { organizations: [{ name: 'Acme', invitations }] }
}

async function measure(bench: Bench, where: string, seed: string, data: string): Promise<readonly Line[]> {
  await using server = await startAtrium(data, '--seed', seed)
  const { url, orgId } = server.started
  const headers = { ...(await bearerHeaders(server.started)), 'content-type': 'application/json' }
  const collection = `${url}/api/atlas/v2/orgs/${orgId}/invites`
  const took = { taken: [] as number[], replaced: [] as number[], restored: [] as number[], reset: [] as number[] }
  for (let round = 0; round < bench.pairs + WARM; round += 1) {
    progress(`snapshots ${where}: ${round + 1} of ${bench.pairs + WARM}`)
    const name = `round-${round}`
    const timed = {
      taken: await timeOf(`${url}/_atrium/snapshots`, { name }),
      replaced: await timeOf(`${url}/_atrium/snapshots`, { name, replace: true }),
      restored: await afterOneMore(() => timeOf(`${url}/_atrium/snapshots/${name}:restore`)),
      reset: await afterOneMore(() => timeOf(`${url}/_atrium/reset`)),
    }
    await fetch(`${url}/_atrium/snapshots/${name}`, { method: 'DELETE' })
    if (round < WARM) continue
    took.taken.push(timed.taken)
    took.replaced.push(timed.replaced)
    took.restored.push(timed.restored)
    took.reset.push(timed.reset)
  }
  async function afterOneMore(restore: () => Promise<number>): Promise<number> {
    const body = JSON.stringify({ username: 'one-more@example.com', roles: ['ORG_MEMBER'] })
    await requireOk(await fetch(collection, { method: 'POST', headers, body }))
    const milliseconds = await restore()
    const left = await (await fetch(`${collection}?username=one-more@example.com`, { headers })).text()
    if (left !== '[]') throw new Error('What was made since has not been undone.')
    return milliseconds
  }
  const line = (what: string, times: readonly number[]): Line => ({
    what: `${what} of 10,000 invitations, ${where}`,
    atrium: `${rounded(median(times))} ms`,
    wanted: where === 'in memory' ? '≤ 50 ms' : '-',
  })
  return [
    line('snapshot', took.taken),
    line('snapshot in place of another', took.replaced),
    line('restore', took.restored),
    line('reset', took.reset),
  ]
}

async function timeOf(url: string, body?: object): Promise<number> {
  const before = performance.now()
  await requireOk(await fetch(url, { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) }))
  return performance.now() - before
}

async function requireOk(answer: Response): Promise<void> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.url} was answered ${answer.status}: ${text}`)
}
