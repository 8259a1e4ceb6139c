import fastify from 'fastify'
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { afterEach, expect, test } from 'vitest'
import type { ClientId, OrgId } from '../domain/ids.ts'
import { createAuthenticator } from '../identity/authenticate.ts'
import { hashSecret, maskSecret, newClientId, newClientSecret } from '../identity/credentials.ts'
import { newKeyRing, parseKeyRing } from '../identity/key-ring.ts'
import { systemAmbient } from '../platform/ambient.ts'
import type { Secret } from '../platform/secret.ts'
import * as clientSecrets from '../store/client-secrets.ts'
import type { Db, Tx } from '../store/db.ts'
import * as directory from '../store/directory.ts'
import { migrate } from '../store/migrate.ts'
import { openDb } from '../store/open.ts'
import * as organizations from '../store/organizations.ts'
import * as serviceAccounts from '../store/service-accounts.ts'
import * as signingKeys from '../store/signing-keys.ts'
import { registerOauth } from './oauth.ts'

const TOKEN = '/api/oauth/token'
const REVOKE = '/api/oauth/revoke'
const HOUR = 3_600_000
const START = 1_700_000_000_123
const FORM = 'application/x-www-form-urlencoded'
const INVALID_CLIENT = '{"error_description":"Invalid credentials provided.","error":"invalid_client"}'

const opened: Db[] = []
afterEach(async () => {
  for (const db of opened.splice(0)) await db[Symbol.asyncDispose]()
})

interface Client {
  orgId: OrgId
  clientId: ClientId
  secret: Secret
}

/** A server with two service accounts in two organizations, each with one secret that lives for a day. */
async function given() {
  const db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: false })
  opened.push(db)
  await migrate(db)
  const clock = { now: START, wall: START }
  const ambient = { ...systemAmbient(), now: () => clock.now, wall: () => clock.wall }
  const ring = parseKeyRing(newKeyRing(ambient), ambient)
  if (!ring.ok) throw new Error('no ring')
  const newClient = (): Client => ({
    orgId: ambient.newId<OrgId>(),
    clientId: newClientId(ambient),
    secret: newClientSecret(ambient),
  })
  const client = newClient()
  const other = newClient()
  await db.write(async (tx) => {
    for (const each of [client, other]) {
      await organizations.insert(tx, { orgId: each.orgId, name: 'Acme', settings: {}, createdAt: 1 })
      await insertClient(tx, each)
    }
  })
  const reads = { count: 0 }
  const deps = {
    db: counting(db, reads),
    ambient,
    keys: ring.keys,
    issuer: 'https://atrium.example',
    limitsRates: false,
  }
  const newServer = () => {
    const server = fastify()
    registerOauth(server, deps)
    return server
  }
  const server = newServer()
  const post = (url: string, payload: string, headers: Record<string, string> = basic(client)) =>
    server.inject({ method: 'POST', url, payload, headers: { 'content-type': FORM, ...headers } })
  const grant = async (from: Client = client): Promise<string> => {
    const answer = await post(TOKEN, 'grant_type=client_credentials', basic(from))
    return answer.json<{ access_token: string }>().access_token
  }
  const authenticator = createAuthenticator({ ...deps, digest: true, pathPrefix: '' })
  const signIn = async (token: string): Promise<string> => {
    const verdict = await authenticator.authenticate({
      method: 'GET',
      target: '/',
      authorization: `Bearer ${token}`,
      address: '127.0.0.1',
    })
    return verdict.kind === 'caller' ? verdict.caller.actor.name : verdict.kind
  }
  return { db, clock, ambient, client, other, server, newServer, post, grant, signIn, reads }
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

async function insertClient(tx: Tx, { orgId, clientId, secret }: Client): Promise<void> {
  await serviceAccounts.insert(tx, { orgId, clientId, name: 'robot', description: '', createdAt: 1 })
  await directory.insert(tx, `sa:${clientId}`, orgId)
  await clientSecrets.insert(tx, orgId, clientId, {
    id: 'first',
    hash: hashSecret(secret),
    masked: maskSecret(secret),
    createdAt: 1,
    expiresAt: START + 24 * HOUR,
  })
}

