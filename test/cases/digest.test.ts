// HTTP digest from outside: every good spelling gets in, every wrong one earns the one static 401, nothing works twice.
import { expect } from 'vitest'
import { ACME, keyOf } from '../harness/case-seed.ts'
import { cases, type Given, ORG_INVITES } from '../harness/cases.ts'
import { type DigestParts, exchangeWithDigest, nonceOf, type Signing, sign, spell } from '../harness/digest-client.ts'
import { count, goodSpellings, wrongSpellings } from '../harness/digest-spellings.ts'
import { exchange } from '../harness/http-client.ts'
import type { Answer } from '../harness/world.ts'

const { inEachDialectOnce, inEveryDialect } = cases()

const KEY = keyOf('owner')
const QUERY = '?pretty=false'

const targetOf = ({ dialect }: Given): string => `${dialect.prefix}${ORG_INVITES}${QUERY}`

const freshNonce = async (given: Given): Promise<string> =>
  nonceOf(await given.world.bare({ method: 'GET', target: targetOf(given) }))

const ask = (given: Given, authorization: string, call: { method?: string; target?: string } = {}): Promise<Answer> =>
  given.world.bare({
    method: 'GET',
    target: targetOf(given),
    ...call,
    headers: { Accept: given.dialect.accept, Authorization: authorization },
  })

const signed = (given: Given, nonce: string, signing: Partial<Signing> = {}): DigestParts =>
  sign(KEY, { method: 'GET', uri: targetOf(given), nonce, ...signing })

function expectStatic401(answer: Answer, what: string, stale = false): void {
  expect([answer.status, answer.text.length, answer.headers['x-error-code']], what).toEqual([401, 142, undefined])
  expect(answer.headers['www-authenticate'], what).toMatch(new RegExp(`^Digest realm=.*, stale=${stale}$`))
}

inEachDialectOnce(
  'more than two hundred wrong spellings earn the one static 401, and use nothing up',
  async (given) => {
    const nonce = await freshNonce(given)
    const wrong = wrongSpellings(KEY, targetOf(given), nonce)
    expect(wrong.size).toBeGreaterThanOrEqual(200)
    for (const [what, header] of wrong) expectStatic401(await ask(given, header), what)
    expect((await ask(given, spell(signed(given, nonce)))).status).toBe(200)
  },
)

inEveryDialect('more than forty good spellings get in', async (given) => {
  const good = goodSpellings(KEY, targetOf(given), await freshNonce(given))
  expect(good.size).toBeGreaterThanOrEqual(40)
  for (const [what, header] of good) expect((await ask(given, header)).status, what).toBe(200)
})

inEveryDialect('a captured request works once, and changed in nothing', async (given) => {
  const nonce = await freshNonce(given)
  const parts = signed(given, nonce)
  expect((await ask(given, spell(parts))).status).toBe(200)
  for (const [what, header, call] of [
    ['verbatim', spell(parts), {}],
    ['with another method', spell(parts), { method: 'HEAD' }],
    ['to another path', spell(parts), { target: `${given.dialect.prefix}/groups` }],
    ['with another query', spell(parts), { target: targetOf(given).replace('false', 'true') }],
    ['with a raised counter', spell({ ...parts, nc: count(2) }), {}],
    ['with another cnonce', spell({ ...parts, cnonce: 'other' }), {}],
    ['spelled otherwise', spell(parts).replaceAll(', ', ','), {}],
  ] as const) {
    const answer = await ask(given, header, call)
    expect([what, answer.status]).toEqual([what, 401])
    expect(answer.headers['www-authenticate']).toMatch(/stale=false$/)
  }
})

inEveryDialect('counters may come in any order, each once', async (given) => {
  const nonce = await freshNonce(given)
  const statuses: number[] = []
  for (const nc of [2, 7, 3, 2, 7, 8, 1, 1])
    statuses.push((await ask(given, spell(signed(given, nonce, { nc: count(nc) })))).status)
  expect(statuses).toEqual([200, 200, 200, 401, 401, 200, 200, 401])
})

