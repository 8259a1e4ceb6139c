// The audit record as its readers see it: what stands in which feed, filters, pages, and who may look.
import { expect } from 'vitest'
import { EVENT_TYPES } from '../../src/domain/event-types.ts'
import { ACME, clientOf, keyOf, STRANGER } from '../harness/case-seed.ts'
import { accept, cases, type Given, invitedToOrg, invitedToProject, newProject, outcome } from '../harness/cases.ts'
import { exchangeWithDigest } from '../harness/digest-client.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const FEED = `/orgs/${ACME.id}/events`
const feedOf = (projectId: string): string => `/groups/${projectId}/events`
const UNKNOWN = '5f0a0000000000000000ffff'

interface Event {
  readonly id: string
  readonly eventTypeName: string
  readonly [key: string]: unknown
}

const eventsIn = ({ body }: Answer): readonly Event[] => Object(body).results
const totalOf = ({ body }: Answer): number => Object(body).totalCount
const typesIn = (answer: Answer): readonly string[] => eventsIn(answer).map(({ eventTypeName }) => eventTypeName)
const idsIn = (answer: Answer): readonly string[] => eventsIn(answer).map(({ id }) => id)

/** The newest event of the organization. */
async function newest(given: Given): Promise<Event> {
  const [event] = eventsIn(await given.owner.get(`${FEED}?itemsPerPage=1`))
  if (!event) throw new Error('There is no event.')
  return event
}

inEveryDialect('an event tells who did what, when, from where and to whom', async (given) => {
  const { username } = await invitedToOrg(given)
  const event = await newest(given)
  const path = given.isAtlas ? `/groups/null/events/${event.id}` : `${FEED}/${event.id}`
  expect(event).toEqual({
    created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    eventTypeName: 'INVITED_TO_ORG',
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    isGlobalAdmin: false,
    links: [{ href: given.href(path), rel: 'self' }],
    orgId: ACME.id,
    publicKey: clientOf('owner').clientId,
    remoteAddress: '127.0.0.1',
    targetUsername: username,
  })
  expect((await given.owner.get(`${FEED}/${event.id}`)).body).toEqual(event)
})

inEveryDialect('a project’s event stands in both feeds, in its own with the project alone', async (given) => {
  const projectId = await newProject(given)
  const common = { eventTypeName: 'GROUP_CREATED', groupId: projectId }
  const inOrg = await newest(given)
  expect(inOrg).toMatchObject({ ...common, orgId: ACME.id })
  const inProject = await given.owner.get(feedOf(projectId))
  expect(eventsIn(inProject)).toEqual([
    {
      ...common,
      created: inOrg['created'],
      id: inOrg.id,
      isGlobalAdmin: false,
      links: [{ href: given.href(`${feedOf(projectId)}/${inOrg.id}`), rel: 'self' }],
      publicKey: clientOf('owner').clientId,
      remoteAddress: '127.0.0.1',
    },
  ])
  expect((await given.owner.get(`${feedOf(projectId)}/${inOrg.id}`)).body).toEqual(eventsIn(inProject)[0])
  expect(outcome(await given.owner.get(`${feedOf(ACME.project0)}/${inOrg.id}`))).toBe('404 EVENT_NOT_FOUND')
})

inEveryDialect('an API key and a person are told apart from a service account', async (given) => {
  const body = JSON.stringify({ roles: ['ORG_MEMBER'], username: given.address() })
  const made = await exchangeWithDigest(given.world.atrium.url, keyOf('owner'), {
    method: 'POST',
    target: `${given.dialect.prefix}/orgs/${ACME.id}/invites`,
    headers: { Accept: given.dialect.accept, 'Content-Type': 'application/json' },
    body,
  })
  const { id, username } = JSON.parse(made.text)
  const byKey = await newest(given)
  expect(byKey).toMatchObject({
    apiKeyId: expect.stringMatching(/^[0-9a-f]{24}$/),
    publicKey: keyOf('owner').publicKey,
  })
  expect(byKey).not.toHaveProperty('userId')
  await accept(given, id)
  const [byPerson] = eventsIn(await given.owner.get(`${FEED}?eventType=JOINED_ORG&itemsPerPage=1`))
  expect(byPerson).toMatchObject({
    targetUsername: username,
    userId: expect.stringMatching(/^[0-9a-f]{24}$/),
    username,
  })
  expect(byPerson).not.toHaveProperty('publicKey')
})

