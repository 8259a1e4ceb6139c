// Why a request was refused, as the sandbox says it in the header X-Atrium-Explain and in the log of requests.
import { expect, test } from 'vitest'
import { ACME, CASE_SEED, type CallerName, clientOf, keyOf, STRANGER } from '../harness/case-seed.ts'
import { exchangeWithDigest, type KeyPair, nonceOf, sign, spell } from '../harness/digest-client.ts'
import { type Double, startDouble } from '../harness/double.ts'
import { type Call, type Exchange, exchange } from '../harness/http-client.ts'

const NEWEST = 'application/vnd.atlas.2025-03-12+json'
const ORG = `/api/atlas/v2/orgs/${ACME.id}`
const PROJECT = `/api/atlas/v2/groups/${ACME.project0}`
const SERVICE = { Accept: NEWEST, 'Content-Type': 'application/json' }

const given = () => startDouble(':memory:', { seed: CASE_SEED })

const explained = ({ headers }: Exchange): string => String(headers['x-atrium-explain'])

const ask = (double: Double, key: KeyPair, method: string, target: string, call: Partial<Call> = {}) =>
  exchangeWithDigest(double.world.url, key, { headers: SERVICE, ...call, method, target })

test('a refusal says which roles were needed and which there were', async () => {
  const double = await given()
  const owned = (id: string) => `project Project 0 (${id})`
  const table: readonly (readonly [CallerName, string, string, object | undefined, string])[] = [
    [
      'member',
      'POST',
      `${ORG}/invites`,
      {},
      '401 USER_UNAUTHORIZED: needs ORG_OWNER, has ORG_MEMBER in the organization Acme',
    ],
    ['nobody', 'GET', ORG, undefined, '401 USER_UNAUTHORIZED: needs any role, has no role in the organization Acme'],
    [
      'member',
      'GET',
      `${ORG}/serviceAccounts`,
      undefined,
      '401 USER_UNAUTHORIZED: needs ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY, has ORG_MEMBER in the organization Acme',
    ],
    [
      'projectReader',
      'POST',
      `${PROJECT}/invites`,
      {},
      `401 USER_UNAUTHORIZED: needs GROUP_OWNER in ${owned(ACME.project0)} or ORG_OWNER, has GROUP_READ_ONLY and ORG_MEMBER`,
    ],
    [
      'projectReader',
      'POST',
      `/api/public/v1.0/groups/${ACME.project0}/invites`,
      {},
      `401 NOT_GROUP_USER_ADMIN: needs GROUP_USER_ADMIN in ${owned(ACME.project0)} or ORG_OWNER, has GROUP_READ_ONLY and ORG_MEMBER`,
    ],
    [
      'otherProjectOwner',
      'GET',
      PROJECT,
      undefined,
      `401 USER_UNAUTHORIZED: needs any role in ${owned(ACME.project0)} or ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY, has ORG_MEMBER`,
    ],
    [
      'accessManager',
      'POST',
      `${PROJECT}/users`,
      { username: 'new@example.com', roles: ['GROUP_OWNER'] },
      `401 USER_UNAUTHORIZED: needs GROUP_OWNER in ${owned(ACME.project0)} or ORG_OWNER for what was asked, has GROUP_ACCESS_MANAGER and ORG_MEMBER`,
    ],
    [
      'member',
      'POST',
      '/api/atlas/v2/groups',
      { name: 'Third', orgId: ACME.id },
      '401 NOT_ORG_GROUP_CREATOR: needs ORG_GROUP_CREATOR, has ORG_MEMBER in the organization Acme',
    ],
  ]
  for (const [caller, method, target, body, expected] of table) {
    const sent = body && { body: JSON.stringify(body) }
    expect(explained(await ask(double, keyOf(caller), method, target, sent)), `${caller} ${target}`).toBe(expected)
  }
})

test('what belongs to another organization is told apart from what does not exist', async () => {
  const double = await given()
  const own = `this credential belongs to Acme (${ACME.id})`
  const missing = '5f0a0000000000000000ffff'
  const table = [
    [`orgs/${STRANGER.id}`, `404 ORG_NOT_FOUND: the organization Zephyr Holdings (${STRANGER.id}) exists; ${own}`],
    [`orgs/${missing}`, `404 ORG_NOT_FOUND: no organization has the id ${missing}; ${own}`],
    [
      `groups/${STRANGER.project}`,
      `404 GROUP_NOT_FOUND: the project Zenith (${STRANGER.project}) exists in the organization Zephyr Holdings; ${own}`,
    ],
    [`groups/${missing}`, `404 GROUP_NOT_FOUND: no project has the id ${missing}; ${own}`],
  ]
  for (const [path, expected] of table) {
    expect(explained(await ask(double, keyOf('owner'), 'GET', `/api/atlas/v2/${path}`))).toBe(expected)
  }
})

