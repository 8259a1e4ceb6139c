// A new password by mail: what is answered tells nothing, and a link works once.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { textAt } from '../harness/client.ts'
import { type Exchange, exchange } from '../harness/http-client.ts'
import { PASSWORD, type PortalWorld, portalCases } from '../harness/portal-world.ts'

const onEveryEngine = portalCases()

const NEW = 'seven brass kettles whistle'
const UNKNOWN = `/reset/${'a'.repeat(43)}`
const HOUR = 3_600_000

const ask = ({ visitor, at }: PortalWorld, email: string): Promise<Exchange> => visitor().send(at('/reset'), { email })

async function linkFor(world: PortalWorld, username: string): Promise<string> {
  expect((await ask(world, username)).status).toBe(200)
  return world.mailedLink(username, 'reset')
}

const canSignIn = async ({ visitor, at }: PortalWorld, email: string, password: string): Promise<boolean> =>
  (await visitor().send(at('/sign-in'), { email, password })).status === 303

onEveryEngine('whoever forgot their password chooses a new one by the link in the mail', async (world) => {
  const { username } = await world.person(['ORG_MEMBER'])
  const link = await linkFor(world, username)
  const browser = world.visitor()
  const page = await browser.step(link)
  expect([page.status, page.headers['referrer-policy']]).toEqual([200, 'no-referrer'])
  expect(page.text).toContain(username)
  const set = await browser.send(link, { password: NEW })
  expect([set.status, set.headers.location]).toEqual([303, '/profile'])
  expect((await browser.step(world.at('/profile'))).text).toContain(username)
  expect(await canSignIn(world, username, NEW)).toBe(true)
  expect(await canSignIn(world, username, PASSWORD)).toBe(false)
})

onEveryEngine('asking is answered alike whether or not there is an account', async (world) => {
  const { username } = await world.person()
  const answers = await Promise.all(
    [username, 'nobody@people.example'].map(async (typed) => {
      const { status, headers, text } = await ask(world, typed)
      const { date: _date, 'content-length': _length, ...rest } = headers
      return { status, headers: rest, text: text.replaceAll(typed, 'TYPED') }
    }),
  )
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.text).toContain('If there is an account for TYPED, a mail is on its way.')
  await expect(world.mailedLink('nobody@people.example', 'reset')).rejects.toThrow('was not written to')
})

onEveryEngine('who asks too often is told the same, and no more mails go out', async (world) => {
  const { username } = await world.person()
  const links = new Set<string>()
  const texts = new Set<string>()
  for (let round = 0; round < 6; round += 1) {
    const { status, text } = await ask(world, username)
    expect(status).toBe(200)
    texts.add(text)
    links.add(await world.mailedLink(username, 'reset'))
  }
  expect([texts.size, links.size]).toEqual([1, 3])
})

onEveryEngine('what cannot be an address is said to be none, and kept', async (world) => {
  const { status, text } = await ask(world, 'ana at <example>')
  expect(status).toBe(422)
  expect(text).toContain('Enter an email address, such as ana@example.com.')
  expect(text).toContain('value="ana at &lt;example&gt;"')
})

onEveryEngine('looking at a link any number of times leaves it as it is', async (world) => {
  const { username } = await world.person()
  const link = await linkFor(world, username)
  for (let round = 0; round < 5; round += 1) expect((await world.visitor().step(link)).status).toBe(200)
  expect(await canSignIn(world, username, PASSWORD)).toBe(true)
  expect((await world.visitor().send(link, { password: NEW })).status).toBe(303)
})

onEveryEngine('of ten who use a link at once exactly one sets the password', async (world) => {
  const { username } = await world.person()
  const link = await linkFor(world, username)
  const passwords = Array.from({ length: 10 }, (_, index) => `${NEW} number ${index}`)
  const answers = await Promise.all(passwords.map((password) => world.visitor().send(link, { password })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, ...Array.from({ length: 9 }, () => 404)])
  const winner = passwords[answers.findIndex(({ status }) => status === 303)] ?? ''
  expect(await canSignIn(world, username, winner)).toBe(true)
  expect((await world.visitor().send(link, { password: NEW })).status).toBe(404)
})

onEveryEngine('a newer link makes the one before it useless, and both end with the password', async (world) => {
  const { username } = await world.person()
  const first = await linkFor(world, username)
  const second = await linkFor(world, username)
  const dead = await world.visitor().send(first, { password: NEW })
  expect(dead.status).toBe(404)
  expect(dead.text).toContain('This link does not work any more')
  expect((await world.visitor().send(second, { password: NEW })).status).toBe(303)
  expect(dead.text).toBe(
    (await world.visitor().step(second)).text.replaceAll(new URL(second).pathname, new URL(first).pathname),
  )
})