const basicOf = (id: string, secret: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})
const basic = ({ clientId, secret }: Client): Record<string, string> => basicOf(clientId, secret.reveal())

test('a client gets a token for an hour, with which it signs in', async () => {
  const { post, client, signIn } = await given()
  const answer = await post(TOKEN, 'grant_type=client_credentials')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('application/json')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.json()).toEqual({ access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' })
  expect(await signIn(answer.json<{ access_token: string }>().access_token)).toBe(client.clientId)
})

test('the token is an ES512 JWT that says who, for whom and how long', async () => {
  const { grant, client, clock, db } = await given()
  clock.now += 12 * HOUR
  const token = await grant()
  const issued = Math.floor(START / 1000)
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES512', typ: 'JWT' })
  expect(decodeJwt(token)).toEqual({
    iss: 'https://atrium.example',
    sub: client.clientId,
    aud: 'api://admin',
    iat: issued,
    exp: issued + 3600,
    jti: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
  })
  const key = await signingKeys.find(db.read, 'access-tokens-1')
  const jwk: Record<string, string> = JSON.parse(key?.publicJwk ?? '{}')
  expect(jwk).not.toHaveProperty('d')
  const currentDate = new Date(START)
  await expect(jwtVerify(token, await importJWK(jwk, 'ES512'), { currentDate })).resolves.toBeDefined()
})

test('neither the token nor the signing key stands in the store', async () => {
  const { grant, db } = await given()
  const token = await grant()
  const rows = await Promise.all([
    db.read.q.selectFrom('tokens').selectAll().execute(),
    db.read.q.selectFrom('signing_keys').selectAll().execute(),
  ])
  expect(rows[0]).toHaveLength(1)
  expect(rows[1]).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token.split('.')[2])
  expect(rows[1][0]?.sealed_private_jwk).not.toContain('kty')
})

test('percent-encoded credentials and a charset in the content type are taken', async () => {
  const { post, client } = await given()
  const encoded = (text: string): string => text.replaceAll('_', '%5F').replaceAll('-', '%2D')
  const headers = basicOf(encoded(client.clientId), encoded(client.secret.reveal()))
  const answer = await post(TOKEN, 'grant_type=client_credentials', {
    ...headers,
    'content-type': `${FORM};charset=UTF-8`,
  })
  expect(answer.statusCode).toBe(200)
})

test('wrong ids, wrong secrets and no credentials are answered alike', async () => {
  const { post, client, other, ambient } = await given()
  const attempts = [
    basicOf(client.clientId, other.secret.reveal()),
    basicOf(client.clientId, ''),
    basicOf(newClientId(ambient), client.secret.reveal()),
    basicOf('nobody', client.secret.reveal()),
    { authorization: 'Basic !' },
    { authorization: 'Bearer x' },
    {},
  ]
  for (const url of [TOKEN, REVOKE]) {
    for (const headers of attempts) {
      const answer = await post(url, 'grant_type=client_credentials&token=x', headers)
      expect(answer.statusCode).toBe(401)
      expect(answer.body).toBe(INVALID_CLIENT)
      expect(answer.headers['content-type']).toBe('application/json')
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.headers['www-authenticate']).toBe('Basic realm="MMS Public API"')
    }
  }
})

test('the secret of another client in the same organization is wrong', async () => {
  const { post, client, ambient, db } = await given()
  const neighbour = { orgId: client.orgId, clientId: newClientId(ambient), secret: newClientSecret(ambient) }
  await db.write((tx) => insertClient(tx, neighbour))
  expect((await post(TOKEN, 'grant_type=client_credentials', basic(neighbour))).statusCode).toBe(200)
  const swapped = basicOf(client.clientId, neighbour.secret.reveal())
  expect((await post(TOKEN, 'grant_type=client_credentials', swapped)).statusCode).toBe(401)
})

