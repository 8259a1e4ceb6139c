// People whom nobody has to write to: members made at once, and invitations answered in the invited person's place.
import { expect, test } from 'vitest'
import { DEFAULT_SEED } from '../../src/seed/seed-schema-defaults.ts'
import { type Answer, API, type Client, textAt } from '../harness/client.ts'
import { type Double, placeOn, startDouble } from '../harness/double.ts'
import { engines } from '../harness/stores.ts'

interface Given extends Double {
  readonly api: Client
  readonly orgId: string
  readonly groupId: string
  readonly teamId: string
}

function onEveryEngine(sentence: string, run: (given: Given) => Promise<void>): void {
  for (const engine of engines) {
    test(`${sentence} (${engine.name})`, async () => {
      const double = await startDouble(await placeOn(engine), { seed: DEFAULT_SEED })
      const { orgId, groupId, teamId } = double.world.firstSteps.credentials
      await run({ ...double, api: await double.client(), orgId, groupId: groupId ?? '', teamId: teamId ?? '' })
    })
  }
}

const usersOf = async ({ api, orgId }: Given): Promise<readonly string[]> =>
  Object((await api.call('GET', `${API}/orgs/${orgId}/users`)).body).results.map(
    (user: { username: string; orgMembershipStatus: string }) => `${user.username} ${user.orgMembershipStatus}`,
  )

const invite = async ({ api, orgId }: Given, username: string): Promise<Answer> =>
  api.call('POST', `${API}/orgs/${orgId}/invites`, { username, roles: ['ORG_MEMBER'] })

