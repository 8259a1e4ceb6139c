// What is sent again, after how long, and what is not.
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { AtlasClient } from '../../src/client/atlas-client.ts'
import type { Retry } from '../../src/client/main.ts'
import { ACME, clientOf } from '../harness/case-seed.ts'
import { json, refusalOf, serve, stillTime, stub, tokenClient } from './harness.ts'

const orgId = ACME.id
const invitation = { orgId, body: { username: 'new@example.com', roles: ['ORG_MEMBER'] } }

/** A server that fails a few times in the given way, and then answers. */
const failing = (times: number, fail: (response: ServerResponse) => void) =>
  stub((_request, response, index) => (index < times ? fail(response) : json(response, 200, { id: orgId })))

const limited = (retryAfter?: string) => (response: ServerResponse) =>
  json(
    response,
    429,
    { errorCode: 'RATE_LIMITED_TOKEN_BUCKET' },
    retryAfter === undefined ? {} : { 'Retry-After': retryAfter },
  )
const cut = (response: ServerResponse): void => {
  response.writeHead(200, { 'Content-Length': '100' }).write('{')
  setImmediate(() => response.destroy())
}
const broken = (response: ServerResponse) => json(response, 500, { errorCode: 'UNEXPECTED_ERROR' })

test('whoever calls too often waits as long as Retry-After says, and then goes through', async () => {
  const atrium = await serve({ limitsRates: true })
  const surroundings = stillTime(atrium.wait)
  const retries: Retry[] = []
  const atlas = new AtlasClient({
    baseUrl: atrium.url,
    ...clientOf('owner'),
    surroundings,
    onRetry: (retry) => retries.push(retry),
  })
  for (let call = 0; call < 12; call += 1) await atlas.getOrgSettings({ orgId })
  expect(surroundings.slept).toEqual([12_000, 12_000])
  expect(retries[0]).toMatchObject({
    operationId: 'getOrgSettings',
    attempts: 1,
    wait: 12_000,
    error: { status: 429, errorCode: 'RATE_LIMITED_TOKEN_BUCKET', retryAfter: 12 },
  })
})

test('a Retry-After may be a date', async () => {
  const { url } = await failing(1, limited('Wed, 18 Feb 2026 00:00:09 GMT'))
  const surroundings = stillTime()
  await tokenClient(url, { surroundings }).createOrgInvite(invitation)
  expect(surroundings.slept).toEqual([9000])
})

test('without one, each pause is twice the one before, give or take', async () => {
  const { url } = await failing(4, limited())
  const surroundings = stillTime()
  await tokenClient(url, { surroundings }).createOrgInvite(invitation)
  expect(surroundings.slept).toEqual([188, 375, 750, 1500])
})

test('five tries are enough, and one when the caller says so', async () => {
  const { url, seen } = await failing(99, limited('1'))
  expect(await refusalOf(tokenClient(url).getOrg({ orgId }))).toMatchObject({ status: 429, attempts: 5 })
  expect(seen).toHaveLength(5)
  expect(await refusalOf(tokenClient(url, { tries: 1 }).getOrg({ orgId }))).toMatchObject({ attempts: 1 })
})

test('a wait that would be too long is the caller’s to decide on', async () => {
  const { url, seen } = await failing(99, limited('61'))
  expect(await refusalOf(tokenClient(url).getOrg({ orgId }))).toMatchObject({ retryAfter: 61, attempts: 1 })
  expect(seen).toHaveLength(1)
  const surroundings = stillTime()
  await refusalOf(tokenClient(url, { surroundings, patience: 130_000 }).getOrg({ orgId }))
  expect(surroundings.slept).toEqual([61_000, 61_000])
})

test.each([
  { what: 'a server’s failure', fail: broken },
  { what: 'a connection that is cut', fail: cut },
])('after $what only what may be done twice is sent again', async ({ fail }) => {
  const again = await failing(2, fail)
  const atlas = tokenClient(again.url)
  expect(await atlas.getOrg({ orgId })).toEqual({ id: orgId })
  expect(again.seen).toHaveLength(3)
  for (const call of [
    (url: string) => tokenClient(url).createOrgInvite(invitation),
    (url: string) => tokenClient(url).updateOrgInviteById({ ...invitation, invitationId: orgId }),
  ]) {
    const once = await failing(1, fail)
    expect(await refusalOf(call(once.url))).toMatchObject({ attempts: 1 })
    expect(once.seen).toHaveLength(1)
  }
})

test('an Idempotency-Key makes a batch one that may be sent again', async () => {
  const keys: unknown[] = []
  const { url } = await stub((request, response, index) => {
    keys.push(request.headers['idempotency-key'])
    return index === 0 ? cut(response) : json(response, 200, {})
  })
  const body = { invitations: [invitation.body] }
  await tokenClient(url).batchOrgInvites({ orgId, body, idempotencyKey: 'monday' })
  expect(keys).toEqual(['monday', 'monday'])
  keys.length = 0
  const { url: other, seen } = await failing(1, cut)
  await refusalOf(tokenClient(other).batchOrgInvites({ orgId, body }))
  expect(seen).toHaveLength(1)
})

test('where nobody listens nothing was sent, so that everything is tried again', async () => {
  const surroundings = stillTime()
  const { url, stop } = await stub(() => undefined)
  await stop()
  const atlas = tokenClient(url, { surroundings })
  const error = await refusalOf(atlas.createOrgInvite(invitation))
  expect(error).toMatchObject({ status: 0, errorCode: 'NO_ANSWER', attempts: 5 })
  expect(error.detail).toMatch(/ECONNREFUSED/)
  expect(surroundings.slept).toHaveLength(4)
})

test('a signal ends a call in flight, a wait, and a call not begun; others go on', async () => {
  const reason = new Error('enough')
  const hanging = await stub(() => undefined)
  const flight = new AbortController()
  const call = tokenClient(hanging.url).getOrg({ orgId }, { signal: flight.signal })
  setTimeout(() => flight.abort(reason), 20)
  await expect(call).rejects.toBe(reason)

  const waiting = new AbortController()
  const { url, seen } = await failing(1, limited('30'))
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  let before = 0
  const onRetry = (): void => {
    before = timers()
    setTimeout(() => waiting.abort(reason), 20)
  }
  const atlas = new AtlasClient({ baseUrl: url, accessToken: 'a-token', onRetry })
  await expect(atlas.getOrg({ orgId }, { signal: waiting.signal })).rejects.toBe(reason)
  expect(timers()).toBeLessThanOrEqual(before)
  await expect(atlas.getOrg({ orgId }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  expect(seen).toHaveLength(1)
})

test('who gives up waiting for the token leaves it to the others', async () => {
  const { promise: isGranted, resolve: grant } = Promise.withResolvers<void>()
  const { url } = await stub((request, response) => {
    if (request.url !== '/api/oauth/token') return json(response, 200, {})
    return isGranted.then(() => json(response, 200, { access_token: 'one', expires_in: 3600 }))
  })
  const atlas = new AtlasClient({ baseUrl: url, ...clientOf('owner') })
  const impatient = atlas.getOrg({ orgId }, { signal: AbortSignal.timeout(5) })
  const patient = atlas.getOrg({ orgId })
  await expect(impatient).rejects.toMatchObject({ name: 'TimeoutError' })
  grant()
  expect(await patient).toEqual({})
})
