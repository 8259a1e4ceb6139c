import { afterEach, expect, test } from 'vitest'
import { UNRESTRICTED } from '../domain/access-lists.ts'
import type { OrgId, ProjectId } from '../domain/ids.ts'
import { systemAmbient } from '../platform/ambient.ts'
import type { Secret } from '../platform/secret.ts'
import * as apiKeys from '../store/api-keys.ts'
import type { Db } from '../store/db.ts'
import * as directory from '../store/directory.ts'
import { migrate } from '../store/migrate.ts'
import { openDb } from '../store/open.ts'
import * as organizations from '../store/organizations.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as serviceAccounts from '../store/service-accounts.ts'
import * as tokens from '../store/tokens.ts'
import type { Authenticator, AuthenticatorDeps } from './authenticate.ts'
import { createAuthenticator } from './authenticate.ts'
import { hashToken } from './bearer.ts'
import { newApiKey, newClientId, privateKeyTail, sealHa1 } from './credentials.ts'
import { expectedResponse, ha1, REALM } from './digest.ts'
import { newKeyRing, parseKeyRing } from './key-ring.ts'
import { NONCE_LIFETIME } from './nonces.ts'

const TARGET = '/api/atlas/v2/orgs?pretty=true'
const opened: Db[] = []
afterEach(async () => {
  for (const db of opened.splice(0)) await db[Symbol.asyncDispose]()
})

/** An organization with an owner's API key and a service account that holds one token. */
async function given(options: Partial<Pick<AuthenticatorDeps, 'digest' | 'pathPrefix'>> = {}) {
  const real = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: false })
  opened.push(real)
  await migrate(real)
  let wall = 1_700_000_000_000
  const ambient = { ...systemAmbient(), wall: () => wall }
  const ring = parseKeyRing(newKeyRing(ambient), ambient)
  if (!ring.ok) throw new Error('no ring')
  const orgId = ambient.newId<OrgId>()
  const projectId = ambient.newId<ProjectId>()
  const key = newApiKey(ambient)
  const clientId = newClientId(ambient)
  const token = 'a.b.c'
  await real.write(async (tx) => {
    await organizations.insert(tx, { orgId, name: 'Acme', settings: {}, createdAt: 1 })
    await apiKeys.insert(tx, {
      orgId,
      id: key.id,
      publicKey: key.publicKey,
      description: 'for tests',
      sealedHa1: sealHa1(ring.keys, key),
      privateKeyTail: privateKeyTail(key.privateKey),
      createdAt: 1,
    })
    await directory.insert(tx, `key:${key.publicKey}`, orgId)
    await roleAssignments.grant(tx, orgId, key.id, '', ['ORG_OWNER'])
    await serviceAccounts.insert(tx, { orgId, clientId, name: 'robot', description: '', createdAt: 1 })
    await roleAssignments.grant(tx, orgId, clientId, '', ['ORG_MEMBER'])
    await roleAssignments.grant(tx, orgId, clientId, projectId, ['GROUP_OWNER', 'GROUP_READ_ONLY'])
    await tokens.insert(tx, {
      hash: hashToken(token),
      orgId,
      clientId,
      secretId: 'x',
      createdAt: wall,
      expiresAt: wall + 3_600_000,
    })
  })
  const reads = { count: 0 }
  const db = counting(real, reads)
  const deps = { db, ambient, keys: ring.keys, digest: true, pathPrefix: '', ...options }
  const pass = (milliseconds: number): void => {
    wall += milliseconds
  }
  return { db, deps, authenticator: createAuthenticator(deps), orgId, projectId, key, clientId, token, reads, pass }
}

const counting = (db: Db, reads: { count: number }): Db => ({
  engine: db.engine,
  write: (work) => db.write(work),
  [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  read: {
    ...db.read,
    all: (statement, params) => {
      reads.count += 1
      return db.read.all(statement, params)
    },
    first: (statement, params) => {
      reads.count += 1
      return db.read.first(statement, params)
    },
  },
})

const nonceOf = (authenticator: Authenticator): string =>
  /nonce="([^"]+)"/.exec(authenticator.challenge(false))?.[1] ?? ''

interface Signing {
  method?: string
  uri?: string
  nonce: string
  nc?: number
  realm?: string
}

