// A person's own page: what they see and change of themselves, and leaving an organization.
import { expect } from 'vitest'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import type { Exchange } from '../harness/http-client.ts'
import { PASSWORD, type PortalWorld, portalCases } from '../harness/portal-world.ts'

const onEveryEngine = portalCases()

const NEW = 'seven brass kettles whistle'
const LEAVE = `/profile/organizations/${ACME.id}/leave`
const ROUNDS = 100

const statusesOf = (answers: readonly Exchange[]): readonly number[] => answers.map(({ status }) => status)

const textOf = async ({ text }: Exchange): Promise<string> => text

async function invitationOf(world: PortalWorld, username: string, roles = ['ORG_READ_ONLY']): Promise<string> {
  const { status, body } = await world.api('POST', `/orgs/${ACME.id}/invites`, { username, roles })
  expect(status).toBe(200)
  return idIn(body)
}

const idIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : ''

const memberStatus = async ({ api }: PortalWorld, userId: string): Promise<number> =>
  (await api('GET', `/orgs/${ACME.id}/users/${userId}`)).status

onEveryEngine('without a session there is no profile, and nothing that it changes', async (world) => {
  const visitor = world.visitor()
  const page = await visitor.step(world.at('/profile'))
  expect([page.status, page.headers.location]).toEqual([303, '/sign-in?to=/profile'])
  for (const path of [
    'name',
    'language',
    'password',
    'sessions/end',
    'sessions/end-others',
    'invitations/accept',
    'invitations/decline',
    `organizations/${ACME.id}/leave`,
  ]) {
    const { status, headers } = await visitor.send(world.at(`/profile/${path}`), { firstName: 'E', lastName: 'E' })
    expect([path, status, headers.location]).toEqual([path, 303, '/sign-in?to=/profile'])
  }
})

onEveryEngine('a name that is saved shows in the lists of members at once', async (world) => {
  const person = await world.person(['ORG_MEMBER'])
  const browser = await world.signedIn(person)
  await world.api('GET', `/orgs/${ACME.id}/users?itemsPerPage=500`)
  const saved = await browser.send(world.at('/profile/name'), {
    firstName: '  Zoé   Ann ',
    lastName: 'O’Neill',
    userId: ACME.owner.id,
  })
  expect([saved.status, saved.headers.location]).toEqual([303, '/profile?done=name'])
  expect(await textOf(await browser.step(world.at('/profile?done=name')))).toContain('Your name is saved.')
  const { body } = await world.api('GET', `/orgs/${ACME.id}/users?itemsPerPage=500`)
  expect(body).toMatchObject({
    results: expect.arrayContaining([
      expect.objectContaining({ id: person.userId, firstName: 'Zoé Ann', lastName: 'O’Neill' }),
    ]),
  })
  expect((await world.api('GET', `/orgs/${ACME.id}/users/${ACME.owner.id}`)).body).toMatchObject({ firstName: 'Olive' })
})

onEveryEngine('a name that cannot be is refused next to its field, and kept', async (world) => {
  const browser = await world.signedIn(await world.person())
  const tries = [
    [{ firstName: '', lastName: 'Ok' }, 'firstName', 'Enter your first name.'],
    [{ firstName: '<b>Ok', lastName: '  ' }, 'lastName', 'Enter your last name.'],
    [{ firstName: 'a'.repeat(101), lastName: 'Ok' }, 'firstName', 'Use at most 100 characters.'],
    [{ firstName: 'A\u202eB', lastName: 'Ok' }, 'firstName', 'Leave out characters that cannot be seen.'],
    [{ firstName: 'A\r\nSet-Cookie: a=b', lastName: 'Ok' }, 'firstName', 'Leave out characters that cannot be seen.'],
  ] as const
  for (const [form, field, said] of tries) {
    const { status, text } = await browser.send(world.at('/profile/name'), form)
    expect(status).toBe(422)
    expect(text).toContain(`<p class="problem" id="${field}-problem">${said}</p>`)
    expect(text).toContain(`value="${form.firstName.trim().replace('<', '&lt;').replace('>', '&gt;')}"`)
    expect(text).toContain('action="/profile" data-switch')
  }
})