onEveryEngine('a new password ends every session of the person, and nobody else’s', async (world) => {
  const person = await world.person()
  const [laptop, phone, other] = [
    await world.signedIn(person),
    await world.signedIn(person),
    await world.signedIn(await world.person()),
  ]
  const link = await linkFor(world, person.username)
  await world.visitor().send(link, { password: NEW })
  const statuses = await Promise.all(
    [laptop, phone, other].map(async (each) => (await each.step(world.at('/profile'))).status),
  )
  expect(statuses).toEqual([303, 303, 200])
})

onEveryEngine('a link dies after an hour', async (world) => {
  const { username } = await world.person()
  const link = await linkFor(world, username)
  world.atrium.advance(HOUR + 1)
  expect((await world.visitor().send(link, { password: NEW })).status).toBe(404)
  expect(await canSignIn(world, username, PASSWORD)).toBe(true)
})

onEveryEngine(
  'secrets that are none are 404, whatever they look like, and 429 after sixty from one place',
  async (world) => {
    const shapes = [
      'a',
      '..',
      '%00',
      'null',
      'undefined',
      '%20',
      'a'.repeat(42),
      'a'.repeat(44),
      `${'a'.repeat(42)}%2b`,
    ]
    for (const shape of shapes) {
      const { status } = await world.visitor().step(world.at(`/reset/${shape}`))
      expect([shape, status]).toEqual([shape, shape === '..' ? 303 : 404])
    }
    const guesser = world.visitor()
    const statuses: number[] = []
    for (let round = 0; round < 62; round += 1) statuses.push((await guesser.step(world.at(UNKNOWN))).status)
    expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true)
    expect(statuses.slice(60)).toEqual([429, 429])
  },
)

const TOO_SHORT = {
  en: 'Use at least 12 characters.',
  'pt-BR': 'Use pelo menos 12 caracteres.',
  es: 'Usa al menos 12 caracteres.',
  ja: '12 文字以上で入力してください。',
  ko: '12자 이상 입력해 주세요.',
  'zh-CN': '请至少使用 12 个字符。',
} as const

onEveryEngine(
  'what is wrong with a password stands next to its field in the reader’s language, and the link still works',
  async (world) => {
    const { username } = await world.person(['ORG_MEMBER'])
    const link = await linkFor(world, username)
    for (const [language, said] of Object.entries(TOO_SHORT)) {
      const { status, text } = await world.visitor({ 'Accept-Language': language }).send(link, { password: 'short' })
      expect(status).toBe(422)
      expect(text).toContain(`<html lang="${language}">`)
      expect(text).toContain(`<p class="problem" id="password-problem">${said}</p>`)
      expect(text).not.toContain('value="short"')
    }
    for (const [password, said] of [
      ['a'.repeat(257), 'Use at most 256 characters.'],
      ['password1234', 'easy to guess'],
      [`${username.split('@')[0]}`, 'too close to your name'],
    ] as const) {
      const { status, text } = await world.visitor().send(link, { password })
      expect([status, text.includes(said)]).toEqual([422, true])
    }
    expect((await world.visitor().send(link, { password: NEW })).status).toBe(303)
  },
)

onEveryEngine('somebody who has never had a password sets one by the link', async (world) => {
  const username = 'never@people.example'
  const invited = await world.api('POST', `/orgs/${ACME.id}/invites`, { username, roles: ['ORG_MEMBER'] })
  const target = `/_atrium/invitations/${textAt(invited.body, 'id')}:accept`
  expect((await exchange(world.atrium.url, { method: 'POST', target })).status).toBeLessThan(300)
  expect(await canSignIn(world, username, '')).toBe(false)
  expect((await world.visitor().send(await linkFor(world, username), { password: NEW })).status).toBe(303)
  expect(await canSignIn(world, username, NEW)).toBe(true)
})

onEveryEngine('an account that somebody else made becomes its owner’s by the link in their mailbox', async (world) => {
  const username = 'made@people.example'
  const makers = 'the maker knows this one too'
  const account = {
    username,
    password: makers,
    firstName: 'Mia',
    lastName: 'Made',
    country: 'IE',
    mobileNumber: '2125550198',
  }
  const roles = [{ orgId: ACME.id, roleName: 'ORG_MEMBER' }]
  expect((await world.api('POST', '/users', { ...account, roles })).status).toBe(201)
  expect(await canSignIn(world, username, makers)).toBe(false)
  expect((await world.visitor().send(await linkFor(world, username), { password: NEW })).status).toBe(303)
  expect(await canSignIn(world, username, makers)).toBe(false)
  expect(await canSignIn(world, username, NEW)).toBe(true)
})
