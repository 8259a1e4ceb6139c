// Faults: failures that somebody asked for, met by the requests that they name and by no others.
import { expect } from 'vitest'
import { accept, cases, type Given, ORG_INVITES } from '../harness/cases.ts'
import { call, fault, invite, invitedAs, leftOf, list, outcome, sandbox } from '../harness/faults.ts'
import { exchange } from '../harness/http-client.ts'

const { inEachDialectOnce, inEveryDialect } = cases()

const WAYS = ['bearer', 'digest'] as const

/** What a success of createOrgInvite is answered with. */
const made = ({ isAtlas }: Given): number => (isAtlas ? 200 : 201)

inEachDialectOnce('a fault is answered as the service itself answers, once, and then no more', async (given) => {
  for (const how of WAYS) {
    const id = await fault(given, { operationId: 'createOrgInvite', errorCode: 'INVITATIONS_RATE_LIMITED_IP' })
    const username = given.address()
    const met = await invite(given, how, username)
    expect(JSON.parse(met.text)).toEqual({
      detail: 'Rate limit of 10 invitations per 1 minutes exceeded.',
      error: 400,
      errorCode: 'INVITATIONS_RATE_LIMITED_IP',
      parameters: [10, 1],
      reason: 'Bad Request',
    })
    expect(met.headers).toMatchObject({
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'x-error-code': 'INVITATIONS_RATE_LIMITED_IP',
    })
    expect(await invitedAs(given, username)).toEqual([])
    expect(await leftOf(given, id)).toBe(0)
    expect((await invite(given, how, username)).status).toBe(made(given))
  }
})

inEachDialectOnce('a rate limit is answered with the numbers and headers of an empty bucket', async (given) => {
  const path = `${given.dialect.prefix.slice(1)}/orgs/{orgId}/invites`
  await fault(given, { operationId: 'listOrgInvites', status: 429 })
  const usual = await list(given, 'digest')
  expect(outcome(usual)).toBe('429 RATE_LIMITED_TOKEN_BUCKET')
  expect(JSON.parse(usual.text)).toMatchObject({
    detail: `Rate limit exceeded for ${path}. Please retry after 1 seconds. Request capacity: 500. Refill rate: 250 per 60 seconds.`,
    parameters: [path, 1, 500, 250, 60],
  })
  expect(usual.headers).toMatchObject({ 'retry-after': '1', 'ratelimit-limit': '500', 'ratelimit-remaining': '0' })
  await fault(given, { operationId: 'listOrgInvites', errorCode: 'RATE_LIMITED_TOKEN_BUCKET', retryAfter: 7 })
  const longer = await list(given, 'bearer')
  expect(longer.headers['retry-after']).toBe('7')
  expect(longer.text).toContain('Please retry after 7 seconds.')
  await fault(given, { operationId: 'listOrgInvites', status: 429, retryAfter: 3 })
  const pretty = await call(given, 'bearer', { method: 'GET', target: `${ORG_INVITES}?envelope=true` })
  expect(JSON.parse(pretty.text)).toMatchObject({ status: 429, content: { errorCode: 'RATE_LIMITED_TOKEN_BUCKET' } })
})

inEachDialectOnce('a status brings its usual code, a code its usual status, and both may be said', async (given) => {
  const id = '5f0a0000000000000000ffff'
  const target = `${ORG_INVITES}/${id}`
  const cases: readonly (readonly [object, string])[] = [
    [{ status: 500 }, '500 UNEXPECTED_ERROR'],
    [{ status: 503, retryAfter: 2 }, '503 SERVICE_UNAVAILABLE'],
    [{ status: 401 }, '401 USER_UNAUTHORIZED'],
    [{ status: 409 }, '409 UNEXPECTED_ERROR'],
    [{ errorCode: 'INVALID_INVITATION_ID' }, '404 INVALID_INVITATION_ID'],
    [{ errorCode: 'INVALID_INVITATION_ID', status: 400 }, '400 INVALID_INVITATION_ID'],
    [{ errorCode: 'NEVER_HEARD_OF', status: 418, detail: 'Tea only.' }, '418 NEVER_HEARD_OF'],
  ]
  for (const [spec, expected] of cases) {
    await fault(given, { operationId: 'getOrgInvite', ...spec })
    expect(outcome(await call(given, 'bearer', { method: 'GET', target }))).toBe(expected)
  }
  await fault(given, { operationId: 'getOrgInvite', errorCode: 'INVALID_INVITATION_ID' })
  const { text } = await call(given, 'bearer', { method: 'GET', target })
  expect(JSON.parse(text)).toMatchObject({
    detail: `Invitation ${id} does not exist or was already accepted.`,
    parameters: [id],
  })
})

