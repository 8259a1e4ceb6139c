// What every JavaScript client does, given a way to call: the flows, the addresses, and how a result is reported.
import assert from 'node:assert/strict'

const need = (name) => process.env[name] ?? assert.fail(`${name} is not set: start these clients with run.sh`)

export const BASE = need('ATRIUM_URL')
export const ORG = need('ATRIUM_ORG')
export const PROJECT = need('ATRIUM_PROJECT')
export const PROJECT_NAME = need('ATRIUM_PROJECT_NAME')
export const TEAM = need('ATRIUM_TEAM')
export const OTHER_ORG = need('ATRIUM_OTHER_ORG')
export const KEY = { publicKey: need('ATRIUM_PUBLIC_KEY'), privateKey: need('ATRIUM_PRIVATE_KEY') }
export const WRONG_KEY = { publicKey: KEY.publicKey, privateKey: '00000000-0000-4000-8000-000000000000' }
export const ACCESS_TOKEN = need('ACCESS_TOKEN')

const V2 = { name: 'v2', prefix: '/api/atlas/v2', accept: 'application/vnd.atlas.2025-03-12+json', created: 200 }

/** The three faces of the service, as far as calling them differs. */
export const DIALECTS = [
  { name: 'v1.0', prefix: '/api/atlas/v1.0', accept: 'application/json', created: 200 },
  V2,
  { name: 'Cloud Manager', prefix: '/api/public/v1.0', accept: 'application/json', created: 201 },
]

/** Runs one flow and prints one line for it: its name, a tab, and `ok` or what went wrong. */
export async function flow(name, run) {
  try {
    await run()
    console.log(`${name}\tok`)
  } catch (error) {
    console.log(`${name}\tFAILED: ${String(error.message ?? error).replace(/\s+/g, ' ')}`)
    process.exitCode = 1
  }
}

/** Forgets what was counted on the wire. */
export const resetTally = () => fetch(`${BASE}/__tally/reset`, { method: 'POST' })

/** The answers since the last reset: their statuses, and of the challenges among them whether they were stale. */
export const tally = async () => (await fetch(`${BASE}/__tally`)).json()

/** Moves the server's clock. */
export const advance = (minutes) => fetch(`${BASE}/__tally/advance?minutes=${minutes}`, { method: 'POST' })

/** Accepts an invitation as the person invited. */
export async function accept(id) {
  const answer = await fetch(`${BASE}/_atrium/invitations/${id}:accept`, { method: 'POST' })
  assert.equal(answer.status, 200, 'accepting')
}