inEveryDialect('ten replays at once are ten refusals', async (given) => {
  const header = spell(signed(given, await freshNonce(given)))
  const answers = await Promise.all(Array.from({ length: 11 }, () => ask(given, header)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 10 }, () => 401)])
})

inEveryDialect(
  'a nonce that was never given out is stale for the key’s holder and nothing for others',
  async (given) => {
    for (const nonce of ['A'.repeat(32), Buffer.from('x'.repeat(24)).toString('base64'), 'short', 'x'.repeat(500)]) {
      expectStatic401(await ask(given, spell(signed(given, nonce))), nonce, true)
      const impostor = sign(
        { ...KEY, privateKey: 'a wrong private key' },
        { method: 'GET', uri: targetOf(given), nonce },
      )
      expectStatic401(await ask(given, spell(impostor)), nonce, false)
    }
  },
)

inEveryDialect(
  'whatever a key does with a bearer it does with a digest: read, write with a body, odd paths',
  async (given) => {
    const { dialect, world } = given
    const call = (method: string, path: string, body?: object) =>
      exchangeWithDigest(world.atrium.url, KEY, {
        method,
        target: dialect.prefix + path,
        headers: { Accept: dialect.accept, ...(body ? { 'Content-Type': 'application/json' } : {}) },
        body: body && JSON.stringify(body),
      })
    const made = await call('POST', ORG_INVITES, { roles: ['ORG_MEMBER'], username: given.address() })
    expect(made.status).toBe(given.isAtlas ? 200 : 201)
    const { id, inviterUsername } = JSON.parse(made.text)
    expect(inviterUsername).toBe(KEY.publicKey)
    expect((await call('GET', `${ORG_INVITES}/${id}?pretty=true&envelope=true`)).status).toBe(200)
    expect((await call('HEAD', `${ORG_INVITES}/${id}`)).status).toBe(200)
    expect((await call('PATCH', `${ORG_INVITES}/${id}`, { roles: ['ORG_OWNER'] })).status).toBe(200)
    expect((await call('GET', '/groups/byName/Project%200')).status).toBe(200)
    expect((await call('GET', '/groups/byName/%50roject%200')).status).toBe(200)
    expect((await call('DELETE', `${ORG_INVITES}/${id}`)).status).toBe(204)
  },
)

inEachDialectOnce('a challenge is fresh each time', async (given) => {
  const nonces = new Set<string>()
  for (let asked = 0; asked < 20; asked += 1) nonces.add(await freshNonce(given))
  expect(nonces.size).toBe(20)
})

inEveryDialect('a wrong body is judged only after a right digest', async (given) => {
  const { dialect, world } = given
  const target = dialect.prefix + ORG_INVITES
  const call = {
    method: 'POST',
    target,
    headers: { Accept: dialect.accept, 'Content-Type': 'application/json' },
    body: '{',
  }
  const refused = await exchange(world.atrium.url, call)
  expect([refused.status, refused.text.length]).toEqual([401, 142])
  const judged = await exchangeWithDigest(world.atrium.url, KEY, call)
  expect(JSON.parse(judged.text)).toMatchObject({ errorCode: 'MALFORMED_JSON' })
})

inEveryDialect('each key acts with its own roles', async (given) => {
  const { dialect, world } = given
  const as = (name: Parameters<typeof keyOf>[0], path: string) =>
    exchangeWithDigest(world.atrium.url, keyOf(name), {
      method: 'GET',
      target: dialect.prefix + path,
      headers: { Accept: dialect.accept },
    })
  expect((await as('member', ORG_INVITES)).status).toBe(401)
  expect((await as('projectOwner', `/groups/${ACME.project0}/invites`)).status).toBe(200)
  expect((await as('projectOwner', `/groups/${ACME.apollo}/invites`)).status).toBe(401)
  expect((await as('nobody', `/orgs/${ACME.id}`)).status).toBe(401)
  expect((await as('stranger', `/orgs/${ACME.id}`)).status).toBe(404)
})
