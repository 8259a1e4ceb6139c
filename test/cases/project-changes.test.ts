// Projects after their making: renamed, tagged, set up and limited.
import { expect } from 'vitest'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, newProject, outcome } from '../harness/cases.ts'
import { events } from '../harness/ledger.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const CLUSTERS = { Accept: 'application/vnd.atlas.2024-08-05+json' }

const typesOf = async ({ world }: Given, projectId: string): Promise<readonly string[]> =>
  (await events(world.atrium.db)).filter((event) => event.projectId === projectId).map(({ type }) => type)

const tags = [
  { key: 'env', value: 'e2e' },
  { key: 'app', value: 'cli' },
]

inEveryDialect('a project is renamed and tagged, and says so at once', async (given) => {
  const id = await newProject(given)
  const name = given.name()
  const answer = await given.owner.patch(`/groups/${id}`, { name, tags })
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({ id, name, tags: given.isAtlas ? tags : ['env', 'app'] })
  expect((await given.owner.get(`/groups/${id}`)).text).toBe(answer.text)
  expect((await given.owner.get(`/groups/byName/${encodeURIComponent(name)}`)).text).toBe(answer.text)
  expect((await given.owner.patch(`/groups/${id}`, { name, tags })).text).toBe(answer.text)
  expect(await typesOf(given, id)).toEqual(['GROUP_CREATED', 'GROUP_NAME_CHANGED', 'GROUP_TAGS_MODIFIED'])
})

inEveryDialect(
  'tags that were taken away leave an empty list, those that never were leave nothing',
  async (given) => {
    const id = await newProject(given)
    const read = async () => JSON.parse((await given.owner.get(`/groups/${id}`)).text)
    expect(await read()).not.toHaveProperty('tags')
    expect((await given.owner.patch(`/groups/${id}`, { withDefaultAlertsSettings: false })).status).toBe(200)
    expect(await read()).not.toHaveProperty('tags')
    await given.owner.patch(`/groups/${id}`, { tags })
    expect((await given.owner.patch(`/groups/${id}`, { tags: null })).body).toMatchObject({ tags })
    expect((await given.owner.patch(`/groups/${id}`, { tags: [] })).body).toMatchObject({ tags: [] })
    expect(await read()).toMatchObject({ tags: [], withDefaultAlertsSettings: false })
  },
  ATLAS,
)

inEveryDialect('what the service owns may be sent back, and is not changed', async (given) => {
  const id = await newProject(given)
  const before = await given.owner.get(`/groups/${id}`)
  const sent = { clusterCount: 7, created: '2020-01-01T00:00:00Z', id: ACME.apollo, links: [], orgId: ACME.apollo }
  expect((await given.owner.patch(`/groups/${id}`, sent)).text).toBe(before.text)
})

inEveryDialect('a project is not renamed to a taken name, nor to none', async (given) => {
  const id = await newProject(given)
  await leavesNothing(given, async () => {
    const rename = async (name: unknown) => outcome(await given.owner.patch(`/groups/${id}`, { name }))
    expect(await rename('Apollo')).toBe('409 GROUP_ALREADY_EXISTS')
    expect(await rename('a/b')).toBe('400 INVALID_GROUP_NAME')
    expect(await rename('')).toBe('400 MISSING_ATTRIBUTE')
    expect(await rename(5)).toBe('400 INVALID_JSON_ATTRIBUTE')
    expect(outcome(await given.as('projectReader').patch(`/groups/${ACME.apollo}`, {}))).toBe('401 USER_UNAUTHORIZED')
    expect(outcome(await given.as('stranger').patch(`/groups/${ACME.apollo}`, {}))).toBe('404 GROUP_NOT_FOUND')
  })
})

inEveryDialect('of two projects renamed to one name at once, one gets it', async (given) => {
  const ids = [await newProject(given), await newProject(given)]
  const name = given.name()
  const answers = await Promise.all(ids.map((id) => given.owner.patch(`/groups/${id}`, { name })))
  expect(answers.map(outcome).toSorted()).toEqual(['200', '409 GROUP_ALREADY_EXISTS'])
})

