// An organization never loses its last owner, whoever tries it, and however many at once.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, outcome } from '../harness/cases.ts'
import { NEW, ORG_USERS } from '../harness/org-users.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const OLIVE = `${ORG_USERS}/${ACME.owner.id}`
const OTTO = `${ORG_USERS}/${ACME.laterOwner.id}`
const DEMOTED = { roles: { orgRoles: ['ORG_MEMBER'] } }
const ROUNDS = 5

/** Both own the organization; one of them is there in any case, and invites the other again who has been removed. */
async function bothOwn({ owner, world }: Given): Promise<void> {
  for (const [path, { username }] of [
    [OLIVE, ACME.owner],
    [OTTO, ACME.laterOwner],
  ] as const) {
    if ((await owner.get(path, NEW)).status === 404) {
      const made = await owner.post(ORG_USERS, { roles: { orgRoles: ['ORG_OWNER'] }, username }, NEW)
      const id = (BigInt(`0x${made.at('id')}`) - 1n).toString(16)
      await world.bare({ method: 'POST', target: `/_atrium/invitations/${id}:accept` })
    }
    await owner.post(`${path}:addRole`, { orgRole: 'ORG_OWNER' }, NEW)
    expect((await owner.get(path, NEW)).text).toContain('ORG_OWNER')
  }
}

inEveryDialect(
  'the last owner stays one and stays in, whichever operation tries; keys that are owners do not count',
  async (given) => {
    await bothOwn(given)
    expect((await given.owner.patch(OTTO, DEMOTED, NEW)).status).toBe(200)
    for (const answer of [
      await given.owner.patch(OLIVE, DEMOTED, NEW),
      await given.owner.post(`${OLIVE}:removeRole`, { orgRole: 'ORG_OWNER' }, NEW),
      await given.owner.put(`${OLIVE}/roles`, { orgRoles: ['ORG_READ_ONLY'] }),
    ]) {
      expect(outcome(answer)).toBe('403 CANNOT_DEMOTE_LAST_ORG_OWNER')
    }
    for (const headers of [NEW, {}]) {
      expect(outcome(await given.owner.delete(OLIVE, headers))).toBe('403 CANNOT_DELETE_LAST_OWNER')
    }
    expect((await given.owner.get(OLIVE, NEW)).body).toMatchObject({ roles: { orgRoles: ['ORG_OWNER'] } })
    const more = { roles: { orgRoles: ['ORG_OWNER', 'ORG_READ_ONLY'] } }
    expect((await given.owner.patch(OLIVE, more, NEW)).status).toBe(200)
  },
  V2,
)

const ATTACKS: readonly (readonly [what: string, run: (given: Given, path: string) => Promise<Answer>])[] = [
  ['demoted', ({ owner }, path) => owner.patch(path, DEMOTED, NEW)],
  ['demoted by the oldest operation', ({ owner }, path) => owner.put(`${path}/roles`, { orgRoles: ['ORG_MEMBER'] })],
  ['removed', ({ owner }, path) => owner.delete(path, NEW)],
]

for (const [first, attack] of ATTACKS) {
  for (const [second, counter] of ATTACKS) {
    inEveryDialect(
      `of two owners, one ${first} while the other is ${second}, exactly one stays`,
      async (given) => {
        for (let round = 0; round < ROUNDS; round++) {
          await bothOwn(given)
          const answers = await Promise.all([attack(given, OLIVE), counter(given, OTTO)])
          const won = answers.filter(({ status }) => status < 300)
          const lost = answers.filter(({ status }) => status === 403)
          expect([won.length, lost.length]).toEqual([1, 1])
        }
        await bothOwn(given)
      },
      V2,
    )
  }
}
