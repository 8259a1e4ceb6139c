// The export: a seed of the present state, from which a world equal to this one is started.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSeed } from '../../src/seed/seed-file.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { type Atrium, startAtrium } from '../harness/atrium.ts'
import { browse } from '../harness/browsing.ts'
import { API, signIn, valueAt } from '../harness/client.ts'
import { exchangeWithDigest } from '../harness/digest-client.ts'
import { exchange } from '../harness/http-client.ts'
import { randomSeed } from '../harness/random-seed.ts'
import { fillRichly, NEWCOMER } from '../harness/rich-world.ts'
import { engines, type TestEngine } from '../harness/stores.ts'

const BEGIN = Date.UTC(2027, 0, 10, 9, 30)
const LATER = BEGIN + 31 * 86_400_000 + 123

const start = async (engine: TestEngine, seed: Seed, now: number): Promise<Atrium> =>
  startAtrium(await engine.open(), { seed, now, frozen: true })

const exported = async ({ url }: Atrium, query = '') => {
  const { status, headers, text } = await exchange(url, { method: 'GET', target: `/_atrium/export${query}` })
  return { status, type: headers['content-type'], text }
}

/** The text as a seed; throws with its problems when it is none. */
function seedIn(text: string): Seed {
  const { seed, problems } = readSeed('export.yaml', text)
  if (!seed) throw new Error(`${problems.join('\n')}\n${text}`)
  return seed
}

const FIRST: Seed = {
  organizations: [
    {
      name: 'Acme',
      users: [
        {
          username: 'olive@example.com',
          firstName: 'Olive',
          orgRoles: ['ORG_OWNER'],
          teams: ['Core'],
          language: 'pt-BR',
        },
      ],
      projects: [{ name: 'Billing' }],
      teams: [{ name: 'Core', projectRoles: { Billing: ['GROUP_OWNER'] } }],
    },
  ],
}

/** What the API shows of both organizations, without what the documentation excepts: when something was last used. */
async function shownBy({ url, first }: Atrium, key: { publicKey: string; privateKey: string }): Promise<unknown> {
  const ask = async (target: string): Promise<unknown> => {
    const headers = { Accept: 'application/vnd.atlas.2025-03-12+json' }
    const { text, status } = await exchangeWithDigest(url, key, { method: 'GET', target: API + target, headers })
    if (status !== 200) throw new Error(`GET ${target} was answered ${status} ${text}`)
    return JSON.parse(text.replaceAll(url, ''), (name, value) => (USE.includes(name) ? undefined : value))
  }
  const idsIn = (body: unknown, name = 'id'): readonly string[] => {
    const list = Array.isArray(body) ? body : valueAt(body, 'results')
    return Array.isArray(list) ? list.map((each) => String(valueAt(each, name))) : []
  }
  const org = `/orgs/${first.orgId}`
  const projects = idsIn(await ask('/groups'))
  const keys = idsIn(await ask(`${org}/apiKeys`))
  const teams = idsIn(await ask(`${org}/teams`))
  const accounts = idsIn(await ask(`${org}/serviceAccounts`), 'clientId')
  const users = STATUSES.map((status) => `${org}/users?orgMembershipStatus=${status}`)
  const paths = [
    ...['/orgs', '/groups', org, ...PARTS.map((part) => `${org}/${part}`), ...users],
    ...projects.flatMap((id) => [`/groups/${id}`, ...PROJECT_PARTS.map((part) => `/groups/${id}/${part}`)]),
    ...teams.map((id) => `${org}/teams/${id}/users`),
    ...keys.map((id) => `${org}/apiKeys/${id}/accessList`),
    ...accounts.flatMap((id) => [`${org}/serviceAccounts/${id}`, `${org}/serviceAccounts/${id}/accessList`]),
  ]
  return Promise.all(paths.map(async (path) => [path, await ask(path)]))
}

const USE: readonly string[] = ['lastUsedAt', 'lastUsed', 'lastUsedAddress', 'count', 'requestCount']
const STATUSES = ['ACTIVE', 'PENDING', 'INVITATION_EXPIRED', 'INVITATION_REJECTED']
const PARTS = ['settings', 'mailSettings', 'users', 'teams', 'apiKeys', 'serviceAccounts', 'invites', 'groups']
const PROJECT_PARTS = [
  ...['users', 'teams', 'apiKeys', 'serviceAccounts', 'invites', 'settings', 'limits', 'managedSlowMs', 'accessList'],
]

