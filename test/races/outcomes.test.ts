// Ten callers who want different things at once: whatever they get, it is legal, on either engine.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildProgram } from '../harness/program-build.ts'
import { counted } from '../harness/race-aftermath.ts'
import {
  raceAssignmentsWithDeletion,
  raceForSecret,
  raceKeyWithProjects,
  raceKeyWithUse,
  raceTokensWithDeletion,
} from '../harness/race-credentials.ts'
import { FEW, LIMITED, raceForPlaces } from '../harness/race-limits.ts'
import {
  raceBothLevels,
  raceDeletionWithAcceptance,
  raceDeletionWithInviting,
  raceForAccount,
  raceForName,
} from '../harness/race-others.ts'
import { PAIRS, raceExpired, racePair, raceToInvite } from '../harness/race-pairs.ts'
import {
  OWNER_PAIRS,
  raceChangeWithAcceptance,
  raceForRole,
  raceForTwoProjects,
  raceForUser,
  raceOwners,
  raceRemovalWithAcceptance,
  raceUserWithAcceptance,
} from '../harness/race-people.ts'
import {
  raceEndWithProjects,
  raceForProjectName,
  raceMigrationWithDeletion,
  raceMigrationWithUsers,
} from '../harness/race-projects.ts'
import {
  raceForTeamName,
  raceTeamWithAcceptance,
  raceTeamWithAssignment,
  raceTeamWithInviting,
  raceTeamWithMembers,
  raceTeamWithProject,
} from '../harness/race-teams.ts'
import { type World, worldInProcess, worldOfTwo } from '../harness/race-world.ts'
import type { Verdict } from '../harness/racing.ts'
import { isLongRun, rounds, timeoutFor } from '../harness/rounds.ts'
import { brokenInvariants } from '../harness/store-invariants.ts'
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
  ['an expired invitation is sent again or made anew, not both', raceExpired],
  ['a role that is given and taken at once is told and recorded as it went', raceForRole],
  ['of ten who make one address a user, one makes an invitation', raceForUser],
  [
    'accepting the old invitation to a project and being made its user at once is one membership',
    raceUserWithAcceptance,
  ],
  ['a new user of two projects at once has one invitation to both', raceForTwoProjects],
  ['changing a pending user who accepts loses no acknowledged change', raceChangeWithAcceptance],
  ['removing a pending user who accepts leaves nobody', raceRemovalWithAcceptance],
  ['nobody is put into a team that is being deleted', raceTeamWithMembers],
  ['accepting an invitation into a team that is being deleted gives no place in it', raceTeamWithAcceptance],
  ['no invitation promises a place in a deleted team', raceTeamWithInviting],
  ['a team has no role in a deleted project', raceTeamWithProject],
  ['a team is deleted or assigned to a project, not both', raceTeamWithAssignment],
  ['of ten who want one name for a team, one gets it', raceForTeamName],
  ['a deleted key opens nothing once that is acknowledged', raceKeyWithUse],
  ['a key that makes projects while it is deleted leaves none to nobody', raceKeyWithProjects],
  ['neither key nor service account has a role in a deleted project', raceAssignmentsWithDeletion],
  ['of ten who want a second secret, one gets it', raceForSecret],
  ['no token outlives its secret', (world, count) => raceTokensWithDeletion(world, 'secret', count)],
  ['no token outlives its service account', (world, count) => raceTokensWithDeletion(world, 'account', count)],
  ['no token outlives its organization', (world, count) => raceTokensWithDeletion(world, 'organization', count)],
  ['a project is moved or deleted, not both', raceMigrationWithDeletion],
  ['nobody is promised a role in a project that has moved away', raceMigrationWithUsers],
  ['of ten who want one name for a project, one gets it', raceForProjectName],
  ['an organization ends empty, or not', raceEndWithProjects],
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
    await check(`${one} against ${other}`, await racePair(world, one, other, ROUNDS))
  })

  test.each(OWNER_PAIRS)(
    'of two owners taken out of it by %s and %s, one stays',
    { timeout: timeoutFor(ROUNDS) },
    async (one, other) => {
      await check(`owners by ${one} and ${other}`, await raceOwners(world, one, other, ROUNDS))
    },
  )

  test.each(RACES)('%s', { timeout: timeoutFor(ROUNDS) }, async (title, play) => {
    await check(title, await play(world, ROUNDS))
  })

  const check = (title: string, verdict: Verdict): Promise<void> => expectLegal(engine.name, world, title, verdict)
})

describe.each(engines)('$name, where there are limits', (engine) => {
  const opened = new AsyncDisposableStack()
  let world: World

  beforeAll(async () => {
    world = opened.use(await worldInProcess(engine, FEW))
  })
  afterAll(() => opened.disposeAsync())

  test.each(LIMITED)(
    'ten who want the last of %s get no more than there are',
    {
      timeout: timeoutFor(ROUNDS),
    },
    async (limited) => {
      await expectLegal(engine.name, world, `the last of ${limited}`, await raceForPlaces(world, limited, ROUNDS))
    },
  )
})

/** Nothing happened that must not, in any round or to the store as a whole, and the servers had nothing to say. */
async function expectLegal(
  engine: string,
  world: World,
  title: string,
  { problems, outcomes }: Verdict,
): Promise<void> {
  if (isLongRun) console.log(`${engine}, ${title}:`, counted(outcomes))
  expect(problems).toEqual([])
  expect(outcomes).toHaveLength(ROUNDS)
  expect(await brokenInvariants(world.db)).toEqual([])
  expect(world.log()).toBe('')
}