inEveryDialect('types choose what is shown, and exclude it in a project', async (given) => {
  const projectId = await newProject(given)
  const { id } = await invitedToProject(given, {}, projectId)
  await given.owner.delete(`/groups/${projectId}/invites/${id}`)
  const all = ['GROUP_INVITATION_DELETED', 'INVITED_TO_GROUP', 'GROUP_CREATED']
  const types = async (query: string) => typesIn(await given.owner.get(`${feedOf(projectId)}?${query}`))
  expect(await types('')).toEqual(all)
  expect(await types('eventType=INVITED_TO_GROUP')).toEqual(['INVITED_TO_GROUP'])
  expect(await types('eventType=INVITED_TO_GROUP&eventType=GROUP_CREATED&eventType=')).toEqual(all.slice(1))
  expect(await types('excludedEventType=INVITED_TO_GROUP')).toEqual([all[0], all[2]])
  expect(await types('eventType=INVITED_TO_GROUP&excludedEventType=INVITED_TO_GROUP')).toEqual([])
  expect(await types('clusterNames=Cluster0')).toEqual(all)
  expect(await types('eventType=JOINED_ORG')).toEqual([])
  const feed = await given.owner.get(
    `${FEED}?eventType=GROUP_CREATED&eventType=INVITED_TO_GROUP&excludedEventType=GROUP_CREATED`,
  )
  expect(typesIn(feed)).toContain('GROUP_CREATED')
  expect(Object(feed.body).links[0].href).toContain('?eventType=GROUP_CREATED&eventType=INVITED_TO_GROUP&')
})

inEveryDialect('what a feed cannot be asked is refused', async (given) => {
  for (const [query, refusal] of [
    ['eventType=CLUSTER_CREATED', '400 INVALID_ENUM_VALUE'],
    ['eventType=toString', '400 INVALID_ENUM_VALUE'],
    ['minDate=yesterday', '400 INVALID_DATE_FORMAT'],
    ['maxDate=2026-02-30', '400 INVALID_DATE_FORMAT'],
    ['minDate=2026-02-19&maxDate=2026-02-18', '400 INVALID_DATE_RANGE'],
    ['minDate=2026-02-19&minDate=2026-02-18', '400 INVALID_QUERY_PARAMETER'],
    ['includeRaw=1', '400 INVALID_QUERY_PARAMETER'],
    ['itemsPerPage=501', '400 INVALID_QUERY_PARAMETER'],
  ] as const) {
    for (const feed of [FEED, feedOf(ACME.project0)]) {
      expect(outcome(await given.owner.get(`${feed}?${query}`)), `${feed} ${query}`).toBe(refusal)
    }
  }
  expect(outcome(await given.owner.get(`${feedOf(ACME.project0)}?excludedEventType=X`))).toBe('400 INVALID_ENUM_VALUE')
})

inEveryDialect('dates choose by whole seconds, as events show them', async (given) => {
  const projectId = await newProject(given)
  const [event] = eventsIn(await given.owner.get(feedOf(projectId)))
  const created = String(event?.['created'])
  const shift = (seconds: number): string => new Date(Date.parse(created) + seconds * 1000).toISOString()
  const found = async (query: string) => totalOf(await given.owner.get(`${feedOf(projectId)}?${query}`))
  expect(await found(`minDate=${created}`)).toBe(1)
  expect(await found(`maxDate=${created}`)).toBe(1)
  expect(await found(`minDate=${created}&maxDate=${created}`)).toBe(1)
  expect(await found(`minDate=${shift(1)}`)).toBe(0)
  expect(await found(`maxDate=${shift(-1)}`)).toBe(0)
  expect(await found(`minDate=${shift(0.5)}`)).toBe(0)
})

