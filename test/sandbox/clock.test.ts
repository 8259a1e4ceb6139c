// The clock of a double: set, advanced and resumed, with everything that comes due on the way, and never before its data.
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { worldMail } from '../../src/assembly/world-mail.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { MOMENTS } from '../../src/store/newest-record.ts'
import { type Answer, API, connect, textAt, tokenOf, valueAt } from '../harness/client.ts'
import { exchangeWithDigest } from '../harness/digest-client.ts'
import { type Double, placeOn, startDouble } from '../harness/double.ts'
import { exchange } from '../harness/http-client.ts'
import { OWNER, startMailWorld } from '../harness/mail-world.ts'
import { scratchFolder } from '../harness/scratch.ts'
import { engines } from '../harness/stores.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1)
const day = (number: number): string => new Date(START + number * DAY).toISOString()
const whole = (number: number): string => day(number).replace('.000Z', 'Z')

interface Invited {
  readonly username: string
  readonly expiresAt: string
}

const seedWith = (invitations: readonly Invited[]): Seed => ({
  organizations: [
    {
      name: 'Acme',
      projects: [{ name: 'Apollo' }],
      users: [{ username: OWNER, firstName: 'Ada', lastName: 'Lovelace', orgRoles: ['ORG_OWNER'] }],
      invitations: invitations.map((each) => ({ ...each, roles: ['ORG_MEMBER'] })),
    },
  ],
})

/** One that expires each day from the tenth on: the fourth is reminded on the day on which the first expires. */
const oneADay = (count: number): readonly Invited[] =>
  Array.from({ length: count }, (_, index) => ({ username: `p${index}@new.example`, expiresAt: day(10 + index) }))

const standing = (at: number) => ({ status: 200, body: { frozen: true, now: whole(at) } })
const refused = (code: string, status = 400) => ({ status, code, body: { errorCode: code } })

/** What became due and when, in the order of the outbox: `2026-01-08 reminder p0@new.example`. */
async function outboxOf({ sandbox }: Double): Promise<readonly string[]> {
  const { body } = await sandbox('GET', '/outbox')
  if (!Array.isArray(body)) throw new Error('The outbox is no list.')
  return body.map((mail) => {
    const kind = valueAt(valueAt(mail, 'links'), 'renew') === undefined ? 'invitation' : 'expired'
    return `${textAt(mail, 'createdAt').slice(0, 10)} ${kind} ${textAt(mail, 'to')}`
  })
}

