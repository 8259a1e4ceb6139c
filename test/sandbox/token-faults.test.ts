// Faults of the token endpoint, in OAuth's own words.
import { expect } from 'vitest'
import { clientOf } from '../harness/case-seed.ts'
import { cases } from '../harness/cases.ts'
import { fault, leftOf, outcome, sandbox } from '../harness/faults.ts'
import { type Exchange, exchange } from '../harness/http-client.ts'
import type { World } from '../harness/world.ts'

const { onEveryEngine } = cases()

const { clientId, clientSecret } = clientOf('owner')

const ask = ({ atrium }: World, verb: 'token' | 'revoke' = 'token', body = 'grant_type=client_credentials') =>
  exchange(atrium.url, {
    method: 'POST',
    target: `/api/oauth/${verb}`,
    headers: {
      Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body,
  })

const met = async (world: World, spec: object): Promise<Exchange> => {
  await fault({ world }, { operationId: 'oauthToken', ...spec })
  return ask(world)
}

onEveryEngine('the token endpoint refuses in the words of OAuth, once, and then gives tokens again', async (world) => {
  const refused = await met(world, { errorCode: 'invalid_client' })
  expect(refused.status).toBe(401)
  expect(refused.text).toBe('{"error_description":"Invalid credentials provided.","error":"invalid_client"}')
  expect(refused.headers).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'application/json',
    'www-authenticate': 'Basic realm="MMS Public API"',
  })
  expect(JSON.parse((await ask(world)).text)).toMatchObject({ token_type: 'Bearer' })
})

onEveryEngine('a status brings the code that fits the token endpoint', async (world) => {
  for (const [spec, expected] of [
    [{ status: 503, retryAfter: 2 }, '503 temporarily_unavailable'],
    [{ status: 500 }, '500 server_error'],
    [{ status: 400 }, '400 invalid_request'],
    [{ status: 403 }, '403 access_denied'],
    [{ errorCode: 'temporarily_unavailable' }, '503 temporarily_unavailable'],
    [{ errorCode: 'temporarily_unavailable', status: 500, detail: 'Later.' }, '500 temporarily_unavailable'],
  ] as const) {
    expect(outcome(await met(world, spec))).toBe(expected)
  }
  const limited = await met(world, { status: 429, retryAfter: 9 })
  expect(limited.headers['retry-after']).toBe('9')
  expect(JSON.parse(limited.text)).toMatchObject({
    detail: 'Resource /api/oauth/token is limited to 10 requests every 1 minutes.',
    errorCode: 'RATE_LIMITED',
    parameters: ['/api/oauth/token', 10, 1],
  })
})

onEveryEngine('a cut token endpoint says nothing, and revoking is a fault of its own', async (world) => {
  await expect(met(world, { cut: true })).rejects.toThrow(/socket hang up|ECONNRESET/)
  await expect(met(world, { cut: true, afterCommit: true })).rejects.toThrow(/socket hang up|ECONNRESET/)
  const { access_token } = JSON.parse((await ask(world)).text)
  await fault({ world }, { operationId: 'oauthRevoke', status: 500, afterCommit: true })
  expect(outcome(await ask(world, 'revoke', `token=${access_token}`))).toBe('500 server_error')
  const used = await exchange(world.atrium.url, {
    method: 'GET',
    target: '/api/atlas/v1.0/orgs',
    headers: { Authorization: `Bearer ${access_token}` },
  })
  expect(used.status).toBe(401)
})

onEveryEngine('* leaves the token endpoint alone', async (world) => {
  const id = await fault({ world }, { operationId: '*', status: 500 })
  expect((await ask(world)).status).toBe(200)
  expect(await leftOf({ world }, id)).toBe(1)
  const unknown = await sandbox(world, 'POST', '/faults', { operationId: 'oauthToken', errorCode: 'invalid_clients' })
  expect(outcome(unknown)).toBe('400 UNKNOWN_ERROR_CODE')
})