function digestHeader(publicKey: string, privateKey: Secret, signing: Signing): string {
  const { method = 'GET', uri = TARGET, nonce, nc = 1, realm = REALM } = signing
  const count = nc.toString(16).padStart(8, '0')
  const fields = { username: publicKey, realm, nonce, uri, cnonce: 'MTIz', nc: count, count: nc, response: '' }
  const response = expectedResponse(ha1(publicKey, realm, privateKey.reveal()), method, fields)
  return `Digest username="${publicKey}", realm="${realm}", nonce="${nonce}", uri="${uri}", cnonce="MTIz", nc=${count}, qop=auth, response="${response}", algorithm=MD5`
}

const claim = (authorization: string | undefined, method = 'GET', target = TARGET) => ({
  method,
  target,
  authorization,
  address: '127.0.0.1',
})
const CHALLENGE = { kind: 'challenge', stale: false, why: expect.anything() }
const STALE = { kind: 'challenge', stale: true, why: expect.anything() }
const BAD_TOKEN = { kind: 'bad_token', why: expect.anything() }

test('an API key signs in as its own principal with its own roles', async () => {
  const { authenticator, key, orgId } = await given()
  const header = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(authenticator) })
  expect(await authenticator.authenticate(claim(header))).toEqual({
    kind: 'caller',
    caller: {
      actor: {
        kind: 'api_key',
        id: key.id,
        name: key.publicKey,
        orgId,
        orgRoles: ['ORG_OWNER'],
        projectRoles: new Map(),
      },
      organization: { orgId, name: 'Acme', revision: 1 },
      access: UNRESTRICTED,
      address: '127.0.0.1',
    },
    renew: expect.any(Function),
  })
})

test('a token signs in as its service account with its own roles', async () => {
  const { authenticator, clientId, orgId, projectId, token } = await given()
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toEqual({
    kind: 'caller',
    caller: {
      actor: {
        kind: 'service_account',
        id: clientId,
        name: clientId,
        orgId,
        orgRoles: ['ORG_MEMBER'],
        projectRoles: new Map([[projectId, ['GROUP_OWNER', 'GROUP_READ_ONLY']]]),
      },
      organization: { orgId, name: 'Acme', revision: 1 },
      access: UNRESTRICTED,
      address: '127.0.0.1',
    },
    renew: expect.any(Function),
  })
})

test('a credential seen before costs one read', async () => {
  const { authenticator, key, token, reads } = await given()
  const nonce = nonceOf(authenticator)
  const byDigest = (nc: number) =>
    authenticator.authenticate(claim(digestHeader(key.publicKey, key.privateKey, { nonce, nc })))
  const byToken = () => authenticator.authenticate(claim(`Bearer ${token}`))
  await byDigest(1)
  await byToken()
  for (const again of [() => byDigest(2), byToken]) {
    reads.count = 0
    expect(await again()).toMatchObject({ kind: 'caller' })
    expect(reads.count).toBe(1)
  }
})

test.each([
  ['no header', undefined],
  ['an unknown scheme', 'Negotiate abc'],
  ['a Basic header', 'Basic YTpi'],
  ['a broken digest', 'Digest username="abcdefgh"'],
])('%s earns the challenge', async (_what, authorization) => {
  const { authenticator } = await given()
  expect(await authenticator.authenticate(claim(authorization))).toEqual(CHALLENGE)
})

test.each(['Bearer', 'Bearer x y', 'Bearer unknown', `Bearer ${'x'.repeat(5000)}`])(
  '%s is a bad token',
  async (header) => {
    const { authenticator } = await given()
    expect(await authenticator.authenticate(claim(header))).toEqual(BAD_TOKEN)
  },
)

test('every challenge carries a nonce of its own', async () => {
  const { authenticator } = await given()
  expect(authenticator.challenge(true)).toMatch(
    /^Digest realm="MMS Public API", domain="", nonce="[A-Za-z0-9+/]{32}", algorithm=MD5, qop="auth", stale=true$/,
  )
  expect(nonceOf(authenticator)).not.toBe(nonceOf(authenticator))
})

