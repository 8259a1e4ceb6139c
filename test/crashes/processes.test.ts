// How processes end and share: killed or asked to end in the middle of its work, the server has lost nothing that it
// acknowledged, left nothing half done and done nothing that nobody was told of; and a folder belongs to one process.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { API, connect, tokenOf } from '../harness/client.ts'
import { type CrashData, integrityOf, newCrashData } from '../harness/crash-data.ts'
import { runDev, startDev } from '../harness/dev-process.ts'
import { buildProgram, type Patch } from '../harness/program-build.ts'
import { isLongRun, rounds, timeoutFor } from '../harness/rounds.ts'
import { engines } from '../harness/stores.ts'
import { inspect, lost, startWriters } from '../harness/writers.ts'
import { ACKNOWLEDGED_EARLY, TWO_TRANSACTIONS } from '../saboteurs/patches.ts'

const CYCLES = rounds(5)
const STOPS = rounds(1)
/** Enough for every writer to be at another point of its work. */
const WARM = 24
const LONGEST_DELAY = 100

interface Findings {
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly halfDone: readonly string[]
  readonly corrupt: readonly string[]
  readonly complaints: readonly string[]
}

/**
 * Starts the server and has it killed under eight writers, again and again on the same data; then looks at what is left,
 * after the server itself has recovered it or as it lies.
 */
async function crash(entry: string, data: CrashData, cycles: number, isRecovered = false): Promise<Findings> {
  const acknowledged = new Map<string, string>()
  const complaints: string[] = []
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    await using server = await startDev(entry, data.place)
    const writers = await startWriters(server.line)
    await writers.reached(WARM)
    await setTimeout(Math.random() * LONGEST_DELAY)
    await server.kill()
    await writers.done
    for (const [username, id] of writers.acknowledged) acknowledged.set(username, id)
    complaints.push(...writers.complaints)
  }
  if (isRecovered) await (await startDev(entry, data.place)).stop()
  return data.look(async (db) => {
    const { invitations, halfDone } = await inspect(db)
    const corrupt = await integrityOf(db)
    return { acknowledged: acknowledged.size, lost: lost(acknowledged, invitations), halfDone, corrupt, complaints }
  })
}

describe.each(engines)('$name', (engine) => {
  test('whatever was acknowledged survives kill -9, whole', { timeout: timeoutFor(CYCLES * 4) }, async () => {
    await using program = await buildProgram()
    await using data = await newCrashData(engine)
    const findings = await crash(program.entry, data, CYCLES, true)
    if (isLongRun) console.log(`${engine.name}: ${findings.acknowledged} acknowledged in ${CYCLES} cycles`)
    expect(findings).toEqual({
      acknowledged: findings.acknowledged,
      lost: [],
      halfDone: [],
      corrupt: [],
      complaints: [],
    })
    expect(findings.acknowledged).toBeGreaterThanOrEqual(CYCLES * WARM)
  })

  test('SIGTERM under load aborts no request that is under way', { timeout: timeoutFor(STOPS * 20) }, async () => {
    await using program = await buildProgram()
    await using data = await newCrashData(engine)
    const acknowledged = new Map<string, string>()
    for (let cycle = 0; cycle < STOPS; cycle += 1) {
      await using server = await startDev(program.entry, data.place)
      const writers = await startWriters(server.line)
      await writers.reached(100)
      const asked = performance.now()
      expect(await server.stop()).toBe(0)
      expect(performance.now() - asked).toBeLessThan(10_000)
      await writers.done
      expect(writers.complaints).toEqual([])
      expect(server.log()).toBe('')
      for (const [username, id] of writers.acknowledged) acknowledged.set(username, id)
    }
    const { invitations, halfDone } = await data.look(inspect)
    // Also the other way round: what was stored, somebody was told of.
    expect(new Map([...invitations].toSorted())).toEqual(new Map([...acknowledged].toSorted()))
    expect(halfDone).toEqual([])
  })
})

interface Control {
  readonly mistake: string
  readonly patches: readonly Patch[]
  readonly symptom: 'lost' | 'halfDone'
}

const CONTROLS: readonly Control[] = [
  { mistake: 'answering before the commit', patches: ACKNOWLEDGED_EARLY, symptom: 'lost' },
  { mistake: 'an event in a transaction of its own', patches: TWO_TRANSACTIONS, symptom: 'halfDone' },
]

test.each(CONTROLS)('$mistake is noticed', async ({ patches, symptom }) => {
  const [sqlite] = engines
  if (!sqlite) throw new Error('There is no engine.')
  await using program = await buildProgram(patches)
  await using data = await newCrashData(sqlite)
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const findings = await crash(program.entry, data, 1)
    if (findings[symptom].length > 0) return
  }
  expect.unreachable('Twenty crashes did not show it.')
})

test('of two that start at once on an empty folder one serves, and the other says why not in one line', async () => {
  const [sqlite] = engines
  if (!sqlite) throw new Error('There is no engine.')
  await using program = await buildProgram()
  await using data = await newCrashData(sqlite)
  const running = [1, 2].map(() => runDev(program.entry, data.place))
  try {
    const loser = await Promise.any(running.map(({ ended }) => ended))
    expect(loser.code).toBe(1)
    expect(loser.stdout).toBe('')
    expect(loser.stderr).toBe(
      `The database ${join(data.place, 'atrium.db')} is in use by another process. Stop that one, or choose another file.\n`,
    )
    const line = await Promise.any(running.map((each) => each.line))
    expect(JSON.parse(readFileSync(join(data.place, 'credentials.json'), 'utf8'))).toMatchObject({ orgId: line.orgId })
    const client = connect(line.url, await tokenOf(line.url, line.serviceAccount))
    const body = { username: 'undisturbed@example.com', roles: ['ORG_MEMBER'] }
    expect(await client.call('POST', `${API}/orgs/${line.orgId}/invites`, body)).toMatchObject({ status: 200 })
  } finally {
    for (const each of running) each.signal('SIGKILL')
    await Promise.all(running.map(({ ended }) => ended))
  }
})