inEachDialectOnce('a connection is cut without an answer, before the operation or after it', async (given) => {
  for (const how of WAYS) {
    for (const afterCommit of [false, true]) {
      const username = given.address()
      await fault(given, { operationId: 'createOrgInvite', cut: true, afterCommit })
      await expect(invite(given, how, username)).rejects.toThrow(/socket hang up|ECONNRESET/)
      expect(await invitedAs(given, username)).toHaveLength(afterCommit ? 1 : 0)
    }
    await fault(given, { operationId: 'listOrgInvites', cut: true })
    await expect(list(given, how)).rejects.toThrow(/socket hang up|ECONNRESET/)
    expect((await list(given, how)).status).toBe(200)
  }
})

inEveryDialect('an answer is lost after the commit, and who tries again meets what was done', async (given) => {
  const username = given.address()
  await fault(given, { operationId: 'createOrgInvite', status: 500, afterCommit: true })
  expect(outcome(await invite(given, 'digest', username))).toBe('500 UNEXPECTED_ERROR')
  expect(outcome(await invite(given, 'digest', username))).toMatch(/^409 USER_ALREADY_/)
  const [invitation] = await invitedAs(given, username)
  expect((await accept(given, invitation?.id ?? '')).status).toBe(200)
})

inEachDialectOnce('a lost answer is lost also where it would have been a refusal', async (given) => {
  await fault(given, { operationId: 'createOrgInvite', cut: true, afterCommit: true, times: 3 })
  await expect(invite(given, 'bearer', 'nobody')).rejects.toThrow()
  const unreadable = { method: 'POST', target: ORG_INVITES, headers: { 'Content-Type': 'text/plain' }, body: '{}' }
  await expect(call(given, 'bearer', unreadable)).rejects.toThrow()
  const elsewhere = { method: 'POST', target: '/orgs/5f0a0000000000000000ffff/invites' }
  await expect(call(given, 'bearer', elsewhere)).rejects.toThrow()
  expect((await invite(given, 'bearer', given.address())).status).toBe(made(given))
})

inEveryDialect('of twenty requests at once a fault meets exactly as many as it has left', async (given) => {
  const id = await fault(given, { operationId: 'createOrgInvite', status: 503, times: 7 })
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => invite(given, index % 2 ? 'digest' : 'bearer', given.address())),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    ...Array(13).fill(made(given)),
    ...Array(7).fill(503),
  ])
  expect(await leftOf(given, id)).toBe(0)
})

inEachDialectOnce('the oldest fault that has some left is met, and * stands for every operation', async (given) => {
  const first = await fault(given, { operationId: 'listOrgInvites', errorCode: 'ORG_NOT_FOUND' })
  const second = await fault(given, { operationId: '*', status: 500, times: 2 })
  const orgs = () => call(given, 'bearer', { method: 'GET', target: '/orgs' })
  expect(outcome(await orgs())).toBe('500 UNEXPECTED_ERROR')
  expect(outcome(await list(given, 'bearer'))).toBe('404 ORG_NOT_FOUND')
  expect(outcome(await list(given, 'digest'))).toBe('500 UNEXPECTED_ERROR')
  expect((await list(given, 'bearer')).status).toBe(200)
  const listed = JSON.parse((await sandbox(given.world, 'GET', '/faults')).text)
  expect(listed).toEqual([
    {
      id: first,
      operationId: 'listOrgInvites',
      times: 1,
      left: 0,
      status: 404,
      errorCode: 'ORG_NOT_FOUND',
      detail: null,
      retryAfter: null,
      delayMs: 0,
      cut: false,
      afterCommit: false,
    },
    expect.objectContaining({ id: second, left: 0, times: 2, status: 500 }),
  ])
  expect((await sandbox(given.world, 'DELETE', `/faults/${first}`)).status).toBe(204)
  expect(JSON.parse((await sandbox(given.world, 'GET', '/faults')).text)).toHaveLength(1)
})

inEachDialectOnce('what is refused before it is known to be meant does not count', async (given) => {
  const { world, dialect } = given
  const id = await fault(given, { operationId: '*', status: 500 })
  const target = dialect.prefix + ORG_INVITES
  expect((await exchange(world.atrium.url, { method: 'GET', target })).status).toBe(401)
  const badly = { method: 'GET', target, headers: { Authorization: 'Bearer nonsense' } }
  expect((await exchange(world.atrium.url, badly)).status).toBe(401)
  expect((await call(given, 'bearer', { method: 'GET', target: '/nowhere' })).status).toBe(404)
  expect((await call(given, 'bearer', { method: 'PATCH', target: '/orgs' })).status).toBe(405)
  if (dialect.name === 'v2') {
    const untyped = { method: 'GET', target: ORG_INVITES, headers: { Accept: 'application/json' } }
    expect((await call(given, 'bearer', untyped)).status).toBe(406)
  }
  expect(await leftOf(given, id)).toBe(1)
  expect(outcome(await list(given, 'digest'))).toBe('500 UNEXPECTED_ERROR')
})
