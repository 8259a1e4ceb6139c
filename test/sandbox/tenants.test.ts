// Tenants: worlds beside the first one, each with all that a world has, and nothing of another's.
import { once } from 'node:events'
import { connect as connectSocket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { DEFAULT_SEED } from '../../src/seed/seed-schema-defaults.ts'
import { startDev as startDevProgram } from '../cli/program.ts'
import { type Answer, API, type Client, connect, signIn, textAt, tokenOf } from '../harness/client.ts'
import type { DevLine } from '../harness/dev-process.ts'
import { type Double, startDouble } from '../harness/double.ts'
import { exchange } from '../harness/http-client.ts'

type TenantLine = DevLine & { readonly id: string; readonly groupId: string }

const start = (): Promise<Double> => startDouble(':memory:', { seed: DEFAULT_SEED })

async function tenantOf(double: Double, body?: object): Promise<TenantLine> {
  const answer = await double.sandbox('POST', '/tenants', body)
  expect(answer.status).toBe(201)
  return Object(answer.body)
}

const clientOf = async ({ url, serviceAccount }: DevLine): Promise<Client> =>
  connect(url, await tokenOf(url, serviceAccount))

/** Asks the sandbox of a world. */
async function ask({ url }: { readonly url: string }, method: string, path: string, body?: object): Promise<Answer> {
  return connect(url, '').call(method, `/_atrium${path}`, body)
}

const invite = async ({ orgId }: DevLine, client: Client, username: string): Promise<Answer> =>
  client.call('POST', `${API}/orgs/${orgId}/invites`, { username, roles: ['ORG_MEMBER'] })

const detailOf = ({ body }: Answer): string => textAt(body, 'detail')

test('a tenant answers with the line of a start and its id, and works like the first world', async () => {
  const double = await start()
  const tenant = await tenantOf(double)
  const names = ['url', 'orgId', 'groupId', 'teamId', 'apiKey', 'serviceAccount', 'owner', 'id']
  expect(Object.keys(tenant)).toEqual(names)
  const client = await clientOf(tenant)
  expect((await client.call('GET', `${API}/orgs/${tenant.orgId}`)).status).toBe(200)
  expect((await client.call('GET', `${API}/groups/${tenant.groupId}`)).status).toBe(200)
  // The printed password opens the account at once.
  const page = await fetch(`${tenant.url}/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: tenant.url },
    body: new URLSearchParams({ email: tenant.owner.username, password: tenant.owner.password }),
    redirect: 'manual',
  })
  expect([page.status, page.headers.getSetCookie().length > 0]).toEqual([303, true])
  expect((await double.sandbox('GET', '/tenants')).body).toEqual([tenant])
  expect((await double.sandbox('GET', `/tenants/${tenant.id}`)).body).toEqual(tenant)
})

test('a tenant begins with its own seed, time and limits', async () => {
  const double = await start()
  const seed = { organizations: [{ id: '5f0a00000000000000000001', name: 'Own', invitations: [] }] }
  const tenant = await tenantOf(double, { seed, now: '2027-07-02T00:00:00Z', limits: 'atlas' })
  expect(tenant.orgId).toBe('5f0a00000000000000000001')
  expect((await ask(tenant, 'GET', '/clock')).body).toEqual({ frozen: true, now: '2027-07-02T00:00:00Z' })
  expect(double.world.clock.read().frozen).toBe(false)
  const client = await clientOf(tenant)
  expect((await invite(tenant, client, 'late@example.com')).status).toBe(410)
  const headers = { Authorization: 'Bearer none' }
  const answer = await exchange(tenant.url, { method: 'GET', target: `${API}/orgs`, headers })
  expect(answer.status).toBe(401)
})

test('fifty tests at once see nothing of each other', async () => {
  const double = await start()
  const ids = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const tenant = await tenantOf(double)
      const client = await clientOf(tenant)
      const username = `person-${index}@example.com`
      expect((await invite(tenant, client, username)).status).toBe(200)
      await ask(tenant, 'POST', '/clock:advance', { duration: `P${(index % 29) + 1}D` })
      await ask(tenant, 'POST', '/faults', { operationId: 'getOrg', status: 500 })
      const invited = await client.call('GET', `${API}/orgs/${tenant.orgId}/invites`)
      expect(Object(invited.body).map((each: { username: string }) => each.username)).toEqual([username])
      const mails = await ask(tenant, 'GET', '/outbox')
      expect(new Set(Object(mails.body).map((mail: { to: string }) => mail.to))).toEqual(new Set([username]))
      expect(Object((await ask(tenant, 'GET', '/faults')).body)).toHaveLength(1)
      return tenant.id
    }),
  )
  expect(new Set(ids).size).toBe(50)
  expect(Object((await double.sandbox('GET', '/faults')).body)).toEqual([])
  expect(double.world.clock.read().frozen).toBe(false)
  const client = await double.client()
  expect((await client.call('GET', `${API}/orgs/${double.world.firstSteps.credentials.orgId}/invites`)).body).toEqual(
    [],
  )
})

test("one tenant's credentials open no other, nor the first world", async () => {
  const double = await start()
  const [one, other] = [await tenantOf(double), await tenantOf(double)]
  const token = await tokenOf(one.url, one.serviceAccount)
  for (const url of [other.url, double.world.url]) {
    expect((await signIn(url, one.serviceAccount)).status).toBe(401)
    expect((await connect(url, token).call('GET', `${API}/orgs`)).status).toBe(401)
  }
})

test('an ended tenant is gone with its port, and asking for it names those that are there', async () => {
  const double = await start()
  const [gone, kept] = [await tenantOf(double), await tenantOf(double)]
  expect((await double.sandbox('DELETE', `/tenants/${gone.id}`)).status).toBe(204)
  await expect(fetch(`${gone.url}/_atrium/health`)).rejects.toThrow()
  expect(await double.sandbox('DELETE', `/tenants/${gone.id}`)).toMatchObject({
    status: 404,
    code: 'TENANT_NOT_FOUND',
    body: { detail: `There is no tenant "${gone.id}": there are ${kept.id}.` },
  })
  expect((await ask(kept, 'GET', '/clock')).status).toBe(200)
  await double.sandbox('DELETE', `/tenants/${kept.id}`)
  expect(detailOf(await double.sandbox('GET', '/tenants/x'))).toBe('There is no tenant "x": there are none.')
})

test('ending a tenant cuts what is in flight within a second or so, and of two who end it one succeeds', async () => {
  const double = await start()
  const tenant = await tenantOf(double)
  const { hostname, port } = new URL(tenant.url)
  const socket = connectSocket(Number(port), hostname)
  const token = await tokenOf(tenant.url, tenant.serviceAccount)
  const path = `${API}/orgs/${tenant.orgId}/invites`
  const accept = 'Accept: application/vnd.atlas.2025-03-12+json'
  const headers = `Host: ${hostname}:${port}\r\n${accept}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json`
  socket.write(`POST ${path} HTTP/1.1\r\n${headers}\r\nContent-Length: 100\r\n\r\n{`)
  socket.on('error', () => {})
  socket.resume()
  const closed = once(socket, 'close')
  await setTimeout(100)
  const before = performance.now()
  const ends = await Promise.all([1, 2].map(() => double.sandbox('DELETE', `/tenants/${tenant.id}`)))
  expect(ends.map(({ status }) => status).sort()).toEqual([204, 404])
  await closed
  expect(performance.now() - before).toBeLessThan(3000)
})

test('tenants start none themselves, and say who does', async () => {
  const double = await start()
  const tenant = await tenantOf(double)
  for (const [method, path] of [
    ['POST', '/tenants'],
    ['GET', '/tenants'],
    ['GET', '/tenants/x'],
    ['DELETE', '/tenants/x'],
  ] as const) {
    const answer = await ask(tenant, method, path)
    expect([method, path, answer.status, answer.code]).toEqual([method, path, 409, 'NOT_THE_FIRST_WORLD'])
    expect(detailOf(answer)).toContain(`${double.world.url}/_atrium/tenants`)
  }
})

test('what cannot be a tenant is refused with what would be right, and none is started', async () => {
  const double = await start()
  const bad: readonly (readonly [object, string])[] = [
    [{ seed: {} }, 'organizations is missing'],
    [{ seed: 'x' }, 'the seed must be a map'],
    [{ seed: { organizations: [{ name: 'A', users: [{ username: 'x' }] }] } }, 'must be an e-mail address, not "x"'],
    [{ seed: { organizations: [{ name: 'A', id: 5 }, { name: 'B' }] } }, 'organizations[0].id must be 24 lower-case'],
    [{ now: 'tomorrow' }, '"tomorrow" is no time at which a clock can stand'],
    [{ now: '9999-01-01T00:00:00Z' }, 'send one of this century'],
    [{ now: 5 }, 'now'],
    [{ limits: 'all' }, 'send "atlas"'],
    [{ port: 1 }, 'port'],
    [[], ''],
  ]
  for (const [body, says] of bad) {
    const answer = await double.sandbox('POST', '/tenants', body)
    expect([body, answer.status]).toEqual([body, 400])
    expect(detailOf(answer)).toContain(says)
  }
  const deep = `{"seed":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
  const nested = `{"seed":{"organizations":[{"name":"A","settings":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)},"x":1}]}}`
  for (const body of ['{', 'null', deep, nested]) {
    const { status } = await exchange(double.world.url, { method: 'POST', target: '/_atrium/tenants', body })
    expect([body.slice(0, 60), status]).toEqual([body.slice(0, 60), 400])
  }
  expect((await double.sandbox('GET', '/tenants')).body).toEqual([])
})

test('whoever ends a world ends its tenants, those that are starting too', async () => {
  const double = await start()
  const first = await double.world.tenants.start()
  const late = Promise.allSettled([
    double.world.tenants.start(),
    setTimeout(1).then(() => double.world.tenants.start()),
  ])
  await double.world.stop(1000)
  for (const end of await late) expect(end).toMatchObject({ status: 'rejected', reason: { error: { status: 409 } } })
  await expect(fetch(`${first.url}/_atrium/health`)).rejects.toThrow()
  expect(double.world.tenants.list()).toEqual([])
})

test('dev with fifty tenants ends in time and with success', async () => {
  const dev = await startDevProgram(['--data', ':memory:'])
  const tenants = await Promise.all(Array.from({ length: 50 }, () => ask(dev.line, 'POST', '/tenants')))
  expect(tenants.map(({ status }) => status)).toEqual(Array(50).fill(201))
  const before = performance.now()
  dev.signal('SIGTERM')
  expect((await dev.ended).code).toBe(0)
  expect(performance.now() - before).toBeLessThan(5000)
}, 30_000)
