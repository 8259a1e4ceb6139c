// Strings that must be refused wherever a body has them: addresses, lengths, control characters, names and tags.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, leavesNothing, ORG_INVITES, outcome, PROJECT_INVITES } from '../harness/cases.ts'
import { type Endpoint, endpoints, send } from '../harness/endpoints.ts'

const { inEachDialectOnce, inEveryDialect } = cases()

const L64 = 'a'.repeat(64)
const NO_ADDRESSES = [
  ...['plain', '@', 'a@', '@b.example', 'a@b', 'a@@b.example', 'a@b@c.example', 'a b@c.example', ' a@b.example'],
  ...[
    'a@b.example ',
    'a@b.example,c@d.example',
    'a@b.example;c',
    '<a@b.example>',
    'Name <a@b.example>',
    'a@-b.example',
  ],
  ...['a@b-.example', 'a@b..example', 'a@.b.example', 'a@b.example.', '.a@b.example', 'a.@b.example', 'a..b@c.example'],
  ...['a@[127.0.0.1]', '"a b"@c.example', 'a(comment)@b.example', 'a@b_c.example', 'a\\@b.example', 'ä@b.example'],
  ...['a@bücher.example', 'a@b.example?x', 'a@b.example/x', 'a@b.exam%00ple', `${L64}a@b.example`, `a@${L64}.example`],
  ...['mailto:a@b.example', 'a@b.example\u200b', 'а@b.example', 'a@b。example', 'a@b.example\u00a0', 'a:b@c.example'],
]

inEachDialectOnce('what is no address is refused, on every operation that takes one', async (given) => {
  const all = (await endpoints(given)).filter(({ path }) => path !== '/groups')
  expect(NO_ADDRESSES.length).toBeGreaterThanOrEqual(30)
  await leavesNothing(given, async () => {
    for (const endpoint of all) {
      for (const username of NO_ADDRESSES) {
        const answer = await send(given, endpoint, JSON.stringify({ ...endpoint.good, username }))
        expect(outcome(answer), `${endpoint.name} ${username}`).toBe('400 INVALID_USERNAME')
      }
    }
  })
})

inEveryDialect('unusual addresses are addresses', async (given) => {
  const tag = given.world.next()
  for (const username of [
    `o'brien+${tag}@example.org`,
    `a.b-c_d!#$%&*/=?^{|}~${tag}@x.example`,
    `${tag}@1.2.3.example`,
    `x${tag}@xn--bcher-kva.example`,
    `${'a'.repeat(60)}${String(tag).padStart(4, '0')}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(53)}.example`,
  ]) {
    const answer = await given.owner.post(ORG_INVITES, { roles: ['ORG_MEMBER'], username })
    expect(answer.body, username).toMatchObject({ username })
    expect(
      JSON.parse((await given.owner.get(`${ORG_INVITES}?username=${encodeURIComponent(username)}`)).text),
    ).toHaveLength(1)
  }
})

inEveryDialect('too long is refused as an invalid value', async (given) => {
  const long = 'x'.repeat(300)
  await leavesNothing(given, async () => {
    for (const [path, body, field] of [
      [ORG_INVITES, { roles: ['ORG_MEMBER'], username: `${long}@b.example` }, 'username'],
      [ORG_INVITES, { roles: [`ORG_${long}`], username: 'a@b.example' }, 'roles'],
      [ORG_INVITES, { roles: ['ORG_MEMBER'], teamIds: [long], username: 'a@b.example' }, 'teamIds'],
      [PROJECT_INVITES, { roles: [`GROUP_${long}`], username: 'a@b.example' }, 'roles'],
      ['/groups', { name: 'x'.repeat(65), orgId: ACME.id }, 'name'],
    ] as const) {
      const answer = await given.owner.post(path, body)
      expect(outcome(answer), field).toBe('400 INVALID_ATTRIBUTE')
      expect(answer.body).toMatchObject({ parameters: [field] })
    }
  })
})

const UNPRINTABLE = [
  ...[
    '\u0000',
    '\u0001',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\u001b',
    '\u007f',
    '\u0080',
    '\u0085',
    '\u009f',
    '\u2028',
    '\u2029',
  ],
  ...['\ud800', '\udfff', '\udc00\ud800'],
]

/** The character in each string of the endpoint's body. */
const fieldsWith = ({ path }: Endpoint, evil: string): readonly [string, unknown][] =>
  path === '/groups'
    ? [
        ['name', `Fine${evil}Bcc: x`],
        ['orgId', `${ACME.id}${evil}`],
        ['tags', [{ key: `a${evil}`, value: 'b' }]],
      ]
    : [
        ['username', `a${evil}b@c.example`],
        ['username', `a@b.example${evil}`],
        ['roles', [`ORG_OWNER${evil}`]],
      ]

inEachDialectOnce('line breaks, control characters and lone surrogates are refused in any string', async (given) => {
  const all = await endpoints(given)
  const attempts = all.flatMap((endpoint) => UNPRINTABLE.map((evil) => ({ endpoint, evil })))
  await leavesNothing(given, async () => {
    for (const { endpoint, evil } of attempts) {
      for (const [field, value] of fieldsWith(endpoint, evil)) {
        const answer = await send(given, endpoint, JSON.stringify({ ...endpoint.good, [field]: value }))
        expect(outcome(answer), `${endpoint.name} ${JSON.stringify([field, evil])}`).toBe('400 INVALID_ATTRIBUTE')
        expect(answer.body).toMatchObject({ parameters: [field] })
      }
      const answer = await send(given, endpoint, JSON.stringify({ ...endpoint.good, [`a${evil}b`]: 1 }))
      expect(outcome(answer)).toBe('400 INVALID_ATTRIBUTE')
      expect(answer.text).not.toMatch(/\\u0000|\\r|\\n|\\ud800/)
    }
  })
})

inEveryDialect('project names of other characters are refused', async (given) => {
  await leavesNothing(given, async () => {
    for (const name of [
      'a/b',
      'a<b>',
      'a"b',
      'a\\b',
      ' a',
      'a ',
      'a;b',
      'a=b',
      'a*',
      '🐙',
      'a\u200bb',
      '{}',
      'a|b',
      '%00',
    ]) {
      const answer = await given.owner.post('/groups', { name, orgId: ACME.id })
      expect(outcome(answer), name).toBe('400 INVALID_GROUP_NAME')
    }
  })
  for (const name of [
    `Ünïcode ${given.world.next()}`,
    `名前 ${given.world.next()}`,
    `(a),:&@+'_-. ${given.world.next()}`,
  ]) {
    expect((await given.owner.post('/groups', { name, orgId: ACME.id })).status, name).toBe(201)
  }
})

inEveryDialect('tags of other characters, too many or twice are refused', async (given) => {
  const tag = { key: 'k', value: 'v' }
  await leavesNothing(given, async () => {
    for (const tags of [
      [{ key: 'a/b', value: 'v' }],
      [{ key: 'k', value: 'v;' }],
      [{ key: 'k'.repeat(256), value: 'v' }],
      [tag, tag],
      [{ ...tag, more: 1 }],
      Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: 'v' })),
    ]) {
      const answer = await given.owner.post('/groups', { name: given.name(), orgId: ACME.id, tags })
      expect(outcome(answer), JSON.stringify(tags).slice(0, 80)).toBe('400 INVALID_ATTRIBUTE')
    }
  })
})