inEveryDialect('the newest stands first, and pages neither repeat nor skip', async (given) => {
  const projectId = await newProject(given)
  for (let count = 0; count < 4; count += 1) await invitedToProject(given, {}, projectId)
  const whole = await given.owner.get(feedOf(projectId))
  expect(idsIn(whole)).toEqual([...idsIn(whole)].toSorted().toReversed())
  expect(totalOf(whole)).toBe(5)
  const page = (query: string) => given.owner.get(`${feedOf(projectId)}?itemsPerPage=2&${query}`)
  const pages = [await page('pageNum=1'), await page('pageNum=2'), await page('pageNum=3')]
  expect(pages.flatMap(idsIn)).toEqual(idsIn(whole))
  const rels = (answer: Answer) => Object(answer.body).links.map(({ rel }: { rel: string }) => rel)
  expect(pages.map(rels)).toEqual([
    ['self', 'next'],
    ['self', 'previous', 'next'],
    ['self', 'previous'],
  ])
  const uncounted = [await page('includeCount=false'), await page('includeCount=false&pageNum=3')]
  expect(uncounted.map(totalOf)).toEqual([0, 0])
  expect(uncounted.map(rels)).toEqual([
    ['self', 'next'],
    ['self', 'previous'],
  ])
  expect(totalOf(await page('pageNum=9'))).toBe(5)
})

inEveryDialect('the links of a feed spell out what was asked, and on Atlas the defaults', async (given) => {
  const query = 'minDate=2026-02-18T00%3A00%3A00Z&includeCount=false'
  const { body } = await given.owner.get(`${feedOf(ACME.apollo)}?${query}`)
  const spelled = given.isAtlas
    ? 'includeCount=false&includeRaw=false&minDate=2026-02-18T00%3A00%3A00Z&pageNum=1&itemsPerPage=100'
    : 'minDate=2026-02-18T00%3A00%3A00Z&pageNum=1&itemsPerPage=100'
  expect(Object(body).links[0]).toEqual({ href: given.href(`${feedOf(ACME.apollo)}?${spelled}`), rel: 'self' })
})

inEveryDialect(
  'what an organization and a project set for themselves is told',
  async (given) => {
    const projectId = await newProject(given)
    await given.owner.patch(`/groups/${projectId}/settings`, { isDataExplorerEnabled: false })
    await given.owner.patch(`/groups/${projectId}/settings`, { isDataExplorerEnabled: false })
    await given.owner.patch(`/groups/${projectId}/settings`, { isExtendedStorageSizesEnabled: true })
    expect(typesIn(await given.owner.get(feedOf(projectId)))).toEqual([
      'PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED',
      'DATA_EXPLORER_DISABLED',
      'GROUP_CREATED',
    ])
    for (const restrictEmployeeAccess of [true, true, false]) {
      await given.owner.patch(`/orgs/${ACME.id}/settings`, { restrictEmployeeAccess })
    }
    expect(typesIn(await given.owner.get(`${FEED}?itemsPerPage=2`))).toEqual([
      'ORG_EMPLOYEE_ACCESS_UNRESTRICTED',
      'ORG_EMPLOYEE_ACCESS_RESTRICTED',
    ])
  },
  ATLAS,
)

inEveryDialect('the record itself comes when it is asked for', async (given) => {
  const { username } = await invitedToOrg(given)
  const { id } = await newest(given)
  const { body } = await given.owner.get(`${FEED}/${id}?includeRaw=true`)
  expect(Object(body).raw).toEqual({
    _t: 'AUDIT',
    cre: Object(body).created,
    description: `${EVENT_TYPES.INVITED_TO_ORG.about} targetUsername: ${username}.`,
    id,
    orgId: ACME.id,
    severity: 'INFO',
  })
  const [listed] = eventsIn(await given.owner.get(`${FEED}?includeRaw=true&itemsPerPage=1`))
  expect(listed).toHaveProperty('raw')
})

