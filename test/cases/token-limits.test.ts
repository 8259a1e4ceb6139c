// The token endpoint where limits are on: how many tokens a client may have alive, and how often it may ask.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { ATLAS_LIMITS } from '../../src/domain/limits.ts'
import { type CallerName, clientOf } from '../harness/case-seed.ts'
import { cases } from '../harness/cases.ts'
import { exchange } from '../harness/http-client.ts'
import type { World } from '../harness/world.ts'

const { onEveryEngine } = cases({ limits: { ...ATLAS_LIMITS, tokensPerServiceAccount: 3 } })
const { onEveryEngine: whereRatesAreLimited } = cases({ limitsRates: true })

const basic = ({ clientId, clientSecret }: ReturnType<typeof clientOf>): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`

const oauth = (world: World, verb: string, body: string, credentials: ReturnType<typeof clientOf>) =>
  exchange(world.atrium.url, {
    method: 'POST',
    target: `/api/oauth/${verb}`,
    headers: { Authorization: basic(credentials), 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  })

const ask = (world: World, name: CallerName, clientSecret = clientOf(name).clientSecret) =>
  oauth(world, 'token', 'grant_type=client_credentials', { ...clientOf(name), clientSecret })

const statuses = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status).toSorted()

onEveryEngine('a client has no more live tokens than it may; what is revoked or expired makes room', async (world) => {
  const first = await ask(world, 'member')
  expect(statuses([first, await ask(world, 'member'), await ask(world, 'member')])).toEqual([200, 200, 200])
  const refused = await ask(world, 'member')
  expect([refused.status, refused.headers['content-type'], refused.headers['cache-control']]).toEqual([
    403,
    'application/json',
    'no-store',
  ])
  expect(JSON.parse(refused.text)).toEqual({
    error: 'access_denied',
    error_description: expect.stringMatching(/^Access Token limit reached\. /),
  })
  expect((await ask(world, 'orgReader')).status).toBe(200)

  await oauth(world, 'revoke', `token=${JSON.parse(first.text).access_token}`, clientOf('member'))
  expect(statuses([await ask(world, 'member'), await ask(world, 'member')])).toEqual([200, 403])
  const { clientId } = clientOf('member')
  await world.atrium.db.write(async (tx) => {
    await sql`update tokens set expires_at = ${Date.now() - 1} where client_id = ${clientId}`.execute(tx.q)
  })
  expect((await ask(world, 'member')).status).toBe(200)
})

onEveryEngine('of many requests at once no more get a token than may have one', async (world) => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(world, 'billingAdmin')))
  expect(statuses(answers)).toEqual([200, 200, 200, 403, 403, 403, 403, 403])
})

whereRatesAreLimited('a client asks ten times a minute, right or wrong, and is then told to wait', async (world) => {
  for (let count = 0; count < 5; count += 1) {
    expect((await ask(world, 'member')).status).toBe(200)
    expect((await ask(world, 'member', 'wrong')).status).toBe(401)
  }
  const refused = await ask(world, 'member')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(JSON.parse(refused.text)).toEqual({
    detail: 'Resource /api/oauth/token is limited to 10 requests every 1 minutes.',
    error: 429,
    errorCode: 'RATE_LIMITED',
    parameters: ['/api/oauth/token', 10, 1],
    reason: 'Too Many Requests',
  })
  expect((await ask(world, 'orgReader')).status).toBe(200)
  expect((await oauth(world, 'revoke', 'token=x', clientOf('member'))).status).toBe(200)
})

whereRatesAreLimited('names that are no client ids count as one client of their address', async (world) => {
  for (let count = 0; count < 10; count += 1) {
    const answer = await oauth(world, 'token', '', { clientId: `nobody-${count}`, clientSecret: 'none' })
    expect(answer.status).toBe(401)
  }
  expect((await oauth(world, 'token', '', { clientId: 'nobody', clientSecret: 'none' })).status).toBe(429)
  expect((await ask(world, 'orgReader')).status).toBe(200)
})