for (const engine of engines) {
  test(`a world that has seen everything is exported, started again and exported equally (${engine.name})`, async () => {
    await using before = await start(engine, FIRST, BEGIN)
    const later = await fillRichly(before)
    const { text, type } = await exported(before)
    expect(type).toBe('application/yaml; charset=utf-8')
    await using after = await start(engine, seedIn(text), LATER)
    expect((await exported(after)).text).toBe(text)
    expect(after.first).toEqual(before.first)
    expect(await shownBy(after, later.apiKey)).toEqual(await shownBy(before, later.apiKey))
    const { status } = await signIn(after.url, later.serviceAccount)
    expect(status).toBe(200)
    for (const person of [NEWCOMER, { username: 'olive@example.com', password: before.first.owner?.password ?? '' }]) {
      const form = { email: person.username, password: person.password }
      expect(await browse().send(`${after.url}/sign-in`, form)).toMatchObject({ status: 303 })
    }
  }, 30_000)

  test(`any seed is exported, started again and exported equally (${engine.name})`, async () => {
    const rounds = engine.name === 'sqlite' ? 50 : 5
    await fc.assert(
      fc.asyncProperty(randomSeed, async (seed) => {
        const texts: string[] = []
        for (let now = seed, round = 0; round < 2; round += 1) {
          await using db = await engine.open()
          await using atrium = await startAtrium(db, { seed: now, now: BEGIN, frozen: true, hashCost: 'least' })
          const { text } = await exported(atrium)
          texts.push(text)
          now = seedIn(text)
        }
        expect(texts[1]).toBe(texts[0])
      }),
      { numRuns: rounds },
    )
  }, 60_000)
}

const [engine] = engines
if (!engine) throw new Error('There is always SQLite.')

test('credentials that were taken away or changed are not exported as they once were', async () => {
  await using before = await start(engine, FIRST, BEGIN)
  const { first, url } = before
  const { apiKey } = await fillRichly(before)
  const call = (method: string, path: string, body?: object) =>
    exchangeWithDigest(url, apiKey, {
      method,
      target: `${API}/orgs/${first.orgId}${path}`,
      headers: { Accept: 'application/vnd.atlas.2025-03-12+json', 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    })
  const idOf = async (list: string, key: string, value: string | undefined): Promise<string> =>
    JSON.parse((await call('GET', list)).text).results.find((each: object) => valueAt(each, key) === value).id
  const heir = await idOf('/users', 'username', 'joined@example.com')
  const answers = [
    await call('DELETE', `/apiKeys/${await idOf('/apiKeys', 'publicKey', first.apiKey?.publicKey)}`),
    await call('DELETE', `/serviceAccounts/${first.serviceAccount?.clientId}`),
    await call('PATCH', `/users/${heir}`, { roles: { orgRoles: ['ORG_OWNER'] } }),
    await call('DELETE', `/users/${first.owner?.id}`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 200, 204])
  const { text } = await exported(before)
  expect(text).not.toMatch(/ (privateKey|clientSecret|password): (?!null)/)
  await using after = await start(engine, seedIn(text), LATER)
  expect((await exported(after)).text).toBe(text)
  expect(after.first).toMatchObject({ apiKey: null, serviceAccount: null, owner: null })
  expect(await shownBy(after, apiKey)).toEqual(await shownBy(before, apiKey))
})

test('only invitations that can still be accepted are mailed', async () => {
  const roles = ['ORG_MEMBER']
  const over = { createdAt: '2026-01-01T00:00:00Z', expiresAt: '2026-01-31T00:00:00Z' }
  const invitations = [
    { username: 'pending@example.com', roles },
    { username: 'over@example.com', roles, ...over },
    ...(['ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED'] as const).map((status) => ({
      username: `${status.toLowerCase()}@example.com`,
      roles,
      status,
    })),
  ]
  await using atrium = await start(engine, { organizations: [{ name: 'Acme', invitations }] }, BEGIN)
  const { text } = await exchange(atrium.url, { method: 'GET', target: '/_atrium/outbox' })
  const invited = JSON.parse(text).filter(({ links }: { links: object }) => 'accept' in links)
  expect(invited.map(({ to }: { to: string }) => to)).toEqual(['pending@example.com'])
})

test('JSON says the same, and other formats are refused with those that there are', async () => {
  await using atrium = await start(engine, FIRST, BEGIN)
  const json = await exported(atrium, '?format=json')
  expect(json.type).toBe('application/json')
  expect(JSON.parse(json.text)).toEqual(seedIn((await exported(atrium)).text))
  const refused = await exported(atrium, '?format=xml')
  expect(refused.status).toBe(400)
  expect(JSON.parse(refused.text)).toMatchObject({ detail: 'The format must be yaml or json, not "xml".' })
})

test('a world without any organization has nothing to export', async () => {
  const seed: Seed = { organizations: [{ name: 'Acme', projects: [], apiKeys: [{ orgRoles: ['ORG_OWNER'] }] }] }
  await using atrium = await start(engine, seed, BEGIN)
  const { apiKey, orgId } = atrium.first
  if (!apiKey) throw new Error('The world begins without a key.')
  const headers = { Accept: 'application/vnd.atlas.2025-03-12+json' }
  await exchangeWithDigest(atrium.url, apiKey, { method: 'DELETE', target: `${API}/orgs/${orgId}`, headers })
  const { status, text } = await exported(atrium)
  expect(status).toBe(409)
  expect(JSON.parse(text)).toMatchObject({ errorCode: 'NO_ORGANIZATION_TO_EXPORT' })
})
