// The roles of a project's users: one more, one less, all of them anew; and their effect on the next request.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, newProject, outcome } from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const NEW = { Accept: 'application/vnd.atlas.2025-02-19+json' }

const rolesOf = ({ text }: Answer): readonly string[] => JSON.parse(text).roles

interface Person {
  readonly project: string
  readonly username: string
  /** Where the person is as a user of the project. */
  readonly path: string
}

/** A member and somebody who is invited, both with GROUP_READ_ONLY in a project of their own. */
async function memberAndPending(given: Given): Promise<readonly Person[]> {
  const people: Person[] = []
  for (const username of [ACME.member.username, given.address()]) {
    const project = await newProject(given)
    const added = await given.owner.post(`/groups/${project}/users`, { roles: ['GROUP_READ_ONLY'], username }, NEW)
    people.push({ project, username, path: `/groups/${project}/users/${added.at('id')}` })
  }
  return people
}

async function changesIn({ world }: Given, { project, username }: Person): Promise<number> {
  const events = await ledger.events(world.atrium.db)
  const wanted = JSON.stringify({ targetUsername: username })
  return events.filter(
    ({ type, projectId, details }) =>
      type === 'USER_ROLES_CHANGED_AUDIT' && projectId === project && JSON.stringify(details) === wanted,
  ).length
}

inEveryDialect(
  'a role is added and taken, of a member and of somebody who is invited',
  async (given) => {
    for (const person of await memberAndPending(given)) {
      const add = (groupRole: string) => given.owner.post(`${person.path}:addRole`, { groupRole }, NEW)
      const take = (groupRole: string) => given.owner.post(`${person.path}:removeRole`, { groupRole }, NEW)
      const more = await add('GROUP_OWNER')
      expect([more.status, rolesOf(more).toSorted()]).toEqual([200, ['GROUP_OWNER', 'GROUP_READ_ONLY']])
      expect((await given.owner.get(person.path, NEW)).text).toBe(more.text)
      const less = await take('GROUP_READ_ONLY')
      expect([less.status, rolesOf(less)]).toEqual([200, ['GROUP_OWNER']])
      expect((await given.owner.get(person.path, NEW)).text).toBe(less.text)
      expect(await changesIn(given, person)).toBe(2)
    }
  },
  ATLAS,
)

inEveryDialect(
  'to add what is held and to take what is not changes nothing',
  async (given) => {
    for (const { path } of await memberAndPending(given)) {
      await leavesNothing(given, async () => {
        for (const [verb, groupRole] of [
          ['addRole', 'GROUP_READ_ONLY'],
          ['removeRole', 'GROUP_OWNER'],
        ]) {
          const answer = await given.owner.post(`${path}:${verb}`, { groupRole }, NEW)
          expect([answer.status, rolesOf(answer)]).toEqual([200, ['GROUP_READ_ONLY']])
        }
      })
    }
  },
  ATLAS,
)

inEveryDialect(
  'the last role stays',
  async (given) => {
    for (const { path } of await memberAndPending(given)) {
      await leavesNothing(given, async () => {
        const answer = await given.owner.post(`${path}:removeRole`, { groupRole: 'GROUP_READ_ONLY' }, NEW)
        expect(outcome(answer)).toBe('403 NO_ROLES_IN_ASSIGNMENT')
      })
    }
  },
  ATLAS,
)

inEveryDialect(
  'two callers who take one of two roles at once leave one',
  async (given) => {
    for (const { path } of await memberAndPending(given)) {
      await given.owner.post(`${path}:addRole`, { groupRole: 'GROUP_OWNER' }, NEW)
      const both = ['GROUP_OWNER', 'GROUP_READ_ONLY']
      const answers = await Promise.all(
        both.map((groupRole) => given.owner.post(`${path}:removeRole`, { groupRole }, NEW)),
      )
      expect(answers.map(outcome).toSorted()).toEqual(['200', '403 NO_ROLES_IN_ASSIGNMENT'])
      expect(rolesOf(await given.owner.get(path, NEW))).toHaveLength(1)
    }
  },
  ATLAS,
)

inEveryDialect(
  'all roles of a member are replaced at once',
  async (given) => {
    const [member, pending] = await memberAndPending(given)
    const path = `${member?.path}/roles`
    const answer = await given.owner.put(path, { groupRoles: ['GROUP_ALERTS_MANAGER', 'GROUP_OWNER'], links: [] })
    expect([answer.status, answer.text]).toEqual([
      200,
      JSON.stringify({
        groupRoles: ['GROUP_OWNER', 'GROUP_ALERTS_MANAGER'],
        links: [{ href: given.href(path), rel: 'self' }],
      }),
    ])
    expect(answer.headers['deprecation']).toBe('Wed, 19 Feb 2025 00:00:00 GMT')
    expect(rolesOf(await given.owner.get(`${member?.path}`, NEW))).toEqual(['GROUP_OWNER', 'GROUP_ALERTS_MANAGER'])
    const stillPending = await given.owner.put(`${pending?.path}/roles`, { groupRoles: ['GROUP_OWNER'] })
    expect(outcome(stillPending)).toBe('404 USER_NOT_IN_GROUP')
  },
  ATLAS,
)

inEveryDialect(
  'an access manager changes roles one by one, gives no ownership, and replaces none',
  async (given) => {
    const manager = given.as('accessManager')
    const username = given.address()
    const sent = { roles: ['GROUP_READ_ONLY'], username }
    const id = (await manager.post(`/groups/${ACME.project0}/users`, sent, NEW)).at('id')
    const path = `/groups/${ACME.project0}/users/${id}`
    const post = (verb: string, groupRole: string) => manager.post(`${path}:${verb}`, { groupRole }, NEW)
    expect(outcome(await post('addRole', 'GROUP_OWNER'))).toBe('401 USER_UNAUTHORIZED')
    expect((await post('addRole', 'GROUP_ALERTS_MANAGER')).status).toBe(200)
    expect((await post('removeRole', 'GROUP_ALERTS_MANAGER')).status).toBe(200)
    expect(outcome(await manager.put(`${path}/roles`, { groupRoles: ['GROUP_READ_ONLY'] }))).toBe(
      '401 USER_UNAUTHORIZED',
    )
  },
  ATLAS,
)

inEveryDialect(
  'what is no role of a project is refused',
  async (given) => {
    const [member] = await memberAndPending(given)
    for (const [body, expected] of [
      [{}, '400 MISSING_ATTRIBUTE'],
      [{ groupRole: '' }, '400 MISSING_ATTRIBUTE'],
      [{ groupRole: 'GROUP_KING' }, '400 INVALID_ENUM_VALUE'],
      [{ groupRole: 'ORG_OWNER' }, '400 CANNOT_ADD_ORG_ROLE'],
      [{ groupRole: ['GROUP_OWNER'] }, '400 INVALID_JSON_ATTRIBUTE'],
      [{ orgRole: 'ORG_OWNER' }, '400 '],
    ] as const) {
      for (const verb of ['addRole', 'removeRole']) {
        expect(outcome(await given.owner.post(`${member?.path}:${verb}`, body, NEW))).toContain(expected)
      }
    }
    for (const groupRoles of [[], ['ORG_OWNER'], ['GROUP_OWNER', 'GROUP_OWNER']]) {
      expect((await given.owner.put(`${member?.path}/roles`, { groupRoles })).status).toBe(400)
    }
  },
  ATLAS,
)
