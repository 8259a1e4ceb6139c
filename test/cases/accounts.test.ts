// Accounts that somebody makes for another person: what is answered, who may, and that they open nothing by themselves.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { ACME, GUEST, STRANGER } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  type Given,
  invitedToOrg,
  leavesNothing,
  newProject,
  ORG_INVITES,
  outcome,
} from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const NEW = { Accept: 'application/vnd.atlas.2025-02-19+json' }
const PASSWORD = 'a password that somebody else chose'

const personOf = (given: Given, more: Readonly<Record<string, unknown>> = {}) => ({
  country: 'IE',
  firstName: 'Nora',
  lastName: 'New',
  password: PASSWORD,
  roles: [{ orgId: ACME.id, roleName: 'ORG_MEMBER' }],
  username: given.address(),
  ...more,
})

interface Account {
  readonly passwordHash: string | null
  readonly verifiedAt: number | null
}

async function accountOf({ world }: Given, username: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select password_hash as "passwordHash", verified_at as "verifiedAt" from users
    where username = ${username}`.execute(world.atrium.db.read.q)
  return rows[0]
}

const invitationOf = async (given: Given, username: string) =>
  JSON.parse((await given.owner.get(`${ORG_INVITES}?username=${username}`)).text)[0]

inEveryDialect('an account is made and answered in the old shape, without roles', async (given) => {
  const person = personOf(given)
  const answer = await given.owner.post('/users', person)
  expect(answer.status).toBe(201)
  const id = answer.at('id')
  const base = given.isAtlas ? '/api/atlas/v1.0' : '/api/public/v1.0'
  expect(answer.headers['location']).toBe(`${given.world.atrium.url}${base}/users/${id}`)
  const links = given.isAtlas
    ? ['', '/whitelist', '/accessList'].map((path) => ({ href: given.href(`/users/${id}${path}`) }))
    : ['', '/accessList'].map((path) => ({ href: given.href(`/users/${id}${path}`) }))
  expect(answer.body).toMatchObject({
    ...(given.isAtlas ? { country: 'IE', createdAt: '2026-02-18T18:51:46Z' } : {}),
    emailAddress: person.username,
    firstName: 'Nora',
    lastName: 'New',
    links,
    roles: [],
    teamIds: [],
    username: person.username,
  })
  expect(answer.text).not.toContain(PASSWORD)
  expect(outcome(await given.owner.get(`/users/${id}`))).toBe('404 USER_NOT_FOUND')
})

inEveryDialect('its roles are promised by an invitation', async (given) => {
  const project = await newProject(given)
  const roles = [
    { orgId: ACME.id, roleName: 'ORG_READ_ONLY' },
    { groupId: project, roleName: 'GROUP_OWNER' },
    { groupId: project, roleName: 'GROUP_READ_ONLY' },
  ]
  const person = personOf(given, { roles })
  expect((await given.owner.post('/users', person)).status).toBe(201)
  const invitation = await invitationOf(given, person.username)
  expect(invitation).toMatchObject({ roles: ['ORG_READ_ONLY'] })
  const events = await ledger.events(given.world.atrium.db)
  const types = events
    .filter(({ details }) => JSON.stringify(details).includes(person.username))
    .map(({ type }) => type)
  expect(types).toEqual(['INVITED_TO_ORG', 'INVITED_TO_GROUP'])
  const { body } = await accept(given, invitation.id)
  expect(body).toMatchObject({
    roles: {
      orgRoles: ['ORG_READ_ONLY'],
      groupRoleAssignments: [{ groupId: project, groupRoles: ['GROUP_OWNER', 'GROUP_READ_ONLY'] }],
    },
  })
})

inEveryDialect(
  'whoever accepts owns the account: it keeps its id, and the password of its maker is gone',
  async (given) => {
    const person = personOf(given)
    const made = await given.owner.post('/users', person)
    const before = await accountOf(given, person.username)
    expect(before?.verifiedAt).toBeNull()
    expect(before?.passwordHash).toMatch(/^\$argon2id\$/)
    const accepted = await accept(given, (await invitationOf(given, person.username)).id)
    expect(accepted.at('id')).toBe(made.at('id'))
    const after = await accountOf(given, person.username)
    expect(after?.passwordHash).toBeNull()
    expect(Number(after?.verifiedAt)).toBeGreaterThan(0)
    expect((await given.owner.get(`/users/${made.at('id')}`)).body).toMatchObject({ username: person.username })
  },
)

inEveryDialect('a password that its owner chose survives another invitation', async (given) => {
  const before = await accountOf(given, ACME.owner.username)
  expect(before?.passwordHash).toMatch(/^\$argon2id\$/)
  const { id } = await invitedToProjectOf(given)
  expect((await accept(given, id)).status).toBe(200)
  expect(await accountOf(given, ACME.owner.username)).toEqual(before)
})

/** The owner of Acme, invited to a project in which they hold nothing. */
async function invitedToProjectOf(given: Given): Promise<{ readonly id: string }> {
  const project = await newProject(given)
  await given.owner.delete(`/groups/${project}/users/${ACME.owner.id}`)
  const sent = { roles: ['GROUP_READ_ONLY'], username: ACME.owner.username }
  return { id: (await given.owner.post(`/groups/${project}/invites`, sent)).at('id') }
}

inEveryDialect('an address that has an account cannot be given another', async (given) => {
  const person = personOf(given)
  await given.owner.post('/users', person)
  for (const username of [person.username.toUpperCase(), ACME.member.username, GUEST.username]) {
    await leavesNothing(given, async () => {
      const again = await given.owner.post('/users', { ...person, username })
      expect(outcome(again)).toBe('409 USER_ALREADY_EXISTS')
    })
  }
})

inEveryDialect('of those who make an account for one address at once, one does', async (given) => {
  const person = personOf(given)
  const answers = await Promise.all([1, 2, 3].map(() => given.owner.post('/users', person)))
  expect(answers.map(outcome).toSorted()).toEqual(['201', '409 USER_ALREADY_EXISTS', '409 USER_ALREADY_EXISTS'])
  const list = await given.owner.get(`${ORG_INVITES}?username=${person.username}`)
  expect(JSON.parse(list.text)).toHaveLength(1)
})

inEveryDialect('a pending invitation grows by what the account is to have', async (given) => {
  const { id, username } = await invitedToOrg(given, { roles: ['ORG_READ_ONLY'] })
  const roles = [{ orgId: ACME.id, roleName: 'ORG_GROUP_CREATOR' }]
  expect((await given.owner.post('/users', personOf(given, { roles, username }))).status).toBe(201)
  const grown = await invitationOf(given, username)
  expect(grown).toMatchObject({ id, roles: ['ORG_READ_ONLY', 'ORG_GROUP_CREATOR'] })
})

inEveryDialect('each role needs the right to invite to it', async (given) => {
  const post = async (name: Parameters<Given['as']>[0], roles: unknown) =>
    outcome(await given.as(name).post('/users', personOf(given, { roles })))
  const inOrg = [{ orgId: ACME.id, roleName: 'ORG_MEMBER' }]
  const inProject = (roleName: string) => [{ groupId: ACME.project0, roleName }]
  const notInvited = given.isAtlas ? '401 USER_UNAUTHORIZED' : '401 NOT_ORG_USER_ADMIN'
  await leavesNothing(given, async () => {
    expect(await post('projectOwner', inOrg)).toBe(notInvited)
    expect(await post('projectOwner', [...inProject('GROUP_OWNER'), ...inOrg])).toBe(notInvited)
    expect(await post('member', [])).toBe('401 USER_UNAUTHORIZED')
    expect(await post('nobody', inProject('GROUP_READ_ONLY'))).toBe('401 USER_UNAUTHORIZED')
    expect(await post('accessManager', inProject('GROUP_OWNER'))).toBe('401 USER_UNAUTHORIZED')
    expect(await post('owner', [{ orgId: STRANGER.id, roleName: 'ORG_MEMBER' }])).toBe('404 ORG_NOT_FOUND')
    expect(await post('owner', [{ groupId: STRANGER.project, roleName: 'GROUP_OWNER' }])).toBe('404 GROUP_NOT_FOUND')
  })
  expect(await post('accessManager', inProject('GROUP_READ_ONLY'))).toBe('201')
  expect(await post('projectOwner', inProject('GROUP_OWNER'))).toBe('201')
  expect(await post('owner', [])).toBe('201')
})

inEveryDialect('what cannot make an account is refused before anything is', async (given) => {
  await leavesNothing(given, async () => {
    for (const [more, expected] of [
      [{ password: undefined }, '400 MISSING_ATTRIBUTE'],
      [{ firstName: '' }, '400 MISSING_ATTRIBUTE'],
      [{ username: 'nobody' }, '400 INVALID_USERNAME'],
      [{ password: 'seven77' }, '400 WEAK_PASSWORD'],
      [{ password: 'x'.repeat(257) }, '400 WEAK_PASSWORD'],
      [{ password: 12_345_678_901 }, '400 INVALID_JSON_ATTRIBUTE'],
      [{ country: 'Ireland' }, '400 INVALID_COUNTRY_CODE'],
      [{ nickname: 'N' }, '400 INVALID_ATTRIBUTE'],
      [{ roles: [{ roleName: 'ORG_MEMBER' }] }, '400 ROLE_NEEDS_ORG_ID'],
      [{ roles: [{ roleName: 'GROUP_OWNER' }] }, '400 ROLE_NEEDS_GROUP_ID'],
      [{ roles: [{ orgId: ACME.id, roleName: 'GROUP_OWNER' }] }, '400 ROLE_NEEDS_GROUP_ID'],
      [{ roles: [{ groupId: ACME.project0, roleName: 'ORG_MEMBER' }] }, '400 ROLE_NEEDS_ORG_ID'],
      [{ roles: [{ groupId: ACME.project0, orgId: ACME.id, roleName: 'ORG_MEMBER' }] }, '400 ROLE_NEEDS_NO_GROUP_ID'],
      [{ roles: [{ groupId: ACME.project0, orgId: ACME.id, roleName: 'GROUP_OWNER' }] }, '400 ROLE_NEEDS_NO_ORG_ID'],
      [{ roles: [{ orgId: ACME.id, roleName: 'ORG_KING' }] }, '400 INVALID_ENUM_VALUE'],
      [{ roles: [{ orgId: 'x', roleName: 'ORG_MEMBER' }] }, '404 ORG_NOT_FOUND'],
    ] as const) {
      const refused = await given.owner.post('/users', personOf(given, more))
      expect(outcome(refused), JSON.stringify(more).slice(0, 80)).toBe(expected)
      expect(refused.text).not.toContain(PASSWORD)
    }
  })
})

inEveryDialect('what Go clients send back of a user is read and dropped', async (given) => {
  const extra = {
    createdAt: '2020-01-01T00:00:00Z',
    emailAddress: 'other@new.example',
    id: ACME.member.id,
    lastAuth: '2020-01-01T00:00:00Z',
    links: [{ href: 'x', rel: 'self' }],
    mobileNumber: '2125550198',
    teamIds: [],
  }
  const person = personOf(given, extra)
  const answer = await given.owner.post('/users', person)
  expect(answer.body).toMatchObject({ emailAddress: person.username, username: person.username })
  expect(answer.at('id')).not.toBe(ACME.member.id)
})

inEveryDialect('a member is found by id, and nobody else is', async (given) => {
  const found = await given.as('member').get(`/users/${ACME.member.id}`)
  expect([found.status, found.text]).toEqual([
    200,
    (await given.as('member').get(`/users/byName/${ACME.member.username}`)).text,
  ])
  const answers = new Set<string>()
  for (const id of [GUEST.id, STRANGER.owner.id, 'abcdefabcdefabcdefabcdef']) {
    const answer: Answer = await given.owner.get(`/users/${id}`)
    expect(outcome(answer)).toBe('404 USER_NOT_FOUND')
    answers.add(answer.text.replaceAll(id, '{id}'))
  }
  expect(answers.size).toBe(1)
  expect(outcome(await given.owner.get('/users/nobody'))).toBe('404 INVALID_USER_ID')
})

inEveryDialect(
  'whoever is to have an account is one of the organization’s users as any invited person',
  async (given) => {
    const person = personOf(given)
    const made = await given.owner.post('/users', person)
    const list = await given.owner.get(`/orgs/${ACME.id}/users?username=${person.username}`, NEW)
    const [shown] = JSON.parse(list.text).results
    expect(shown).toMatchObject({ orgMembershipStatus: 'PENDING', username: person.username })
    expect(shown.id).not.toBe(made.at('id'))
  },
  V2,
)
