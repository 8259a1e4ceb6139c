// The order in which a request is judged: each case breaks two neighbouring rules at once and says which one answers.
import { expect } from 'vitest'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import {
  cases,
  type Given,
  invitedToOrg,
  invitedToProject,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect, onEveryEngine } = cases()
const past = cases({ enforcesSunsets: true, now: Date.UTC(2027, 6, 1) - 1 })

const UNKNOWN_ID = '5f0a0000000000000000ffff'
const FOREIGN_INVITES = `/orgs/${STRANGER.id}/invites`
const MALFORMED = '{"roles":'
const TOO_BIG = JSON.stringify({ username: 'a'.repeat(1024 * 1024) })
const JSON_TYPE = { 'Content-Type': 'application/json' }

const STATIC_401 = `{
  "error" : 401,
  "reason" : "Unauthorized",
  "detail" : "You are not authorized for this resource.",
  "errorCode" : "UNEXPECTED_ERROR"
}`

function expectChallenge({ isAtlas }: Pick<Given, 'isAtlas'>, { status, headers, text }: Answer): void {
  expect([status, text]).toEqual([401, STATIC_401])
  expect(headers['content-length']).toBe('142')
  expect(headers['content-type']).toBe(isAtlas ? 'application/json' : 'application/json;charset=ISO-8859-1')
  expect(headers['www-authenticate']).toMatch(
    /^Digest realm="MMS Public API", domain="", nonce="[A-Za-z0-9+/]{32}", algorithm=MD5, qop="auth", stale=false$/,
  )
}

inEveryDialect('under /unauth/ nobody is asked for credentials, and nothing is there', async (given) => {
  const { world, dialect } = given
  for (const target of [`${dialect.prefix}/unauth/nothing`, '/api/private/unauth/nothing']) {
    expect(outcome(await world.bare({ method: 'GET', target }))).toBe('404 RESOURCE_NOT_FOUND')
  }
  const elsewhere = [`${dialect.prefix}/orgs/unauth/x`, `${dialect.prefix}/unauthorized/x`, '/api/other/unauth/x']
  for (const target of elsewhere) expect((await world.bare({ method: 'GET', target })).status).toBe(401)
})

inEveryDialect('whoever shows nothing is challenged with exactly 142 bytes, whatever is asked for', async (given) => {
  const { world, dialect } = given
  for (const path of [
    '',
    '/orgs',
    `/orgs/${ACME.id}`,
    ORG_INVITES,
    '/orgs/no-id/invites',
    '/nothing',
    '/no/such?x=1',
  ]) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      expectChallenge(given, await world.bare({ method, target: dialect.prefix + path }))
    }
    expectChallenge(
      given,
      await world.bare({ method: 'GET', target: `${dialect.prefix}${path}?pretty=x&envelope=true` }),
    )
  }
})

inEveryDialect('a caller without credentials hears nothing of version, type, size or body', async (given) => {
  const target = given.dialect.prefix + ORG_INVITES
  for (const [headers, body] of [
    [{ Accept: 'text/html' }, undefined],
    [{ 'Content-Type': 'text/plain' }, 'hello'],
    [JSON_TYPE, MALFORMED],
    [JSON_TYPE, TOO_BIG],
  ] as const) {
    expectChallenge(given, await given.world.bare({ method: 'POST', target, headers, body }))
  }
})

inEveryDialect('an unknown token is refused with an empty body, known path or not', async (given) => {
  for (const path of ['/orgs', '/nothing']) {
    const target = given.dialect.prefix + path
    const answer = await given.world.bare({ method: 'GET', target, headers: { Authorization: 'Bearer a.b.c' } })
    expect([answer.status, answer.text, answer.headers['content-length']]).toEqual([401, '', '0'])
  }
})

