// The state of a double: kept under a name, restored and reset, without anybody's next request being the worse for it.
import { dirname } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openDb, type StoreTarget } from '../../src/store/open.ts'
import { browse } from '../harness/browsing.ts'
import { ACME, CASE_SEED, clientOf, keyOf } from '../harness/case-seed.ts'
import { type Answer, API, type Client, connect, textAt, tokenOf, valueAt } from '../harness/client.ts'
import { type KeyPair, nonceOf, sign, spell } from '../harness/digest-client.ts'
import { type Double, startDouble } from '../harness/double.ts'
import { exchange } from '../harness/http-client.ts'
import { brokenInvariants } from '../harness/store-invariants.ts'
import { engines, type TestEngine } from '../harness/stores.ts'

const ORG = `${API}/orgs/${ACME.id}`
const PEOPLE = ['owner', 'member', 'projectOwner'] as const

interface Place {
  /** What `--data` takes. */
  readonly data: string
  readonly target: StoreTarget
}

/** A place that can be opened again: of SQLite a folder. */
async function placeOn(engine: TestEngine): Promise<Place> {
  const { target } = await engine.place()
  return { target, data: target.engine === 'postgres' ? target.url : dirname(target.file) }
}

/** Stops the double, and expects what it leaves to be whole. */
async function expectSound({ world }: Double, { target }: Place): Promise<void> {
  await world.stop(1000)
  await using db = await openDb(target)
  expect(await brokenInvariants(db)).toEqual([])
}

const owner = async ({ world }: Double): Promise<Client> =>
  connect(world.url, await tokenOf(world.url, clientOf('owner')))

const refused = (status: number, code: string) => ({ status, code, body: { errorCode: code } })

/** Sends a call, and fails the test when it is refused. */
async function done(client: Client, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await client.call(method, path, body)
  if (answer.status >= 300) throw new Error(`${method} ${path} was answered ${answer.status} ${answer.code}.`)
  return answer
}

const invite = (client: Client, username: string): Promise<Answer> =>
  done(client, 'POST', `${ORG}/invites`, { username, roles: ['ORG_MEMBER'] })

const LISTS = ['users', 'invites', 'groups', 'teams', 'apiKeys', 'serviceAccounts', 'events']

/** Everything that lists show of the organization, and the outbox. */
async function shown(client: Client): Promise<Readonly<Record<string, unknown>>> {
  const lists = await Promise.all(LISTS.map((list) => done(client, 'GET', `${ORG}/${list}?itemsPerPage=500`)))
  const outbox = await done(client, 'GET', '/_atrium/outbox')
  const entries = LISTS.map((list, index): [string, unknown] => [list, contentOf(lists[index]?.body)])
  return Object.fromEntries([...entries, ['outbox', outbox.body]])
}

/** Without links, which name the page that was asked for. */
const contentOf = (body: unknown): unknown => valueAt(body, 'results') ?? body

/** One more of everything, and something else of what there was. */
async function change(client: Client, name: string): Promise<void> {
  await invite(client, `${name}@later.example`)
  await done(client, 'POST', `${API}/groups`, { name, orgId: ACME.id })
  await done(client, 'POST', `${ORG}/teams`, { name, usernames: [ACME.member.username] })
  await done(client, 'POST', `${ORG}/apiKeys`, { desc: name, roles: ['ORG_READ_ONLY'] })
  const account = { name, description: name, roles: ['ORG_READ_ONLY'], secretExpiresAfterHours: 8 }
  await done(client, 'POST', `${ORG}/serviceAccounts`, account)
  await done(client, 'PATCH', `${ORG}/users/${ACME.teammate.id}`, { roles: { orgRoles: ['ORG_OWNER'] } })
  await done(client, 'DELETE', `${ORG}/users/${ACME.laterOwner.id}`)
}

/** A digest client that asks for one nonce and counts up from there, as the common ones do. */
async function digestCaller(url: string, key: KeyPair): Promise<() => Promise<number>> {
  const target = `/api/atlas/v1.0/orgs/${ACME.id}/invites`
  const nonce = nonceOf(await exchange(url, { method: 'GET', target }))
  let count = 0
  return async () => {
    count += 1
    const nc = count.toString(16).padStart(8, '0')
    const Authorization = spell(sign(key, { method: 'GET', uri: target, nonce, nc }))
    return (await exchange(url, { method: 'GET', target, headers: { Authorization } })).status
  }
}

