// Strings that must be refused wherever a body has them: addresses, lengths, control characters, names and tags.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, leavesNothing, ORG_INVITES, outcome, PROJECT_INVITES } from '../harness/cases.ts'
import {
  type Endpoint,
  endpoints,
  goodBut,
  goodObject,
  itemTypesOf,
  send,
  shareOf,
  typesOf,
} from '../harness/endpoints.ts'

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
  const all = (await endpoints(given)).filter(({ fields }) => 'username' in fields)
  expect(NO_ADDRESSES.length).toBeGreaterThanOrEqual(30)
  expect(all.length).toBeGreaterThanOrEqual(7)
  await leavesNothing(given, async () => {
    for (const { endpoint, attempt } of shareOf(given, all, () => NO_ADDRESSES)) {
      const answer = await send(given, endpoint, goodBut(endpoint, 'username', attempt))
      expect(outcome(answer), `${endpoint.name} ${attempt}`).toBe('400 INVALID_USERNAME')
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

/** The character in each string that the endpoint's body may have, and in the name of a field. */
function attemptsWith(endpoint: Endpoint): readonly { readonly field: string; readonly body: string }[] {
  const good = goodObject(endpoint)
  const inFields = (evil: string): readonly (readonly [string, unknown])[] =>
    Object.entries(endpoint.fields).flatMap(([field, schema]): readonly (readonly [string, unknown])[] => {
      const text = typeof good[field] === 'string' ? good[field] : 'Fine'
      if (typesOf(schema).includes('string')) return [text + evil, `a${evil}Bcc: x`].map((value) => [field, value])
      return itemTypesOf(schema).includes('string') ? [[field, [`ORG_OWNER${evil}`]]] : []
    })
  return UNPRINTABLE.flatMap((evil) => [
    ...inFields(evil).map(([field, value]) => ({ field, body: goodBut(endpoint, field, value) })),
    { field: `a${shown(evil)}b`, body: goodBut(endpoint, `a${evil}b`, 1) },
  ])
}

/** How an answer repeats a name that holds it. */
const shown = (evil: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come back.
  evil.toWellFormed().replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?')

inEachDialectOnce('line breaks, control characters and lone surrogates are refused in any string', async (given) => {
  const all = await endpoints(given)
  await leavesNothing(given, async () => {
    for (const { endpoint, attempt } of shareOf(given, all, attemptsWith)) {
      const answer = await send(given, endpoint, attempt.body)
      expect(outcome(answer), `${endpoint.name} ${attempt.body}`).toBe('400 INVALID_ATTRIBUTE')
      expect(answer.body, `${endpoint.name} ${attempt.body}`).toMatchObject({ parameters: [attempt.field] })
      expect(answer.text).not.toMatch(/\\u0000|\\r|\\n|\\ud800/)
    }
  })
})

inEveryDialect('tags of a project are held to the same characters', async (given) => {
  await leavesNothing(given, async () => {
    for (const evil of UNPRINTABLE) {
      const tags = [{ key: `a${evil}`, value: 'b' }]
      const answer = await given.owner.post('/groups', { name: given.name(), orgId: ACME.id, tags })
      expect(outcome(answer), JSON.stringify(evil)).toBe('400 INVALID_ATTRIBUTE')
      expect(answer.body).toMatchObject({ parameters: ['tags'] })
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
      [{ key: 'k', value: 'v=' }],
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
