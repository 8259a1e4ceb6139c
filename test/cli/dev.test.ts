// `atrium dev` as a process: what it prints, what it keeps, and what it says when it cannot start.
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { engines } from '../harness/stores.ts'
import { getAs, run, start, startDev, temporaryFile, temporaryFolder } from './program.ts'

const ID = /^[0-9a-f]{24}$/
const withoutUrl = (text: string): string => text.replace(/"url":"[^"]*"/, '')

async function occupiedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('the line for programs has exactly one shape, and every start on the same data prints the same', async () => {
  const data = join(temporaryFolder(), 'data')
  const first = await startDev(['--data', data])
  expect(Object.keys(first.line)).toEqual(['url', 'orgId', 'groupId', 'teamId', 'apiKey', 'serviceAccount', 'owner'])
  expect(first.line).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    orgId: expect.stringMatching(ID),
    groupId: expect.stringMatching(ID),
    teamId: expect.stringMatching(ID),
    apiKey: { publicKey: expect.stringMatching(/^[a-z]{8}$/), privateKey: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    serviceAccount: {
      clientId: expect.stringMatching(/^mdb_sa_id_[0-9a-f]{24}$/),
      clientSecret: expect.stringMatching(/^mdb_sa_sk_/),
    },
    owner: { id: expect.stringMatching(ID), username: 'owner@example.com', password: expect.any(String) },
  })
  first.signal('SIGTERM')
  expect(await first.ended).toMatchObject({ code: 0, stdout: first.text })
  const files = readdirSync(data).map((file) => `${file} ${(statSync(join(data, file)).mode & 0o777).toString(8)}`)
  expect(files.sort()).toEqual(['atrium.db 600', 'credentials.json 600', 'keys.json 600', 'snapshots.db 600'])

  const second = await startDev(['--data', data])
  expect(withoutUrl(second.text)).toBe(withoutUrl(first.text))
  const organization = await getAs(second.line.url, second.line.serviceAccount, `/orgs/${second.line.orgId}`)
  expect(organization.status).toBe(200)
})

test('both addresses of localhost answer, and so does health', async () => {
  const { line } = await startDev(['--data', ':memory:'])
  const health = await fetch(`${line.url}/_atrium/health`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  const hasIpv6 = await fetch(`${line.url.replace('127.0.0.1', '[::1]')}/_atrium/health`).then(
    (answer) => answer.status,
    (error: Error) => String(error.cause),
  )
  expect([200, expect.stringMatching(/EADDRNOTAVAIL|EAFNOSUPPORT/)]).toContainEqual(hasIpv6)
})

test('people get the credentials and lines to paste', async () => {
  const running = await start(['dev', '--port', '0', '--data', ':memory:'])
  running.signal('SIGINT')
  const { code, stdout } = await running.ended
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Atrium \S+ on http:\/\/localhost:\d+, data in :memory:\n/)
  expect(stdout).toMatch(
    / {2}curl --digest -u [a-z]{8}:\S+ 'http:\/\/localhost:\d+\/api\/public\/v1.0\/orgs\/[0-9a-f]{24}\/invites/,
  )
  expect(stdout).toMatch(/MONGODB_ATLAS_OPS_MANAGER_URL=http:\/\/localhost:\d+\/ /)
  expect(stdout).toMatch(/MONGODB_ATLAS_BASE_URL=http:\/\/localhost:\d+ /)
})

