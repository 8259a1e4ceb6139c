// The users of a project: who is shown, who is added at once, who is promised access, and who is removed.
import { expect } from 'vitest'
import { ACME, clientOf, GUEST, STRANGER } from '../harness/case-seed.ts'
import {
  cases,
  type Given,
  invitedToOrg,
  invitedToProject,
  newProject,
  ORG_INVITES,
  outcome,
} from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const NEW = { Accept: 'application/vnd.atlas.2025-02-19+json' }

const usersOf = (projectId: string): string => `/groups/${projectId}/users`
const USERS = usersOf(ACME.project0)

interface User {
  readonly id: string
  readonly username: string
  readonly roles: readonly string[]
  readonly orgMembershipStatus?: string
}

const resultsOf = ({ text }: Answer): readonly User[] => JSON.parse(text).results
const userOf = ({ text }: Answer): User => JSON.parse(text)
const namesOf = (answer: Answer): readonly string[] => resultsOf(answer).map(({ username }) => username)

const add = (given: Given, projectId: string, username: string, roles: readonly string[] = ['GROUP_READ_ONLY']) =>
  given.owner.post(usersOf(projectId), { roles, username }, NEW)

/** What happened in a project since it was made, as types. */
async function eventsIn({ world }: Given, projectId: string): Promise<readonly string[]> {
  const events = await ledger.events(world.atrium.db)
  return events.filter((event) => event.projectId === projectId).map(({ type }) => type)
}

inEveryDialect(
  'a member is given access at once',
  async (given) => {
    const project = await newProject(given)
    const added = await add(given, project, ACME.member.username.toUpperCase(), ['GROUP_READ_ONLY', 'GROUP_OWNER'])
    expect(added.status).toBe(201)
    expect(userOf(added)).toMatchObject({
      ...ACME.member,
      orgMembershipStatus: 'ACTIVE',
      roles: ['GROUP_OWNER', 'GROUP_READ_ONLY'],
    })
    expect(Object.keys(userOf(added))).not.toContain('teamIds')
    const alone = await given.owner.get(`${usersOf(project)}/${ACME.member.id}`, NEW)
    expect([alone.status, alone.text]).toEqual([200, added.text])
    expect(await eventsIn(given, project)).toEqual(['GROUP_CREATED', 'JOINED_GROUP'])
  },
  ATLAS,
)

inEveryDialect(
  'somebody unknown is invited to the organization with a role in the project',
  async (given) => {
    const project = await newProject(given)
    const username = given.address()
    const added = await add(given, project, username, ['GROUP_OWNER', 'GROUP_ALERTS_MANAGER'])
    expect(added.status).toBe(201)
    expect(added.text).toBe(
      JSON.stringify({
        id: userOf(added).id,
        invitationCreatedAt: '2026-02-18T18:51:46Z',
        invitationExpiresAt: '2026-03-20T18:51:46Z',
        inviterUsername: clientOf('owner').clientId,
        orgMembershipStatus: 'PENDING',
        roles: ['GROUP_OWNER', 'GROUP_ALERTS_MANAGER'],
        username,
      }),
    )
    const [invitation] = JSON.parse((await given.owner.get(`${ORG_INVITES}?username=${username}`)).text)
    expect(invitation).toMatchObject({
      roles: ['ORG_MEMBER'],
      groupRoleAssignments: [
        { groupId: project, groupRole: 'GROUP_OWNER' },
        { groupId: project, groupRole: 'GROUP_ALERTS_MANAGER' },
      ],
    })
    expect(await eventsIn(given, project)).toEqual(['GROUP_CREATED', 'INVITED_TO_GROUP'])
  },
  ATLAS,
)