test('one nonce serves many requests, from any counter on and in any order', async () => {
  const { authenticator, key } = await given()
  const nonce = nonceOf(authenticator)
  for (const nc of [2, 3, 1, 7, 5]) {
    const header = digestHeader(key.publicKey, key.privateKey, { nonce, nc })
    expect(await authenticator.authenticate(claim(header))).toMatchObject({ kind: 'caller' })
  }
})

test('a captured request is worth nothing: not again, not changed, not with another counter', async () => {
  const { authenticator, key } = await given()
  const header = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(authenticator) })
  expect(await authenticator.authenticate(claim(header))).toMatchObject({ kind: 'caller' })
  expect(await authenticator.authenticate(claim(header))).toEqual(CHALLENGE)
  expect(await authenticator.authenticate(claim(header, 'DELETE'))).toEqual(CHALLENGE)
  expect(await authenticator.authenticate(claim(header, 'GET', '/api/atlas/v2/groups'))).toEqual(CHALLENGE)
  const raised = header.replace('nc=00000001', 'nc=00000002')
  expect(await authenticator.authenticate(claim(raised))).toEqual(CHALLENGE)
})

test('a wrong digest uses up no counter', async () => {
  const { authenticator, key } = await given()
  const nonce = nonceOf(authenticator)
  const header = digestHeader(key.publicKey, key.privateKey, { nonce })
  expect(await authenticator.authenticate(claim(header, 'POST'))).toEqual(CHALLENGE)
  expect(await authenticator.authenticate(claim(header))).toMatchObject({ kind: 'caller' })
})

test('wrong and unknown keys earn the same challenge', async () => {
  const { authenticator, key, deps } = await given()
  const nonce = nonceOf(authenticator)
  const other = newApiKey(deps.ambient)
  for (const header of [
    digestHeader(key.publicKey, other.privateKey, { nonce }),
    digestHeader(other.publicKey, other.privateKey, { nonce }),
    digestHeader(other.publicKey, key.privateKey, { nonce }),
  ]) {
    expect(await authenticator.authenticate(claim(header))).toEqual(CHALLENGE)
  }
})

test('wrong passwords and unknown keys cost the same reads', async () => {
  const { authenticator, key, deps, reads } = await given()
  const nonce = nonceOf(authenticator)
  const other = newApiKey(deps.ambient)
  await authenticator.authenticate(claim(digestHeader(key.publicKey, key.privateKey, { nonce })))
  for (const publicKey of [key.publicKey, other.publicKey]) {
    reads.count = 0
    await authenticator.authenticate(claim(digestHeader(publicKey, other.privateKey, { nonce })))
    expect(reads.count).toBe(2)
  }
})

test('another realm is refused, whichever was signed', async () => {
  const { authenticator, key } = await given()
  const ours = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(authenticator) })
  expect(await authenticator.authenticate(claim(ours.replace(REALM, 'other')))).toEqual(CHALLENGE)
  const header = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(authenticator), realm: 'other' })
  expect(await authenticator.authenticate(claim(header))).toEqual(CHALLENGE)
})

test('the uri may be signed without its query, and behind the public prefix', async () => {
  const { authenticator, key } = await given({ pathPrefix: '/atrium' })
  for (const uri of ['/api/atlas/v2/orgs', `/atrium${TARGET}`, '/atrium/api/atlas/v2/orgs']) {
    const header = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(authenticator), uri })
    expect(await authenticator.authenticate(claim(header))).toMatchObject({ kind: 'caller' })
  }
  const foreign = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(authenticator), uri: '/other' })
  expect(await authenticator.authenticate(claim(foreign))).toEqual(CHALLENGE)
})

test('an old nonce is stale for the right digest, and for nobody else', async () => {
  const { authenticator, key, deps, pass } = await given()
  const nonce = nonceOf(authenticator)
  pass(NONCE_LIFETIME + 1000)
  const right = digestHeader(key.publicKey, key.privateKey, { nonce })
  const wrong = digestHeader(key.publicKey, newApiKey(deps.ambient).privateKey, { nonce })
  expect(await authenticator.authenticate(claim(right))).toEqual(STALE)
  expect(await authenticator.authenticate(claim(wrong))).toEqual(CHALLENGE)
})

test('a request captured before a restart is not accepted after it', async () => {
  const { authenticator, key, deps } = await given()
  const header = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(authenticator) })
  expect(await authenticator.authenticate(claim(header))).toMatchObject({ kind: 'caller' })
  expect(await createAuthenticator(deps).authenticate(claim(header))).toEqual(STALE)
})