test('wrong ids and wrong secrets cost the same reads', async () => {
  const { post, client, other, ambient, reads } = await given()
  expect((await post(TOKEN, 'grant_type=client_credentials')).statusCode).toBe(200)
  reads.count = 0
  await post(REVOKE, 'token=x')
  expect(reads.count).toBe(3)
  for (const id of [client.clientId, newClientId(ambient), 'nobody']) {
    reads.count = 0
    await post(TOKEN, 'grant_type=client_credentials', basicOf(id, other.secret.reveal()))
    expect(reads.count).toBe(6)
  }
})

test('an expired secret, a deleted one and a deleted organization give no token', async () => {
  const { post, clock, db, other } = await given()
  const ask = async (headers?: Record<string, string>) =>
    (await post(TOKEN, 'grant_type=client_credentials', headers)).statusCode
  clock.now = START + 24 * HOUR - 1
  expect(await ask()).toBe(200)
  clock.now += 1
  expect(await ask()).toBe(401)
  expect((await post(REVOKE, 'token=x')).statusCode).toBe(401)
  clock.now = START
  expect(await ask()).toBe(200)
  await db.write((tx) =>
    tx.q.updateTable('organizations').set({ deleted_at: 1 }).where('org_id', '=', other.orgId).execute(),
  )
  expect(await ask(basic(other))).toBe(401)
  await db.write((tx) => tx.q.deleteFrom('secrets').execute())
  expect(await ask()).toBe(401)
})

test('during a rotation both secrets work, and use is noted on the one that was used', async () => {
  const { post, client, db, clock, ambient } = await given()
  const second = newClientSecret(ambient)
  await db.write((tx) =>
    clientSecrets.insert(tx, client.orgId, client.clientId, {
      id: 'second',
      hash: hashSecret(second),
      masked: maskSecret(second),
      createdAt: START,
      expiresAt: START + HOUR,
    }),
  )
  clock.now += 5
  expect(
    (await post(TOKEN, 'grant_type=client_credentials', basicOf(client.clientId, second.reveal()))).statusCode,
  ).toBe(200)
  const used = await db.read.q
    .selectFrom('secrets')
    .select(['secret_id', 'last_used_at'])
    .where('last_used_at', 'is not', null)
    .execute()
  expect(used.map((row) => [row.secret_id, row.last_used_at])).toEqual([['second', START + 5]])
  expect((await post(TOKEN, 'grant_type=client_credentials')).statusCode).toBe(200)
})

test.each([
  ['no grant type', '', 'invalid_request'],
  ['an empty grant type', 'grant_type=', 'invalid_request'],
  ['a repeated parameter', 'grant_type=client_credentials&grant_type=client_credentials', 'invalid_request'],
  ['another grant type', 'grant_type=password', 'unsupported_grant_type'],
])('%s is refused with 400', async (_what, payload, error) => {
  const { post } = await given()
  const answer = await post(TOKEN, payload)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toEqual({ error, error_description: expect.any(String) })
})

test.each([
  ['application/json', '{"grant_type":"client_credentials","token":"x"}'],
  ['text/plain', 'grant_type=client_credentials&token=x'],
])('a body of type %s is no form', async (type, payload) => {
  const { post, client } = await given()
  for (const url of [TOKEN, REVOKE]) {
    const answer = await post(url, payload, { ...basic(client), 'content-type': type })
    expect([answer.statusCode, answer.json<{ error: string }>().error]).toEqual([400, 'invalid_request'])
  }
})

test('credentials are judged before a body that is broken', async () => {
  const { post } = await given()
  const answer = await post(TOKEN, '{"grant_type":', { 'content-type': 'application/json' })
  expect(answer.statusCode).toBe(401)
})