inEveryDialect(
  'whoever is invited to the organization is promised the project too, under the same id',
  async (given) => {
    const [project, other] = [await newProject(given), await newProject(given)]
    const { username } = await invitedToOrg(given, {
      roles: ['ORG_READ_ONLY'],
      groupRoleAssignments: [{ groupId: other, roles: ['GROUP_OWNER'] }],
    })
    const [before] = resultsOf(await given.owner.get(`/orgs/${ACME.id}/users?username=${username}`, NEW))
    const added = await add(given, project, username)
    expect(userOf(added)).toMatchObject({ orgMembershipStatus: 'PENDING', roles: ['GROUP_READ_ONLY'] })
    expect(userOf(added).id).toBe(before?.id)
    const after = await given.owner.get(`/orgs/${ACME.id}/users/${userOf(added).id}`, NEW)
    expect(after.body).toMatchObject({
      roles: {
        orgRoles: ['ORG_READ_ONLY'],
        groupRoleAssignments: [
          { groupId: other, groupRoles: ['GROUP_OWNER'] },
          { groupId: project, groupRoles: ['GROUP_READ_ONLY'] },
        ],
      },
    })
  },
  V2,
)

inEveryDialect(
  'whoever has or is promised roles in the project cannot be added again',
  async (given) => {
    const project = await newProject(given)
    for (const username of [ACME.member.username, given.address()]) {
      expect((await add(given, project, username)).status).toBe(201)
      const again = await add(given, project, username, ['GROUP_OWNER'])
      expect(outcome(again)).toBe('409 USER_ALREADY_IN_GROUP')
      expect(again.body).toMatchObject({ parameters: [username] })
    }
    // The project of a key belongs to the organization's oldest owner.
    expect(outcome(await add(given, project, ACME.owner.username))).toBe('409 USER_ALREADY_IN_GROUP')
  },
  ATLAS,
)

inEveryDialect(
  'a team does not stand in the way: what somebody is given themselves is theirs',
  async (given) => {
    const project = await newProject(given)
    const teams = await given.owner.post(`/groups/${project}/teams`, [
      { teamId: ACME.team0, roleNames: ['GROUP_READ_ONLY'] },
    ])
    expect(teams.status).toBe(200)
    const mate = `${usersOf(project)}/${ACME.teammate.id}`
    expect(outcome(await given.owner.get(mate, NEW))).toBe('404 USER_NOT_IN_GROUP')
    expect(namesOf(await given.owner.get(usersOf(project), NEW))).toEqual([ACME.owner.username])
    const flat = resultsOf(await given.owner.get(`${usersOf(project)}?flattenTeams=true`, NEW))
    expect(flat.map(({ username, roles }) => [username, roles])).toEqual([
      [ACME.owner.username, ['GROUP_OWNER']],
      [ACME.teammate.username, []],
    ])
    expect(userOf(await add(given, project, ACME.teammate.username))).toMatchObject({ roles: ['GROUP_READ_ONLY'] })
    expect((await given.owner.delete(mate, NEW)).status).toBe(204)
    expect(outcome(await given.owner.delete(mate, NEW))).toBe('404 USER_NOT_IN_GROUP')
  },
  V2,
)

inEveryDialect(
  'the list shows members and the pending by username, and can be narrowed',
  async (given) => {
    const project = await newProject(given)
    const tag = given.world.next()
    const [first, last] = [`aa${tag}@new.example`, `zz${tag}@new.example`]
    for (const username of [last, ACME.member.username, first]) await add(given, project, username)
    await invitedToProject(given, {}, project)
    const all = [first, ACME.member.username, ACME.owner.username, last]
    const list = async (query: string) => namesOf(await given.owner.get(`${usersOf(project)}${query}`, NEW))
    expect(await list('')).toEqual(all)
    expect(await list('?orgMembershipStatuses=PENDING')).toEqual([first, last])
    expect(await list('?orgMembershipStatus=ACTIVE')).toEqual([ACME.member.username, ACME.owner.username])
    expect(await list(`?username=${last.toUpperCase()}`)).toEqual([last])
    expect(await list('?username=nobody')).toEqual([])
    expect(await list('?orgMembershipStatuses=INVITATION_REJECTED&orgMembershipStatuses=ACTIVE')).toEqual([
      ACME.member.username,
      ACME.owner.username,
    ])
    expect(await list('?itemsPerPage=2&pageNum=2')).toEqual(all.slice(2))
    expect(await list('?includeOrgUsers=true&orgMembershipStatus=ACTIVE')).toEqual([
      ACME.member.username,
      ACME.owner.username,
      ACME.laterOwner.username,
    ])
  },
  V2,
)

