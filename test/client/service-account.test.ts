// Service accounts: one token for all, renewed before its end and when it has been taken away.
import { expect, test } from 'vitest'
import { AtlasClient } from '../../src/client/atlas-client.ts'
import { ACME, clientOf } from '../harness/case-seed.ts'
import { countedFetch, json, refusalOf, type Sent, serve, stillTime, stub } from './harness.ts'

const HOUR = 3_600_000
const tokens = (sent: readonly Sent[]): number => sent.filter(({ path }) => path === '/api/oauth/token').length

async function connected() {
  const atrium = await serve()
  const counted = countedFetch()
  const surroundings = stillTime()
  const atlas = new AtlasClient({ baseUrl: atrium.url, ...clientOf('owner'), surroundings, fetch: counted.fetch })
  return { atrium, atlas, sent: counted.sent, surroundings }
}

test('30 requests at once wait for one token', async () => {
  const { atlas, sent } = await connected()
  await Promise.all(Array.from({ length: 30 }, () => atlas.getOrg({ orgId: ACME.id })))
  expect(tokens(sent)).toBe(1)
  expect(sent).toHaveLength(31)
})

test('a token is used until a minute before its end, and then replaced once for all', async () => {
  const { atlas, sent, surroundings } = await connected()
  await atlas.getOrg({ orgId: ACME.id })
  await surroundings.sleep(HOUR - 61_000)
  await atlas.getOrg({ orgId: ACME.id })
  expect(tokens(sent)).toBe(1)
  await surroundings.sleep(1000)
  await Promise.all(Array.from({ length: 5 }, () => atlas.getOrg({ orgId: ACME.id })))
  expect(tokens(sent)).toBe(2)
  expect(sent).toHaveLength(2 + 2 + 5)
})

test('a token that has been revoked is replaced, and the calls that met its end go through', async () => {
  const { atrium, atlas, sent } = await connected()
  await atlas.getOrg({ orgId: ACME.id })
  const token = sent.at(-1)?.headers.get('authorization')?.replace('Bearer ', '') ?? ''
  const { clientId, clientSecret } = clientOf('owner')
  const revoked = await fetch(`${atrium.url}/api/oauth/revoke`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ token }),
  })
  expect(revoked.status).toBe(200)
  await Promise.all(Array.from({ length: 8 }, () => atlas.getOrg({ orgId: ACME.id })))
  expect(tokens(sent)).toBe(2)
})

test('what the account may not do is no reason to ask for another token', async () => {
  const { url } = await serve()
  const { fetch, sent } = countedFetch()
  const atlas = new AtlasClient({ baseUrl: url, ...clientOf('member'), fetch })
  const error = await refusalOf(atlas.deleteOrg({ orgId: ACME.id }))
  expect(error).toMatchObject({ status: 401, errorCode: 'USER_UNAUTHORIZED', attempts: 1 })
  expect(sent).toHaveLength(2)
})

test('a wrong secret is told in the words of the token endpoint, to each that waited', async () => {
  const { url } = await serve()
  const atlas = new AtlasClient({ baseUrl: url, ...clientOf('owner'), clientSecret: 'mdb_sa_sk_guessed' })
  const refusals = await Promise.all([1, 2].map(() => refusalOf(atlas.getOrg({ orgId: ACME.id }))))
  for (const error of refusals) {
    expect(error).toMatchObject({
      status: 401,
      errorCode: 'invalid_client',
      detail: 'Invalid credentials provided.',
      operationId: 'oauthToken',
      path: '/api/oauth/token',
    })
    expect(JSON.stringify(error) + error.stack).not.toContain('guessed')
  }
})

test('a token that is refused twice is the caller’s to know', async () => {
  const { url, seen } = await stub((request, response) =>
    request.url === '/api/oauth/token'
      ? json(response, 200, { access_token: 'one', expires_in: 3600, token_type: 'Bearer' })
      : response.writeHead(401).end(),
  )
  const atlas = new AtlasClient({ baseUrl: url, ...clientOf('owner'), surroundings: stillTime() })
  expect(await refusalOf(atlas.getOrg({ orgId: ACME.id }))).toMatchObject({ status: 401 })
  expect(seen).toHaveLength(4)
})

test('closing gives the token back, and a call after it gets another', async () => {
  const { atlas, sent } = await connected()
  await atlas.close()
  expect(sent).toHaveLength(0)
  await atlas.getOrg({ orgId: ACME.id })
  await atlas.close()
  expect(sent.map(({ path }) => path)).toContain('/api/oauth/revoke')
  await atlas.getOrg({ orgId: ACME.id })
  expect(tokens(sent)).toBe(2)
})
