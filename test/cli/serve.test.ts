// `serve` and the commands beside it, as processes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newKeyRing } from '../../src/identity/key-ring.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { settingsPage } from '../../src/platform/config-docs.ts'
import { settings } from '../../src/platform/config-settings.ts'
import { engines } from '../harness/stores.ts'
import { getAs, run, startServe, temporaryFile, temporaryFolder } from './program.ts'

const BOOTSTRAP = ['bootstrap', '--org-name', 'Acme', '--owner-email', 'Ada@example.com', '--json']

const environmentOf = (database: string) => ({
  DATABASE_URL: database,
  PUBLIC_URL: 'https://atrium.example.com/',
  ATRIUM_KEYS: newKeyRing(systemAmbient()),
})

const sqliteUrl = (): string => `sqlite:${join(temporaryFolder(), 'atrium.db')}`

test('all problems of the configuration are reported at once, and nothing starts', async () => {
  const { code, stdout, stderr } = await run(['serve'], { PORT: 'x', ATRIUM_KEYS: `k1:${'A'.repeat(43)}=,k1:short` })
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr.trim().split('\n')).toEqual([
    'Atrium cannot start with this configuration:',
    expect.stringMatching(/^ {2}DATABASE_URL is missing/),
    expect.stringMatching(/^ {2}PUBLIC_URL is missing/),
    expect.stringMatching(/^ {2}PORT must be a whole number from 0 to 65535, not "x"\.$/),
    '  ATRIUM_KEYS: Key 1 does not look random.',
    '  ATRIUM_KEYS: Key 2 is not 32 bytes in base64 (44 characters).',
    '  ATRIUM_KEYS: The key id "k1" is used more than once.',
  ])
  expect(stderr).not.toContain('short,')
})

test('from nothing to a server: migrate, bootstrap, serve, doctor', async () => {
  const env = environmentOf(sqliteUrl())
  expect((await run(['serve'], env)).stderr).toMatch(
    /^The database lacks \d+ migration\(s\).*run `atrium migrate` first\.\n$/,
  )
  expect((await run(['migrate'], env)).stdout).toMatch(/^applied 0001\S*\n/)
  expect((await run(['migrate'], env)).stdout).toBe('nothing to apply\n')
  expect((await run(['doctor'], env)).stdout).toMatch(/^organization +problem: there is none/m)

  const bootstrapped = await run(BOOTSTRAP, env)
  const made = JSON.parse(bootstrapped.stdout)
  expect(made).toMatchObject({ owner: { username: 'ada@example.com' }, apiKey: { publicKey: expect.any(String) } })
  expect(await run(BOOTSTRAP, env)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^[^\n]*already[^\n]*\n$/),
  })

  const server = await startServe(env)
  const organization = await getAs(server.url, made.serviceAccount, `/orgs/${made.orgId}`)
  expect(await organization.json()).toMatchObject({
    name: 'Acme',
    links: expect.arrayContaining([
      { rel: 'self', href: `https://atrium.example.com/api/atlas/v2/orgs/${made.orgId}` },
    ]),
  })
  const sandbox = await fetch(`${server.url}/_atrium/invitations/5f9a00000000000000000001:accept`, { method: 'POST' })
  expect(sandbox.status).toBe(404)
  for (const path of ['/_atrium', '/_atrium/', '/_atrium/start-page.js', '/_atrium/outbox', '/_atrium/requests']) {
    const page = await fetch(server.url + path, { headers: { Accept: 'text/html' } })
    expect([path, page.status]).toEqual([path, 404])
  }
  const refused = await fetch(`${server.url}/api/atlas/v2/orgs`, { headers: { Authorization: 'Bearer unknown' } })
  expect([refused.status, refused.headers.get('x-atrium-explain')]).toEqual([401, null])
  server.signal('SIGTERM')
  const { code, stderr } = await server.ended
  expect(code).toBe(0)
  expect(stderr).not.toContain('never issued here')

  const doctor = await run(['doctor'], env)
  expect([doctor.code, doctor.stdout.match(/ok$/gm)?.length]).toEqual([0, 6])
  const other = await run(['doctor'], { ...env, ATRIUM_KEYS: newKeyRing(systemAmbient()) })
  expect(other.code).toBe(1)
  expect(other.stdout).toMatch(/^keys +problem: ATRIUM_KEYS cannot open what is stored/m)
})

test('settings may come from a file', async () => {
  const { DATABASE_URL, ATRIUM_KEYS } = environmentOf(sqliteUrl())
  const file = temporaryFile('atrium.env', `DATABASE_URL=${DATABASE_URL}\nATRIUM_KEYS=${ATRIUM_KEYS}\n`)
  const env = { PUBLIC_URL: 'http://localhost' }
  expect(await run(['migrate', '--config', file], env)).toMatchObject({ code: 0, stderr: '' })
})

test('a database that does not answer is one line', async () => {
  const env = environmentOf('postgres://nobody:hidden@127.0.0.1:1/none')
  for (const command of ['serve', 'migrate']) {
    const { code, stderr } = await run([command], env)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The (database cannot be read|migrations failed)[^\n]*ECONNREFUSED[^\n]*\n$/)
    expect(stderr).not.toContain('hidden')
  }
})

test('the help names every setting, and the page in docs is current', async () => {
  const { stdout } = await run(['serve', '--help'])
  for (const { name } of Object.values(settings)) expect(stdout).toContain(`  ${name} (`)
  expect(readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8')).toBe(settingsPage())
})

for (const engine of engines) {
  test(`eight processes may migrate ${engine.name} at once`, async () => {
    const { target } = await engine.place('blank')
    const env = environmentOf(target.engine === 'sqlite' ? `sqlite:${target.file}` : target.url)
    const ends = await Promise.all(Array.from({ length: 8 }, () => run(['migrate'], env)))
    expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual(Array(8).fill({ code: 0, stderr: '' }))
    const applied = ends.flatMap(({ stdout }) => stdout.trim().split('\n')).filter((line) => line.startsWith('applied'))
    expect(applied.length).toBeGreaterThan(0)
    expect(new Set(applied).size).toBe(applied.length)
  }, 60_000)
}