inEveryDialect(
  'the address of the page spells out the operation’s own parameters',
  async (given) => {
    const { body } = await given.owner.get(`${USERS}?includeOrgUsers=true`, NEW)
    expect(body).toMatchObject({
      links: [
        {
          href: given.href(
            `${USERS}?flattenTeams=false&includeCount=true&includeOrgUsers=true&pageNum=1&itemsPerPage=100`,
          ),
          rel: 'self',
        },
      ],
    })
  },
  ATLAS,
)

inEveryDialect(
  'on Cloud Manager the address of the page repeats only what was asked for',
  async (given) => {
    for (const [asked, repeated] of [
      ['', ''],
      ['?flattenTeams=true&pretty=true', 'pretty=true&flattenTeams=true&'],
    ]) {
      const { body } = await given.owner.get(`${USERS}${asked}`)
      const href = given.href(`${USERS}?${repeated}pageNum=1&itemsPerPage=100`)
      expect(body).toMatchObject({ links: [{ href, rel: 'self' }] })
    }
  },
  DIALECTS.filter(({ isAtlas }) => !isAtlas),
)

inEveryDialect(
  'bad filters are refused',
  async (given) => {
    for (const [query, expected] of [
      ['orgMembershipStatus=ACTIVE&orgMembershipStatuses=PENDING', '400 MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS'],
      ['orgMembershipStatuses=GONE', '400 INVALID_QUERY_PARAMETER'],
      ['flattenTeams=perhaps', '400 INVALID_QUERY_PARAMETER'],
      ['includeOrgUsers=1', '400 INVALID_QUERY_PARAMETER'],
    ]) {
      expect(outcome(await given.owner.get(`${USERS}?${query}`, NEW)), query).toBe(expected)
    }
  },
  V2,
)

inEveryDialect('the first generation shows members only, in their old shape', async (given) => {
  const project = await newProject(given)
  const atlas = { ...given, owner: given.world.client(V2[0] ?? given.dialect, 'owner') }
  await add(atlas, project, ACME.member.username)
  await add(atlas, project, given.address())
  const answer = await given.owner.get(`${usersOf(project)}?orgMembershipStatuses=PENDING&username=nobody`)
  expect(answer.headers['deprecation']).toBe(given.isAtlas ? 'Wed, 19 Feb 2025 00:00:00 GMT' : undefined)
  expect(namesOf(answer)).toEqual([ACME.member.username, ACME.owner.username])
  const [member] = resultsOf(answer)
  expect(member).toMatchObject({
    emailAddress: ACME.member.username,
    id: ACME.member.id,
    links: [{ href: given.href(`/users/${ACME.member.id}`), rel: 'self' }, ...(given.isAtlas ? [{}, {}] : [{}])],
  })
  expect(member?.roles).toContainEqual({ groupId: project, roleName: 'GROUP_READ_ONLY' })
})

inEveryDialect('a member leaves the project, and the next request knows', async (given) => {
  const project = await newProject(given)
  const path = `${usersOf(project)}/${ACME.owner.id}`
  const removed = await given.owner.delete(path)
  expect([removed.status, removed.text]).toEqual([204, ''])
  expect(outcome(await given.owner.delete(path))).toBe('404 USER_NOT_IN_GROUP')
  expect(resultsOf(await given.owner.get(usersOf(project)))).toEqual([])
  expect(await eventsIn(given, project)).toEqual(['GROUP_CREATED', 'REMOVED_FROM_GROUP'])
  expect((await given.owner.get(`/users/${ACME.owner.id}`)).status).toBe(200)
})

inEveryDialect(
  'a pending person loses what they were promised here, and stays invited',
  async (given) => {
    const [project, other] = [await newProject(given), await newProject(given)]
    const username = given.address()
    const { id } = userOf(await add(given, project, username))
    await add(given, other, username)
    const path = `${usersOf(project)}/${id}`
    expect(outcome(await given.owner.delete(path))).toBe('404 USER_NOT_IN_GROUP')
    expect((await given.owner.delete(path, NEW)).status).toBe(204)
    expect(outcome(await given.owner.get(path, NEW))).toBe('404 USER_NOT_IN_GROUP')
    const left = await given.owner.get(`/orgs/${ACME.id}/users/${id}`, NEW)
    expect(left.body).toMatchObject({
      orgMembershipStatus: 'PENDING',
      roles: { groupRoleAssignments: [{ groupId: other }], orgRoles: ['ORG_MEMBER'] },
    })
    expect(await eventsIn(given, project)).toEqual(['GROUP_CREATED', 'INVITED_TO_GROUP', 'GROUP_INVITATION_DELETED'])
    expect((await add(given, project, username)).status).toBe(201)
  },
  V2,
)

