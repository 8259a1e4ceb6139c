// Capturing from answers as the live service gives them: with fields and roles that nobody knew, and without others.
import { expect, test } from 'vitest'
import { NoOrganization } from '../../src/capture/reader.ts'
import { json, refusalOf, stub } from '../client/harness.ts'
import { captureFrom, seedIn } from './capturing.ts'
import { KEPT, liveService, ORG, VANISHED } from './live-answers.ts'

const TOKEN = { accessToken: 'a-token' }

async function captureLive() {
  const answer = liveService()
  const { url, seen } = await stub((request, response) => answer(response, request.url ?? ''))
  return { ...(await captureFrom(url, ORG, TOKEN)), seen }
}

test('what the live service answers becomes a seed that can be applied', async () => {
  const [organization] = seedIn((await captureLive()).text).organizations
  expect(organization).toMatchObject({ id: ORG, name: 'Acme: "live"', settings: { apiAccessListRequired: true } })
  expect(organization?.projects).toEqual([
    {
      id: KEPT,
      name: 'Atlas CLI E2E',
      createdAt: '2020-07-02T09:19:46Z',
      settings: { isDataExplorerEnabled: false },
      limits: { 'atlas.project.deployment.clusters': 40 },
      accessList: [{ ipAddress: '192.0.2.1' }],
    },
  ])
  expect(organization?.teams).toMatchObject([
    { name: '@team: [1]', projectRoles: { 'Atlas CLI E2E': ['GROUP_DATA_ACCESS_READ_ONLY', 'GROUP_READ_ONLY'] } },
  ])
  expect(organization?.apiKeys).toEqual([
    {
      id: '6a793fbd2c88faeba59bd3b1',
      desc: 'e2e-test',
      publicKey: 'flezioeg',
      orgRoles: ['ORG_MEMBER'],
      projectRoles: { 'Atlas CLI E2E': ['GROUP_DATA_ACCESS_READ_ONLY'] },
    },
  ])
})

test('people come from all pages, once each, with as much as is said of them', async () => {
  const [organization] = seedIn((await captureLive()).text).organizations
  expect(organization?.users).toMatchObject([
    { id: 'd0123456789abcdef0123411', username: 'user11@example.com', orgRoles: ['ORG_MEMBER', 'ORG_OWNER'] },
    { id: 'd0123456789abcdef0123413', username: 'bare@example.com' },
    { id: 'd0123456789abcdef0123412', username: 'user12@example.com', lastAuthAt: '2026-08-08T18:15:51Z' },
  ])
})

test('an invitation is captured once, from whichever answers show it', async () => {
  const [organization] = seedIn((await captureLive()).text).organizations
  const times = { createdAt: '2026-08-10T03:04:53Z', expiresAt: '2026-09-09T03:04:53Z', inviter: 'nmtxqlkl' }
  expect(organization?.invitations).toEqual([
    {
      id: 'e0123456789abcdef0123470',
      username: 'apart@example.com',
      roles: ['ORG_MEMBER'],
      projectRoles: { 'Atlas CLI E2E': ['GROUP_READ_ONLY'] },
      ...times,
    },
    { id: 'e0123456789abcdef0123450', username: 'derived@example.com', roles: ['ORG_READ_ONLY'], ...times },
    {
      id: 'e0123456789abcdef0123480',
      username: 'project@example.com',
      project: 'Atlas CLI E2E',
      roles: ['GROUP_READ_ONLY'],
      ...times,
    },
  ])
})

