// Starting an Atrium inside a process and ending it: with what it begins, how it says no, and what it leaves behind.

import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AtriumError } from '../../src/testing/atrium-error.ts'
import { startAtrium } from '../../src/testing/start-atrium.ts'
import type { Atrium, AtriumOptions } from '../../src/testing/types.ts'
import { scratchFolder } from '../harness/scratch.ts'

const invitesOf = ({ orgId }: Atrium): string => `/api/atlas/v2/orgs/${orgId}/invites`

const invite = (atrium: Atrium, username: string): Promise<Response> =>
  atrium.fetch(invitesOf(atrium), { method: 'POST', body: JSON.stringify({ username, roles: ['ORG_MEMBER'] }) })

async function invited(atrium: Atrium): Promise<readonly string[]> {
  const list: readonly { readonly username: string }[] = JSON.parse(
    await (await atrium.fetch(invitesOf(atrium))).text(),
  )
  return list.map(({ username }) => username)
}

/** What starting with these options throws. */
async function refusalOf(options: AtriumOptions): Promise<AtriumError> {
  const outcome = await startAtrium(options).then(
    (atrium) => atrium.stop(),
    (error: unknown) => error,
  )
  if (outcome instanceof AtriumError) return outcome
  throw new Error(`There was no refusal, but ${String(outcome)}.`)
}

test('twenty at once see nothing of each other', async () => {
  await using all = new AsyncDisposableStack()
  const started = await Promise.all(Array.from({ length: 20 }, () => startAtrium()))
  for (const atrium of started) all.use(atrium)
  expect(new Set(started.map(({ url }) => url)).size).toBe(20)
  await Promise.all(started.map((atrium, index) => invite(atrium, `guest-${index}@example.com`)))
  const seen = await Promise.all(started.map(invited))
  expect(seen).toEqual(started.map((_, index) => [`guest-${index}@example.com`]))
  const mails = await Promise.all(started.map(async ({ outbox }) => (await outbox.mails()).map(({ to }) => to)))
  expect(mails).toEqual(started.map((_, index) => [`guest-${index}@example.com`]))
  await started[0]?.clock.set('2027-01-02')
  const frozen = await Promise.all(started.map(async ({ clock }) => (await clock.now()).startsWith('2027-01-02')))
  expect(frozen).toEqual(started.map((_, index) => index === 0))
})

test('it can be ended twice, and says so to whoever goes on', async () => {
  const atrium = await startAtrium()
  const { url } = atrium
  await Promise.all([atrium.stop(), atrium[Symbol.asyncDispose]()])
  await atrium.stop()
  await expect(fetch(url)).rejects.toThrow()
  await expect(atrium.clock.now()).rejects.toThrow(`The Atrium that was on ${url} has been stopped.`)
})