inEveryDialect(
  'nobody learns who exists: a stranger, a member elsewhere and nobody at all read alike',
  async (given) => {
    const ids = [GUEST.id, STRANGER.owner.id, ACME.teammate.id, 'abcdefabcdefabcdefabcdef']
    const project = await newProject(given)
    for (const call of [
      (id: string) => given.owner.get(`${usersOf(project)}/${id}`, NEW),
      (id: string) => given.owner.delete(`${usersOf(project)}/${id}`, NEW),
      (id: string) => given.owner.post(`${usersOf(project)}/${id}:addRole`, { groupRole: 'GROUP_OWNER' }, NEW),
      (id: string) => given.owner.put(`${usersOf(project)}/${id}/roles`, { groupRoles: ['GROUP_OWNER'] }),
    ]) {
      const answers = new Set<string>()
      for (const id of ids) {
        const answer = await call(id)
        expect(outcome(answer)).toBe('404 USER_NOT_IN_GROUP')
        answers.add(answer.text.replaceAll(id, '{id}'))
      }
      expect(answers.size).toBe(1)
    }
  },
  V2,
)

inEveryDialect(
  'an address with an account elsewhere is invited like one without',
  async (given) => {
    const project = await newProject(given)
    const [known, unknown] = [await add(given, project, GUEST.username), await add(given, project, given.address())]
    const shapeOf = (answer: Answer) => Object.keys(userOf(answer)).join()
    expect([known.status, shapeOf(known)]).toEqual([unknown.status, shapeOf(unknown)])
    expect(userOf(known).id).not.toBe(GUEST.id)
    await given.owner.delete(`/orgs/${ACME.id}/users/${userOf(known).id}`, NEW)
  },
  V2,
)

inEveryDialect(
  'who may only read the project adds and removes nobody',
  async (given) => {
    const reader = given.as('projectReader')
    expect((await reader.get(USERS, NEW)).status).toBe(200)
    const sent = { roles: ['GROUP_READ_ONLY'], username: given.address() }
    expect(outcome(await reader.post(USERS, sent, NEW))).toBe('401 USER_UNAUTHORIZED')
    expect(outcome(await reader.delete(`${USERS}/${ACME.member.id}`, NEW))).toBe('401 USER_UNAUTHORIZED')
    expect(outcome(await given.as('stranger').get(USERS, NEW))).toBe('404 GROUP_NOT_FOUND')
  },
  V2,
)

inEveryDialect(
  'an access manager adds people, but makes nobody an owner',
  async (given) => {
    const manager = given.as('accessManager')
    const username = given.address()
    const owner = await manager.post(USERS, { roles: ['GROUP_OWNER'], username }, NEW)
    expect(outcome(owner)).toBe('401 USER_UNAUTHORIZED')
    expect((await manager.post(USERS, { roles: ['GROUP_READ_ONLY'], username }, NEW)).status).toBe(201)
  },
  V2,
)

inEveryDialect(
  'a body that asks for nothing that can be given is refused',
  async (given) => {
    const username = given.address()
    for (const [body, expected] of [
      [{ username }, '400 MISSING_ATTRIBUTE'],
      [{ roles: [], username }, '400 MISSING_ATTRIBUTE'],
      [{ roles: ['GROUP_OWNER'] }, '400 MISSING_ATTRIBUTE'],
      [{ roles: ['GROUP_OWNER'], username: 'nobody' }, '400 INVALID_USERNAME'],
      [{ roles: ['GROUP_KING'], username }, '400 INVALID_ENUM_VALUE'],
      [{ roles: ['ORG_OWNER'], username }, '400 CANNOT_ADD_ORG_ROLE'],
      [{ roles: ['GROUP_OWNER'], username, teamIds: [] }, '400 INVALID_ATTRIBUTE'],
    ] as const) {
      expect(outcome(await given.owner.post(USERS, body, NEW)), JSON.stringify(body)).toBe(expected)
    }
  },
  V2,
)
