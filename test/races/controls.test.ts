// The races have teeth: each of these mistakes, built into the program, must show up as an illegal outcome. They need two
// processes; where one process owns the data, its single writer hides most of them.
import { expect, test } from 'vitest'
import { buildProgram, type Patch, patched } from '../harness/program-build.ts'
import { raceForSecret, raceKeyWithProjects, raceTokensWithDeletion } from '../harness/race-credentials.ts'
import { raceDeletionWithInviting } from '../harness/race-others.ts'
import { racePair, raceToInvite } from '../harness/race-pairs.ts'
import { raceOwners } from '../harness/race-people.ts'
import { raceTeamWithMembers } from '../harness/race-teams.ts'
import { type World, worldOfTwo } from '../harness/race-world.ts'
import type { Verdict } from '../harness/racing.ts'
import { brokenInvariants } from '../harness/store-invariants.ts'
import { engines } from '../harness/stores.ts'
import {
  CHECK_THEN_INSERT,
  LAST_OWNER_BEFORE_LOCK,
  NO_CONFLICT_CLAUSE,
  NO_LOCK_FOR_MEMBERS,
  NO_LOCK_FOR_SECRETS,
  NO_SHARED_LOCK,
  NO_UNIQUE_INDEX,
  OLD_LINK_KEPT,
  OWNED_BY_NOBODY,
  READ_THEN_CLOSE,
  TEAM_LEFT_PROMISED,
  TOKENS_BEFORE_SECRETS,
} from '../saboteurs/patches.ts'

interface Control {
  readonly mistake: string
  readonly patches: readonly Patch[]
  readonly race: (world: World) => Promise<Verdict>
  /** The illegal outcome that this mistake leads to. */
  readonly symptom: RegExp
}

const CONTROLS: readonly Control[] = [
  {
    mistake: 'no unique index',
    patches: NO_UNIQUE_INDEX,
    race: (world) => raceToInvite(world, 1),
    symptom: /pending at once/,
  },
  {
    mistake: 'looking before inserting in place of the index',
    patches: CHECK_THEN_INSERT,
    race: (world) => raceToInvite(world, 1),
    symptom: /pending at once/,
  },
  {
    mistake: 'inserting without a conflict clause',
    patches: NO_CONFLICT_CLAUSE,
    race: (world) => raceToInvite(world, 1),
    symptom: /unexpected answer invite 500/,
  },
  {
    mistake: 'looking before closing in place of a conditional update',
    patches: READ_THEN_CLOSE,
    race: (world) => racePair(world, 'decline', 'revoke', 1),
    symptom: /winners: [2-9]/,
  },
  {
    mistake: 'sending an invitation again under its old link',
    patches: OLD_LINK_KEPT,
    race: (world) => racePair(world, 'resend', 'resend', 1),
    symptom: /has a new link: false/,
  },
  {
    mistake: 'changing invitations without holding their organization',
    patches: NO_SHARED_LOCK,
    race: (world) => raceDeletionWithInviting(world, 'organization invitation', 1),
    symptom: /invited to a dead project/,
  },
  {
    mistake: 'changing members without holding their organization',
    patches: NO_LOCK_FOR_MEMBERS,
    race: (world) => raceOwners(world, 'PATCH', ':removeRole', 1),
    symptom: /0 owners/,
  },
  {
    mistake: 'looking for another owner before holding the organization',
    patches: LAST_OWNER_BEFORE_LOCK,
    race: (world) => raceOwners(world, 'DELETE', 'DELETE', 1),
    symptom: /0 owners/,
  },
  {
    mistake: 'counting secrets without holding their organization',
    patches: NO_LOCK_FOR_SECRETS,
    race: (world) => raceForSecret(world, 1),
    symptom: /accounts with more than two secrets/,
  },
  {
    mistake: 'deleting a team that pending invitations promise',
    patches: TEAM_LEFT_PROMISED,
    race: (world) => raceTeamWithMembers(world, 1),
    symptom: /is promised a place in no team/,
  },
  {
    mistake: 'taking tokens away before what they are given for',
    patches: TOKENS_BEFORE_SECRETS,
    race: (world) => raceTokensWithDeletion(world, 'account', 1),
    symptom: /tokens without their secret/,
  },
  {
    mistake: 'giving a project to a key that is gone',
    patches: OWNED_BY_NOBODY,
    race: (world) => raceKeyWithProjects(world, 1),
    symptom: /roles of nobody/,
  },
]

/** A mistake that a hundred tries do not show is not seen by the tests. */
const MOST_TRIES = 100

const postgres = engines.find(({ name }) => name === 'postgres')

test.skipIf(!postgres).each(CONTROLS)('$mistake is noticed', async ({ patches, race, symptom }) => {
  if (!postgres) throw new Error('This test needs PostgreSQL.')
  await using program = await buildProgram(patches)
  await using world = await worldOfTwo(postgres, program.entry)
  const found = await firstProblem(world, race, symptom)
  expect(found).toMatch(symptom)
})

async function firstProblem(world: World, race: Control['race'], symptom: RegExp): Promise<string | undefined> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const { problems } = await race(world)
    const found = [...problems, ...(await brokenInvariants(world.db))].find((problem) => symptom.test(problem))
    if (found !== undefined) return found
  }
  return undefined
}

test('a patch that does not fit the sources exactly once is an error', () => {
  const sources = new Map([
    ['a.ts', 'one'],
    ['b.ts', 'two, three, three'],
  ])
  expect([...patched(sources, [{ find: 'two', replace: '$& more' }])]).toEqual([['b.ts', '$& more, three, three']])
  expect(() => patched(sources, [{ find: 'four', replace: '' }])).toThrow(/finds its passage 0 times/)
  expect(() => patched(sources, [{ find: 'three', replace: '' }])).toThrow(/finds its passage 2 times/)
})