test('a forged nonce is never accepted', async () => {
  const { authenticator, key, deps } = await given()
  for (let round = 0; round < 200; round += 1) {
    const nonce = deps.ambient.randomBytes(24).toString('base64')
    const header = digestHeader(key.publicKey, key.privateKey, { nonce })
    expect(await authenticator.authenticate(claim(header))).toEqual(STALE)
  }
})

test('processes that share a store accept the nonces of one another, and each counter once', async () => {
  const { deps, key } = await given()
  const db: Db = { ...deps.db, engine: 'postgres' }
  const shared = { ...deps, db }
  const [one, other] = [createAuthenticator(shared), createAuthenticator(shared)]
  const header = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(one) })
  expect(await other.authenticate(claim(header))).toMatchObject({ kind: 'caller' })
  expect(await one.authenticate(claim(header))).toEqual(CHALLENGE)
})

test('digest can be turned off: right digests earn the challenge, tokens go on', async () => {
  const { authenticator, key, token } = await given({ digest: false })
  const header = digestHeader(key.publicKey, key.privateKey, { nonce: nonceOf(authenticator) })
  expect(await authenticator.authenticate(claim(header))).toEqual(CHALLENGE)
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toMatchObject({ kind: 'caller' })
})

test('a token ends with its hour, by the clock of the machine', async () => {
  const { authenticator, token, pass } = await given()
  pass(3_600_000 - 1)
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toMatchObject({ kind: 'caller' })
  pass(1)
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toEqual(BAD_TOKEN)
})

test('a revoked token is refused at once', async () => {
  const { authenticator, db, orgId, clientId, token } = await given()
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toMatchObject({ kind: 'caller' })
  await db.write(async (tx) => {
    await tokens.remove(tx, orgId, clientId, hashToken(token))
    await organizations.raiseRevision(tx, orgId)
  })
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toEqual(BAD_TOKEN)
})

test('the token of a deleted service account is refused at once', async () => {
  const { authenticator, db, orgId, token } = await given()
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toMatchObject({ kind: 'caller' })
  await db.write(async (tx) => {
    await tx.q.deleteFrom('service_accounts').execute()
    await organizations.raiseRevision(tx, orgId)
  })
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toEqual(BAD_TOKEN)
})

test('a deleted API key is refused at once', async () => {
  const { authenticator, db, orgId, key } = await given()
  const nonce = nonceOf(authenticator)
  const call = (nc: number) =>
    authenticator.authenticate(claim(digestHeader(key.publicKey, key.privateKey, { nonce, nc })))
  expect(await call(1)).toMatchObject({ kind: 'caller' })
  await db.write(async (tx) => {
    await tx.q.deleteFrom('api_keys').execute()
    await organizations.raiseRevision(tx, orgId)
  })
  expect(await call(2)).toEqual(CHALLENGE)
})

test('nobody signs in to a deleted organization', async () => {
  const { authenticator, db, key, token } = await given()
  const nonce = nonceOf(authenticator)
  const call = (nc: number) =>
    authenticator.authenticate(claim(digestHeader(key.publicKey, key.privateKey, { nonce, nc })))
  expect(await call(1)).toMatchObject({ kind: 'caller' })
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toMatchObject({ kind: 'caller' })
  await db.write((tx) => tx.q.updateTable('organizations').set({ deleted_at: 1 }).execute())
  expect(await call(2)).toEqual(CHALLENGE)
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toEqual(BAD_TOKEN)
})

test('changed roles and names show in the next request', async () => {
  const { authenticator, db, orgId, clientId, token } = await given()
  await authenticator.authenticate(claim(`Bearer ${token}`))
  await db.write(async (tx) => {
    await roleAssignments.grant(tx, orgId, clientId, '', ['ORG_OWNER'])
    await tx.q.updateTable('organizations').set({ name: 'Acme 2' }).execute()
    await organizations.raiseRevision(tx, orgId)
  })
  expect(await authenticator.authenticate(claim(`Bearer ${token}`))).toMatchObject({
    caller: { actor: { orgRoles: ['ORG_MEMBER', 'ORG_OWNER'] }, organization: { name: 'Acme 2' } },
  })
})