inEveryDialect('an unknown path comes before method, version and everything behind them', async (given) => {
  for (const path of ['/nothing', `/orgs/${ACME.id}/nothing`, `${ORG_INVITES}/${UNKNOWN_ID}/more`, '//orgs', '/ORGS']) {
    for (const method of ['GET', 'PUT']) {
      const answer = await given.owner.send({ method, target: path, headers: { Accept: 'text/html' } })
      expect(outcome(answer), path).toBe('404 RESOURCE_NOT_FOUND')
      const asked = given.dialect.prefix + path
      expect(answer.text).toBe(
        JSON.stringify({
          detail: `Cannot find resource ${asked}.`,
          error: 404,
          errorCode: 'RESOURCE_NOT_FOUND',
          parameters: [asked],
          reason: 'Not Found',
        }),
      )
      expect(answer.headers['content-type']).toBe('application/json')
    }
  }
})

inEveryDialect('a method that the path does not have names those it has, before version and id', async (given) => {
  const expected = [
    ['', 'GET, HEAD'],
    ['/orgs', 'GET, HEAD, POST'],
    ['/orgs/no-id', 'GET, HEAD, PATCH, DELETE'],
    ['/orgs/no-id/invites', 'GET, HEAD, POST, PATCH'],
    ['/orgs/no-id/invites/no-id', 'GET, HEAD, PATCH, DELETE'],
    ['/groups', 'GET, HEAD, POST'],
    ['/groups/no-id', 'GET, HEAD, PATCH, DELETE'],
    ['/groups/byName/x', 'GET, HEAD'],
    ['/groups/no-id/invites', 'GET, HEAD, POST, PATCH'],
    ['/groups/no-id/invites/no-id', 'GET, HEAD, PATCH, DELETE'],
    ['/users/byName/x', 'GET, HEAD'],
  ] as const
  for (const [path, allow] of expected) {
    for (const method of ['PUT', 'OPTIONS', 'TRACE', 'PROPFIND', 'POST'].filter((name) => !allow.includes(name))) {
      const answer = await given.as('nobody').send({ method, target: path, headers: { Accept: 'text/html' } })
      expect([outcome(answer), answer.headers['allow']], `${method} ${path}`).toEqual(['405 UNEXPECTED_ERROR', allow])
      expect(answer.body).toMatchObject({ error: 405, parameters: null, reason: 'Method Not Allowed' })
    }
  }
})

inEveryDialect('every method in Allow is one that the path has', async (given) => {
  const { headers } = await given.owner.send({ method: 'PUT', target: ORG_INVITES })
  for (const method of (headers['allow'] ?? '').split(', ')) {
    expect((await given.owner.send({ method, target: ORG_INVITES })).status, method).not.toBe(405)
  }
})

const V2_ONLY = DIALECTS.filter(({ name }) => name === 'v2')
const UNDATED = DIALECTS.filter(({ name }) => name !== 'v2')

const NO_VERSIONS = [
  ...['', '*/*', 'application/json', 'text/html', 'application/vnd.atlas+json', 'application/vnd.atlas.+json'],
  ...['application/vnd.atlas.2022-12-31+json', 'application/vnd.atlas.0000-00-00+json'],
  ...['application/vnd.atlas.2023-02-30+json', 'application/vnd.atlas.2023-13-01+json'],
  ...['application/vnd.atlas.2023-1-1+json', 'application/vnd.atlas.20230101+json'],
  ...['application/vnd.atlas.2023-01-01', 'application/vnd.atlas.2023-01-01+xml', 'application/vnd.atlas.preview+json'],
  ...['application/vnd.atlas.2023-01-01+json+json', 'xapplication/vnd.atlas.2023-01-01+json'],
  ...['application/vnd.atlas.99999-01-01+json', 'application/vnd.atlas.2023-01-01T00:00:00+json'],
  ...['application/vnd.atlas.-023-01-01+json', 'application/vnd.atlas.2023-01-01.upcoming+json'],
]