test('a body that is too large is refused before it is read as a form', async () => {
  const { post } = await given()
  const answer = await post(TOKEN, `grant_type=client_credentials&x=${'x'.repeat(20_000)}`)
  expect([answer.statusCode, answer.json<{ error: string }>().error]).toEqual([413, 'invalid_request'])
})

test('a revoked token is dead at once, and the answer is 200 and empty', async () => {
  const { post, grant, signIn, client } = await given()
  const [token, spared] = [await grant(), await grant()]
  expect(await signIn(token)).toBe(client.clientId)
  const answer = await post(REVOKE, `token=${token}&token_type_hint=access_token`)
  expect([answer.statusCode, answer.body]).toEqual([200, ''])
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(await signIn(token)).toBe('bad_token')
  expect(await signIn(spared)).toBe(client.clientId)
})

test('revoking an unknown token answers the same, and another client’s token stays alive', async () => {
  const { post, grant, signIn, client, other } = await given()
  const token = await grant(other)
  for (const each of ['unknown', token]) {
    const answer = await post(REVOKE, `token=${each}`, basic(client))
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
  }
  expect(await signIn(token)).toBe(other.clientId)
})

test('revoking needs a token', async () => {
  const { post } = await given()
  for (const payload of ['', 'token=', 'token=a&token=b']) {
    const answer = await post(REVOKE, payload)
    expect([answer.statusCode, answer.json<{ error: string }>().error]).toEqual([400, 'invalid_request'])
  }
})

test('other methods answer 405 and say which one is allowed', async () => {
  const { server } = await given()
  for (const url of [TOKEN, REVOKE]) {
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      const answer = await server.inject({ method, url })
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST'])
      expect(answer.headers['content-type']).toBe('application/json')
    }
    const body = (await server.inject({ method: 'PUT', url, payload: { a: 1 } })).json<Record<string, unknown>>()
    expect(body).toMatchObject({ error: 405, errorCode: 'UNEXPECTED_ERROR', parameters: null })
  }
})

test('the form parser stays inside the two endpoints', async () => {
  const { newServer } = await given()
  const server = newServer()
  server.post('/elsewhere', async (request) => ({ body: request.body }))
  const form = await server.inject({
    method: 'POST',
    url: '/elsewhere',
    payload: 'a=1',
    headers: { 'content-type': FORM },
  })
  expect(form.statusCode).toBe(415)
  const json = await server.inject({ method: 'POST', url: '/elsewhere', payload: { a: 1 } })
  expect(json.json()).toEqual({ body: { a: 1 } })
  expect(json.headers['cache-control']).toBeUndefined()
})

test('of many servers that start at once exactly one makes the signing key', async () => {
  const { newServer, client, db } = await given()
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      newServer().inject({
        method: 'POST',
        url: TOKEN,
        payload: 'grant_type=client_credentials',
        headers: { 'content-type': FORM, ...basic(client) },
      }),
    ),
  )
  const [key, ...others] = await db.read.q.selectFrom('signing_keys').select(['public_jwk']).execute()
  expect(others).toEqual([])
  const verifier = await importJWK(JSON.parse(key?.public_jwk ?? '{}'), 'ES512')
  for (const answer of answers) {
    const token = answer.json<{ access_token: string }>().access_token
    await expect(jwtVerify(token, verifier, { currentDate: new Date(START) })).resolves.toBeDefined()
  }
})

test('a store that fails answers server_error, and the next request works again', async () => {
  const { post, db } = await given()
  await db.write((tx) => tx.q.schema.alterTable('signing_keys').renameTo('away').execute())
  const answer = await post(TOKEN, 'grant_type=client_credentials')
  expect([answer.statusCode, answer.json<{ error: string }>().error]).toEqual([500, 'server_error'])
  expect(answer.body).not.toContain('signing_keys')
  await db.write((tx) => tx.q.schema.alterTable('away').renameTo('signing_keys').execute())
  expect((await post(TOKEN, 'grant_type=client_credentials')).statusCode).toBe(200)
})
