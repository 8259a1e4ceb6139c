// Limits where they are on: one too many is refused, a full bucket answers and an empty one says when to come back.
import { expect } from 'vitest'
import { ATLAS_LIMITS } from '../../src/domain/limits.ts'
import { ACME, CALLER_NAMES } from '../harness/case-seed.ts'
import { cases } from '../harness/cases.ts'
import { type Answer, DIALECTS, type World } from '../harness/world.ts'

const { onEveryEngine } = cases({
  limitsRates: true,
  limits: {
    ...ATLAS_LIMITS,
    usersPerOrg: 6,
    usersPerProject: 2,
    projectsPerOrg: 3,
    apiKeysPerOrg: CALLER_NAMES.length + 1,
  },
})

const ORG = `/orgs/${ACME.id}/invites`
const PROJECT = `/groups/${ACME.project0}/invites`
const APOLLO = `/groups/${ACME.apollo}/invites`

function ownerOf(world: World) {
  const [dialect] = DIALECTS
  if (!dialect) throw new Error('There is no dialect.')
  return world.client(dialect, 'owner')
}

const codeOf = ({ status, body }: Answer) => ({
  status,
  errorCode: Object(body).errorCode,
  parameters: Object(body).parameters,
})

onEveryEngine(
  'members and everybody invited count towards the organization, and a conflict is said first',
  async (world) => {
    const owner = ownerOf(world)
    const first = await owner.post(ORG, { username: 'fifth@example.org', roles: ['ORG_MEMBER'] })
    expect(first.status).toBe(200)
    expect((await owner.post(PROJECT, { username: 'sixth@example.org', roles: ['GROUP_OWNER'] })).status).toBe(200)
    // The same person at both levels is one person.
    expect((await owner.post(ORG, { username: 'sixth@example.org', roles: ['ORG_MEMBER'] })).status).toBe(200)

    const refused = { status: 400, errorCode: 'MAX_USERS_PER_ORG_EXCEEDED', parameters: [6, 'Acme'] }
    const seventh = { username: 'seventh@example.org' }
    expect(codeOf(await owner.post(ORG, { ...seventh, roles: ['ORG_MEMBER'] }))).toEqual(refused)
    expect(codeOf(await owner.post(PROJECT, { ...seventh, roles: ['GROUP_OWNER'] }))).toEqual(refused)
    expect((await owner.get(`${ORG}?username=seventh@example.org`)).body).toEqual([])
    expect((await owner.post(ORG, { username: 'fifth@example.org', roles: ['ORG_MEMBER'] })).status).toBe(409)

    await owner.delete(`${ORG}/${first.at('id')}`)
    expect((await owner.post(ORG, { ...seventh, roles: ['ORG_MEMBER'] })).status).toBe(200)
  },
)

onEveryEngine('people with a role in a project and those invited to it count towards it', async (world) => {
  const owner = ownerOf(world)
  const invite = (username: string) => owner.post(APOLLO, { username, roles: ['GROUP_READ_ONLY'] })
  expect((await invite(ACME.owner.username)).status).toBe(200)
  const refused = { status: 400, errorCode: 'MAX_USERS_PER_GROUP_EXCEEDED', parameters: [2, 'Apollo'] }
  expect(codeOf(await invite(ACME.laterOwner.username))).toEqual(refused)
  const users = `/groups/${ACME.apollo}/users`
  const added = { username: ACME.laterOwner.username, roles: ['GROUP_READ_ONLY'] }
  expect(codeOf(await owner.post(users, added))).toEqual(refused)
  expect((await owner.get(users)).text).not.toContain(ACME.laterOwner.username)
})

onEveryEngine('an organization has no more projects than it may', async (world) => {
  const owner = ownerOf(world)
  expect((await owner.post('/groups', { name: 'Third', orgId: ACME.id })).status).toBe(201)
  expect(codeOf(await owner.post('/groups', { name: 'Fourth', orgId: ACME.id }))).toEqual({
    status: 400,
    errorCode: 'MAX_GROUPS_PER_ORG_EXCEEDED',
    parameters: [3, 'Acme'],
  })
  expect((await owner.get('/groups/byName/Fourth')).status).toBe(404)
})

onEveryEngine('keys made in the organization and in its projects count towards one limit', async (world) => {
  const owner = ownerOf(world)
  const make = (place: string, role: string) => owner.post(`${place}/apiKeys`, { desc: 'a key', roles: [role] })
  const places = [
    [`/orgs/${ACME.id}`, 'ORG_MEMBER'],
    [`/groups/${ACME.project0}`, 'GROUP_READ_ONLY'],
  ] as const
  const answers = await Promise.all(places.map(([place, role]) => make(place, role)))
  const refused = answers.find(({ status }) => status !== 200)
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400])
  expect(refused && codeOf(refused)).toEqual({
    status: 400,
    errorCode: 'MAX_API_KEYS_PER_ORG_EXCEEDED',
    parameters: [CALLER_NAMES.length + 1, 'Acme'],
  })
})

onEveryEngine('a bucket empties, says so in headers, and is one caller’s own', async (world) => {
  const owner = ownerOf(world)
  const first = await owner.get('')
  expect(first.headers).toMatchObject({ 'ratelimit-limit': '300', 'ratelimit-remaining': '299' })
  let last = first
  for (let count = 0; count < 320 && last.status === 200; count += 1) last = await owner.get('')
  const { 'retry-after': retryAfter = '', ...headers } = last.headers
  expect(codeOf(last)).toEqual({
    status: 429,
    errorCode: 'RATE_LIMITED_TOKEN_BUCKET',
    parameters: ['api/atlas/v1.0', Number(retryAfter), 300, 100, 60],
  })
  expect(retryAfter).toBe('1')
  expect(headers).toMatchObject({ 'ratelimit-limit': '300', 'ratelimit-remaining': '0' })
  const [dialect] = DIALECTS
  if (dialect) expect((await world.client(dialect, 'member').get('')).status).toBe(200)
  expect((await owner.get('/orgs')).status).toBe(200)
})