inEveryDialect('tags that cannot be are refused in the words that Terraform’s users know', async (given) => {
  const id = await newProject(given)
  const allowed = 'Allowable characters include letters, numbers, spaces and ;@_-.+'
  await leavesNothing(given, async () => {
    for (const [tag, words] of [
      [{ key: 'a/b', value: 'c' }, `The tag key "a/b" contains invalid characters. ${allowed}`],
      [{ key: 'a', value: 'b=c' }, `The tag value "b=c" contains invalid characters. ${allowed}`],
      [
        { key: 'a'.repeat(256), value: 'b' },
        'The key of the tag exceeded the maximum allowed length of 255 characters.',
      ],
      [
        { key: 'a', value: 'b'.repeat(256) },
        'The value of the tag exceeded the maximum allowed length of 255 characters.',
      ],
    ] as const) {
      for (const answer of [
        await given.owner.patch(`/groups/${id}`, { tags: [tag] }),
        await given.owner.post('/groups', { name: given.name(), orgId: ACME.id, tags: [tag] }),
      ]) {
        expect(outcome(answer)).toBe('400 INVALID_ATTRIBUTE')
        expect(answer.body).toMatchObject({ detail: words, parameters: ['tags'] })
      }
    }
    const twice = [tags[0], tags[0]]
    expect(outcome(await given.owner.patch(`/groups/${id}`, { tags: twice }))).toBe('400 INVALID_ATTRIBUTE')
    expect(outcome(await given.owner.patch(`/groups/${id}`, { tags: [{ key: 'a' }] }))).toBe('400 MISSING_ATTRIBUTE')
  })
})

const SETTINGS = {
  isClusterAiAssistantEnabled: true,
  isCollectDatabaseSpecificsStatisticsEnabled: true,
  isDataExplorerEnabled: true,
  isDataExplorerGenAIFeaturesEnabled: true,
  isDataExplorerGenAISampleDocumentPassingEnabled: false,
  isDataValidationEnabled: true,
  isExtendedStorageSizesEnabled: false,
  isNativeRerankingEnabled: true,
  isPerformanceAdvisorEnabled: true,
  isRealtimePerformancePanelEnabled: true,
  isSchemaAdvisorEnabled: true,
}

inEveryDialect(
  'settings of a project have defaults, and a change merges into them',
  async (given) => {
    const path = `/groups/${await newProject(given)}/settings`
    const read = await given.owner.get(path)
    expect(read.text).toBe(JSON.stringify(SETTINGS))
    expect(read.headers['location']).toBe(`${given.world.atrium.url}//api/atlas/v1.0`)
    const changed = { ...SETTINGS, isDataExplorerEnabled: false, isExtendedStorageSizesEnabled: true }
    const answer = await given.owner.patch(path, { isDataExplorerEnabled: false, isExtendedStorageSizesEnabled: true })
    expect(answer.text).toBe(JSON.stringify(changed))
    expect(answer.headers['location']).toBe(`${given.world.atrium.url}//api/atlas/v1.0`)
    expect((await given.owner.patch(path, SETTINGS)).text).toBe(JSON.stringify(SETTINGS))
    expect((await given.owner.patch(path, { isSchemaAdvisorEnabled: null })).text).toBe(JSON.stringify(SETTINGS))
    await leavesNothing(given, async () => {
      expect(outcome(await given.owner.patch(path, { isKing: true }))).toBe('400 INVALID_ATTRIBUTE')
      expect(outcome(await given.owner.patch(path, { isSchemaAdvisorEnabled: 1 }))).toBe('400 INVALID_JSON_ATTRIBUTE')
      const reader = given.as('projectReader')
      expect(outcome(await reader.patch(`/groups/${ACME.apollo}/settings`, {}))).toBe('401 USER_UNAUTHORIZED')
      expect((await reader.get(`/groups/${ACME.apollo}/settings`)).status).toBe(200)
    })
  },
  ATLAS,
)

