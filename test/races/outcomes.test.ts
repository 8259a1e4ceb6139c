// Ten callers who want different things at once: whatever they get, it is legal, on either engine.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildProgram } from '../harness/program-build.ts'
import { counted } from '../harness/race-aftermath.ts'
import {
  raceBothLevels,
  raceDeletionWithAcceptance,
  raceDeletionWithInviting,
  raceForAccount,
  raceForName,
} from '../harness/race-others.ts'
import { PAIRS, racePair, raceToInvite } from '../harness/race-pairs.ts'
import { type World, worldInProcess, worldOfTwo } from '../harness/race-world.ts'
import type { Verdict } from '../harness/racing.ts'
import { isLongRun, rounds, timeoutFor } from '../harness/rounds.ts'
import { engines } from '../harness/stores.ts'

const ROUNDS = rounds(5)

const RACES: readonly (readonly [title: string, play: (world: World, count: number) => Promise<Verdict>])[] = [
  ['two organizations that one newcomer joins at once share one account', raceForAccount],
  ['accepting at the organization and at its project at once makes one member', raceBothLevels],
  [
    'accepting an invitation to an organization gives no role in a project that is being deleted',
    (world, count) => raceDeletionWithAcceptance(world, 'org', count),
  ],
  [
    'accepting an invitation to a project that is being deleted gives all or nothing',
    (world, count) => raceDeletionWithAcceptance(world, 'project', count),
  ],
  [
    'no invitation to a project outlives it',
    (world, count) => raceDeletionWithInviting(world, 'project invitation', count),
  ],
  [
    'no new invitation to the organization promises a role in a deleted project',
    (world, count) => raceDeletionWithInviting(world, 'organization invitation', count),
  ],
  [
    'no changed invitation to the organization promises a role in a deleted project',
    (world, count) => raceDeletionWithInviting(world, 'update', count),
  ],
  ['of ten who create a project of one name, one does', raceForName],
  ['of ten who invite one address, one makes an invitation', raceToInvite],
]

describe.each(engines)('$name', (engine) => {
  const opened = new AsyncDisposableStack()
  let world: World

  beforeAll(async () => {
    world =
      engine.name === 'sqlite'
        ? opened.use(await worldInProcess(engine))
        : opened.use(await worldOfTwo(engine, opened.use(await buildProgram()).entry))
  })
  afterAll(() => opened.disposeAsync())

  test.each(PAIRS)('%s against %s has one legal outcome', { timeout: timeoutFor(ROUNDS) }, async (one, other) => {
    check(`${one} against ${other}`, await racePair(world, one, other, ROUNDS))
  })

  test.each(RACES)('%s', { timeout: timeoutFor(ROUNDS) }, async (title, play) => {
    check(title, await play(world, ROUNDS))
  })

  function check(title: string, { problems, outcomes }: Verdict): void {
    if (isLongRun) console.log(`${engine.name}, ${title}:`, counted(outcomes))
    expect(problems).toEqual([])
    expect(outcomes).toHaveLength(ROUNDS)
    expect(world.log()).toBe('')
  }
})
