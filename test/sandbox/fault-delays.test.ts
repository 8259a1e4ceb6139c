// Requests that a fault holds back: for how long, who lets them go, and what becomes of those whose client has left.
import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { startWorld } from '../../src/assembly/world.ts'
import { DEFAULT_SEED } from '../../src/seed/seed-schema-defaults.ts'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, ORG_INVITES } from '../harness/cases.ts'
import { API, connect, tokenOf } from '../harness/client.ts'
import { fault, invite, invitedAs, leftOf, list, outcome, sandbox } from '../harness/faults.ts'

const { inEachDialectOnce } = cases()

const FOR_EVER = 600_000

/** Settles once the fault has met a request. */
async function met(given: Given, id: number): Promise<void> {
  while ((await leftOf(given, id)) > 0) await setTimeout(5)
}

inEachDialectOnce('a delayed request is served after its delay, or fails then', async (given) => {
  const took = async (run: () => Promise<unknown>): Promise<number> => {
    const started = performance.now()
    await run()
    return performance.now() - started
  }
  await fault(given, { operationId: 'listOrgInvites', delayMs: 60 })
  expect(await took(async () => expect((await list(given, 'digest')).status).toBe(200))).toBeGreaterThan(58)
  await fault(given, { operationId: 'listOrgInvites', delayMs: 60, status: 503 })
  const failing = async () => expect(outcome(await list(given, 'bearer'))).toBe('503 SERVICE_UNAVAILABLE')
  expect(await took(failing)).toBeGreaterThan(58)
})

inEachDialectOnce('a request goes on when its fault is deleted', async (given) => {
  const username = given.address()
  const id = await fault(given, { operationId: 'createOrgInvite', delayMs: FOR_EVER })
  const held = invite(given, 'bearer', username)
  await met(given, id)
  expect(await invitedAs(given, username)).toEqual([])
  expect((await sandbox(given.world, 'DELETE', `/faults/${id}`)).status).toBe(204)
  expect((await held).status).toBeLessThan(300)
  expect(await invitedAs(given, username)).toHaveLength(1)
})

inEachDialectOnce('a delay after the commit holds back the answer, not what was done', async (given) => {
  const username = given.address()
  const id = await fault(given, { operationId: 'createOrgInvite', delayMs: FOR_EVER, afterCommit: true, cut: true })
  const held = invite(given, 'bearer', username).catch((error: Error) => error)
  await met(given, id)
  while ((await invitedAs(given, username)).length === 0) await setTimeout(5)
  await sandbox(given.world, 'DELETE', '/faults')
  expect(await held).toBeInstanceOf(Error)
})

inEachDialectOnce('a client that leaves while it is held back harms nobody', async (given) => {
  const { world, dialect } = given
  const id = await fault(given, { operationId: 'listOrgInvites', delayMs: FOR_EVER })
  const headers = { Accept: dialect.accept, Authorization: `Bearer ${await world.tokenOf('owner')}` }
  const impatient = request(`${world.atrium.url}${dialect.prefix}${ORG_INVITES}`, { headers })
  const gone = new Promise((resolve) => impatient.on('error', resolve))
  impatient.end()
  await met(given, id)
  impatient.destroy(new Error('enough'))
  await gone
  await sandbox(world, 'DELETE', '/faults')
  expect((await list(given, 'bearer')).status).toBe(200)
})

inEachDialectOnce(
  'a request counts once, although it is judged again when access changed before its body',
  async (given) => {
    const { world, dialect, owner } = given
    const id = await fault(given, { operationId: 'createOrgInvite', status: 500, afterCommit: true, times: 2 })
    const text = JSON.stringify({ roles: ['ORG_MEMBER'], username: given.address() })
    const sent = request(`${world.atrium.url}${dialect.prefix}${ORG_INVITES}`, {
      method: 'POST',
      headers: {
        Accept: dialect.accept,
        Authorization: `Bearer ${await world.tokenOf('owner')}`,
        'Content-Length': Buffer.byteLength(text),
        'Content-Type': 'application/json',
      },
    })
    const status = new Promise((resolve) => sent.on('response', (response) => resolve(response.resume().statusCode)))
    sent.write(text.slice(0, 5))
    while ((await leftOf(given, id)) === 2) await setTimeout(5)
    await owner.post(`/orgs/${ACME.id}/apiKeys`, { desc: 'in between', roles: ['ORG_MEMBER'] })
    sent.end(text.slice(5))
    expect(await status).toBe(500)
    expect(await leftOf(given, id)).toBe(1)
  },
)

test('a world that stops does not wait for the requests that it holds back', async () => {
  const world = await startWorld({
    host: '127.0.0.1',
    port: 0,
    hostName: '127.0.0.1',
    data: ':memory:',
    seed: async () => DEFAULT_SEED,
    environment: {},
    logger: pino({ level: 'silent' }),
  })
  const { orgId, serviceAccount } = world.firstSteps.credentials
  if (!serviceAccount) throw new Error('The default seed has a service account.')
  const client = connect(world.url, await tokenOf(world.url, serviceAccount))
  const { id } = await world.faults.add({ operationId: '*', delayMs: FOR_EVER })
  const held = client.call('GET', `${API}/orgs/${orgId}`)
  while ((await world.faults.get(id)).left > 0) await setTimeout(5)
  const started = performance.now()
  await world.stop(FOR_EVER)
  expect(performance.now() - started).toBeLessThan(5000)
  expect((await held).status).toBe(200)
})
