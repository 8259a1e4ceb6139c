// The log of requests: what came, what it was answered, and how often an operation was called.
import { expect, test } from 'vitest'
import { ACME, CASE_SEED, clientOf, keyOf } from '../harness/case-seed.ts'
import { tokenOf, valueAt } from '../harness/client.ts'
import { exchangeWithDigest } from '../harness/digest-client.ts'
import { type Double, startDouble } from '../harness/double.ts'
import { exchange } from '../harness/http-client.ts'

const HEADERS = { Accept: 'application/vnd.atlas.2025-03-12+json', 'Content-Type': 'application/json' }
const ORG = `/api/atlas/v2/orgs/${ACME.id}`

const given = (refused?: (line: string) => void) =>
  startDouble(':memory:', { seed: CASE_SEED, now: Date.UTC(2026, 1, 3), ...(refused ? { refused } : {}) })

/** A request as the owner's API key: two requests, as digest clients send. */
const ask = ({ world }: Double, method: string, target: string, body?: object) =>
  exchangeWithDigest(world.url, keyOf('owner'), {
    method,
    target,
    headers: HEADERS,
    body: body && JSON.stringify(body),
  })

test('a request is shown with its answer, its operation and whoever sent it', async () => {
  const double = await given()
  const sent = { username: 'new@example.com', roles: ['ORG_MEMBER'] }
  await ask(double, 'POST', `${ORG}/invites?pretty=true`, sent)
  const { body } = await double.sandbox('GET', '/requests')
  expect(body).toEqual([
    expect.objectContaining({ id: 1, status: 401, caller: null, operationId: 'createOrgInvite' }),
    {
      id: 2,
      at: '2026-02-03T00:00:00Z',
      method: 'POST',
      path: `${ORG}/invites?pretty=true`,
      dialect: 'atlas-v2',
      operationId: 'createOrgInvite',
      version: '2023-01-01',
      caller: { kind: 'api_key', name: 'key-owner' },
      status: 200,
      errorCode: null,
      explanation: '200: needs ORG_OWNER, has ORG_OWNER in the organization Acme',
      durationMs: expect.any(Number),
      request: {
        headers: expect.objectContaining({
          accept: HEADERS.Accept,
          authorization: 'Digest username="key-owner"',
          'content-type': 'application/json',
        }),
        body: sent,
      },
      response: {
        headers: expect.objectContaining({ sunset: 'Thu, 1 Jul 2027 00:00:00 GMT' }),
        body: expect.objectContaining({ username: 'new@example.com' }),
      },
    },
  ])
})

test('the list is narrowed by operation and by the last id that was seen, and is in order', async () => {
  const double = await given()
  await Promise.all(Array.from({ length: 10 }, () => ask(double, 'GET', ORG)))
  await ask(double, 'GET', `${ORG}/users`)
  const ids = async (query: string) =>
    Object.values(Object((await double.sandbox('GET', `/requests${query}`)).body)).map((each) => valueAt(each, 'id'))
  expect(await ids('')).toEqual(Array.from({ length: 22 }, (_, index) => index + 1))
  expect(await ids('?operationId=listOrgUsers')).toEqual([21, 22])
  expect(await ids('?since=20&operationId=getOrg')).toEqual([])
  expect(await ids('?since=19')).toEqual([20, 21, 22])
  expect((await double.sandbox('DELETE', '/requests')).status).toBe(204)
  expect(await ids('')).toEqual([])
  await ask(double, 'GET', ORG)
  expect(await ids('')).toEqual([23, 24])
})

test('a request gets its number with its answer, so that whoever polls misses none', async () => {
  const double = await given()
  await double.sandbox('POST', '/faults', { operationId: 'getOrg', delayMs: 300 })
  const slow = ask(double, 'GET', ORG)
  await expect.poll(async () => (await double.sandbox('GET', '/faults/1')).body).toMatchObject({ left: 0 })
  await ask(double, 'GET', `${ORG}/users`)
  const seen = await double.world.requests.list()
  expect(seen.map(({ operationId }) => operationId)).toEqual(['getOrg', 'listOrgUsers', 'listOrgUsers'])
  await slow
  const [last, ...others] = await double.world.requests.list({ since: seen.at(-1)?.id })
  expect([last?.operationId, others]).toEqual(['getOrg', []])
  expect(last?.durationMs).toBeGreaterThan(200)
})