test('a digest says what is wrong with it, and that the first request has to be without one', async () => {
  const double = await given()
  const { url } = double.world
  const owner = keyOf('owner')
  const bare = () => exchange(url, { method: 'GET', target: ORG, headers: SERVICE })
  expect(explained(await bare())).toBe('401 UNEXPECTED_ERROR: asked for a digest; clients try again with one')
  const wrong = (key: Partial<KeyPair>) => ask(double, { ...owner, ...key }, 'GET', ORG)
  expect(explained(await wrong({ privateKey: 'x' }))).toMatch(
    /: the private key of key-owner is not the one that signed/,
  )
  expect(explained(await wrong({ publicKey: 'nobodysk' }))).toMatch(/: no API key has the public key nobodysk$/)
  const nonce = nonceOf(await bare())
  const signed = async (signing: Partial<Parameters<typeof sign>[1]>) => {
    const parts = sign(owner, { method: 'GET', uri: ORG, nonce, ...signing })
    return exchange(url, { method: 'GET', target: ORG, headers: { ...SERVICE, Authorization: spell(parts) } })
  }
  expect(explained(await signed({ realm: 'Elsewhere' }))).toMatch(/: the digest of key-owner is for another realm than/)
  expect(explained(await signed({ uri: '/elsewhere' }))).toMatch(
    /: the digest of key-owner is for another path: \/else/,
  )
  expect(explained(await signed({ uri: '/elsewhere?access_token=abc' }))).toMatch(
    /: \/elsewhere\?access_token=\[removed\]$/,
  )
  expect(explained(await signed({ nonce: 'A'.repeat(32) }))).toMatch(/: the nonce is old: the client has to ask again/)
  const first = await signed({})
  expect([first.status, first.headers['x-atrium-explain']]).toEqual([200, undefined])
  expect(explained(await signed({}))).toMatch(/: this very digest of key-owner has come before/)
})

test('a token says what is wrong with it, and so do the endpoints that give and take tokens', async () => {
  const double = await given()
  const { url } = double.world
  const { clientId, clientSecret } = clientOf('owner')
  const bearing = (Authorization: string) =>
    exchange(url, { method: 'GET', target: ORG, headers: { ...SERVICE, Authorization } })
  expect(explained(await bearing('Bearer unknown'))).toMatch(
    /^401: the token was never issued here, or has been revoked/,
  )
  expect(explained(await bearing('Bearer a b'))).toBe('401: what stands behind Bearer is no token')
  expect(explained(await bearing('Negotiate x'))).toMatch(
    /: the Authorization header cannot be read: it must be Digest/,
  )
  const grant = (authorization: string | undefined, body = 'grant_type=client_credentials') =>
    exchange(url, {
      method: 'POST',
      target: '/api/oauth/token',
      body,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
    })
  const basic = (id: string, secret: string) => `Basic ${btoa(`${id}:${secret}`)}`
  const token = JSON.parse((await grant(basic(clientId, clientSecret))).text).access_token
  expect((await bearing(`Bearer ${token}`)).status).toBe(200)
  await double.sandbox('POST', '/clock:advance', { duration: 'PT2H', credentials: true })
  expect(explained(await bearing(`Bearer ${token}`))).toMatch(`401: the token of ${clientId} has expired`)
  expect(explained(await grant(undefined))).toMatch(
    /^401 invalid_client: the client id and secret must come in a Basic/,
  )
  expect(explained(await grant('Basic ?'))).toMatch(/: the Authorization header cannot be read: it must be Basic/)
  expect(explained(await grant(basic(clientId, 'x')))).toMatch(`: the secret is none of ${clientId}, or it has expired`)
  expect(explained(await grant(basic('mdb_sa_id_x', 'x')))).toMatch(
    /: no service account has the client id mdb_sa_id_x$/,
  )
  expect(explained(await grant(basic(clientId, clientSecret), 'grant_type=password'))).toBe(
    '400 unsupported_grant_type: The grant type must be client_credentials.',
  )
})

