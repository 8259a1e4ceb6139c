// Killed while people, teams and credentials are made and deleted: everything is as was acknowledged, and leads somewhere.
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { contradicted, type Known, startAdministrators } from '../harness/administrators.ts'
import { type CrashData, integrityOf, newCrashData } from '../harness/crash-data.ts'
import { startDev } from '../harness/dev-process.ts'
import { buildProgram } from '../harness/program-build.ts'
import { isLongRun, rounds, timeoutFor } from '../harness/rounds.ts'
import { brokenInvariants } from '../harness/store-invariants.ts'
import { engines } from '../harness/stores.ts'
import { ACKNOWLEDGED_EARLY } from '../saboteurs/patches.ts'

const CYCLES = rounds(3)
/** Enough for every caller to be at another point of its work. */
const WARM = 24
const LONGEST_DELAY = 100
const MOST_TRIES = 20

/** Starts the server and has it killed under its administrators, and answers what was acknowledged until then. */
async function crash(entry: string, data: CrashData): Promise<Known> {
  await using server = await startDev(entry, data.place)
  const administrators = await startAdministrators(server.line)
  await administrators.reached(WARM)
  await setTimeout(Math.random() * LONGEST_DELAY)
  await server.kill()
  await administrators.done
  expect(administrators.complaints).toEqual([])
  return administrators.known
}

test.each(engines)(
  'kill -9 leaves access as it was acknowledged, and whole ($name)',
  {
    timeout: timeoutFor(CYCLES * 6),
  },
  async (engine) => {
    await using program = await buildProgram()
    await using data = await newCrashData(engine)
    const known: Known = new Map()
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      for (const [id, exists] of await crash(program.entry, data)) known.set(id, exists)
    }
    if (isLongRun) console.log(`${engine.name}: ${known.size} things known in ${CYCLES} cycles`)
    expect(known.size).toBeGreaterThanOrEqual(CYCLES * (WARM - 8))
    await data.look(async (db) => {
      expect(await contradicted(db, known)).toEqual([])
      expect(await brokenInvariants(db)).toEqual([])
      expect(await integrityOf(db)).toEqual([])
    })
  },
)

test('answering before the commit is noticed by what administrators were told', { timeout: 60_000 }, async () => {
  const [sqlite] = engines
  if (!sqlite) throw new Error('There is no engine.')
  await using program = await buildProgram(ACKNOWLEDGED_EARLY)
  await using data = await newCrashData(sqlite)
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const known = await crash(program.entry, data)
    if ((await data.look((db) => contradicted(db, known))).length > 0) return
  }
  expect.unreachable('Twenty crashes did not show it.')
})