for (const engine of engines) {
  const start = async (seed: Seed = seedWith([]), now: number | undefined = START): Promise<Double> =>
    startDouble(await placeOn(engine), now === undefined ? { seed } : { seed, now })

  test(`advancing sends each reminder and each notice of an expiry once, at its own time (${engine.name})`, async () => {
    const double = await start(seedWith(oneADay(6)))
    await double.sandbox('DELETE', '/outbox')
    expect(await double.sandbox('POST', '/clock:advance', { duration: 'P12D' })).toMatchObject(standing(12))
    const until12 = [
      '2026-01-08 invitation p0@new.example',
      '2026-01-09 invitation p1@new.example',
      '2026-01-10 invitation p2@new.example',
      '2026-01-11 invitation p3@new.example',
      `2026-01-11 expired ${OWNER}`,
      '2026-01-12 invitation p4@new.example',
      `2026-01-12 expired ${OWNER}`,
      '2026-01-13 invitation p5@new.example',
      `2026-01-13 expired ${OWNER}`,
    ]
    expect(await outboxOf(double)).toEqual(until12)
    await double.sandbox('PUT', '/clock', { now: '2026-02-01' })
    const rest = ['2026-01-14', '2026-01-15', '2026-01-16'].map((date) => `${date} expired ${OWNER}`)
    expect(await outboxOf(double)).toEqual([...until12, ...rest])
    const users = await (await double.client()).call(
      'GET',
      `${API}/orgs/${double.world.firstSteps.credentials.orgId}/users`,
    )
    expect(valueAt(users.body, 'totalCount')).toBe(1)
  })

  test(`at any moment on the way exactly what is due by then has been done (${engine.name})`, async () => {
    const invitations = Array.from({ length: 260 }, (_, index) => ({
      username: `p${index}@new.example`,
      expiresAt: new Date(START + 10 * DAY + index * 3_600_000).toISOString(),
    }))
    const world = await startMailWorld(engine, {
      seed: seedWith(invitations),
      leavesMails: false,
      now: START,
      frozen: true,
    })
    const { db, mailing } = world.atrium
    const moments: number[] = []
    await worldMail(mailing, {}, undefined).runDue(START + 31 * DAY, {
      within: async ({ q }, at) => {
        moments.push(at)
        const mails = await q.selectFrom('outbox').select(['due_at', 'sent_at', 'status']).execute()
        const done = mails.filter(({ status }) => status === 'sent')
        expect(done.filter(({ due_at, sent_at }) => due_at > at || due_at !== sent_at)).toEqual([])
        expect(mails.filter(({ status, due_at }) => status === 'waiting' && due_at < at)).toEqual([])
        const rows = await q.selectFrom('invitations').select(['status', 'expires_at', 'closed_at']).execute()
        for (const { status, expires_at, closed_at } of rows) {
          if (expires_at < at) expect([status, closed_at]).toEqual(['EXPIRED', expires_at])
          if (expires_at > at) expect([status, closed_at]).toEqual(['PENDING', null])
        }
      },
    })
    expect(moments.length).toBeGreaterThan(1)
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    const kinds = await db.read.q.selectFrom('outbox').select(['kind', 'status']).execute()
    const count = (kind: string) => kinds.filter((each) => each.kind === kind && each.status === 'sent').length
    expect([count('reminder'), count('expired')]).toEqual([260, 260])
  })

  test(`moves wait for each other, and requests are answered meanwhile (${engine.name})`, async () => {
    const double = await start(seedWith(oneADay(20)))
    const client = await double.client()
    const { orgId } = double.world.firstSteps.credentials
    const list = () => client.call('GET', `${API}/orgs/${orgId}/users`)
    const moves = Array.from({ length: 5 }, () => double.sandbox('POST', '/clock:advance', { duration: 'P7D' }))
    const requests = Array.from({ length: 30 }, list)
    expect((await Promise.all(moves)).map(({ body }) => textAt(body, 'now')).toSorted()).toEqual(
      [7, 14, 21, 28, 35].map(whole),
    )
    expect((await Promise.all(requests)).map(({ status }) => status)).toEqual(requests.map(() => 200))
    expect((await outboxOf(double)).filter((mail) => mail.includes(' expired '))).toHaveLength(20)
  })

  test(`the clock goes back to the newest thing written down, and no further (${engine.name})`, async () => {
    const double = await start()
    const { sandbox } = double
    const client = await double.client()
    const { orgId } = double.world.firstSteps.credentials
    await sandbox('PUT', '/clock', { now: whole(5) })
    const made = await client.call('POST', `${API}/groups`, { name: 'Later', orgId })
    expect(made.status).toBe(201)
    await sandbox('PUT', '/clock', { now: whole(9) })
    const back = await sandbox('PUT', '/clock', { now: whole(4) })
    expect(back).toMatchObject({ ...refused('CLOCK_BEHIND_DATA', 409), body: { parameters: [whole(5)] } })
    expect(textAt(back.body, 'detail')).toContain('the clock can go back to that at most')
    expect(await sandbox('GET', '/clock')).toMatchObject(standing(9))
    expect(await sandbox('PUT', '/clock', { now: whole(6), credentials: true })).toMatchObject(
      refused('INVALID_ATTRIBUTE'),
    )
    expect(await sandbox('PUT', '/clock', { now: whole(5) })).toMatchObject(standing(5))
  })

  test(`going back holds requests up too where it waited for its turn behind a move ahead (${engine.name})`, async () => {
    const { world } = await start()
    const alone = vi.spyOn(world.state.gate, 'alone')
    const [ahead, back] = await Promise.all([world.clock.set(START + 9 * DAY), world.clock.set(START + 5 * DAY)])
    expect([ahead.now, back.now]).toEqual([START + 9 * DAY, START + 5 * DAY])
    expect(alone).toHaveBeenCalledTimes(1)
  })

  test(`the clock runs again once nothing lies ahead of real time (${engine.name})`, async () => {
    const double = await start(undefined, Date.now() - 40 * DAY)
    const { sandbox } = double
    const client = await double.client()
    const { orgId } = double.world.firstSteps.credentials
    const invite = (username: string): Promise<Answer> =>
      client.call('POST', `${API}/orgs/${orgId}/invites`, { username, roles: ['ORG_MEMBER'] })
    expect((await invite('early@new.example')).status).toBe(200)
    expect((await sandbox('POST', '/clock:resume')).body).toMatchObject({ frozen: false })
    // Its end came while the clock caught up with real time.
    expect((await invite('early@new.example')).status).toBe(200)
    await sandbox('POST', '/clock:advance', { duration: 'P1D' })
    expect((await invite('late@new.example')).status).toBe(200)
    const { body } = await sandbox('GET', '/clock')
    const refusal = await sandbox('POST', '/clock:resume')
    expect(refusal).toMatchObject(refused('CLOCK_BEHIND_DATA', 409))
    expect(textAt(refusal.body, 'detail')).toContain('Restore a snapshot')
    expect((await sandbox('GET', '/clock')).body).toEqual(body)
  })

  test(`a restart finds the clock where it stood, and credentials as old as they were (${engine.name})`, async () => {
    const place = engine.name === 'sqlite' ? scratchFolder() : await placeOn(engine)
    const first = await startDouble(place, { seed: seedWith([]), now: START })
    expect(await first.sandbox('GET', '/clock')).toMatchObject(standing(0))
    const { orgId, serviceAccount } = first.world.firstSteps.credentials
    if (!serviceAccount) throw new Error('The seed has no service account.')
    const token = await tokenOf(first.world.url, serviceAccount)
    await first.sandbox('POST', '/clock:advance', { duration: 'P900D', credentials: true })
    await first.world.stop(1000)
    const second = await startDouble(place, { seed: seedWith([]), now: START })
    expect(await second.sandbox('GET', '/clock')).toMatchObject(standing(900))
    expect((await connect(second.world.url, token).call('GET', `${API}/orgs/${orgId}`)).status).toBe(401)
    await second.world.stop(1000)
  })
}