onEveryEngine(
  'the language that is saved is that of the very next page, whatever the browser asks for',
  async (world) => {
    const browser = await world.signedIn(await world.person())
    await browser.send(world.at('/profile/language'), { language: 'ko' })
    const page = await browser.step(world.at('/profile'))
    expect(page.text).toContain('<html lang="ko">')
    await browser.send(world.at('/profile/language'), { language: 'xx' })
    expect(await textOf(await browser.step(world.at('/profile')))).toContain('<html lang="ko">')
  },
)

onEveryEngine('a new password needs the present one, and ends every session but a new one here', async (world) => {
  const person = await world.person(['ORG_MEMBER'])
  const [laptop, phone] = [await world.signedIn(person), await world.signedIn(person)]
  const before = laptop.cookies(world.atrium.url)
  const change = (currentPassword: string, newPassword: string) =>
    laptop.send(world.at('/profile/password'), { currentPassword, newPassword })
  const wrong = await change('not the present one', NEW)
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('<p class="problem" id="currentPassword-problem">This is not your current password.</p>')
  expect((await change(PASSWORD, 'short')).text).toContain('id="newPassword-problem">Use at least 12 characters.')
  expect((await change(PASSWORD, NEW)).headers.location).toBe('/profile?done=password')
  expect(laptop.cookies(world.atrium.url)).not.toBe(before)
  expect(statusesOf(await Promise.all([laptop, phone].map((each) => each.step(world.at('/profile')))))).toEqual([
    200, 303,
  ])
  await world.signedIn(person, NEW)
  await expect(world.signedIn(person)).rejects.toThrow('was not signed in')
})

onEveryEngine('guessing the present password is throttled like signing in', async (world) => {
  const browser = await world.signedIn(await world.person())
  const answers: Exchange[] = []
  for (let round = 0; round < 11; round += 1) {
    answers.push(await browser.send(world.at('/profile/password'), { currentPassword: `${round}`, newPassword: NEW }))
  }
  expect(statusesOf(answers)).toEqual([...Array.from({ length: 10 }, () => 422), 429])
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
})

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'

onEveryEngine('sessions are listed with their browser, and ended one by one or all others at once', async (world) => {
  const person = await world.person()
  const here = await world.signedIn(person)
  const there = world.visitor({ 'User-Agent': FIREFOX })
  await there.send(world.at('/sign-in'), { email: person.username, password: PASSWORD })
  const stranger = await world.signedIn(await world.person())
  const { text } = await here.step(world.at('/profile'))
  expect(text).toContain('Firefox on Windows')
  expect(text).toContain('This browser')
  const [, id = ''] = /name="session" value="([0-9a-f]{24})"/.exec(text) ?? []
  await stranger.send(world.at('/profile/sessions/end'), { session: id })
  expect((await there.step(world.at('/profile'))).status).toBe(200)
  await here.send(world.at('/profile/sessions/end'), { session: id })
  expect((await there.step(world.at('/profile'))).status).toBe(303)
  const third = await world.signedIn(person)
  await here.send(world.at('/profile/sessions/end-others'), {})
  expect(statusesOf(await Promise.all([here, third, stranger].map((each) => each.step(world.at('/profile')))))).toEqual(
    [200, 303, 200],
  )
})

onEveryEngine('a browser that calls itself by markup is shown harmlessly', async (world) => {
  const person = await world.person()
  const browser = world.visitor({ 'User-Agent': '<img src=x onerror=alert(1)> Firefox/1 "' })
  await browser.send(world.at('/sign-in'), { email: person.username, password: PASSWORD })
  expect(await textOf(await browser.step(world.at('/profile')))).not.toContain('<img')
})

