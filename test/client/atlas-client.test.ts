// What the client tells: refusals with all their fields, ends that are announced, and never a secret.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { AtlasClient, type AtlasClientOptions, type Deprecation } from '../../src/client/main.ts'
import { ACME, clientOf, keyOf, SECRET_WORDS } from '../harness/case-seed.ts'
import { json, refusalOf, serve, stub, tokenClient } from './harness.ts'

const orgId = ACME.id

test('a refusal says what the API said, and of which call', async () => {
  const { url } = await serve()
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner') })
  const body = { username: ACME.member.username, roles: ['ORG_MEMBER'] }
  const error = await refusalOf(atlas.createOrgInvite({ orgId, body }))
  expect({ ...error, message: error.message }).toEqual({
    name: 'AtlasError',
    operationId: 'createOrgInvite',
    method: 'POST',
    path: `/api/atlas/v2/orgs/${orgId}/invites`,
    status: 409,
    errorCode: 'USER_ALREADY_IN_ORG',
    detail: expect.stringContaining(ACME.member.username),
    reason: 'Conflict',
    parameters: expect.arrayContaining([ACME.member.username]),
    retryAfter: undefined,
    attempts: 1,
    message: expect.stringMatching(/^createOrgInvite: 409 USER_ALREADY_IN_ORG: .+ \(POST \/api/),
  })
})

test('what is not the API’s is shown in part: a page of a server between, an answer that is no JSON', async () => {
  const { url } = await stub((_request, response, index) =>
    response.writeHead(index === 0 ? 404 : 200).end(`<html>\n  ${'x'.repeat(500)}`),
  )
  const refused = await refusalOf(tokenClient(url).getOrg({ orgId }))
  expect(refused).toMatchObject({ status: 404, errorCode: 'UNREADABLE_ANSWER', parameters: [] })
  expect(refused.detail).toMatch(/^<html> x{193}…$/)
  expect(await refusalOf(tokenClient(url).getOrg({ orgId }))).toMatchObject({
    status: 200,
    errorCode: 'UNREADABLE_ANSWER',
  })
})

test('a redirect is not followed, since the credentials are for the address that was asked', async () => {
  const { url, seen } = await stub((_request, response) =>
    response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
  )
  expect(await refusalOf(tokenClient(url).getOrg({ orgId }))).toMatchObject({ status: 302 })
  expect(seen).toHaveLength(1)
})

test('fields that no type names are passed on', async () => {
  const { url } = await stub((_request, response) => json(response, 200, { name: 'Acme', newToAll: [1] }))
  expect(await tokenClient(url).getOrg({ orgId })).toEqual({ name: 'Acme', newToAll: [1] })
})

test('an announced end is told once of each operation, of a refusal too', async () => {
  const { url } = await serve()
  const told: Deprecation[] = []
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner'), onDeprecated: (one) => told.push(one) })
  await refusalOf(atlas.getOrgInvite({ orgId, invitationId: orgId }))
  await refusalOf(atlas.getOrgInvite({ orgId, invitationId: orgId }))
  await atlas.listOrgInvites({ orgId })
  await atlas.listOrgUsers({ orgId })
  expect(told).toEqual([
    { operationId: 'getOrgInvite', sunset: '2027-07-01T00:00:00Z' },
    { operationId: 'listOrgInvites', sunset: '2027-07-01T00:00:00Z' },
  ])
})

test('it says who it is, in each request', async () => {
  const agents: unknown[] = []
  const { url } = await stub((request, response) => {
    agents.push(request.headers['user-agent'])
    return json(response, 200, {})
  })
  await tokenClient(url).getOrg({ orgId })
  expect(agents).toEqual([expect.stringMatching(/^atrium-client\/\d+\.\d+\.\d+$/)])
})

test('what is open to everybody is asked for without credentials', async () => {
  const { url } = await serve()
  const atlas = new AtlasClient({ baseUrl: url, publicKey: 'nobody', privateKey: 'nothing' })
  expect(await atlas.listControlPlaneIpAddresses()).toBeTypeOf('object')
})

test('no way of printing a client shows a secret', async () => {
  const { url } = await serve()
  for (const credentials of [keyOf('owner'), clientOf('owner'), { accessToken: 'secret-of-mine' }]) {
    const atlas = new AtlasClient({ baseUrl: url, ...credentials })
    await atlas.getOrg({ orgId }).catch(() => undefined)
    const shown = [inspect(atlas), inspect(atlas, { showHidden: true, customInspect: false, depth: 9 }), `${atlas}`]
    const said = `${shown.join()}${JSON.stringify(atlas)}`
    expect(SECRET_WORDS.filter((word) => said.includes(word))).toEqual([])
  }
  expect(inspect(new AtlasClient({ baseUrl: url, ...keyOf('owner') }))).toBe(
    `AtlasClient { API key key-owner at ${url} }`,
  )
})

const wrongs: readonly (readonly [object, RegExp])[] = [
  [{}, /one kind of credentials/],
  [{ ...keyOf('owner'), ...clientOf('owner') }, /one kind of credentials/],
  [{ publicKey: 'abc' }, /whole and not empty/],
  [{ accessToken: '' }, /whole and not empty/],
  [{ accessToken: 'x', baseUrl: 'cloud.mongodb.com' }, /baseUrl must be an address/],
  [{ accessToken: 'x', baseUrl: 'https://me:word@example.com' }, /neither credentials nor a query/],
  [{ accessToken: 'x', tries: 0 }, /tries/],
  [{ accessToken: 'x', patience: -1 }, /patience/],
]

test.each(wrongs)('options such as %j are refused at once', (options, words) => {
  const given = Object.assign<object, object>({}, options)
  expect(() => Reflect.construct(AtlasClient, [given])).toThrow(words)
  expectTypeErrorOf(given)
})

function expectTypeErrorOf(options: object): void {
  try {
    Reflect.construct(AtlasClient, [options])
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).not.toContain('word@')
  }
}

test('the options are typed as one kind of credentials', () => {
  const options: AtlasClientOptions[] = [{ accessToken: 'x' }, keyOf('owner'), clientOf('owner')]
  // @ts-expect-error half a key
  options.push({ publicKey: 'x' })
  expect(options).toHaveLength(4)
})
