// What a test causes in an Atrium, in its own process and in a world of a running server: the same either way.
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AtriumError } from '../../src/testing/atrium-error.ts'
import { startAtrium } from '../../src/testing/start-atrium.ts'
import type { Atrium } from '../../src/testing/types.ts'
import { type DevProcess, startDev } from '../harness/dev-process.ts'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')

let server: DevProcess
beforeAll(async () => {
  server = await startDev(MAIN, ':memory:')
})
afterAll(() => server.kill())

describe.each([
  ['in this process', () => startAtrium()],
  ['in a world of a server', () => startAtrium({ server: server.line.url })],
])('%s', (_where, start) => {
  let atrium: Atrium
  beforeAll(async () => {
    atrium = await start()
  })
  afterAll(() => atrium.stop())
  beforeEach(() => atrium.reset())

  const invite = async (username = 'new@example.com'): Promise<Response> =>
    atrium.fetch(`/api/atlas/v2/orgs/${atrium.orgId}/invites`, {
      method: 'POST',
      body: JSON.stringify({ username, roles: ['ORG_MEMBER'] }),
    })
  const idOf = async (made: Response): Promise<string> => Object(await made.json()).id
  const users = async (): Promise<readonly string[]> => {
    const answer = await atrium.fetch(`/api/atlas/v2/orgs/${atrium.orgId}/users`)
    const { results } = Object(await answer.json())
    return results.map(({ username }: { username: string }) => username)
  }

  test('the clock moves the domain, and a token taken before still works', async () => {
    expect(await atrium.clock.set(new Date('2027-01-01T00:00:00Z'))).toBe('2027-01-01T00:00:00Z')
    const token = await atrium.token()
    await invite()
    expect(await atrium.clock.advance('P31D')).toBe('2027-02-01T00:00:00Z')
    expect(await atrium.clock.advance(90_500)).toBe('2027-02-01T00:01:30.500Z')
    expect(await atrium.clock.now()).toBe('2027-02-01T00:01:30.500Z')
    const path = `/api/atlas/v2/orgs/${atrium.orgId}/invites`
    const answer = await atrium.fetch(path, { headers: { Authorization: `Bearer ${token}` } })
    expect([answer.status, await answer.json()]).toEqual([200, []])
    await expect(atrium.clock.resume()).rejects.toMatchObject({ status: 409, errorCode: 'CLOCK_BEHIND_DATA' })
    await expect(atrium.clock.advance('a while')).rejects.toBeInstanceOf(AtriumError)
    for (const by of [1e13, Number.MAX_SAFE_INTEGER, 1e300]) {
      await expect(atrium.clock.advance(by)).rejects.toThrow(/^The clock can stand anywhere from .* to 2099-12-31/)
    }
    for (const by of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      await expect(atrium.clock.advance(by)).rejects.toMatchObject({ status: 400, errorCode: 'INVALID_ATTRIBUTE' })
    }
    const fortyYears = 40 * 365 * 86_400_000
    expect(await atrium.clock.advance(fortyYears + 0.4)).toBe('2067-01-22T00:01:30.500Z')
  })

  test('after tokens were aged, its own calls go on with another', async () => {
    const token = await atrium.token()
    await invite()
    await atrium.clock.advance('P1D', { credentials: true })
    const path = `/api/atlas/v2/orgs/${atrium.orgId}`
    expect((await atrium.fetch(path, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401)
    expect((await atrium.fetch(path)).status).toBe(200)
  })

  test('the outbox has the mail and its link', async () => {
    await invite('ann@example.com')
    await invite('bob@example.com')
    const mail = await atrium.outbox.latest('bob@example.com')
    expect(mail).toMatchObject({ to: 'bob@example.com', link: mail.links['accept'] })
    expect((await fetch(mail.link ?? '')).status).toBe(200)
    expect((await atrium.outbox.mails({ to: 'ann@example.com' })).length).toBe(1)
    await expect(atrium.outbox.latest('eve@example.com')).rejects.toThrow(
      'There is no mail to eve@example.com; there are mails to ann@example.com, bob@example.com.',
    )
    await atrium.outbox.clear()
    await expect(atrium.outbox.latest('bob@example.com')).rejects.toThrow('there is none at all')
  })

  test('faults happen as often as they are told to', async () => {
    const fault = await atrium.faults.add({ operationId: 'createOrgInvite', errorCode: 'RATE_LIMITED_TOKEN_BUCKET' })
    expect(fault).toMatchObject({ operationId: 'createOrgInvite', times: 1, left: 1, status: 429, cut: false })
    expect([(await invite()).status, (await invite()).status]).toEqual([429, 200])
    expect(await atrium.faults.list()).toEqual([{ ...fault, left: 0 }])
    await atrium.faults.remove(fault.id)
    await atrium.faults.add({ operationId: 'createOrgInvite', cut: true })
    await expect(invite('ann@example.com')).rejects.toThrow()
    await atrium.faults.clear()
    expect(await atrium.faults.list()).toEqual([])
    await expect(atrium.faults.add({ operationId: 'createOrgInvites', status: 500 })).rejects.toThrow('createOrgInvite')
  })

  test('requests are seen and counted', async () => {
    await invite()
    await invite()
    expect(await atrium.requests.verify({ operationId: 'createOrgInvite', count: 2 })).toBe(2)
    const seen = await atrium.requests.list({ operationId: 'createOrgInvite' })
    expect(seen.map(({ status }) => status)).toEqual([200, 409])
    const [first] = seen
    expect(first).toMatchObject({ method: 'POST', request: { body: { username: 'new@example.com' } } })
    expect(await atrium.requests.list({ since: first?.id ?? 0, operationId: 'createOrgInvite' })).toEqual(seen.slice(1))
    await expect(atrium.requests.verify({ operationId: 'createOrgInvite', count: 3 })).rejects.toBeInstanceOf(
      AtriumError,
    )
    await atrium.requests.clear()
    expect(await atrium.requests.list()).toEqual([])
  })

  test('people come, accept and decline', async () => {
    const added = await atrium.people.addUser({ username: 'ann@example.com', firstName: 'Ann' })
    expect(added).toMatchObject({ username: 'ann@example.com', orgMembershipStatus: 'ACTIVE' })
    expect(await atrium.people.accept(await idOf(await invite('bob@example.com')))).toMatchObject({
      username: 'bob@example.com',
    })
    await atrium.people.decline(await idOf(await invite('eve@example.com')))
    await invite('kim@example.com')
    expect(await atrium.people.acceptAll({ username: 'kim@example.com' })).toMatchObject([
      { username: 'kim@example.com' },
    ])
    expect([...(await users())].sort()).toEqual([
      'ann@example.com',
      'bob@example.com',
      'kim@example.com',
      'owner@example.com',
    ])
    await expect(atrium.people.accept('0'.repeat(24))).rejects.toMatchObject({ status: 404 })
  })

  test('it goes back to a snapshot and to its start, and its next call works', async () => {
    await invite('ann@example.com')
    await atrium.snapshot('with Ann'.replace(' ', '-'))
    await invite('bob@example.com')
    await atrium.restore('with-Ann')
    expect(await users()).toContain('ann@example.com')
    expect(await users()).not.toContain('bob@example.com')
    await atrium.reset()
    expect(await users()).toEqual(['owner@example.com'])
    await atrium.snapshot('with-Ann')
    await atrium.restore('with-Ann')
    expect(await users()).toEqual(['owner@example.com'])
    await expect(atrium.restore('gone')).rejects.toMatchObject({ status: 404 })
  })

  test('its export starts another one like it', async () => {
    await invite('ann@example.com')
    const text = await atrium.export()
    expect(text).toContain('ann@example.com')
  })
})

test('a world of a server is gone once it is ended, and a broken seed is told by path', async () => {
  const atrium = await startAtrium({ server: `${server.line.url}/`, now: '2027-07-02', limits: 'atlas' })
  expect(await atrium.clock.now()).toBe('2027-07-02T00:00:00Z')
  expect(atrium.orgId).not.toBe(server.line.orgId)
  await atrium.stop()
  await expect(fetch(atrium.url)).rejects.toThrow()
  const list = await fetch(`${server.line.url}/_atrium/tenants`)
  expect(await list.text()).not.toContain(atrium.url)
  const users = [{ username: 'ann@example.com', country: 'us' }]
  const broken = startAtrium({ server: server.line.url, seed: { organizations: [{ name: 'Acme', users }] } })
  await expect(broken).rejects.toMatchObject({ errorCode: 'INVALID_SEED', status: 400 })
  await expect(broken).rejects.toThrow('organizations[0].users[0].country')
})