inEveryDialect('whoever cannot read a project does not see its events in the organization’s feed', async (given) => {
  const projectId = await newProject(given)
  const { id } = await newest(given)
  const { username } = await invitedToOrg(given)
  const event = await newest(given)
  for (const name of ['orgReader', 'streamAdmin'] as const) {
    expect((await given.as(name).get(`${FEED}/${id}`)).status).toBe(200)
  }
  for (const name of ['member', 'billingAdmin', 'projectReader', 'otherProjectOwner'] as const) {
    const feed = await given.as(name).get(`${FEED}?itemsPerPage=500`)
    expect(eventsIn(feed).some(({ groupId }) => groupId === projectId)).toBe(false)
    expect(idsIn(feed)).toContain(event.id)
    expect(event['targetUsername']).toBe(username)
    expect(outcome(await given.as(name).get(`${FEED}/${id}`))).toBe('404 ORG_EVENT_NOT_FOUND')
    expect(outcome(await given.as(name).get(feedOf(projectId)))).toBe('401 USER_UNAUTHORIZED')
  }
  await invitedToProject(given)
  const own = await given.as('projectReader').get(`${FEED}?eventType=INVITED_TO_GROUP&itemsPerPage=1`)
  expect(eventsIn(own)[0]).toMatchObject({ groupId: ACME.project0 })
})

inEveryDialect('feeds are refused by role, and unknown events by their kind of feed', async (given) => {
  expect(outcome(await given.as('projectOwner').get(FEED))).toBe('401 USER_UNAUTHORIZED')
  expect(outcome(await given.as('nobody').get(FEED))).toBe('401 USER_UNAUTHORIZED')
  expect(outcome(await given.owner.get(`${FEED}/${UNKNOWN}`))).toBe('404 ORG_EVENT_NOT_FOUND')
  expect(outcome(await given.owner.get(`${feedOf(ACME.project0)}/${UNKNOWN}`))).toBe('404 EVENT_NOT_FOUND')
  expect(outcome(await given.owner.get(`${FEED}/xyz`))).toBe('404 INVALID_EVENT_ID')
  expect(outcome(await given.owner.get(`/orgs/${STRANGER.id}/events`))).toBe('404 ORG_NOT_FOUND')
  expect(outcome(await given.owner.get(feedOf(STRANGER.project)))).toBe('404 GROUP_NOT_FOUND')
})

inEveryDialect('an event of another organization is not there', async (given) => {
  await given.as('stranger').post(`/orgs/${STRANGER.id}/invites`, { roles: ['ORG_MEMBER'], username: given.address() })
  const [theirs] = eventsIn(await given.as('stranger').get(`/orgs/${STRANGER.id}/events`))
  if (!theirs) throw new Error('The stranger has no event.')
  expect(outcome(await given.owner.get(`${FEED}/${theirs.id}`))).toBe('404 ORG_EVENT_NOT_FOUND')
  expect(idsIn(await given.owner.get(`${FEED}?itemsPerPage=500`))).not.toContain(theirs.id)
})

inEveryDialect(
  'the kinds of events are listed to whoever has a role anywhere',
  async (given) => {
    const { body } = await given.as('projectReader').get('/eventTypes')
    expect(Object(body).results.map(({ eventType }: { eventType: string }) => eventType)).toEqual(
      Object.keys(EVENT_TYPES).toSorted(),
    )
    expect(Object(body).results[0]).toEqual({
      alertable: false,
      description: expect.stringMatching(/^An? .+\.$/),
      eventType: 'API_KEY_ACCESS_LIST_ENTRY_ADDED',
    })
    expect(Object(body).totalCount).toBe(Object.keys(EVENT_TYPES).length)
    expect((await given.as('projectOwner').get('/eventTypes?itemsPerPage=1&pageNum=2')).status).toBe(200)
    expect(outcome(await given.as('nobody').get('/eventTypes'))).toBe('401 USER_UNAUTHORIZED')
  },
  ATLAS,
)