inEveryDialect(
  'a missing, malformed or too old version comes before the id, the tenant and the role',
  async (given) => {
    for (const accept of NO_VERSIONS) {
      for (const path of ['/orgs/no-id', FOREIGN_INVITES, ORG_INVITES]) {
        const answer = await given.as('nobody').get(path, { Accept: accept })
        expect(outcome(answer), accept).toBe('406 INVALID_VERSION_DATE')
        expect(answer.text).toBe(
          '{"detail":"Invalid accept header or version date.","error":406,"errorCode":"INVALID_VERSION_DATE",' +
            '"parameters":[],"reason":"Not Acceptable"}',
        )
      }
    }
  },
  V2_ONLY,
)

inEveryDialect(
  'a later date, a list of types and parameters ask for the newest version there is',
  async (given) => {
    for (const accept of [
      'application/vnd.atlas.2023-01-01+json',
      'application/vnd.atlas.2025-03-12+json',
      'application/vnd.atlas.2999-12-31+json',
      'APPLICATION/VND.ATLAS.2024-02-29+JSON',
      'application/json, application/vnd.atlas.2024-08-05+json',
      'application/vnd.atlas.2024-08-05+json;q=0.9, */*;q=0.1',
      ' application/vnd.atlas.2024-08-05+json ; charset=utf-8',
    ]) {
      const answer = await given.owner.get(ORG_INVITES, { Accept: accept })
      expect([answer.status, answer.headers['content-type']], accept).toEqual([200, given.dialect.type])
    }
  },
  V2_ONLY,
)

inEveryDialect(
  'a dialect without versions takes any Accept',
  async (given) => {
    for (const accept of NO_VERSIONS) {
      const answer = await given.owner.get('/orgs', { Accept: accept })
      expect([answer.status, answer.headers['content-type']], accept).toEqual([200, 'application/json'])
    }
  },
  UNDATED,
)

inEveryDialect('a malformed id comes before the tenant and the role', async (given) => {
  const nobody = given.as('nobody')
  for (const id of [
    'no-id',
    '1',
    UNKNOWN_ID.toUpperCase(),
    `${UNKNOWN_ID}0`,
    '%00',
    '%20',
    '..%2f',
    'null',
    '%F0%9F%90%99',
  ]) {
    const sent = decodeURIComponent(id)
    for (const [path, code] of [
      [`/orgs/${id}`, 'INVALID_ORG_ID'],
      [`/orgs/${id}/invites/${UNKNOWN_ID}`, 'INVALID_ORG_ID'],
      [`/groups/${id}`, 'INVALID_GROUP_ID'],
      [`/groups/${id}/invites`, 'INVALID_GROUP_ID'],
      [`${FOREIGN_INVITES}/${id}`, 'INVALID_INVITATION_ID'],
      [`${ORG_INVITES}/${id}`, 'INVALID_INVITATION_ID'],
      [`/groups/${STRANGER.project}/invites/${id}`, 'INVALID_INVITATION_ID'],
    ] as const) {
      const answer = await nobody.get(path)
      expect(outcome(answer), path).toBe(`404 ${code}`)
      expect(answer.body).toMatchObject({ parameters: [sent] })
    }
  }
})

inEveryDialect('an organization or project that is not visible comes before the role', async (given) => {
  for (const client of [given.as('nobody'), given.owner]) {
    for (const id of [UNKNOWN_ID, STRANGER.id]) {
      const answer = await client.get(`/orgs/${id}/invites`)
      expect(outcome(answer)).toBe('404 ORG_NOT_FOUND')
      expect(answer.body).toMatchObject({ detail: `No organization with ID ${id} exists.`, parameters: [id] })
    }
    for (const id of [UNKNOWN_ID, STRANGER.project]) {
      const answer = await client.get(`/groups/${id}/invites`)
      expect(outcome(answer)).toBe('404 GROUP_NOT_FOUND')
      expect(answer.body).toMatchObject({ detail: `No group with ID ${id} exists.`, parameters: [id] })
    }
  }
})

