// Versions that end: which they are, what they announce, and what becomes of them where sunsets are enforced.
import { expect, test } from 'vitest'
import { routes } from '../../src/api/operations/all.ts'
import { cases, type Given, outcome } from '../harness/cases.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const END = Date.UTC(2027, 6, 1)
const eve = cases({ enforcesSunsets: true, now: END - 1 })
const after = cases({ enforcesSunsets: true, now: END })
const lenient = cases({ now: END })

const V2 = DIALECTS.filter(({ name }) => name === 'v2')

/** The official document's. */
const ENDING = [
  'addGroupAccessUser 2023-02-01',
  'addOrgTeamUsers 2023-01-01',
  'createGroupInvite 2023-01-01',
  'createOrgInvite 2023-01-01',
  'createUser 2023-01-01',
  'deleteGroupInvite 2023-01-01',
  'deleteOrgInvite 2023-01-01',
  'getGroupInvite 2023-01-01',
  'getOrgInvite 2023-01-01',
  'getUser 2023-01-01',
  'getUserByName 2023-01-01',
  'listGroupInvites 2023-01-01',
  'listGroupUsers 2023-01-01',
  'listOrgInvites 2023-01-01',
  'listOrgTeamUsers 2023-01-01',
  'listOrgUsers 2023-01-01',
  'removeGroupUser 2023-01-01',
  'removeOrgTeamUserFromTeam 2023-01-01',
  'removeOrgUser 2023-01-01',
  'updateGroupInviteById 2023-01-01',
  'updateGroupInvites 2023-01-01',
  'updateGroupUserRoles 2023-01-01',
  'updateOrgInviteById 2023-01-01',
  'updateOrgInvites 2023-01-01',
  'updateOrgUserRoles 2023-01-01',
]

const ending = routes.flatMap((route) =>
  route.versions.filter(({ sunset }) => sunset === '2027-07-01').map((version) => ({ ...route, version })),
)

test('the versions that end with the users of 2025 are the published ones, and all are deprecated', () => {
  expect(ending.map(({ operationId, version }) => `${operationId} ${version.date}`).toSorted()).toEqual(ENDING)
  expect(ending.filter(({ version }) => version.deprecated === undefined)).toEqual([])
})

/** A request for exactly this version, about nothing that exists. */
const ask = (given: Given, { method, path, version }: (typeof ending)[number]): Promise<Answer> =>
  given.owner.send({
    method,
    target: path.replaceAll(/\{\w+\}/g, '5f0a0000000000000000ffff'),
    headers: { Accept: `application/vnd.atlas.${version.date}+json` },
  })

after.inEveryDialect(
  'each of them is gone at its sunset, and says so with its path, where sunsets are enforced',
  async (given) => {
    for (const each of ending) {
      const answer = await ask(given, each)
      expect(outcome(answer), each.operationId).toBe('410 VERSION_GONE')
      expect(answer.headers['sunset']).toBe('Thu, 1 Jul 2027 00:00:00 GMT')
      expect(Object(answer.body).parameters).toEqual([each.version.date, `api/atlas/v2${each.path}`])
    }
  },
  V2,
)

after.inEveryDialect(
  'what replaced them is there',
  async (given) => {
    for (const { operationId, path } of ending) {
      const [later] = routes.filter((route) => route.operationId === operationId && route.versions.length > 1)
      if (!later) continue
      const target = path.replaceAll(/\{\w+\}/g, '5f0a0000000000000000ffff')
      const headers = { Accept: 'application/vnd.atlas.2025-02-19+json' }
      expect((await given.owner.send({ method: later.method, target, headers })).status, operationId).not.toBe(410)
    }
  },
  V2,
)

eve.inEveryDialect(
  'each of them is served until then, and announces its end',
  async (given) => {
    for (const each of ending) {
      const answer = await ask(given, each)
      expect(answer.status, each.operationId).not.toBe(410)
      expect(answer.headers, each.operationId).toMatchObject({
        deprecation: expect.stringMatching(/^\w{3}, \d{1,2} \w{3} 20\d\d 00:00:00 GMT$/),
        sunset: 'Thu, 1 Jul 2027 00:00:00 GMT',
      })
    }
  },
  V2,
)

lenient.inEveryDialect('none is gone where sunsets are not enforced', async (given) => {
  for (const each of ending) expect((await ask(given, each)).status, each.operationId).not.toBe(410)
})