test('access tokens and digest nonces live on through a jump, unless they are aged with it', async () => {
  const double = await startDouble(':memory:', { seed: seedWith([]) })
  const { url, firstSteps } = double.world
  const { apiKey, serviceAccount, orgId } = firstSteps.credentials
  if (!apiKey || !serviceAccount) throw new Error('The seed has no credentials.')
  const target = `${API}/orgs/${orgId}`
  const call = { method: 'GET', target, headers: { Accept: 'application/vnd.atlas.2025-03-12+json' } }
  const client = await double.client()
  const before = await exchangeWithDigest(url, apiKey, call)
  expect(before.status).toBe(200)
  await double.sandbox('POST', '/clock:advance', { duration: 'P31D' })
  expect((await client.call('GET', target)).status).toBe(200)
  expect((await exchangeWithDigest(url, apiKey, call)).status).toBe(200)
  await double.sandbox('POST', '/clock:advance', { duration: 'P31D', credentials: true })
  expect((await client.call('GET', target)).status).toBe(401)
  expect((await (await double.client()).call('GET', target)).status).toBe(200)
  expect((await exchangeWithDigest(url, apiKey, call)).status).toBe(200)
})

test('client secrets and entries of access lists end by the clock', async () => {
  const double = await startDouble(':memory:', { seed: seedWith([]), now: START })
  const client = await double.client()
  const { orgId, groupId } = double.world.firstSteps.credentials
  const account = await client.call('POST', `${API}/orgs/${orgId}/serviceAccounts`, {
    name: 'Brief',
    description: 'for two days',
    roles: ['ORG_READ_ONLY'],
    secretExpiresAfterHours: 48,
  })
  const [secret] = Object(account.body).secrets
  const credentials = { clientId: textAt(account.body, 'clientId'), clientSecret: textAt(secret, 'secret') }
  await client.call('POST', `${API}/groups/${groupId}/accessList`, [
    { ipAddress: '192.0.2.1', deleteAfterDate: whole(5) },
    { ipAddress: '192.0.2.2' },
  ])
  const entries = async () =>
    Object((await client.call('GET', `${API}/groups/${groupId}/accessList`)).body).results.length
  await double.sandbox('POST', '/clock:advance', { duration: 'PT47H' })
  expect(await tokenOf(double.world.url, credentials)).toBeTypeOf('string')
  expect(await entries()).toBe(2)
  await double.sandbox('POST', '/clock:advance', { duration: 'P4D' })
  await expect(tokenOf(double.world.url, credentials)).rejects.toThrow('invalid_client')
  expect(await entries()).toBe(1)
})