test('an address that no operation has leads to those that are like it, and so do methods and versions', async () => {
  const double = await given()
  const owner = keyOf('owner')
  const plain = { headers: { Accept: 'application/json' } }
  expect(explained(await ask(double, owner, 'GET', `${ORG}/invitations`))).toMatch(
    /^404 RESOURCE_NOT_FOUND: no operation has this path; the nearest are .*\/orgs\/\{orgId\}\/invites \(GET, POST, PATCH\)/,
  )
  expect(explained(await ask(double, owner, 'GET', '/api/atlas/v3/orgs'))).toBe(
    '404 RESOURCE_NOT_FOUND: nothing is served under this path: an API begins with /api/atlas/v1.0, /api/atlas/v2 or /api/public/v1.0',
  )
  expect(explained(await ask(double, owner, 'PUT', `${ORG}/users`))).toMatch(
    /^405 .*: the path takes GET, HEAD and POST$/,
  )
  expect(explained(await ask(double, owner, 'PROPFIND', `${ORG}/users`))).toMatch(
    /^405 .*: the path takes GET, HEAD and/,
  )
  expect(explained(await ask(double, owner, 'GET', `${ORG}/users`, plain))).toMatch(
    /^406 INVALID_VERSION_DATE: listOrgUsers has the versions 2023-01-01 and 2025-02-19, and Accept must name a date/,
  )
  expect(explained(await ask(double, owner, 'GET', '/api/atlas/v2/orgs/%zz'))).toMatch(/^40\d /)
  await double.sandbox('PUT', '/clock', { now: '2027-07-02T00:00:00Z' })
  expect(explained(await ask(double, owner, 'GET', `${ORG}/invites`))).toBe(
    '410 VERSION_GONE: version 2023-01-01 of listOrgInvites ended on 2027-07-01; listOrgUsers of version 2025-02-19 follows it',
  )
  const old = { headers: { Accept: 'application/vnd.atlas.2023-01-01+json' } }
  expect(explained(await ask(double, owner, 'GET', `${ORG}/users`, old))).toBe(
    '410 VERSION_GONE: version 2023-01-01 of listOrgUsers ended on 2027-07-01; version 2025-02-19 follows it',
  )
})

test('bodies, addresses and injected faults are explained too', async () => {
  const double = await given()
  const owner = keyOf('owner')
  const invite = (call: Partial<Call>) => ask(double, owner, 'POST', `${ORG}/invites`, call)
  expect(explained(await invite({ body: '{' }))).toBe('400 MALFORMED_JSON: Received JSON is malformed.')
  expect(explained(await invite({ body: '{}' }))).toMatch(/^400 MISSING_ATTRIBUTE: The required attribute/)
  const xml = { body: 'x', headers: { Accept: NEWEST, 'Content-Type': 'text/xml' } }
  expect(explained(await invite(xml))).toMatch(/^415 UNEXPECTED_ERROR: The body must be uncompressed JSON/)
  expect(explained(await invite({ body: 'x'.repeat(1_100_000) }))).toMatch(/^413 UNEXPECTED_ERROR: The body is larger/)
  await double.sandbox('POST', '/faults', { operationId: 'createOrgInvite', status: 500 })
  expect(explained(await invite({ body: '{}' }))).toBe(
    '500 UNEXPECTED_ERROR: a fault was injected (fault 1 of createOrgInvite)',
  )
  const lists = await ask(double, owner, 'GET', `${ORG}/apiKeys`)
  const id: string = JSON.parse(lists.text).results.find(
    ({ publicKey }: { publicKey: string }) => publicKey === 'key-member',
  ).id
  await ask(double, owner, 'POST', `${ORG}/apiKeys/${id}/accessList`, { body: '[{"cidrBlock":"192.0.2.0/24"}]' })
  expect(explained(await ask(double, keyOf('member'), 'GET', ORG))).toMatch(
    /: the address 127\.0\.0\.1 is not on the access list of key-member: 192\.0\.2\.0\/24$/,
  )
})

test('the header holds visible ASCII alone, and no more than 500 characters of it', async () => {
  const [acme] = CASE_SEED.organizations
  const name = `Ä ☃ ${'long '.repeat(12)}`.trim()
  const seed = { organizations: [{ ...acme, name }] }
  const double = await startDouble(':memory:', { seed })
  const member = keyOf('member')
  const answer = await ask(double, member, 'POST', `${ORG}/invites`, { body: '{}' })
  expect(explained(answer)).toMatch(/has ORG_MEMBER in the organization \? \? long/)
  const [shown] = (await double.world.requests.list()).slice(-1)
  expect(shown?.explanation).toContain(`in the organization ${name}`)
  const far = await ask(double, { ...member, publicKey: 'x'.repeat(3000) }, 'GET', `${ORG}/${'y'.repeat(900)}`)
  expect(explained(far).length).toBeLessThanOrEqual(500)
})