describe.each(engines)('$name', (engine) => {
  let place: Place
  let double: Double
  beforeEach(async () => {
    place = await placeOn(engine)
    double = await startDouble(place.data, { seed: CASE_SEED })
  })

  test('what was made, changed and deleted since is undone in every list, by restoring and by resetting', async () => {
    const client = await owner(double)
    const beginning = await shown(client)
    await invite(client, 'early@new.example')
    const before = await shown(client)
    expect(before).not.toEqual(beginning)
    const kept = await double.sandbox('POST', '/snapshots', { name: 'early' })
    await change(client, 'First')
    const after = await shown(client)
    for (const list of [...LISTS, 'outbox']) expect(after[list], list).not.toEqual(before[list])
    expect(await double.sandbox('POST', '/snapshots/early:restore')).toEqual({ ...kept, status: 200 })
    expect(await shown(client)).toEqual(before)
    await change(client, 'Second')
    await double.world.state.restore('early')
    expect(await shown(client)).toEqual(before)
    await change(client, 'Third')
    expect((await double.sandbox('POST', '/reset')).status).toBe(200)
    expect(withoutUse(await shown(client))).toEqual(withoutUse(beginning))
  })

  test('the next request is judged by the roles of the state that was restored', async () => {
    const client = await owner(double)
    const newKey = (desc: string) => done(client, 'POST', `${ORG}/apiKeys`, { desc, roles: ['ORG_READ_ONLY'] })
    const [changing, bystander] = [(await newKey('Changing')).body, (await newKey('Bystander')).body]
    const rolesOf = (key: unknown, role: string) =>
      done(client, 'PATCH', `${ORG}/apiKeys/${textAt(key, 'id')}`, { roles: [role] })
    const key = { publicKey: textAt(changing, 'publicKey'), privateKey: textAt(changing, 'privateKey') }
    const list = await digestCaller(double.world.url, key)
    await rolesOf(changing, 'ORG_OWNER')
    await double.world.state.snapshot('owner')
    expect(await list()).toBe(200)
    await rolesOf(changing, 'ORG_MEMBER')
    expect(await list()).toBe(401)
    await double.world.state.restore('owner')
    // As many changes as there were since the snapshot: whoever counted on from there would take the one for the other.
    await rolesOf(bystander, 'ORG_MEMBER')
    expect(await list()).toBe(200)
  })

  test('a request under way is answered first, and what it did is undone with the rest', async () => {
    const { faults, state } = double.world
    const client = await owner(double)
    await state.snapshot('before')
    await faults.add({ operationId: 'createOrgInvite', delayMs: 200 })
    const invited = invite(client, 'guest@new.example')
    await vi.waitFor(async () => expect(await faults.list()).toMatchObject([{ left: 0 }]))
    await state.restore('before')
    expect((await invited).status).toBe(200)
    expect((await client.call('GET', `${ORG}/invites`)).body).toEqual([])
  })

  test('tokens and nonces of before and after a snapshot stay good through restoring and resetting', async () => {
    const { url, state } = double.world
    const early = await owner(double)
    const list = await digestCaller(url, keyOf('owner'))
    expect(await list()).toBe(200)
    await state.snapshot('between')
    const late = await owner(double)
    for (const restore of [() => state.restore('between'), state.reset, () => state.restore('between')]) {
      await restore()
      for (const client of [early, late]) expect((await client.call('GET', `${ORG}/invites`)).status).toBe(200)
      expect(await list()).toBe(200)
    }
  })

  test('a token that was revoked since works again, and one whose account is gone does not', async () => {
    const { url, state } = double.world
    const client = await owner(double)
    const token = await tokenOf(url, clientOf('orgReader'))
    await state.snapshot('before')
    const account = { name: 'New', description: 'New', roles: ['ORG_OWNER'], secretExpiresAfterHours: 8 }
    const { body } = await done(client, 'POST', `${ORG}/serviceAccounts`, account)
    const [secret] = Object(body).secrets
    const orphan = await tokenOf(url, { clientId: textAt(body, 'clientId'), clientSecret: secret.secret })
    await done(client, 'DELETE', `${ORG}/serviceAccounts/${clientOf('orgReader').clientId}`)
    const statusOf = async (held: string) => (await connect(url, held).call('GET', ORG)).status
    expect([await statusOf(token), await statusOf(orphan)]).toEqual([401, 200])
    await state.restore('before')
    expect([await statusOf(token), await statusOf(orphan)]).toEqual([200, 401])
  })

  test.each(['organization', 'service account', 'secret'])(
    'a token works again after a reset and a restored snapshot, when its %s had been deleted',
    async (what) => {
      const { url, state } = double.world
      const account = clientOf('orgReader')
      const [held, other] = [await tokenOf(url, account), await tokenOf(url, clientOf('owner'))]
      const reader = connect(url, held)
      const accounts = `${ORG}/serviceAccounts`
      const { id } = Object((await done(await owner(double), 'GET', `${accounts}/${account.clientId}`)).body).secrets[0]
      const remove = async (): Promise<void> => {
        const client = connect(url, other)
        if (what === 'organization') {
          const { body } = await done(client, 'GET', `${API}/groups`)
          for (const project of Object(body).results) await done(client, 'DELETE', `${API}/groups/${project.id}`)
          await done(client, 'DELETE', ORG)
        } else if (what === 'secret') await done(client, 'DELETE', `${accounts}/${account.clientId}/secrets/${id}`)
        else await done(client, 'DELETE', `${accounts}/${account.clientId}`)
        expect((await reader.call('GET', ORG)).status).toBe(401)
      }
      await remove()
      // Kept where it is gone, so that what is restored takes it away once more.
      await state.snapshot('gone')
      await state.reset()
      expect((await reader.call('GET', ORG)).status).toBe(200)
      await state.snapshot('there')
      await state.restore('gone')
      expect((await reader.call('GET', ORG)).status).toBe(401)
      await state.restore('there')
      for (const client of [reader, connect(url, other)]) expect((await client.call('GET', ORG)).status).toBe(200)
      await remove()
      await state.restore('there')
      expect((await reader.call('GET', ORG)).status).toBe(200)
      await expectSound(double, place)
    },
  )

  test('whoever is signed in stays signed in', async () => {
    const { url, state } = double.world
    const browser = browse()
    const form = { email: ACME.owner.username, password: 'correct horse' }
    expect((await browser.send(`${url}/sign-in`, form)).status).toBe(303)
    const profile = async () => (await browser.step(`${url}/profile`)).status
    expect(await profile()).toBe(200)
    await state.reset()
    expect(await profile()).toBe(200)
  })

  test('a snapshot carries its clock, frozen or running, and a reset sets it to where it was at first', async () => {
    const { clock, state } = double.world
    const at = Date.UTC(2031, 0, 1)
    await state.snapshot('running')
    await clock.set(at)
    expect((await state.snapshot('frozen')).clock).toEqual({ now: at, frozen: true })
    await clock.advance(1000)
    expect(await double.sandbox('POST', '/snapshots/frozen:restore')).toMatchObject({
      body: { clock: { frozen: true, now: '2031-01-01T00:00:00Z' } },
    })
    expect(clock.read()).toEqual({ now: at, frozen: true })
    expect((await state.restore('running')).clock.frozen).toBe(false)
    expect(clock.read().frozen).toBe(false)
    await clock.set(at)
    expect((await state.reset()).frozen).toBe(false)
  })

  test('restoring and moving the clock at the same time wait for each other', async () => {
    const { clock, state } = double.world
    await clock.set(Date.UTC(2027, 0, 2))
    await state.snapshot('there')
    for (let day = 20; day > 15; day -= 1) {
      const moves = [
        clock.set(Date.UTC(2027, 0, day)),
        state.restore('there'),
        clock.set(Date.UTC(2027, 0, 2)),
        state.reset(),
      ]
      await Promise.allSettled([...moves, clock.resume()])
    }
    await state.restore('there')
    expect(clock.read()).toEqual({ now: Date.UTC(2027, 0, 2), frozen: true })
  })

  test('a reset clears the faults that wait, and restoring leaves them', async () => {
    const { faults, state } = double.world
    await faults.add({ operationId: 'listOrgInvites', status: 500 })
    await state.snapshot('with-a-fault')
    await state.restore('with-a-fault')
    expect(await faults.list()).toHaveLength(1)
    await state.reset()
    expect(await faults.list()).toEqual([])
  })

  test('requests while it is restored are answered, and what they leave is whole', { timeout: 30_000 }, async () => {
    const { url, state } = double.world
    const clients = await Promise.all(PEOPLE.map(async (name) => connect(url, await tokenOf(url, clientOf(name)))))
    const client = await owner(double)
    await state.snapshot('start')
    const rounds = 12
    let round = 0
    const seen = new Set<string>()
    const latest = new Map<string, number>()
    const writer = async (_: unknown, number: number): Promise<void> => {
      const mine = clients[number % clients.length] ?? client
      for (let count = 0, began = 0; began < rounds; count += 1) {
        const username = `w${number}-${count}@new.example`
        began = round
        const invited = await mine.call('POST', `${ORG}/invites`, { username, roles: ['ORG_MEMBER'] })
        if (invited.status === 200) latest.set(username, began)
        const project = await mine.call('POST', `${API}/groups`, { name: `W ${number} ${count}`, orgId: ACME.id })
        const people = await mine.call('GET', `${ORG}/users?includeCount=true`)
        for (const { status, code } of [invited, project, people]) seen.add(`${status} ${code}`)
      }
    }
    const writers = Promise.all(Array.from({ length: 20 }, writer))
    while (round < rounds) {
      await (round % 3 === 2 ? state.reset() : state.restore('start'))
      round += 1
    }
    await writers
    expect([...seen].filter((answer) => answer.startsWith('5'))).toEqual([])
    const acknowledged = [...latest].filter(([, began]) => began === rounds).map(([username]) => username)
    expect(acknowledged.length).toBeGreaterThan(0)
    const { body } = await done(client, 'GET', `${ORG}/invites?itemsPerPage=500`)
    const stored = Array.isArray(body) ? body.map((invitation) => textAt(invitation, 'username')) : []
    expect(stored).toEqual(expect.arrayContaining(acknowledged))
    await expectSound(double, place)
  })

  test('snapshots are listed, replaced and removed, and a name that is not there is told from those that are', async () => {
    const { sandbox } = double
    expect(await sandbox('GET', '/snapshots')).toMatchObject({ status: 200, body: [] })
    expect(await sandbox('POST', '/snapshots/a:restore')).toMatchObject({
      ...refused(404, 'SNAPSHOT_NOT_FOUND'),
      body: { detail: 'There is no snapshot "a"; there are none yet.' },
    })
    await sandbox('POST', '/snapshots', { name: 'one' })
    await sandbox('POST', '/snapshots', { name: 'Two.2_2-2' })
    expect(await sandbox('POST', '/snapshots', { name: 'one' })).toMatchObject(refused(409, 'SNAPSHOT_ALREADY_EXISTS'))
    const client = await owner(double)
    await invite(client, 'guest@new.example')
    expect((await sandbox('POST', '/snapshots', { name: 'one', replace: true })).status).toBe(201)
    await sandbox('POST', '/reset')
    await sandbox('POST', '/snapshots/one:restore')
    expect((await client.call('GET', `${ORG}/invites`)).body).toHaveLength(1)
    expect(await sandbox('DELETE', '/snapshots/three')).toMatchObject({
      ...refused(404, 'SNAPSHOT_NOT_FOUND'),
      body: { detail: 'There is no snapshot "three"; there are "Two.2_2-2", "one".' },
    })
    expect((await sandbox('DELETE', '/snapshots/one')).status).toBe(204)
    expect((await sandbox('POST', '/snapshots/one:restore')).status).toBe(404)
    expect((await client.call('GET', `${ORG}/invites`)).body).toHaveLength(1)
  })

  test('a snapshot has a name of letters, digits, dots, underscores and hyphens, or it is not taken', async () => {
    const names = ['', 'a b', 'ä', '../x', 'x'.repeat(65), 1, null, undefined]
    for (const name of names) {
      expect((await double.sandbox('POST', '/snapshots', { name })).status, String(name)).toBe(400)
    }
    expect((await double.sandbox('POST', '/snapshots', { name: 'a', replaces: true })).status).toBe(400)
    expect((await double.sandbox('POST', '/snapshots')).status).toBe(400)
    expect(await double.sandbox('GET', '/snapshots')).toMatchObject({ body: [] })
    expect((await double.sandbox('POST', '/snapshots', { name: 'x'.repeat(64) })).status).toBe(201)
  })

  test('a name that no snapshot can have holds nobody up, and restores nothing, not even how it began', async () => {
    const { sandbox, world } = double
    const alone = vi.spyOn(world.state.gate, 'alone')
    expect(await sandbox('POST', '/snapshots/a%00b:restore')).toMatchObject(refused(404, 'SNAPSHOT_NOT_FOUND'))
    await expect(world.state.restore('')).rejects.toThrow(/^There is no snapshot ""/)
    expect((await sandbox('POST', '/snapshots', { name: 'a b' })).status).toBe(400)
    const huge = await sandbox('POST', '/snapshots', { name: 'x'.repeat(100_000) })
    expect([huge.status, JSON.stringify(huge.body).length < 1000]).toEqual([400, true])
    expect(alone).not.toHaveBeenCalled()
  })

  test('a reset does not wait for itself, however its address is spelled', async () => {
    const enter = vi.spyOn(double.world.state.gate, 'enter')
    expect((await exchange(double.world.url, { method: 'POST', target: '/%5Fatrium/reset' })).status).toBe(200)
    expect(enter).not.toHaveBeenCalled()
  })
})