inEveryDialect(
  'changes of different settings at once all stay',
  async (given) => {
    const path = `/groups/${await newProject(given)}`
    const names = Object.keys(SETTINGS)
    await Promise.all([
      ...names.map((name) => given.owner.patch(`${path}/settings`, { [name]: false })),
      given.owner.delete(`${path}/managedSlowMs/disable`),
      given.owner.patch(`${path}/limits/atlas.project.deployment.clusters`, { value: 3 }),
    ])
    const all = Object.fromEntries(names.map((name) => [name, false]))
    expect((await given.owner.get(`${path}/settings`)).body).toEqual(all)
    expect((await given.owner.get(`${path}/managedSlowMs`)).text).toBe('false')
    expect((await given.owner.get(`${path}/limits/atlas.project.deployment.clusters`)).body).toMatchObject({ value: 3 })
  },
  ATLAS,
)

inEveryDialect(
  'the managed threshold is a truth value of its own',
  async (given) => {
    const path = `/groups/${await newProject(given)}/managedSlowMs`
    expect((await given.owner.get(path)).text).toBe('true')
    const off = await given.owner.delete(`${path}/disable`)
    expect([off.status, off.text]).toEqual([204, ''])
    expect((await given.owner.get(path)).text).toBe('false')
    expect((await given.owner.get(`${path}?envelope=true`)).text).toBe('{"content":false,"status":200}')
    const on = await given.owner.post(`${path}/enable`)
    expect([on.status, on.text]).toEqual([204, ''])
    expect((await given.owner.get(path)).text).toBe('true')
    expect(outcome(await given.as('projectReader').get(path))).toBe('401 USER_UNAUTHORIZED')
  },
  ATLAS,
)

const CLUSTER_LIMIT = 'atlas.project.deployment.clusters'
const BYTES = 'dataFederation.bytesProcessed.daily'

inEveryDialect(
  'limits are a bare list with defaults, set within bounds and put back',
  async (given) => {
    const path = `/groups/${await newProject(given)}/limits`
    const listed = async () => JSON.parse((await given.owner.get(path)).text)
    const names = (await listed()).map(({ name }: { name: string }) => name)
    expect(names).toHaveLength(9)
    expect(names).toEqual(names.toSorted())
    const standard = { currentUsage: 0, defaultLimit: 25, maximumLimit: 90, name: CLUSTER_LIMIT, value: 25 }
    expect((await given.owner.get(`${path}/${CLUSTER_LIMIT}`)).text).toBe(JSON.stringify(standard))
    // As the Go SDK sends it: the whole struct.
    const set = await given.owner.patch(`${path}/${CLUSTER_LIMIT}`, { ...standard, value: 1 })
    expect([set.status, set.text]).toEqual([200, JSON.stringify({ ...standard, value: 1 })])
    expect(await listed()).toContainEqual({ ...standard, value: 1 })
    expect((await given.owner.delete(`${path}/${CLUSTER_LIMIT}`)).status).toBe(204)
    expect(await listed()).toContainEqual(standard)
    expect((await given.owner.delete(`${path}/${CLUSTER_LIMIT}`)).status).toBe(204)
  },
  ATLAS,
)

inEveryDialect(
  'a limit without a default is there while it is set',
  async (given) => {
    const path = `/groups/${await newProject(given)}/limits/${BYTES}`
    expect(outcome(await given.owner.get(path))).toBe('404 RESOURCE_NOT_FOUND')
    const set = await given.owner.patch(path, { value: 5_000_000_000 })
    expect(set.text).toBe(JSON.stringify({ name: BYTES, value: 5_000_000_000 }))
    expect((await given.owner.get(path)).text).toBe(set.text)
    expect((await given.owner.delete(path)).status).toBe(204)
    expect(outcome(await given.owner.get(path))).toBe('404 RESOURCE_NOT_FOUND')
  },
  ATLAS,
)