const signIn = async ({ world: { url } }: Double, email: string, password: string): Promise<number> => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: url }
  const body = new URLSearchParams({ email, password })
  return (await fetch(`${url}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' })).status
}

onEveryEngine(
  'somebody new is an active member at once, and can sign in with the password in the answer',
  async (given) => {
    const answer = await given.sandbox('POST', '/users', { username: 'New@Example.com' })
    expect(answer.status).toBe(201)
    const { password, ...shown } = Object(answer.body)
    expect(shown).toEqual((await given.api.call('GET', `${API}/orgs/${given.orgId}/users/${shown.id}`)).body)
    expect(shown).toMatchObject({
      username: 'new@example.com',
      firstName: 'new',
      lastName: '',
      orgMembershipStatus: 'ACTIVE',
      roles: { orgRoles: ['ORG_MEMBER'], groupRoleAssignments: [] },
      teamIds: [],
    })
    expect(await signIn(given, 'new@example.com', password)).toBe(303)
    expect(await signIn(given, 'new@example.com', 'another')).not.toBe(303)
    expect(await given.world.outbox.mails()).toEqual([])
  },
)

onEveryEngine('names, a password, roles, projects and teams are as the request says, and on record', async (given) => {
  const { groupId, orgId, teamId } = given
  const answer = await given.sandbox('POST', '/users', {
    username: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
    country: 'GB',
    language: 'es',
    password: 'given',
    roles: ['ORG_OWNER'],
    projectRoles: { [groupId]: ['GROUP_READ_ONLY'] },
    teamIds: [teamId],
  })
  expect(answer.body).toEqual({
    country: 'GB',
    createdAt: expect.any(String),
    firstName: 'Ada',
    id: expect.any(String),
    lastName: 'Lovelace',
    mobileNumber: null,
    orgMembershipStatus: 'ACTIVE',
    roles: { groupRoleAssignments: [{ groupId, groupRoles: ['GROUP_READ_ONLY'] }], orgRoles: ['ORG_OWNER'] },
    teamIds: [teamId],
    username: 'ada@example.com',
  })
  expect(await signIn(given, 'ada@example.com', 'given')).toBe(303)
  const feed = async (place: string): Promise<readonly string[]> =>
    Object((await given.api.call('GET', `${API}/${place}/events`)).body).results.map(
      (event: { eventTypeName: string; targetUsername?: string }) => `${event.eventTypeName} ${event.targetUsername}`,
    )
  expect(await feed(`orgs/${orgId}`)).toEqual(
    expect.arrayContaining(['JOINED_ORG ada@example.com', 'JOINED_TEAM ada@example.com']),
  )
  expect(await feed(`groups/${groupId}`)).toContain('JOINED_GROUP ada@example.com')
})

onEveryEngine('a member and somebody invited are refused as the API refuses to invite them', async (given) => {
  await invite(given, 'waits@example.com')
  for (const username of ['owner@example.com', 'waits@example.com']) {
    const refused = await invite(given, username)
    expect(await given.sandbox('POST', '/users', { username })).toEqual(refused)
    expect(refused.status).toBeGreaterThanOrEqual(400)
  }
  expect(await usersOf(given)).toEqual(['owner@example.com ACTIVE', 'waits@example.com PENDING'])
})

onEveryEngine('an account without an organization joins one later, as it is', async (given) => {
  const alone = await given.sandbox('POST', '/users', { username: 'alone@example.com', firstName: 'A', orgId: null })
  expect([alone.status, Object(alone.body).orgMembershipStatus]).toEqual([201, undefined])
  expect(await usersOf(given)).toEqual(['owner@example.com ACTIVE'])
  expect(await signIn(given, 'alone@example.com', textAt(alone.body, 'password'))).toBe(303)
  const again = await given.sandbox('POST', '/users', { username: 'alone@example.com', orgId: null })
  expect([again.status, again.code]).toEqual([409, 'USER_ALREADY_EXISTS'])
  const renamed = await given.sandbox('POST', '/users', { username: 'alone@example.com', firstName: 'B' })
  expect(renamed.code).toBe('USER_ALREADY_EXISTS')
  const joined = await given.sandbox('POST', '/users', { username: 'alone@example.com' })
  expect(joined).toMatchObject({ status: 201, body: { id: textAt(alone.body, 'id'), firstName: 'A' } })
  expect(joined.body).not.toHaveProperty('password')
  expect(await signIn(given, 'alone@example.com', textAt(alone.body, 'password'))).toBe(303)
})

onEveryEngine('a refused request leaves neither an account nor a membership', async (given) => {
  const bad: readonly (readonly [object, number, string])[] = [
    [{}, 400, 'MISSING_ATTRIBUTE'],
    [{ username: 'x' }, 400, 'INVALID_USERNAME'],
    [{ roles: ['GROUP_OWNER'] }, 400, ''],
    [{ roles: ['ORG_KING'] }, 400, 'INVALID_ENUM_VALUE'],
    [{ roles: [] }, 400, 'MISSING_ATTRIBUTE'],
    [{ projectRoles: { [given.groupId]: ['ORG_OWNER'] } }, 400, ''],
    [{ projectRoles: { '5f0a00000000000000000001': ['GROUP_OWNER'] } }, 404, 'GROUP_NOT_FOUND'],
    [{ teamIds: ['5f0a00000000000000000001'] }, 404, ''],
    [{ orgId: '5f0a00000000000000000001' }, 404, 'ORG_NOT_FOUND'],
    [{ orgId: 'x' }, 404, 'ORG_NOT_FOUND'],
    [{ orgId: null, roles: ['ORG_OWNER'] }, 400, 'INVALID_ATTRIBUTE'],
    [{ country: 'Austria' }, 400, ''],
    [{ language: 'xx' }, 400, ''],
    [{ password: '' }, 400, ''],
    [{ nickname: 'x' }, 400, 'INVALID_ATTRIBUTE'],
  ]
  for (const [body, status, code] of bad) {
    const whole = 'username' in body || Object.keys(body).length === 0 ? body : { username: 'bad@example.com', ...body }
    const answer = await given.sandbox('POST', '/users', whole)
    expect([body, answer.status, code === '' ? '' : answer.code]).toEqual([body, status, code])
    expect(textAt(answer.body, 'detail')).not.toBe('')
  }
  expect(await usersOf(given)).toEqual(['owner@example.com ACTIVE'])
  expect((await given.sandbox('POST', '/users', { username: 'bad@example.com' })).body).toHaveProperty('password')
})

onEveryEngine('of ten who add the same person at once, one does', async (given) => {
  const body = { username: 'once@example.com' }
  const answers = await Promise.all(Array.from({ length: 10 }, () => given.sandbox('POST', '/users', body)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
  expect(await usersOf(given)).toHaveLength(2)
})

onEveryEngine('all that waits for an address is accepted by one request', async (given) => {
  const { api, groupId, orgId } = given
  await invite(given, 'guest@example.com')
  const body = { username: 'guest@example.com', roles: ['GROUP_OWNER'] }
  await api.call('POST', `${API}/groups/${groupId}/invites`, body)
  const nobody = await given.sandbox('POST', '/invitations:accept', { username: 'nobody@example.com' })
  expect([nobody.status, nobody.code]).toEqual([404, 'INVITATION_NOT_FOUND'])
  expect(textAt(nobody.body, 'detail')).toBe(
    'No invitation waits for nobody@example.com: invited are guest@example.com.',
  )
  const elsewhere = { username: 'guest@example.com', orgId: '5f0a00000000000000000001' }
  expect((await given.sandbox('POST', '/invitations:accept', elsewhere)).status).toBe(404)
  const accepted = await given.sandbox('POST', '/invitations:accept', { username: 'Guest@example.com' })
  expect(accepted).toMatchObject({
    status: 200,
    body: [{ username: 'guest@example.com', roles: { orgRoles: ['ORG_MEMBER'], groupRoleAssignments: [{ groupId }] } }],
  })
  expect((await api.call('GET', `${API}/orgs/${orgId}/invites`)).body).toEqual([])
  expect((await given.sandbox('POST', '/invitations:accept', { username: 'guest@example.com' })).status).toBe(404)
})

onEveryEngine('one invitation is accepted or declined by its id, in the process too', async (given) => {
  const [yes, no] = [await invite(given, 'yes@example.com'), await invite(given, 'no@example.com')]
  expect(await given.world.people.accept(textAt(yes.body, 'id'))).toMatchObject({ username: 'yes@example.com' })
  expect(await given.world.people.decline(textAt(no.body, 'id'))).toMatchObject({ status: 'DECLINED' })
  expect((await given.sandbox('POST', `/invitations/${textAt(no.body, 'id')}:accept`)).status).toBe(404)
  expect((await given.sandbox('POST', '/invitations/x:decline')).status).toBe(404)
})

onEveryEngine('the outbox is read and emptied in the process as over HTTP', async (given) => {
  await invite(given, 'one@example.com')
  await invite(given, 'other@example.com')
  const mails = await given.world.outbox.mails({ to: 'One@example.com' })
  expect(mails).toMatchObject([{ to: 'one@example.com', links: { accept: expect.stringContaining(given.world.url) } }])
  expect((await given.sandbox('GET', '/outbox?to=one@example.com')).body).toMatchObject([{ id: mails[0]?.id }])
  await given.world.outbox.clear()
  expect((await given.sandbox('GET', '/outbox')).body).toEqual([])
})
