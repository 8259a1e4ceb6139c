// API keys: one challenge serves many requests, until its nonce is old.
import { expect, test } from 'vitest'
import { AtlasClient } from '../../src/client/atlas-client.ts'
import { ACME, keyOf } from '../harness/case-seed.ts'
import { countedFetch, json, refusalOf, serve, stillTime, stub } from './harness.ts'

const SIX_MINUTES = 360_000

const countsIn = (header: string | null): string => /nc=(\w{8})/.exec(header ?? '')?.[1] ?? 'none'
const nonceIn = (header: string | null): string => / nonce="([^"]+)"/.exec(header ?? '')?.[1] ?? 'none'

test('20 requests at once take one challenge and count its nonce up', async () => {
  const { url } = await serve()
  const { fetch, sent } = countedFetch()
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner'), fetch })
  const answers = await Promise.all(Array.from({ length: 20 }, () => atlas.getOrg({ orgId: ACME.id })))
  expect(new Set(answers.map(({ name }) => name))).toEqual(new Set([ACME.name]))
  await atlas.createOrgTeam({ orgId: ACME.id, body: { name: 'Late', usernames: [ACME.member.username] } })
  const authorizations = sent.map(({ headers }) => headers.get('authorization'))
  expect(authorizations.filter((header) => header === null)).toHaveLength(1)
  expect(new Set(authorizations.slice(1).map(nonceIn)).size).toBe(1)
  expect(authorizations.slice(1).map(countsIn)).toEqual(
    Array.from({ length: 21 }, (_, index) => (index + 1).toString(16).padStart(8, '0')),
  )
})

test('a nonce that has become old costs one refusal, and the next one serves again', async () => {
  const atrium = await serve()
  const { fetch, sent } = countedFetch()
  const atlas = new AtlasClient({ baseUrl: atrium.url, ...keyOf('owner'), fetch })
  await atlas.getOrg({ orgId: ACME.id })
  atrium.wait(SIX_MINUTES)
  sent.length = 0
  await atlas.getOrg({ orgId: ACME.id })
  await atlas.getOrg({ orgId: ACME.id })
  expect(sent).toHaveLength(3)
  atrium.wait(SIX_MINUTES)
  const many = await Promise.all(Array.from({ length: 10 }, () => atlas.getOrg({ orgId: ACME.id })))
  expect(many).toHaveLength(10)
})

test('a wrong key is refused at its first use, without another try', async () => {
  const { url } = await serve()
  const { fetch, sent } = countedFetch()
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner'), privateKey: 'guessed', fetch })
  expect(await refusalOf(atlas.getOrg({ orgId: ACME.id }))).toMatchObject({ status: 401, operationId: 'getOrg' })
  expect(sent.map(({ headers }) => countsIn(headers.get('authorization')))).toEqual(['none', '00000001'])
})

test('what the key may not do is told as it is, without another try', async () => {
  const { url } = await serve()
  const { fetch, sent } = countedFetch()
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('member'), fetch })
  const error = await refusalOf(atlas.deleteOrg({ orgId: ACME.id }))
  expect(error).toMatchObject({ status: 401, errorCode: 'USER_UNAUTHORIZED' })
  expect(sent).toHaveLength(2)
})

test('a server that takes each nonce once is spoken to all the same, by many requests at once', async () => {
  const used = new Set<string>()
  let minted = 0
  const { url } = await stub((request, response) => {
    const nonce = nonceIn(request.headers.authorization ?? null)
    if (nonce !== 'none' && !used.has(nonce)) {
      used.add(nonce)
      return json(response, 200, { nonce })
    }
    minted += 1
    const challenge = `Digest realm="r", domain="", nonce="n${minted}", algorithm=MD5, qop="auth", stale=false`
    return json(response, 401, { errorCode: 'UNEXPECTED_ERROR' }, { 'WWW-Authenticate': challenge })
  })
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner') })
  await Promise.all(Array.from({ length: 20 }, () => atlas.getOrg({ orgId: ACME.id })))
  expect(used.size).toBe(20)
})

test('the address of a request is signed with its query and the path that the API stands under', async () => {
  const uris: string[] = []
  const { url } = await stub((request, response) => {
    const uri = / uri="([^"]+)"/.exec(request.headers.authorization ?? '')?.[1]
    if (uri !== undefined) uris.push(uri)
    const challenge = 'Basic realm="x", Digest qop="auth,auth-int",nonce="abc", algorithm=MD5, realm="r"'
    return json(response, uri ? 200 : 401, { results: [] }, { 'WWW-Authenticate': challenge })
  })
  const atlas = new AtlasClient({ baseUrl: `${url}/behind/`, ...keyOf('owner') })
  await atlas.listOrgs({ name: 'a b' })
  expect(uris).toEqual(['/behind/api/atlas/v2/orgs?name=a+b'])
})

test.each([
  'Basic realm="x"',
  'Digest realm="r", nonce="n", algorithm=SHA-256, qop="auth"',
  'Digest realm="r", nonce="n"',
])('a server that asks for %s is told apart from one that refuses the key', async (challenge) => {
  const { url } = await stub((_request, response) => json(response, 401, {}, { 'WWW-Authenticate': challenge }))
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner'), surroundings: stillTime() })
  const error = await refusalOf(atlas.getOrg({ orgId: ACME.id }))
  expect(error).toMatchObject({ status: 401, errorCode: 'NO_DIGEST_CHALLENGE' })
})

test('a challenge that could not be had is asked for again by the next call', async () => {
  const { url } = await stub((request, response, index) => {
    if (index === 0) return json(response, 404, { errorCode: 'NOT_YET' })
    if (request.headers.authorization) return json(response, 200, {})
    return json(response, 401, {}, { 'WWW-Authenticate': 'Digest realm="r", nonce="n", qop="auth"' })
  })
  const atlas = new AtlasClient({ baseUrl: url, ...keyOf('owner'), surroundings: stillTime() })
  await refusalOf(atlas.getOrg({ orgId: ACME.id }))
  expect(await atlas.getOrg({ orgId: ACME.id })).toEqual({})
})