describe.each(engines)('on $name, over restarts', (engine) => {
  test('how it began and what was kept are there after a restart, and the store is sound', async () => {
    const place = await placeOn(engine)
    const first = await startDouble(place.data, { seed: CASE_SEED })
    const client = await owner(first)
    const beginning = await shown(client)
    await invite(client, 'guest@new.example')
    const kept = await first.world.state.snapshot('kept')
    const before = await shown(client)
    await change(client, 'Later')
    const token = await tokenOf(first.world.url, clientOf('orgReader'))
    await done(client, 'DELETE', `${ORG}/serviceAccounts/${clientOf('orgReader').clientId}`)
    await first.world.stop(1000)
    const second = await startDouble(place.data, { seed: CASE_SEED })
    expect(await second.world.state.snapshots()).toEqual([kept])
    const again = await owner(second)
    await second.world.state.restore('kept')
    expect((await connect(second.world.url, token).call('GET', ORG)).status).toBe(200)
    expect(withoutPort(await shown(again))).toEqual(withoutPort(before))
    await second.world.state.reset()
    expect(withoutPort(withoutUse(await shown(again)))).toEqual(withoutPort(withoutUse(beginning)))
    await expectSound(second, place)
  })
})

test('a hundred snapshots are kept, and then one has to go', async () => {
  const { sandbox, world } = await startDouble(':memory:', { seed: CASE_SEED })
  for (let number = 1; number <= 100; number += 1) await world.state.snapshot(`s${number}`)
  expect(await sandbox('POST', '/snapshots', { name: 'more' })).toMatchObject({
    ...refused(409, 'TOO_MANY_SNAPSHOTS'),
    body: { detail: expect.stringContaining('DELETE /_atrium/snapshots/{name}') },
  })
  expect((await sandbox('POST', '/snapshots', { name: 's7', replace: true })).status).toBe(201)
  expect((await sandbox('DELETE', '/snapshots/s8')).status).toBe(204)
  expect((await sandbox('POST', '/snapshots', { name: 'more' })).status).toBe(201)
})

/** In the beginning nobody had signed in. */
const withoutUse = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/"lastUsedAt":"[^"]+"/g, '"lastUsedAt":null'))

/** Links name the address of the server that wrote them, which is another one after a restart. */
const withoutPort = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1'))
