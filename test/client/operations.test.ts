// Every operation of the client reaches the row it is made from, and says in its types what goes in and comes out.
import { describe, expect, expectTypeOf, test } from 'vitest'
import { atlasV2 } from '../../src/api/dialects/atlas-v2.ts'
import { routes } from '../../src/api/operations/all.ts'
import { AtlasClient } from '../../src/client/atlas-client.ts'
import type { GroupUser, OrgInvitation, OrgUser, Page, User } from '../../src/client/main.ts'
import { ACME, clientOf, keyOf } from '../harness/case-seed.ts'
import { all, countedFetch, json, refusalOf, serve, stub, tokenClient } from './harness.ts'

const served = routes.filter(({ operationId }) => atlasV2.serves(operationId))
const NOBODY = 'f'.repeat(24)

/** Calls an operation by its name, as nothing but JavaScript could. */
function callOf(client: AtlasClient, operationId: string): (input: object) => Promise<unknown> {
  const operation: unknown = Reflect.get(client, operationId)
  if (typeof operation !== 'function') throw new Error(`The client has no ${operationId}.`)
  return async (input) => operation(input)
}

test('every operation of v2 reaches its path by its method, in a version that is served', async () => {
  const { url } = await serve()
  const { fetch, sent } = countedFetch()
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner'), fetch })
  for (const { operationId, method, path, body } of served) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const input = Object.fromEntries(names.map((name) => [name, NOBODY]))
    const outcome = await callOf(
      atlas,
      operationId,
    )({ ...input, ...(body ? { body: {} } : {}) }).catch((error: unknown) => error)
    const where = `/api/atlas/v2${path.replaceAll(/\{\w+\}/g, NOBODY)}`
    expect(sent.at(-1), operationId).toMatchObject({ method, path: where })
    const refused = outcome instanceof Error ? outcome.message : ''
    expect(refused, operationId).not.toMatch(/: (405|406|5\d\d) | RESOURCE_NOT_FOUND: Cannot find resource \/api/)
  }
  expect(served.length).toBeGreaterThan(120)
})

test('what stands in a path is one segment of it, and never another path', async () => {
  const { url, seen } = await stub((_request, response) => json(response, 200, {}))
  const atlas = tokenClient(url)
  await atlas.getGroupByName({ groupName: 'a/b c?d#e%f' })
  expect(seen).toEqual(['GET /api/atlas/v2/groups/byName/a%2Fb%20c%3Fd%23e%25f'])
  for (const orgId of ['', '.', '..']) {
    await expect(atlas.deleteOrg({ orgId })).rejects.toThrow(/deleteOrg needs a text for orgId/)
  }
  await expect(callOf(atlas, 'deleteOrg')({})).rejects.toThrow(/none was given/)
  expect(seen).toHaveLength(1)
})

test('the rest of an input is the query: lists repeat the name, what is undefined is left out', async () => {
  const { url, seen } = await stub((_request, response) => json(response, 200, { results: [] }))
  const orgId = ACME.id
  await tokenClient(url).listOrgUsers({ orgId, itemsPerPage: 7, orgMembershipStatuses: ['ACTIVE', 'PENDING'] })
  await tokenClient(url).listOrgUsers({ orgId, username: undefined, includeCount: false })
  const path = `GET /api/atlas/v2/orgs/${orgId}/users`
  expect(seen).toEqual([
    `${path}?itemsPerPage=7&orgMembershipStatuses=ACTIVE&orgMembershipStatuses=PENDING`,
    `${path}?includeCount=false`,
  ])
})

describe.each([
  { name: 'an API key', credentials: keyOf('owner') },
  { name: 'a service account', credentials: clientOf('owner') },
])('with $name', ({ credentials }) => {
  test('an invitation is made, changed, listed and taken back', async () => {
    const { url } = await serve()
    const atlas = new AtlasClient({ baseUrl: `${url}/`, ...credentials })
    const orgId = ACME.id
    const body = { username: 'new@example.com', roles: ['ORG_MEMBER'] }
    const made = await atlas.createOrgInvite({ orgId, body })
    expect(made).toMatchObject({ orgId, username: body.username, roles: body.roles })
    const invitationId = made.id
    const changed = await atlas.updateOrgInviteById({ orgId, invitationId, body: { roles: ['ORG_READ_ONLY'] } })
    expect(changed).toMatchObject({ id: made.id, roles: ['ORG_READ_ONLY'] })
    expect(await all(atlas.listOrgInvites.each({ orgId }))).toEqual([changed])
    expect(await atlas.deleteOrgInvite({ orgId, invitationId })).toBeUndefined()
    expect(await refusalOf(atlas.getOrgInvite({ orgId, invitationId }))).toMatchObject({ status: 404 })
  })
})

test('the newest version answers unless another is asked for', async () => {
  const { url } = await serve()
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner') })
  const orgId = ACME.id
  const [user] = (await atlas.listOrgUsers({ orgId })).results
  const [older] = (await atlas.listOrgUsers({ orgId }, { version: '2023-01-01' })).results
  expect(user).toHaveProperty('orgMembershipStatus')
  expect(older).toHaveProperty('emailAddress')
})

test('types follow the operation and the version', () => {
  type Answer<Call> = Call extends Promise<infer Value> ? Value : never
  const calls = (atlas: AtlasClient, orgId: string) => ({
    users: atlas.listOrgUsers({ orgId }),
    older: atlas.listOrgUsers({ orgId }, { version: '2023-01-01' }),
    gone: atlas.deleteOrgInvite({ orgId, invitationId: orgId }),
    access: atlas.addGroupAccessUser({ groupId: orgId, body: { username: 'a@example.com', roles: [] } }),
    each: atlas.listGroupUsers.each({ groupId: orgId }),
    orgs: atlas.listOrgs(),
  })
  type Calls = ReturnType<typeof calls>
  expectTypeOf<Answer<Calls['users']>>().toEqualTypeOf<Page<OrgUser>>()
  expectTypeOf<Answer<Calls['older']>>().toEqualTypeOf<Page<User>>()
  expectTypeOf<Answer<Calls['gone']>>().toEqualTypeOf<undefined>()
  expectTypeOf<Answer<Calls['access']>>().toEqualTypeOf<OrgInvitation | undefined>()
  expectTypeOf<Calls['each']>().toEqualTypeOf<AsyncGenerator<GroupUser, void, undefined>>()
  const wrong = (atlas: AtlasClient) => [
    // @ts-expect-error the path needs an organization
    atlas.getOrg({}),
    // @ts-expect-error an invitation needs roles
    atlas.createOrgInvite({ orgId: '', body: { username: 'a@example.com' } }),
    // @ts-expect-error there was no such version
    atlas.getOrg({ orgId: '' }, { version: '2025-02-19' }),
    // @ts-expect-error no such parameter
    atlas.listOrgs({ pages: 3 }),
  ]
  expect(wrong).toBeTypeOf('function')
})
