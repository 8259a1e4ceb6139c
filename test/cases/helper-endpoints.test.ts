// What clients ask beside the API: their own address, and where their telemetry goes.
import { expect } from 'vitest'
import { keyOf } from '../harness/case-seed.ts'
import { cases } from '../harness/cases.ts'
import { exchangeWithDigest } from '../harness/digest-client.ts'
import type { World } from '../harness/world.ts'

const { onEveryEngine } = cases()

const IPINFO = '/api/private/ipinfo'
const TELEMETRY = '/api/private/v1.0/telemetry/events'
const OPEN_TELEMETRY = '/api/private/unauth/telemetry/events'

const bearer = async (world: World) => ({ Authorization: `Bearer ${await world.tokenOf('nobody')}` })

onEveryEngine('a caller is told its address, with either kind of credential', async (world) => {
  const expected = '{"currentIpv4Address":"127.0.0.1"}'
  const answer = await world.bare({ method: 'GET', target: IPINFO, headers: await bearer(world) })
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([200, expected, 'application/json'])
  const digest = await exchangeWithDigest(world.atrium.url, keyOf('nobody'), { method: 'GET', target: IPINFO })
  expect([digest.status, digest.text]).toEqual([200, expected])
})

onEveryEngine('strangers are challenged for it, and other methods refused', async (world) => {
  const refused = await world.bare({ method: 'GET', target: IPINFO })
  expect(refused.status).toBe(401)
  expect(refused.headers['www-authenticate']).toMatch(/^Digest realm=/)
  const posted = await world.bare({ method: 'POST', target: IPINFO, headers: await bearer(world) })
  expect([posted.status, posted.headers['allow']]).toEqual([405, 'GET, HEAD'])
  const beside = await world.bare({ method: 'GET', target: '/api/private/nothing', headers: await bearer(world) })
  expect(beside.status).toBe(404)
})

onEveryEngine('telemetry is taken and forgotten, and asks for credentials where its path does', async (world) => {
  const events = { method: 'POST', body: '[{"event":"secret"}]' }
  const headers = { 'Content-Type': 'application/json' }
  const own = await world.bare({ ...events, target: TELEMETRY, headers: { ...headers, ...(await bearer(world)) } })
  expect([own.status, own.text]).toEqual([202, ''])
  expect((await world.bare({ ...events, target: TELEMETRY, headers })).status).toBe(401)
  const open = await world.bare({ ...events, target: OPEN_TELEMETRY, headers })
  expect([open.status, open.text]).toEqual([202, ''])
  expect((await world.bare({ method: 'GET', target: OPEN_TELEMETRY })).status).toBe(405)
})