inEveryDialect('an invisible organization or project comes before type, size and body', async (given) => {
  for (const [path, expected] of [
    [FOREIGN_INVITES, '404 ORG_NOT_FOUND'],
    [`/groups/${STRANGER.project}/invites`, '404 GROUP_NOT_FOUND'],
  ] as const) {
    expect(outcome(await given.owner.post(path, 'x', { 'Content-Type': 'text/plain' }))).toBe(expected)
    expect(outcome(await given.owner.post(path, MALFORMED))).toBe(expected)
    expect(outcome(await given.owner.post(path, TOO_BIG))).toBe(expected)
  }
})

inEveryDialect('a missing role comes before type, size, body and whether the thing is there', async (given) => {
  const member = given.as('member')
  const org = given.isAtlas ? '401 USER_UNAUTHORIZED' : '401 NOT_ORG_USER_ADMIN'
  const project = given.isAtlas ? '401 USER_UNAUTHORIZED' : '401 NOT_GROUP_USER_ADMIN'
  for (const [path, expected] of [
    [ORG_INVITES, org],
    [PROJECT_INVITES, project],
  ] as const) {
    expect(outcome(await member.post(path, 'x', { 'Content-Type': 'text/plain' }))).toBe(expected)
    expect(outcome(await member.post(path, TOO_BIG))).toBe(expected)
    expect(outcome(await member.post(path, MALFORMED))).toBe(expected)
    expect(outcome(await member.patch(`${path}/${UNKNOWN_ID}`, '[]'))).toBe(expected)
    expect(outcome(await member.delete(`${path}/${UNKNOWN_ID}`))).toBe(expected)
    expect(outcome(await member.get(`${path}?pretty=maybe`))).toBe(expected)
  }
})

inEveryDialect('the type comes before the size, and the size before what the body says', async (given) => {
  for (const path of [ORG_INVITES, PROJECT_INVITES, '/groups']) {
    expect(outcome(await given.owner.post(path, TOO_BIG, { 'Content-Type': 'text/plain' }))).toBe(
      '415 UNEXPECTED_ERROR',
    )
    const answer = await given.owner.post(path, `${TOO_BIG}}`)
    expect(outcome(answer)).toBe('413 UNEXPECTED_ERROR')
    expect(answer.body).toMatchObject({ error: 413, parameters: null, reason: 'Payload Too Large' })
  }
})

inEveryDialect('what the body is comes before what it means, and that before what is in the way', async (given) => {
  const { owner } = given
  const { username } = await invitedToOrg(given)
  const unknown = `${ORG_INVITES}/${UNKNOWN_ID}`
  expect(outcome(await owner.patch(unknown, MALFORMED))).toBe('400 MALFORMED_JSON')
  expect(outcome(await owner.patch(unknown, { roles: 'ORG_OWNER' }))).toBe('400 INVALID_JSON_ATTRIBUTE')
  expect(outcome(await owner.patch(unknown, { roles: ['ORG_KING'] }))).toBe('400 INVALID_ENUM_VALUE')
  expect(outcome(await owner.patch(unknown, { teamIds: [UNKNOWN_ID] }))).toBe('404 INVALID_INVITATION_ID')
  const post = async (body: object) =>
    outcome(await owner.post(ORG_INVITES, { roles: ['ORG_OWNER'], username, ...body }))
  expect(await post({ username: ACME.member.username, king: 1 })).toBe('400 INVALID_ATTRIBUTE')
  expect(await post({ roles: ['ORG_KING'] })).toBe('400 INVALID_ENUM_VALUE')
  expect(await post({ teamIds: [UNKNOWN_ID] })).toBe('404 TEAM_NOT_FOUND')
  expect(await post({})).toBe('409 USER_ALREADY_IN_ORG')
})