inEveryDialect(
  'a limit that does not exist, or beyond its bounds, is refused',
  async (given) => {
    const path = `/groups/${ACME.apollo}/limits`
    await leavesNothing(given, async () => {
      for (const name of ['atlas.project.kings', 'constructor', '__proto__']) {
        expect(outcome(await given.owner.get(`${path}/${name}`)), name).toBe('404 RESOURCE_NOT_FOUND')
        expect(outcome(await given.owner.patch(`${path}/${name}`, { value: 1 })), name).toBe('404 RESOURCE_NOT_FOUND')
        expect(outcome(await given.owner.delete(`${path}/${name}`)), name).toBe('404 RESOURCE_NOT_FOUND')
      }
      const set = async (value: unknown) => outcome(await given.owner.patch(`${path}/${CLUSTER_LIMIT}`, { value }))
      for (const value of [-1, 91, 1e30]) expect(await set(value)).toBe('400 INVALID_ATTRIBUTE')
      for (const value of [1.5, '1', true]) expect(await set(value)).toBe('400 INVALID_JSON_ATTRIBUTE')
      expect(await set(null)).toBe('400 MISSING_ATTRIBUTE')
      const reader = given.as('projectReader')
      expect(outcome(await reader.patch(`${path}/${CLUSTER_LIMIT}`, { value: 1 }))).toBe('401 USER_UNAUTHORIZED')
    })
  },
  ATLAS,
)

inEveryDialect(
  'clients that look for clusters find none',
  async (given) => {
    const path = `/groups/${ACME.apollo}`
    const clusters = await given
      .as('projectReader')
      .get(`${path}/clusters`, given.dialect.name === 'v2' ? CLUSTERS : {})
    expect(clusters.body).toEqual({
      links: [{ href: given.href(`${path}/clusters?includeCount=true&pageNum=1&itemsPerPage=100`), rel: 'self' }],
      results: [],
      totalCount: 0,
    })
    const addresses = await given.as('projectReader').get(`${path}/ipAddresses`)
    expect(addresses.text).toBe(JSON.stringify({ groupId: ACME.apollo, services: { clusters: [] } }))
  },
  ATLAS,
)

inEveryDialect(
  'the control plane has no addresses, which anybody may know',
  async ({ world, dialect }) => {
    const headers = { Accept: dialect.name === 'v2' ? 'application/vnd.atlas.2023-11-15+json' : dialect.accept }
    const target = `${dialect.prefix}/unauth/controlPlaneIPAddresses`
    const answer = await world.bare({ method: 'GET', target, headers })
    const none = { aws: {}, azure: {}, gcp: {} }
    expect([answer.status, answer.text]).toEqual([200, JSON.stringify({ inbound: none, outbound: none })])
  },
  ATLAS,
)

inEveryDialect(
  "what a project does not have here still tells whether the project is there, as the Atlas CLI's setup expects",
  async (given) => {
    const send = (groupId: string) => given.owner.post(`/groups/${groupId}/databaseUsers`, { databaseName: 'admin' })
    const absent = '111111111111111111111111'
    await leavesNothing(given, async () => {
      expect((await send(absent)).body).toMatchObject({ errorCode: 'GROUP_NOT_FOUND', parameters: [absent] })
      expect((await send(absent)).headers['x-error-code']).toBe('GROUP_NOT_FOUND')
      expect(outcome(await send(STRANGER.project))).toBe('404 GROUP_NOT_FOUND')
      expect(outcome(await send('none'))).toBe('404 INVALID_GROUP_ID')
      expect(outcome(await send(ACME.apollo))).toBe('404 RESOURCE_NOT_FOUND')
      const more = await given.owner.post(`/groups/${absent}/databaseUsers/admin`, {})
      expect(outcome(more)).toBe('404 RESOURCE_NOT_FOUND')
      const outsider = await given.as('nobody').post(`/groups/${ACME.apollo}/databaseUsers`, {})
      expect(outcome(outsider)).toBe('401 USER_UNAUTHORIZED')
    })
  },
  ATLAS,
)