test('what is lacking stands in the head of the file, each in a line of its own', async () => {
  const { text, notes } = await captureLive()
  const said = [
    /^The access list of API key "flezioeg" could not be read: 403 ORG_REQUIRES_ACCESS_LIST: Not on the access list\.$/,
    /^Of the projects, "accessList-e2e-149" was deleted while it was read\.$/,
    new RegExp(`^Grants in ${VANISHED} are left out`),
    /^Left out.+: users "user11@example\.com"\.orgRoles\[1\] must be an organization role, not "ORG_OF_TOMORROW"\.$/,
    /^Left out.+: users "not an address"\.username must be an e-mail address, not "not an address"\.$/,
    /^Left out.+: projects "Atlas CLI E2E"\.limits\.atlas\.project\.security\.databaseAccess\.users must be a whole/,
    /^Access lists keep both the first API key and the first service account from calling/,
    /^The invitation of apart@example\.com keeps its id/,
  ]
  for (const sentence of said) expect(notes).toContainEqual(expect.stringMatching(sentence))
  expect(notes).toHaveLength(said.length)
  const head = text.slice(0, text.indexOf('organizations:')).split('\n')
  expect(head.filter((line) => line.startsWith('# - '))).toEqual(notes.map((note) => `# - ${note}`).sort())
})

test('a rate limit is waited for as long as it says, by the one request that met it', async () => {
  const { slept, seen } = await captureLive()
  expect(slept).toEqual([30_000])
  const asked = seen.filter((request) => request.includes('/settings') && request.includes(`/orgs/`))
  expect(asked).toHaveLength(2)
  expect(new Set(seen.map((request) => request.slice(0, 4)))).toEqual(new Set(['GET ']))
})

test('invitations that have ended with their operations are none, and nothing is said of them', async () => {
  const live = liveService()
  const { url } = await stub((request, response) => {
    const path = request.url ?? ''
    if (path.includes('/invites')) return json(response, 410, { error: 410, errorCode: 'VERSION_GONE' })
    return live(response, path)
  })
  const { text, notes } = await captureFrom(url, ORG, TOKEN)
  const ids = seedIn(text).organizations[0]?.invitations?.map(({ id }) => id)
  expect(ids).toEqual(['e0123456789abcdef0123460', 'e0123456789abcdef0123450'])
  expect(notes.join('\n')).not.toMatch(/410|list of invitations/)
})

test('a service that stays out of order ends the capture', async () => {
  const live = liveService()
  const { url } = await stub((request, response) => {
    const path = request.url ?? ''
    return path.includes('/limits') ? json(response, 503, {}) : live(response, path)
  })
  const refusal = await refusalOf(captureFrom(url, ORG, TOKEN))
  expect(refusal).toMatchObject({ status: 503, operationId: 'listGroupLimits', attempts: 5 })
})

test('credentials that are taken away meanwhile end it, and nothing is asked after that', async () => {
  const live = liveService()
  const projects = Array.from({ length: 12 }, (_, index) => ({
    id: `b0123456789abcdef01234${index + 10}`,
    name: `${index}`,
  }))
  const { url, seen } = await stub((request, response, index) => {
    const path = request.url ?? ''
    if (index === 20) return json(response, 401, { error: 401, errorCode: 'UNEXPECTED_ERROR' })
    if (path.includes(`${ORG}/groups`)) return json(response, 200, { results: projects })
    const body = /limits|invites/.test(path) ? [] : { results: [] }
    if (path.includes('/groups/')) return setTimeout(() => json(response, 200, body), 5)
    return live(response, path)
  })
  expect(await refusalOf(captureFrom(url, ORG, TOKEN))).toMatchObject({ status: 401 })
  await new Promise((resolve) => setTimeout(resolve, 20))
  const asked = seen.length
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(seen).toHaveLength(asked)
})

test('the organization itself must be there', async () => {
  const { url } = await stub((_, response) => json(response, 404, { error: 404, errorCode: 'ORG_NOT_FOUND' }))
  expect(await refusalOf(captureFrom(url, ORG, TOKEN))).toMatchObject({ status: 404, operationId: 'getOrg' })
})

test('what answers with something else than the organization is not read any further', async () => {
  const { url, seen } = await stub((_, response) => json(response, 200, { welcome: 'to the proxy' }))
  await expect(captureFrom(url, ORG, TOKEN)).rejects.toThrow(NoOrganization)
  expect(seen).toHaveLength(1)
})
