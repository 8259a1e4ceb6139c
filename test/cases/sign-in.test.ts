// Signing in at the page, and the sessions that begin there.
import { expect, test } from 'vitest'
import { SESSION_IDLE, SESSION_LIFETIME } from '../../src/domain/sessions.ts'
import { startAtrium } from '../harness/atrium.ts'
import { browse } from '../harness/browsing.ts'
import { CASE_SEED } from '../harness/case-seed.ts'
import { type Exchange, exchange } from '../harness/http-client.ts'
import { freshAddress, PASSWORD, type PortalWorld, portalCases } from '../harness/portal-world.ts'
import { engines } from '../harness/stores.ts'

const onEveryEngine = portalCases()

const WRONG = 'a password that is not theirs'
const SESSION = /^atrium=([A-Za-z0-9_-]{43}); Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/

const tryAs = ({ visitor, at }: PortalWorld, username: string, password: string): Promise<Exchange> =>
  visitor().send(at('/sign-in'), { email: username, password })

/** All of the answer that could tell something but its date, with the typed address made equal. */
const comparable = ({ status, headers, text }: Exchange, typed: string) => {
  const { date: _date, 'content-length': _length, ...rest } = headers
  return { status, headers: rest, text: text.replaceAll(typed, 'TYPED') }
}

const pageOf = (world: PortalWorld, cookie: string, path = '/profile'): Promise<Exchange> =>
  exchange(world.atrium.url, { method: 'GET', target: path, headers: { Cookie: cookie, Accept: 'text/html' } })

async function accountMadeByAnother(world: PortalWorld): Promise<string> {
  const username = `made-${freshAddress()}@people.example`
  const account = { username, firstName: 'M', lastName: 'M', country: 'IE', password: PASSWORD, roles: [] }
  const made = await world.api('POST', '/users', account)
  expect(made.status).toBe(201)
  return username
}

onEveryEngine('whoever signs in is led to the profile with a session in a cookie for us alone', async (world) => {
  const person = await world.person(['ORG_MEMBER'])
  const answer = await tryAs(world, ` ${person.username.toUpperCase()} `, PASSWORD)
  expect([answer.status, answer.headers.location]).toEqual([303, '/profile'])
  expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(SESSION)])
  expect(answer.headers['cache-control']).toBe('no-store')
  const member = await world.api('GET', `/orgs/5f0a00000000000000000a01/users/${person.userId}`)
  expect(member.body).toMatchObject({ lastAuth: expect.any(String) })
})