inEveryDialect('two meanings: the address that is none comes before the conflict', async (given) => {
  const { username } = await invitedToProject(given)
  const post = async (body: object) => outcome(await given.owner.post(PROJECT_INVITES, { username, ...body }))
  expect(await post({ roles: ['GROUP_OWNER'], username: 'no-address' })).toBe('400 INVALID_USERNAME')
  expect(await post({ roles: ['GROUP_KING'] })).toBe('400 INVALID_ENUM_VALUE')
  expect(await post({ roles: ['GROUP_OWNER'] })).toBe('409 USER_ALREADY_IN_GROUP')
})

onEveryEngine('a path of no dialect is challenged, and then not found', async (world) => {
  for (const target of [
    '/api/',
    '/api/atlas',
    '/api/atlas/v3/orgs',
    '/api/atlas/v2x/orgs',
    '/api/atlas/v2%2Forgs',
    '/api/x',
  ]) {
    expectChallenge({ isAtlas: true }, await world.bare({ method: 'GET', target }))
    const headers = { Authorization: `Bearer ${await world.tokenOf('owner')}` }
    const answer = await world.bare({ method: 'GET', target, headers })
    expect(outcome(answer), target).toBe('404 RESOURCE_NOT_FOUND')
    expect(answer.body).toMatchObject({ parameters: [target] })
  }
})

past.inEveryDialect(
  'until the sunset everything is served, and from the instant on Atlas answers 410',
  async (given) => {
    const { isAtlas, world, dialect } = given
    const paths = [ORG_INVITES, PROJECT_INVITES, `/users/byName/${ACME.owner.username}`]
    const templates = ['/orgs/{orgId}/invites', '/groups/{groupId}/invites', '/users/byName/{userName}']
    // The clock of this world is moved once, by the first dialect.
    if (world.next() === 1) {
      for (const path of paths) expect((await given.owner.get(path)).status).toBe(200)
      world.atrium.advance(1)
    }
    for (const [index, path] of paths.entries()) {
      const answer = await given.owner.get(path)
      if (!isAtlas) {
        expect(answer.status).toBe(200)
        continue
      }
      const template = `${dialect.prefix.slice(1)}${templates[index]}`
      expect([answer.status, answer.text]).toEqual([
        410,
        JSON.stringify({
          detail: `Version 2023-01-01 of ${template} is no longer available.`,
          error: 410,
          errorCode: 'VERSION_GONE',
          parameters: ['2023-01-01', template],
          reason: 'Gone',
        }),
      ])
      expect(answer.headers['sunset']).toBe('Thu, 1 Jul 2027 00:00:00 GMT')
    }
    expect((await given.owner.get(`/groups/${ACME.project0}`)).status).toBe(200)
  },
)

past.inEveryDialect(
  'what is gone comes behind the version and before the id, the tenant, the role and the body',
  async (given) => {
    given.world.atrium.advance(1)
    const nobody = given.as('nobody')
    for (const path of ['/orgs/no-id/invites', FOREIGN_INVITES, ORG_INVITES]) {
      expect(outcome(await nobody.get(path))).toBe('410 VERSION_GONE')
      expect(outcome(await nobody.post(path, TOO_BIG, { 'Content-Type': 'text/plain' }))).toBe('410 VERSION_GONE')
      if (given.dialect.name !== 'v2') continue
      expect(outcome(await nobody.get(path, { Accept: 'application/json' }))).toBe('406 INVALID_VERSION_DATE')
    }
  },
  DIALECTS.filter(({ isAtlas }) => isAtlas),
)

inEveryDialect('past the sunset everything is served where sunsets are not enforced', async (given) => {
  given.world.atrium.advance(2 * 366 * 86_400_000)
  const answer = await given.owner.get(ORG_INVITES)
  expect(answer.status).toBe(200)
  expect(answer.headers['sunset']).toBe(given.isAtlas ? 'Thu, 1 Jul 2027 00:00:00 GMT' : undefined)
})

onEveryEngine('an empty Authorization header is none', async (world) => {
  expectChallenge(
    { isAtlas: true },
    await world.bare({ method: 'GET', target: '/api/atlas/v2/orgs', headers: { Authorization: '' } }),
  )
})