test('operations end where the clock has been set past their sunset, and only there', async () => {
  const double = await startDouble(':memory:', { seed: seedWith([]) })
  const { url, firstSteps } = double.world
  const { apiKey, orgId } = firstSteps.credentials
  if (!apiKey) throw new Error('The seed has no API key.')
  const statuses = async (): Promise<readonly number[]> => {
    const old = { method: 'GET', target: `${API}/orgs/${orgId}/invites` }
    const v2 = { ...old, headers: { Accept: 'application/vnd.atlas.2023-01-01+json' } }
    const v1 = { ...old, target: `/api/atlas/v1.0/orgs/${orgId}/invites`, headers: { Accept: 'application/json' } }
    const answers = [await exchangeWithDigest(url, apiKey, v2), await exchangeWithDigest(url, apiKey, v1)]
    return answers.map(({ status }) => status)
  }
  expect(await statuses()).toEqual([200, 200])
  await double.sandbox('PUT', '/clock', { now: '2027-06-30T23:59:59Z' })
  expect(await statuses()).toEqual([200, 200])
  await double.sandbox('PUT', '/clock', { now: '2027-07-01' })
  expect(await statuses()).toEqual([410, 410])
})

test('what is no instant, no duration or no move is refused with an example, and nothing changes', async () => {
  const double = await startDouble(':memory:', { seed: seedWith(oneADay(1)), now: START })
  const put = (body: unknown): Promise<Answer> => double.sandbox('PUT', '/clock', body)
  const advance = (body: unknown): Promise<Answer> => double.sandbox('POST', '/clock:advance', body)
  const instants = [
    '',
    '2027-02-29',
    '2027-07-02 00:00',
    '2027-07-02T24:00:00Z',
    '2027-07-02T00:00:00',
    'tomorrow',
    '１',
  ]
  for (const now of instants) {
    const answer = await put({ now })
    expect(answer, now).toMatchObject(refused('INVALID_ATTRIBUTE'))
    expect(textAt(answer.body, 'detail')).toContain('2027-07-02T00:00:00Z')
  }
  for (const now of ['1999-12-31', '2100-01-01', '9999-12-31T23:59:59Z']) {
    const answer = await put({ now })
    expect(answer, now).toMatchObject(refused('INVALID_ATTRIBUTE'))
    expect(textAt(answer.body, 'detail')).toContain('from 2000-01-01T00:00:00Z to 2099-12-31T23:59:59Z')
  }
  for (const duration of [
    '',
    'P',
    'PT',
    'P1DT',
    '-P1D',
    'P-1D',
    'P1M',
    'P1Y',
    '31 days',
    'P1.5D',
    'p1d',
    'P9999999999D',
  ]) {
    const answer = await advance({ duration })
    expect(answer, duration).toMatchObject(refused('INVALID_ATTRIBUTE'))
    expect(textAt(answer.body, 'detail')).toContain('P31D')
  }
  expect(await advance({ duration: 'P999999999W' })).toMatchObject(refused('INVALID_ATTRIBUTE'))
  for (const body of [{}, { now: null }]) expect(await put(body)).toMatchObject(refused('MISSING_ATTRIBUTE'))
  for (const body of [{ now: 5 }, { now: '2027-07-02', credentials: 'yes' }, { now: '2027-07-02', at: 1 }, [], 'x']) {
    expect((await put(body)).status, JSON.stringify(body)).toBe(400)
  }
  const { status } = await exchange(double.world.url, { method: 'PUT', target: '/_atrium/clock' })
  expect(status).toBe(400)
  await expect(double.world.clock.advance(-1)).rejects.toThrow('zero milliseconds or more')
  await expect(double.world.clock.set(Number.NaN)).rejects.toThrow('2000-01-01')
  expect(await double.sandbox('GET', '/clock')).toMatchObject(standing(0))
  expect(await outboxOf(double)).toHaveLength(1)
})

/** Moments of the future, of the machine's clock, and that nobody has been shown. */
const NO_MOMENTS = [
  'access_lists.expires_at',
  'idempotent_answers.expires_at',
  'invitations.expires_at',
  'links.expires_at',
  'nonces.expires_at',
  'outbox.due_at',
  'secrets.expires_at',
  'sessions.created_at',
  'sessions.expires_at',
  'sessions.last_used_at',
  'signing_keys.created_at',
  'throttles.expires_at',
  'tokens.created_at',
  'tokens.expires_at',
]

test('every time that a table holds is known to be of the past, or not to be', async () => {
  const [sqlite] = engines
  const db = await sqlite?.open()
  const found = await sql<{ name: string }>`select t.name || '.' || c.name as name
    from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table' and c.name like '%\\_at' escape '\\'
    order by 1`.execute(Object(db).read.q)
  const known = Object.entries(MOMENTS).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  expect(found.rows.map(({ name }) => name)).toEqual([...known, ...NO_MOMENTS].toSorted())
})