test('a cut connection, a pathless request and a token have their lines too', async () => {
  const double = await given()
  await double.sandbox('POST', '/faults', { operationId: 'getOrg', cut: true })
  const { clientId } = clientOf('owner')
  const token = await tokenOf(double.world.url, clientOf('owner'))
  const headers = { ...HEADERS, Authorization: `Bearer ${token}` }
  await expect(exchange(double.world.url, { method: 'GET', target: ORG, headers })).rejects.toThrow()
  await exchange(double.world.url, { method: 'HEAD', target: '/api/private/ipinfo', headers })
  await exchange(double.world.url, { method: 'GET', target: '/api/atlas/v2/unauth/controlPlaneIPAddresses', headers })
  expect(await double.world.requests.list()).toMatchObject([
    { operationId: 'oauthToken', status: 200, caller: { kind: 'service_account', name: clientId } },
    {
      operationId: 'getOrg',
      status: null,
      errorCode: null,
      explanation: 'no answer: the connection was cut, a fault was injected (fault 1 of getOrg)',
    },
    { operationId: null, dialect: null, status: 200, path: '/api/private/ipinfo' },
    { operationId: 'listControlPlaneIpAddresses', status: 200, caller: null, explanation: '200: open to everybody' },
  ])
})

test('no secret that comes or goes is kept', async () => {
  const double = await given()
  const { url } = double.world
  const canary = 'canary-in-a-request'
  const made = await ask(double, 'POST', `${ORG}/apiKeys`, { desc: 'made', roles: ['ORG_MEMBER'] })
  const account = { name: 'made', description: 'x', roles: ['ORG_MEMBER'], secretExpiresAfterHours: 8 }
  const client = await ask(double, 'POST', `${ORG}/serviceAccounts`, account)
  const token = await tokenOf(url, clientOf('owner'))
  await ask(double, 'POST', `/api/atlas/v2/users?token=${canary}`, { password: canary, more: [{ secret: [canary] }] })
  for (const body of [
    `{"password": "${canary}`,
    `{"privateKey" : "\\"${canary}", `,
    `a=1&client_secret=${canary}&b=2`,
  ]) {
    await exchange(url, { method: 'POST', target: `${ORG}/users`, headers: HEADERS, body })
    const headers = { ...HEADERS, Authorization: `Bearer ${token}`, Cookie: `a=${canary}`, 'X-Api-Key': canary }
    await exchange(url, { method: 'POST', target: `${ORG}/users`, headers, body })
  }
  for (const authorization of [canary, `Basic ${btoa(canary)}`, `Basic ${btoa(`id:${canary}`)}`, `Bearer ${canary}`]) {
    await exchange(url, { method: 'GET', target: ORG, headers: { ...HEADERS, Authorization: authorization } })
  }
  await exchange(url, {
    method: 'POST',
    target: '/api/oauth/revoke',
    headers: {
      Authorization: `Basic ${btoa(`${clientOf('owner').clientId}:${clientOf('owner').clientSecret}`)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: `token=${token}`,
  })
  const { privateKey } = JSON.parse(made.text)
  const [{ secret }] = JSON.parse(client.text).secrets
  const log = JSON.stringify((await double.sandbox('GET', '/requests')).body)
  expect(log).toContain('[removed]')
  expect(log).toContain('Bearer ***')
  const clientSecret = clientOf('owner').clientSecret
  for (const kept of [privateKey, secret, token, canary, clientSecret, btoa(canary), btoa(`id:${canary}`)]) {
    expect(kept.length).toBeGreaterThan(10)
    expect(log).not.toContain(kept)
  }
})

test('calls are counted, without what digest clients send only to be asked', async () => {
  const double = await given()
  const verify = (body: object) => double.sandbox('POST', '/requests:verify', body)
  await ask(double, 'GET', ORG)
  await ask(double, 'GET', ORG)
  await ask(double, 'GET', `${ORG}/teams/byName/none`)
  expect(await verify({ operationId: 'getOrg', count: 2 })).toMatchObject({
    status: 200,
    body: { count: 2, verified: true },
  })
  for (const right of [
    {},
    { atLeast: 1, atMost: 2 },
    { status: 200, count: 2 },
    { status: 404, count: 0 },
    { since: 2, count: 1 },
  ]) {
    expect(await verify({ operationId: 'getOrg', ...right }), JSON.stringify(right)).toMatchObject({ status: 200 })
  }
  const once = await verify({ operationId: 'getOrg', count: 1 })
  expect([once.status, once.code]).toEqual([409, 'REQUESTS_DIFFER'])
  expect(valueAt(once.body, 'detail')).toBe(
    'Expected getOrg once, and it came 2 times. Seen: getOrg 200 2 times, getOrgTeamByName 404 once.',
  )
  for (const wrong of [{ atLeast: 3 }, { atMost: 1 }, { status: 401 }, { since: 4 }, { since: 2, atLeast: 2 }]) {
    expect(await verify({ operationId: 'getOrg', ...wrong }), JSON.stringify(wrong)).toMatchObject({ status: 409 })
  }
  expect(valueAt((await verify({ operationId: 'createOrg', atLeast: 1, atMost: 3, since: 99 })).body, 'detail')).toBe(
    'Expected createOrg at least once and at most 3 times, and it came 0 times. Seen: nothing.',
  )
})

test('what is asked of the log wrongly is refused with what would be right', async () => {
  const { sandbox } = await given()
  for (const query of [
    '?since=x',
    '?since=-1',
    '?since=1&since=2',
    '?operation=getOrg',
    '?operationId=a&operationId=b',
  ]) {
    expect([query, (await sandbox('GET', `/requests${query}`)).status]).toEqual([query, 400])
  }
  const unknown = await sandbox('GET', '/requests?operationId=createOrgInvit')
  expect([unknown.status, unknown.code]).toEqual([400, 'UNKNOWN_OPERATION'])
  expect(valueAt(unknown.body, 'detail')).toMatch(/nearest are createOrgInvite, /)
  const bodies = [{}, { operationId: 1 }, { operationId: 'getOrg', count: -1 }, { operationId: 'getOrg', times: 1 }, []]
  for (const body of [...bodies, { operationId: 'nothing' }, { operationId: 'getOrg', count: 1, atMost: 1 }]) {
    const { status } = await sandbox('POST', '/requests:verify', body)
    expect([JSON.stringify(body), status]).toEqual([JSON.stringify(body), 400])
  }
  expect((await sandbox('POST', '/requests:verify')).status).toBe(400)
})

test('every refusal is told in one line, but for what digest clients send only to be asked', async () => {
  const lines: string[] = []
  const double = await given((line) => lines.push(line))
  await ask(double, 'GET', ORG)
  expect(lines).toEqual([])
  await ask(double, 'POST', `${ORG}/invites?pretty=true`, { username: 'x\u001b[31m\u202e' })
  await exchangeWithDigest(
    double.world.url,
    { publicKey: '\u009b31m\u0085', privateKey: 'x' },
    {
      method: 'GET',
      target: `${ORG}/%0a%1b`,
      headers: HEADERS,
    },
  )
  await ask(double, 'GET', '/api/private/nothing')
  expect(lines).toEqual([
    `POST ${ORG}/invites 400 INVALID_ATTRIBUTE: Invalid attribute username specified.`,
    `GET ${ORG}/%0a%1b 401 UNEXPECTED_ERROR: no API key has the public key ?31m?`,
    expect.stringMatching(/^GET \/api\/private\/nothing 404 RESOURCE_NOT_FOUND: nothing is served under this path/),
  ])
})

test('a reset forgets the requests before it', async () => {
  const double = await given()
  await ask(double, 'GET', ORG)
  await double.sandbox('POST', '/reset')
  expect(await double.world.requests.list()).toEqual([])
})