export function expectStatus(answer, status) {
  assert.equal(answer.status, status, `status: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export function expectError(answer, status, errorCode) {
  const body = expectStatus(answer, status)
  assert.deepEqual([body.error, body.errorCode], [status, errorCode])
}

const LEVELS = [
  { name: 'organization invitations', path: `/orgs/${ORG}/invites`, roles: ['ORG_MEMBER'], others: ['ORG_READ_ONLY'] },
  {
    name: 'project invitations',
    path: `/groups/${PROJECT}/invites`,
    roles: ['GROUP_READ_ONLY'],
    others: ['GROUP_OWNER'],
  },
]

/**
 * Every flow over one client. `call(credentials, method, path, body, accept)` answers `{ status, body }`; with the same
 * `credentials` object it uses the same client object. `reuses` says whether the client keeps a nonce.
 */
export async function runFlows(client, call, { reuses }) {
  for (const dialect of DIALECTS) {
    for (const level of LEVELS) {
      const slug = `${client}-${dialect.name}-${level.name}`.replace(/[^a-z0-9]+/gi, '-')
      await flow(`${level.name}, ${dialect.name}`, () => lifecycle(call, dialect, level, `${slug}@example.com`))
    }
  }
  const v2 = (credentials, method, path, body) => call(credentials, method, `${V2.prefix}${path}`, body, V2.accept)
  await flow('accepted, then gone', () => accepted(v2, client))
  await flow('conflicts and bad bodies', () => conflicts(v2, client))
  await flow('wrong credentials', () => wrongCredentials(v2))
  await flow("another tenant's organization", async () => {
    expectError(await v2(KEY, 'GET', `/orgs/${OTHER_ORG}/invites`), 404, 'ORG_NOT_FOUND')
  })
  await flow('a path with %20', async () => {
    const body = expectStatus(await v2(KEY, 'GET', `/groups/byName/${encodeURIComponent(PROJECT_NAME)}`), 200)
    assert.equal(body.id, PROJECT)
  })
  await flow('a GET with a query', async () => {
    const body = expectStatus(await v2(KEY, 'GET', '/groups?itemsPerPage=1&pageNum=1&includeCount=false'), 200)
    assert.deepEqual([body.results.length, body.totalCount], [1, 0])
  })
  await flow('three calls on one client', () => threeCalls(v2, reuses))
  if (reuses) await flow('an expired nonce', () => expiredNonce(v2))
}

async function lifecycle(call, dialect, { path, roles, others }, username) {
  const credentials = { ...KEY }
  const api = (method, suffix = '', body = undefined) =>
    call(credentials, method, `${dialect.prefix}${path}${suffix}`, body, dialect.accept)
  const made = expectStatus(await api('POST', '', { roles, username }), dialect.created)
  assert.match(made.id, /^[0-9a-f]{24}$/)
  assert.deepEqual([made.username, made.roles, made.inviterUsername], [username.toLowerCase(), roles, KEY.publicKey])
  const all = expectStatus(await api('GET'), 200)
  assert.ok(
    all.some(({ id }) => id === made.id),
    'the list has the invitation',
  )
  const filtered = expectStatus(await api('GET', `?username=${encodeURIComponent(username)}`), 200)
  assert.deepEqual(filtered, [made])
  assert.deepEqual(expectStatus(await api('GET', `/${made.id}`), 200), made)
  const byId = expectStatus(await api('PATCH', `/${made.id}`, { roles: others }), 200)
  assert.deepEqual(byId, { ...made, roles: others })
  const byName = expectStatus(await api('PATCH', '', { roles, username }), 200)
  assert.deepEqual(byName, made)
  const removed = await api('DELETE', `/${made.id}`)
  assert.deepEqual([removed.status, removed.body], [204, undefined])
  expectError(await api('GET', `/${made.id}`), 404, 'INVALID_INVITATION_ID')
}

async function accepted(v2, client) {
  const invites = `/orgs/${ORG}/invites`
  const username = `${client}-accepts@example.com`
  const { id } = expectStatus(await v2(KEY, 'POST', invites, { roles: ['ORG_MEMBER'], username }), 200)
  await accept(id)
  expectError(await v2(KEY, 'GET', `${invites}/${id}`), 404, 'INVALID_INVITATION_ID')
  assert.deepEqual(expectStatus(await v2(KEY, 'GET', `${invites}?username=${encodeURIComponent(username)}`), 200), [])
  const again = await v2(KEY, 'POST', invites, { roles: ['ORG_MEMBER'], username })
  expectError(again, 409, 'USER_ALREADY_IN_ORG')
}

async function conflicts(v2, client) {
  const invites = `/orgs/${ORG}/invites`
  const body = { roles: ['ORG_MEMBER'], username: `${client}-twice@example.com` }
  expectStatus(await v2(KEY, 'POST', invites, body), 200)
  expectError(await v2(KEY, 'POST', invites, body), 409, 'USER_ALREADY_IN_ORG')
  expectError(await v2(KEY, 'POST', invites, { ...body, roles: ['ORG_JESTER'] }), 400, 'INVALID_ENUM_VALUE')
  expectError(await v2(KEY, 'DELETE', `${invites}/${'0'.repeat(24)}`), 404, 'INVALID_INVITATION_ID')
}

async function wrongCredentials(v2) {
  await resetTally()
  expectError(await v2({ ...WRONG_KEY }, 'GET', `/orgs/${ORG}/invites`), 401, 'UNEXPECTED_ERROR')
  // The challenge and one refusal: a client that went on would lock keys out elsewhere.
  assert.deepEqual(await tally(), { stale: [false, false], statuses: [401, 401] })
}

async function threeCalls(v2, reuses) {
  const credentials = { ...KEY }
  await resetTally()
  for (const path of [`/orgs/${ORG}`, '/groups?pageNum=1', `/orgs/${ORG}/invites`]) {
    expectStatus(await v2(credentials, 'GET', path), 200)
  }
  const { statuses } = await tally()
  assert.deepEqual(statuses, reuses ? [401, 200, 200, 200] : [401, 200, 401, 200, 401, 200])
}

async function expiredNonce(v2) {
  const credentials = { ...KEY }
  expectStatus(await v2(credentials, 'GET', `/orgs/${ORG}`), 200)
  await advance(6)
  await resetTally()
  expectStatus(await v2(credentials, 'GET', `/orgs/${ORG}`), 200)
  assert.deepEqual(await tally(), { stale: [true], statuses: [401, 200] })
}