onEveryEngine('a refusal is the same for every kind of address, whether or not there is an account', async (world) => {
  const { username } = await world.person(['ORG_MEMBER'])
  const invited = `invited-${username}`
  expect(
    (await world.api('POST', '/orgs/5f0a00000000000000000a01/invites', { username: invited, roles: ['ORG_MEMBER'] }))
      .status,
  ).toBe(200)
  const unproven = await accountMadeByAnother(world)
  const tries: readonly (readonly [username: string, password: string])[] = [
    [username, WRONG],
    ['nobody@people.example', WRONG],
    [unproven, WRONG],
    [unproven, PASSWORD],
    [invited, PASSWORD],
    ['no address at all', PASSWORD],
    ['', PASSWORD],
    [username, ''],
    [username, `${PASSWORD} `],
    [username, PASSWORD.toUpperCase()],
  ]
  const answers = []
  for (const [typed, password] of tries)
    answers.push(comparable(await tryAs(world, typed, password), typed || 'value=""'))
  const withAddress = answers.filter((_, index) => tries[index]?.[0] !== '')
  expect(new Set(withAddress.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(withAddress[0]).toMatchObject({ status: 422 })
  expect(withAddress[0]?.text).toContain('This email and password do not fit together.')
  expect(answers.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true)
})

onEveryEngine(
  'what was typed is kept, never the password, and the field that is wrong has the focus',
  async (world) => {
    const { text } = await tryAs(world, '"><script>x</script>@people.example', WRONG)
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;@people.example"')
    expect(text).not.toContain(WRONG)
    expect(text).toMatch(
      /<input id="password"[^>]* autofocus[^>]* aria-invalid="true" aria-describedby="password-problem">/,
    )
  },
)

onEveryEngine(
  'ten wrong tries are answered, then 429 with Retry-After, and the owner elsewhere gets in',
  async (world) => {
    const { username } = await world.person()
    const guesser = world.visitor()
    const guess = () => guesser.send(world.at('/sign-in'), { email: username, password: WRONG })
    const answers: Exchange[] = []
    for (let round = 0; round < 12; round += 1) answers.push(await guess())
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
    const last = answers.at(-1)
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
    expect(last?.text).toContain('That was too many tries')
    expect((await guesser.send(world.at('/sign-in'), { email: username, password: PASSWORD })).status).toBe(429)
    expect((await tryAs(world, username, PASSWORD)).status).toBe(303)
  },
)

onEveryEngine('a session that somebody planted is not the one that begins', async (world) => {
  const person = await world.person()
  const planted = 'p'.repeat(43)
  const headers = {
    Cookie: `atrium=${planted}`,
    'X-Forwarded-For': freshAddress(),
    Origin: world.atrium.url,
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  const body = new URLSearchParams({ email: person.username, password: PASSWORD }).toString()
  const answer = await exchange(world.atrium.url, { method: 'POST', target: '/sign-in', headers, body })
  expect(answer.headers['set-cookie']?.[0]).not.toContain(planted)
  expect((await pageOf(world, `atrium=${planted}`)).status).toBe(303)
})

onEveryEngine(
  'signing in again ends the session before, and signing out ends it for every copy of the cookie',
  async (world) => {
    const person = await world.person()
    const browser = await world.signedIn(person)
    const first = browser.cookies(world.atrium.url)
    await browser.send(world.at('/sign-in'), { email: person.username, password: PASSWORD })
    const second = browser.cookies(world.atrium.url)
    expect(second).not.toBe(first)
    expect((await pageOf(world, first)).status).toBe(303)
    expect((await pageOf(world, second)).status).toBe(200)
    const out = await browser.send(world.at('/sign-out'), {})
    expect([out.status, out.headers.location]).toEqual([303, '/sign-in'])
    expect(out.headers['set-cookie']).toEqual([
      expect.stringMatching(/^atrium=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax$/),
    ])
    expect((await pageOf(world, second)).status).toBe(303)
  },
)

onEveryEngine('the start leads to the profile, or to where one signs in', async (world) => {
  expect((await world.visitor().step(world.at('/'))).headers.location).toBe('/sign-in')
  const browser = await world.signedIn(await world.person())
  expect((await browser.step(world.at('/'))).headers.location).toBe('/profile')
  expect((await browser.step(world.at('/sign-in?to=/profile%3Fdone=name'))).headers.location).toBe('/profile?done=name')
})

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  ' //evil.example',
  '@evil.example',
  'http:evil.example',
  'https:/evil.example',
  '/../\\evil.example',
  '/x\r\nSet-Cookie: atrium=evil',
  '\u0000//evil.example',
]

onEveryEngine('nobody is led to another site after signing in', async (world) => {
  const person = await world.person()
  for (const to of ELSEWHERE) {
    const answer = await world.visitor().send(world.at('/sign-in'), { email: person.username, password: PASSWORD, to })
    const { location = '' } = answer.headers
    expect([to, answer.status, new URL(location, world.atrium.url).origin]).toEqual([to, 303, world.atrium.url])
    expect(location).not.toMatch(/^\/[/\\]|[\r\n]/)
    expect(answer.headers['set-cookie']).toHaveLength(1)
    const page = await world.visitor().step(world.at(`/sign-in?to=${encodeURIComponent(to)}`))
    expect(page.text).toMatch(/name="to" value="\/(?![/\\])/)
  }
})

test.each(['a=b; atrium=x', 'atrium', '=', ';;;;', `atrium=${'x'.repeat(8000)}`, 'atrium=%00', 'atrium="; Path=/'])(
  'a cookie such as %.40j is nobody',
  async (cookie) => {
    const [engine] = engines
    if (!engine) throw new Error('There is no engine.')
    await using atrium = await startAtrium(await engine.open(), { seed: { organizations: [{ name: 'Acme' }] } })
    const answer = await exchange(atrium.url, { method: 'GET', target: '/profile', headers: { Cookie: cookie } })
    expect(answer.status).toBe(303)
  },
)

for (const engine of engines) {
  test(`a session is over when it is unused for twelve hours, and after a week of use (${engine.name})`, async () => {
    await using atrium = await startAtrium(await engine.open(), { seed: CASE_SEED })
    const browser = browse()
    const signIn = () =>
      browser.send(`${atrium.url}/sign-in`, { email: 'olive@acme.example', password: 'correct horse' })
    const status = async () => (await browser.step(`${atrium.url}/profile`)).status
    await signIn()
    atrium.wait(SESSION_IDLE - 60_000)
    expect(await status()).toBe(200)
    atrium.wait(SESSION_IDLE + 1)
    expect(await status()).toBe(303)
    await signIn()
    for (let used = 0; used + SESSION_IDLE / 2 <= SESSION_LIFETIME; used += SESSION_IDLE / 2) {
      expect(await status()).toBe(200)
      atrium.wait(SESSION_IDLE / 2)
    }
    expect(await status()).toBe(303)
  })

  test(`on https the cookie is bound to this host and to TLS (${engine.name})`, async () => {
    const servedAs = 'https://atrium.example'
    await using atrium = await startAtrium(await engine.open(), { seed: CASE_SEED, servedAs })
    const headers = { Origin: servedAs, 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = 'email=olive%40acme.example&password=correct+horse'
    const answer = await exchange(atrium.url, { method: 'POST', target: '/sign-in', headers, body })
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-atrium=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure$/),
    ])
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  })
}

for (const engine of engines) {
  test(`what cannot be checked soon is 503 with Retry-After, and counts as no try (${engine.name})`, async () => {
    const hashing = { atOnce: 1, waiting: 1 }
    await using atrium = await startAtrium(await engine.open(), { seed: CASE_SEED, hashing })
    const form = { email: 'olive@acme.example', password: 'correct horse' }
    const signIn = () => browse().send(`${atrium.url}/sign-in`, form)
    const answers: Exchange[] = []
    for (let round = 0; round < 4; round += 1) {
      answers.push(...(await Promise.all(Array.from({ length: 8 }, signIn))))
    }
    const busy = answers.filter(({ status }) => status !== 303)
    expect(busy.length).toBeGreaterThan(10)
    expect(new Set(busy.map(({ status, headers }) => `${status} ${headers['retry-after']}`))).toEqual(
      new Set(['503 5']),
    )
    expect(busy[0]?.text).toContain('Very busy right now')
    expect((await signIn()).status).toBe(303)
  })
}