test('fifty starts and ends leave neither a socket nor a timer behind', async () => {
  const handles = (): readonly string[] => process.getActiveResourcesInfo().filter((name) => /^TCP|Timeout/.test(name))
  /** Sockets that have been closed are gone some turns of the loop later. */
  const settled = async (most: number): Promise<readonly string[]> => {
    for (let turn = 0; turn < 1000 && handles().length > most; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    return handles()
  }
  await (await startAtrium()).stop()
  const before = await settled(0)
  for (let round = 0; round < 5; round += 1) {
    const started = await Promise.all(Array.from({ length: 10 }, () => startAtrium()))
    await Promise.all(started.map((atrium) => atrium.fetch(`/api/atlas/v2/orgs/${atrium.orgId}`)))
    await Promise.all(started.map((atrium) => atrium.stop()))
  }
  expect((await settled(before.length)).length).toBeLessThanOrEqual(before.length)
})

test('a seed is an object, or a file in YAML or JSON', async () => {
  const seed = { organizations: [{ name: 'Acme', users: [{ username: 'ann@example.com', orgRoles: ['ORG_OWNER'] }] }] }
  const file = join(scratchFolder(), 'seed.yaml')
  writeFileSync(
    file,
    'organizations:\n  - name: Acme\n    users:\n      - {username: ann@example.com, orgRoles: [ORG_OWNER]}\n',
  )
  for (const given of [seed, file]) {
    await using atrium = await startAtrium({ seed: given })
    const answer = await atrium.fetch(`/api/atlas/v2/orgs/${atrium.orgId}`)
    expect(await answer.json()).toMatchObject({ id: atrium.orgId, name: 'Acme' })
    expect(atrium.owner.username).toBe('ann@example.com')
  }
})

test('what is wrong with a seed is told by path, and in a file by line', async () => {
  const file = join(scratchFolder(), 'seed.yaml')
  writeFileSync(
    file,
    'organizations:\n  - name: Acme\n    users:\n      - username: ann@example.com\n        country: us\n',
  )
  const ofFile = await refusalOf({ seed: file })
  expect(ofFile).toMatchObject({ status: 400, errorCode: 'INVALID_SEED' })
  expect(ofFile.message).toBe(`${file}:5: organizations[0].users[0].country must be two capital letters, not "us".`)
  const users = [
    { username: 'ann@example.com', country: 'us' },
    { username: 'ann@example.com', id: 'x' },
  ]
  const ofObject = await refusalOf({ seed: { organizations: [{ name: 'Acme', users }] } })
  expect(ofObject.errorCode).toBe('INVALID_SEED')
  expect(ofObject.message.split('\n')).toEqual([
    expect.stringContaining('organizations[0].users[0].country must be two capital letters'),
    expect.stringContaining('organizations[0].users[1].id must be 24 lower-case hexadecimal characters'),
    expect.stringContaining('organizations[0].users[1].username'),
  ])
  const ofNone = await refusalOf({ seed: '/nowhere/seed.yaml' })
  expect(ofNone.message).toMatch(/^The seed file cannot be read: ENOENT/)
})

test('other options that cannot be are refused with those that can', async () => {
  const now = await refusalOf({ now: '2027-02-30' })
  expect(now).toMatchObject({ status: 400, errorCode: 'CANNOT_START' })
  expect(now.message).toContain('"2027-02-30" is no time at which a clock can stand')
  expect((await refusalOf({ now: new Date(Number.NaN) })).message).toContain('"Invalid Date" is no time')
  expect((await refusalOf({ server: 'http://localhost:1', port: 1 })).message).toContain('the server settles port')
  const misspelt: object = { seeds: {} }
  expect((await refusalOf(misspelt)).message).toBe(
    'There is no option seeds; there are seed, now, limits, port, host, tls, server, log.',
  )
})

test.each([
  ['now', 5, 'The option now must be a text such as "2027-07-02T00:00:00Z" or a Date, not 5.'],
  ['limits', 'none', `The option limits must be "atlas", not 'none'.`],
  ['port', '8080', "The option port must be a whole number from 0 to 65535, not '8080'."],
  ['port', 65_536, 'The option port must be a whole number from 0 to 65535, not 65536.'],
  ['tls', true, 'The option tls must be the path of a folder, not true.'],
  ['server', 'localhost:8080', expect.stringContaining('The option server must be the url of a running')],
  ['server', 'http://127.0.0.1:1', expect.stringContaining('No server answers at http://127.0.0.1:1: start one')],
  ['log', 'x', "The option log must be a function, not 'x'."],
  // A number is no path, though Node would read from the file that is open under it, and wait for a terminal.
  ['seed', 0, 'the seed must be a map, not 0.'],
])('the option %s cannot be %j', async (name, value, message) => {
  const options: object = { [name]: value }
  expect((await refusalOf(options)).message).toEqual(message)
})

test('a port that somebody has is said to be taken, and nothing is left running', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const { message } = await refusalOf({ port })
  expect(message).toBe(
    `Port ${port} is already in use: choose another one, or leave \`port\` out for any that is free.`,
  )
  await new Promise((resolve) => other.close(resolve))
  await using atrium = await startAtrium({ port })
  expect(atrium.url).toBe(`http://127.0.0.1:${port}`)
})

test('what a seed has none of is said when it is asked for', async () => {
  const none = { users: [], projects: [], teams: [], apiKeys: [], serviceAccounts: [] }
  await using atrium = await startAtrium({ seed: { organizations: [{ name: 'Acme', ...none }] } })
  expect(() => atrium.apiKey).toThrow('The seed gives its first organization no API key.')
  expect(() => atrium.groupId).toThrow('no project')
  await expect(atrium.token()).rejects.toThrow('no service account')
  expect(atrium.env).toEqual({
    ATRIUM_ORG_ID: atrium.orgId,
    ATRIUM_URL: atrium.url,
    DO_NOT_TRACK: '1',
    MDB_MCP_TELEMETRY: 'disabled',
    MONGODB_ATLAS_BASE_URL: atrium.url,
    MONGODB_ATLAS_OPS_MANAGER_URL: `${atrium.url}/`,
    MONGODB_ATLAS_ORG_ID: atrium.orgId,
    MONGODB_ATLAS_SKIP_UPDATE_CHECK: 'yes',
  })
})

test('over TLS its own calls trust the authority, which clients are told of', async () => {
  await using atrium = await startAtrium({ tls: scratchFolder() })
  expect(atrium.url).toMatch(/^https:/)
  expect(atrium.env).toMatchObject({ SSL_CERT_FILE: atrium.caFile, NODE_EXTRA_CA_CERTS: atrium.caFile })
  await expect(fetch(atrium.url)).rejects.toThrow()
  const made = await invite(atrium, 'new@example.com')
  expect([made.status, made.headers.get('content-type')]).toEqual([200, expect.stringContaining('json')])
  const { id } = Object(await made.json())
  const gone = await atrium.fetch(`${invitesOf(atrium)}/${id}`, { method: 'DELETE' })
  expect([gone.status, await gone.text()]).toEqual([204, ''])
  expect(await atrium.clock.set('2027-01-01')).toBe('2027-01-01T00:00:00Z')
})

test('a process does nothing but what its test does: no signal is taken, and nothing is written', async () => {
  const before = ['SIGTERM', 'SIGINT', 'uncaughtException', 'exit'].map((name) => process.listenerCount(name))
  const lines: string[] = []
  await using atrium = await startAtrium({ log: (line) => lines.push(line) })
  const after = ['SIGTERM', 'SIGINT', 'uncaughtException', 'exit'].map((name) => process.listenerCount(name))
  expect(after).toEqual(before)
  await invite(atrium, 'no address')
  expect(lines).toEqual([])
})
