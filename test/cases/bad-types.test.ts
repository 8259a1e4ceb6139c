// Bodies that are refused before they are read: too big, of another type, or sent by nobody; and those that are no bodies.
import { expect } from 'vitest'
import { cases, invitedToOrg, leavesNothing, ORG_INVITES, outcome } from '../harness/cases.ts'
import { endpoints, send, shareOf } from '../harness/endpoints.ts'

const { inEachDialectOnce, inEveryDialect } = cases()

inEachDialectOnce('ten megabytes are thrown away and refused, forty end the connection', async (given) => {
  const bodyOf = (megabytes: number) =>
    JSON.stringify({ roles: ['ORG_MEMBER'], username: `${'a'.repeat(megabytes * 1024 * 1024)}@b.example` })
  const all = await endpoints(given, ['createOrgInvite', 'updateGroupInviteById'])
  await leavesNothing(given, async () => {
    for (const endpoint of all) {
      for (const [megabytes, connection] of [
        [10, 'keep-alive'],
        [40, 'close'],
      ] as const) {
        const answer = await send(given, endpoint, bodyOf(megabytes))
        expect([outcome(answer), answer.headers['connection']]).toEqual(['413 UNEXPECTED_ERROR', connection])
      }
    }
  })
})

inEachDialectOnce(
  'who shows no credentials is challenged without being read: small bodies drained, big ones cut off',
  async (given) => {
    const target = given.dialect.prefix + ORG_INVITES
    await leavesNothing(given, async () => {
      for (const [length, connection] of [
        [10, 'keep-alive'],
        [64 * 1024, 'keep-alive'],
        [64 * 1024 + 1, 'close'],
        [10 * 1024 * 1024, 'close'],
      ] as const) {
        const headers = { 'Content-Type': 'application/json' }
        const answer = await given.world.bare({ method: 'POST', target, headers, body: '['.repeat(length) })
        expect([answer.status, answer.text.length, answer.headers['connection']]).toEqual([401, 142, connection])
      }
    })
  },
)

const OTHER_TYPES = [
  ...[
    'text/plain',
    'text/html',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ],
  ...[
    'application/jsonp',
    'application/json5',
    'application/ld+json',
    'application/vnd.api+json',
    'json',
    '*/*',
    '/',
    ';',
  ],
  ...['application', 'application/', '/json', 'application/json\ta', 'application/json a', 'application\t/json'],
  ...[
    'application/json,text/plain',
    'text/plain,application/json',
    'text/plain; application/json',
    '"application/json"',
  ],
  ...[
    'application/vnd.atlas.2023-01-01+xml',
    'application/vnd.atlas.+json',
    'application/vnd.atlas+json',
    'a'.repeat(5000),
  ],
  ...[
    'application/json\u00a0',
    'application/jsön',
    'application%2Fjson',
    'application/json\\',
    '__proto__',
    'constructor',
  ],
]

/** Headers of a body that is not read: of another type, of none, or compressed. */
const OTHER_HEADERS: readonly Readonly<Record<string, string>>[] = [
  ...OTHER_TYPES.map((type) => ({ 'Content-Type': type })),
  ...['gzip', 'deflate', 'br', 'identity, gzip', 'x'].map((encoding) => ({ 'Content-Encoding': encoding })),
]

inEachDialectOnce('a body of another type is refused before it is read', async (given) => {
  const all = await endpoints(given)
  await leavesNothing(given, async () => {
    for (const { endpoint, attempt } of shareOf(given, all, () => OTHER_HEADERS)) {
      const answer = await send(given, endpoint, JSON.stringify(endpoint.good), attempt)
      expect(outcome(answer), `${endpoint.name} ${JSON.stringify(attempt)}`).toBe('415 UNEXPECTED_ERROR')
      expect(answer.body).toMatchObject({ error: 415, parameters: null, reason: 'Unsupported Media Type' })
    }
    for (const { name, method, path: target, accept, good } of all) {
      const untyped = { method, target, headers: { Accept: accept }, body: JSON.stringify(good) }
      expect(outcome(await given.owner.send(untyped)), name).toBe('415 UNEXPECTED_ERROR')
    }
  })
})

inEveryDialect('JSON may be called by every name it has, and is checked under each', async (given) => {
  for (const type of [
    'application/json',
    'APPLICATION/JSON',
    'application/json;charset=utf-8',
    'application/json; charset="utf-8"',
    'application/json ; charset=utf-8',
    'application/json\t;\tcharset=utf-8',
    'application/json;',
    'application/json;;',
    'application/json; charset',
    'application/json;=',
    'application/json; a=b; a=c',
    'application/json; text/plain',
    'application/vnd.atlas.2023-01-01+json',
    'application/vnd.atlas.2025-03-12+json; charset=utf-8',
  ]) {
    const good = { roles: ['ORG_MEMBER'], username: given.address() }
    const bad = await given.owner.post(ORG_INVITES, { ...good, king: 1 }, { 'Content-Type': type })
    expect(outcome(bad), type).toBe('400 INVALID_ATTRIBUTE')
    const answer = await given.owner.post(ORG_INVITES, good, { 'Content-Type': type })
    expect(answer.body, type).toMatchObject({ username: good.username })
  }
})

inEveryDialect('no body is no body, whatever its type says', async (given) => {
  const { id } = await invitedToOrg(given)
  for (const type of ['text/plain', 'garbage', ';', 'application/json; charset', '', 'application/json']) {
    for (const length of [{}, { 'Content-Length': '0' }]) {
      const headers = { 'Content-Type': type, ...length }
      const read = await given.owner.get(`${ORG_INVITES}/${id}`, headers)
      expect(read.status, type).toBe(200)
      const posted = await given.owner.send({ method: 'POST', target: ORG_INVITES, headers })
      expect(outcome(posted), type).toBe('400 MALFORMED_JSON')
      const gone = await invitedToOrg(given)
      expect((await given.owner.delete(`${ORG_INVITES}/${gone.id}`, headers)).status, type).toBe(204)
    }
  }
})

inEveryDialect('a body that nobody asked for is not looked at', async (given) => {
  const { id } = await invitedToOrg(given)
  for (const [method, expected] of [
    ['GET', 200],
    ['DELETE', 204],
  ] as const) {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await given.owner.send({ method, target: `${ORG_INVITES}/${id}`, headers, body: '{"roles":' })
    expect(answer.status).toBe(expected)
  }
})