test('a seed gives identifiers and secrets, and its first organization is what is printed', async () => {
  const second = { clientId: 'mdb_sa_id_5f9a00000000000000000052', clientSecret: 'mdb_sa_sk_secret-of-the-second' }
  const seed = temporaryFile(
    'seed.yaml',
    `organizations:
  - id: 5f9a00000000000000000001
    name: Acme
    users:
      - {id: 5f9a00000000000000000011, username: Ada@Example.com, password: given, orgRoles: [ORG_OWNER], teams: [Core]}
    projects: [{id: 5f9a00000000000000000021, name: Billing, tags: [{key: a, value: b}]}]
    teams: [{id: 5f9a00000000000000000031, name: Core, projectRoles: {Billing: [GROUP_READ_ONLY]}}]
    apiKeys: [{publicKey: acmekeys, privateKey: given-private-key, orgRoles: [ORG_OWNER]}]
    serviceAccounts:
      - {clientId: mdb_sa_id_5f9a00000000000000000051, clientSecret: mdb_sa_sk_secret-of-the-first, orgRoles: [ORG_OWNER]}
    invitations:
      - id: 5f9a00000000000000000061
        username: new@example.com
        roles: [ORG_MEMBER]
        teams: [Core]
        projectRoles: {Billing: [GROUP_OWNER]}
        createdAt: 2026-01-01T00:00:00Z
        expiresAt: 2126-01-01T00:00:00Z
  - id: 5f9a00000000000000000002
    name: Other
    users: [{username: ada@example.com, orgRoles: [ORG_READ_ONLY]}]
    serviceAccounts: [{clientId: ${second.clientId}, clientSecret: ${second.clientSecret}, orgRoles: [ORG_OWNER]}]
`,
  )
  const { line } = await startDev(['--data', ':memory:', '--seed', seed])
  expect(line).toEqual({
    url: line.url,
    orgId: '5f9a00000000000000000001',
    groupId: '5f9a00000000000000000021',
    teamId: '5f9a00000000000000000031',
    apiKey: { publicKey: 'acmekeys', privateKey: 'given-private-key' },
    serviceAccount: { clientId: 'mdb_sa_id_5f9a00000000000000000051', clientSecret: 'mdb_sa_sk_secret-of-the-first' },
    owner: { id: '5f9a00000000000000000011', username: 'ada@example.com', password: 'given' },
  })
  const invitations = await getAs(line.url, line.serviceAccount, `/orgs/${line.orgId}/invites`)
  expect(await invitations.json()).toMatchObject([
    {
      id: '5f9a00000000000000000061',
      createdAt: '2026-01-01T00:00:00Z',
      expiresAt: '2126-01-01T00:00:00Z',
      inviterUsername: 'ada@example.com',
      teamIds: ['5f9a00000000000000000031'],
      groupRoleAssignments: [{ groupId: '5f9a00000000000000000021', groupRole: 'GROUP_OWNER' }],
    },
  ])
  const other = await getAs(line.url, second, '/orgs/5f9a00000000000000000002')
  expect(await other.json()).toMatchObject({ name: 'Other' })
})

test('a seed with mistakes starts nothing and lists them by path and line', async () => {
  const seed = temporaryFile('seed.yaml', 'organizations:\n  - id: 1\n    name: A\n    users: [{orgRoles: [BOSS]}]\n')
  const data = join(temporaryFolder(), 'data')
  const { code, stdout, stderr } = await run(['dev', '--json', '--port', '0', '--data', data, '--seed', seed])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr.trim().split('\n')).toEqual([
    `${seed}:2: organizations[0].id must be 24 lower-case hexadecimal characters, not 1.`,
    `${seed}:4: organizations[0].users[0].username is missing.`,
    `${seed}:4: organizations[0].users[0].orgRoles[0] must be an organization role, not "BOSS".`,
  ])
  writeFileSync(seed, '{"organizations": [{"name": "Mended", "teams": []}]}')
  const { line } = await startDev(['--data', data, '--seed', seed])
  expect(line).toMatchObject({ teamId: null, owner: { username: 'owner@example.com' } })
})

test('a seed is not applied to a store that has data', async () => {
  const data = join(temporaryFolder(), 'data')
  const first = await startDev(['--data', data])
  first.signal('SIGTERM')
  await first.ended
  const second = await startDev(['--data', data, '--seed', temporaryFile('seed.yaml', 'organizations: 5')])
  expect(withoutUrl(second.text)).toBe(withoutUrl(first.text))
  second.signal('SIGTERM')
  expect((await second.ended).stderr).toMatch(/^The store has data already: .*seed.yaml is not applied\.$/m)
})

test('a taken port is one line that names --port, and touches no data', async () => {
  const port = await occupiedPort()
  const data = join(temporaryFolder(), 'data')
  const { code, stdout, stderr } = await run(['dev', '--port', String(port), '--data', data])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toBe(
    `Port ${port} is already in use: choose another one with --port N, or --port 0 for any that is free.\n`,
  )
  expect(() => statSync(data)).toThrow(/ENOENT/)
})

