// From the old ways into a project to the new: POST /access, and an old invitation beside a new promise.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  type Given,
  invitedToProject,
  invitesOf,
  newProject,
  ORG_INVITES,
  outcome,
} from '../harness/cases.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const NEW = { Accept: 'application/vnd.atlas.2025-02-19+json' }
const ACCESS = { Accept: 'application/vnd.atlas.2023-02-01+json' }

const give = (given: Given, project: string, username: string, roles: readonly string[] = ['GROUP_READ_ONLY']) =>
  given.owner.post(`/groups/${project}/access`, { roles, username }, ACCESS)

const idsIn = ({ text }: Answer): readonly string[] => JSON.parse(text).map(({ id }: { id: string }) => id)

inEveryDialect(
  'a member is given access at once, which is answered with nothing',
  async (given) => {
    const project = await newProject(given)
    for (const role of ['GROUP_READ_ONLY', 'GROUP_OWNER', 'GROUP_OWNER']) {
      const answer = await give(given, project, ACME.member.username, [role])
      expect([answer.status, answer.text]).toEqual([204, ''])
    }
    const { body } = await given.owner.get(`/groups/${project}/users/${ACME.member.id}`, NEW)
    expect(body).toMatchObject({ roles: ['GROUP_OWNER', 'GROUP_READ_ONLY'] })
  },
  ATLAS,
)

inEveryDialect(
  'anybody else is invited as by the old endpoint, which is answered as the organization sees it',
  async (given) => {
    const project = await newProject(given)
    const username = given.address()
    const answer = await give(given, project, username)
    expect(answer.status).toBe(200)
    expect(answer.headers['sunset']).toBe('Thu, 1 Jul 2027 00:00:00 GMT')
    expect(answer.text).toBe((await given.owner.get(`${ORG_INVITES}/${answer.at('id')}`)).text)
    expect(answer.body).toMatchObject({ roles: ['ORG_MEMBER'], username })
    expect(idsIn(await given.owner.get(invitesOf(project)))).toEqual([answer.at('id')])
    const list = await given.owner.get(`/groups/${project}/users?username=${username}`, NEW)
    expect(list.text).not.toContain(`"username":"${username}"`)
    expect(outcome(await give(given, project, username))).toBe('409 USER_ALREADY_IN_GROUP')
  },
  ATLAS,
)

inEveryDialect(
  'only an owner of the project gives access this way',
  async (given) => {
    const sent = { roles: ['GROUP_READ_ONLY'], username: given.address() }
    for (const name of ['accessManager', 'projectUserAdmin', 'projectReader', 'member'] as const) {
      const refused = await given.as(name).post(`/groups/${ACME.project0}/access`, sent, ACCESS)
      expect(outcome(refused), name).toBe('401 USER_UNAUTHORIZED')
    }
    expect((await given.as('projectOwner').post(`/groups/${ACME.project0}/access`, sent, ACCESS)).status).toBe(200)
  },
  V2,
)

interface Both {
  readonly project: string
  readonly username: string
  /** The invitation of the old endpoint. */
  readonly old: string
  /** The organization's invitation that stands beside it, and the id under which it shows the person. */
  readonly promise: string
  readonly viewId: string
}

/** What MongoDB's own way from the old endpoint to the new makes: both stand. */
async function invitedTwice(given: Given): Promise<Both> {
  const project = await newProject(given)
  const { id: old, username } = await invitedToProject(given, { roles: ['GROUP_READ_ONLY'] }, project)
  const sent = { roles: ['GROUP_ALERTS_MANAGER'], username }
  const added = await given.owner.post(`/groups/${project}/users`, sent, NEW)
  expect(added.status).toBe(201)
  const all = idsIn(await given.owner.get(`${ORG_INVITES}?username=${username}`))
  expect(all).toContain(old)
  const promise = all.find((id) => id !== old) ?? ''
  return { project, username, old, promise, viewId: added.at('id') }
}

for (const chosen of ['old', 'promise'] as const) {
  inEveryDialect(
    `an old invitation stands beside the new promise, and accepting the ${chosen} one closes both`,
    async (given) => {
      const both = await invitedTwice(given)
      expect(idsIn(await given.owner.get(invitesOf(both.project)))).toEqual([both.old])
      expect((await accept(given, both[chosen])).status).toBe(200)
      for (const id of [both.old, both.promise]) {
        expect(outcome(await accept(given, id))).toBe('404 INVALID_INVITATION_ID')
      }
      expect(idsIn(await given.owner.get(invitesOf(both.project)))).toEqual([])
      const { body, status } = await given.owner.get(`/groups/${both.project}/users/${both.viewId}`, NEW)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        orgMembershipStatus: 'ACTIVE',
        roles: ['GROUP_READ_ONLY', 'GROUP_ALERTS_MANAGER'],
        username: both.username,
      })
    },
    V2,
  )
}

inEveryDialect(
  'when both are accepted at once, one is, and everything is granted',
  async (given) => {
    const both = await invitedTwice(given)
    const answers = await Promise.all([accept(given, both.old), accept(given, both.promise)])
    expect(answers.map(outcome).toSorted()).toEqual(['200', '404 INVALID_INVITATION_ID'])
    const { body } = await given.owner.get(`/groups/${both.project}/users/${both.viewId}`, NEW)
    expect(body).toMatchObject({ roles: ['GROUP_READ_ONLY', 'GROUP_ALERTS_MANAGER'] })
  },
  V2,
)