onEveryEngine(
  'an invitation waits on the profile, and is accepted or declined there without its link',
  async (world) => {
    const person = await world.person()
    const browser = await world.signedIn(person)
    const first = await invitationOf(world, person.username)
    const { text } = await browser.step(world.at('/profile'))
    expect(text).toContain('Invitations for you')
    expect(text).toContain('see everything in the organization')
    expect((await browser.send(world.at('/profile/invitations/decline'), { invitation: first })).headers.location).toBe(
      '/profile?done=declined',
    )
    expect((await browser.send(world.at('/profile/invitations/accept'), { invitation: first })).headers.location).toBe(
      '/profile?done=gone',
    )
    const second = await invitationOf(world, person.username)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => browser.send(world.at('/profile/invitations/accept'), { invitation: second })),
    )
    expect(answers.map(({ headers }) => headers.location).toSorted()).toEqual([
      '/profile?done=accepted',
      ...Array.from({ length: 4 }, () => '/profile?done=gone'),
    ])
    expect((await world.api('GET', `/orgs/${ACME.id}/users/${person.userId}`)).body).toMatchObject({
      roles: { orgRoles: ['ORG_READ_ONLY'] },
    })
  },
)

onEveryEngine('nobody answers another person’s invitation', async (world) => {
  const invited = await world.person()
  const invitation = await invitationOf(world, invited.username, ['ORG_OWNER'])
  const other = await world.signedIn(await world.person())
  for (const act of ['accept', 'decline']) {
    for (const id of [invitation, STRANGER.orgInvitation, '', 'x']) {
      const { headers } = await other.send(world.at(`/profile/invitations/${act}`), { invitation: id })
      expect([act, id, headers.location]).toEqual([act, id, '/profile?done=gone'])
    }
  }
  const pending = await world.api('GET', `/orgs/${ACME.id}/invites/${invitation}`)
  expect(pending.status).toBe(200)
})

onEveryEngine('leaving asks once, says what is lost, and is over for the very next request', async (world) => {
  const person = await world.person(['ORG_READ_ONLY'])
  const browser = await world.signedIn(person)
  const page = await browser.step(world.at(LEAVE))
  expect(page.text).toContain('Leave Acme?')
  expect(page.text).toContain('see everything in the organization')
  expect(await memberStatus(world, person.userId)).toBe(200)
  expect((await browser.send(world.at(LEAVE), {})).headers.location).toBe('/profile?done=left')
  expect(await memberStatus(world, person.userId)).toBe(404)
  expect(await textOf(await browser.step(world.at('/profile')))).toContain('You are not in any organization.')
  const events = await world.api('GET', `/orgs/${ACME.id}/events?eventType=REMOVED_FROM_ORG`)
  expect(events.body).toMatchObject({
    results: expect.arrayContaining([
      expect.objectContaining({
        eventTypeName: 'REMOVED_FROM_ORG',
        username: person.username,
        targetUsername: person.username,
      }),
    ]),
  })
  expect(statusesOf([await browser.step(world.at(LEAVE)), await browser.send(world.at(LEAVE), {})])).toEqual([404, 404])
})

onEveryEngine('nobody learns of an organization that they are not in', async (world) => {
  const browser = await world.signedIn(await world.person(['ORG_OWNER']))
  const texts = await Promise.all(
    [STRANGER.id, 'f'.repeat(24), 'nonsense'].map(async (orgId) => {
      const { status, text } = await browser.step(world.at(`/profile/organizations/${orgId}/leave`))
      expect(status).toBe(404)
      return text.replaceAll(orgId, 'ID')
    }),
  )
  expect(new Set(texts).size).toBe(1)
})

onEveryEngine(
  'of two owners who leave at once one stays, and the last owner is told why',
  async (world) => {
    const owners = [await world.person(), await world.person()]
    const browsers = await Promise.all(owners.map((owner) => world.signedIn(owner)))
    for (let round = 0; round < ROUNDS; round += 1) {
      const orgId = await world.ownedBy(owners)
      const path = world.at(`/profile/organizations/${orgId}/leave`)
      const answers = await Promise.all(browsers.map((browser) => browser.send(path, {})))
      expect(statusesOf(answers).toSorted()).toEqual([303, 422])
      const left = await world.atrium.db.read.q
        .selectFrom('members')
        .select('user_id')
        .where('org_id', '=', orgId)
        .execute()
      expect(left).toHaveLength(1)
      const refused = answers.find(({ status }) => status === 422)
      expect(refused?.text).toContain('You are the last owner. Make somebody else an owner before you leave.')
    }
  },
  120_000,
)