test('data that cannot be a store are one line', async () => {
  const broken = temporaryFolder()
  writeFileSync(join(broken, 'atrium.db'), 'not a database'.repeat(100))
  for (const data of [broken, join(broken, 'atrium.db'), 'postgres://nobody:hidden@127.0.0.1:1/none']) {
    const { code, stderr } = await run(['dev', '--port', '0', '--data', data])
    expect([data, code]).toEqual([data, 1])
    expect(stderr).toMatch(/^The database given with --data cannot be used: [^\n]*\.\n$/)
    expect(stderr).not.toContain('hidden')
  }
})

test('data that another process holds are one line', async () => {
  const data = temporaryFolder()
  await startDev(['--data', data])
  const { code, stderr } = await run(['dev', '--port', '0', '--data', data])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^The database \S+atrium.db is in use by another process\..*\n$/)
})

test.each(['credentials.json', 'keys.json'])('a store without its %s does not pretend to be new', async (file) => {
  const data = temporaryFolder()
  const first = await startDev(['--data', data])
  first.signal('SIGTERM')
  await first.ended
  rmSync(join(data, file))
  const { code, stdout, stderr } = await run(['dev', '--json', '--port', '0', '--data', data])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^The store has data, but .*\n$/)
})

test('a host that others can reach is warned of, and not in the line for programs', async () => {
  const running = await startDev(['--host', '0.0.0.0', '--data', ':memory:'])
  expect(running.line.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  running.signal('SIGTERM')
  const { stdout, stderr } = await running.ended
  expect(stdout).toBe(running.text)
  expect(stderr).toContain('WARNING: --host 0.0.0.0 lets other machines in.')
})

test('no credential reaches the log, however much is logged', async () => {
  const running = await startDev(['--data', ':memory:'], { LOG_LEVEL: 'trace' })
  const { url, orgId, serviceAccount, apiKey, owner } = running.line
  await getAs(url, serviceAccount, `/orgs/${orgId}`)
  const wrong = { Authorization: 'Bearer not-a-token-of-ours' }
  await fetch(`${url}/api/atlas/v2/orgs`, { headers: wrong })
  running.signal('SIGTERM')
  const { stderr } = await running.ended
  expect(stderr).toContain('credentials refused')
  const secrets = [serviceAccount.clientSecret, apiKey.privateKey, owner.password, 'not-a-token-of-ours']
  for (const secret of secrets) expect(stderr).not.toContain(secret)
})

test('a refusal is one line that says why, and nothing on standard output', async () => {
  const running = await startDev(['--data', ':memory:'])
  const { url, orgId, serviceAccount } = running.line
  await getAs(url, serviceAccount, `/orgs/${orgId}`)
  await getAs(url, serviceAccount, '/orgs/5f9a00000000000000000001')
  await fetch(`${url}/api/atlas/v2/orgs`, { headers: { Authorization: 'Bearer unknown' } })
  running.signal('SIGTERM')
  const { stdout, stderr } = await running.ended
  expect(stdout).toBe(running.text)
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^GET \/api\/atlas\/v2\/orgs\/5f9a0{19}1 404 ORG_NOT_FOUND: no organization has the id 5f9a/),
    'GET /api/atlas/v2/orgs 401: the token was never issued here, or has been revoked, or its service account is gone',
  ])
})

const postgres = engines.find((engine) => engine.name === 'postgres')

test.skipIf(!postgres)('starts at once on one empty database agree on their credentials', async () => {
  const place = await postgres?.place('blank')
  if (place?.target.engine !== 'postgres') throw new Error('This test needs PostgreSQL.')
  const data = place.target.url
  const starts = await Promise.all([1, 2, 3].map(() => startDev(['--data', data])))
  const [first, ...others] = starts.map(({ text }) => withoutUrl(text))
  expect(others).toEqual([first, first])
  for (const { line } of starts) {
    expect((await getAs(line.url, line.serviceAccount, `/orgs/${line.orgId}`)).status).toBe(200)
  }
})
