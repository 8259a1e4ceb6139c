// `atrium exec`: the program's own input, output and exit code, against a world that nobody else has.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { clientEnvironment } from '../../src/sandbox/client-environment.ts'
import { buildProgram } from '../harness/program-build.ts'
import { type Ended, run, start, temporaryFile } from './program.ts'

const NODE = process.execPath
const exec = (program: readonly string[], env = {}, options: readonly string[] = []): Promise<Ended> =>
  run(['exec', ...options, '--', ...program], env)
const script = (text: string): readonly string[] => [NODE, '--input-type=module', '--eval', text]
const PRINT_ENV = script('console.log(JSON.stringify(process.env))')

/** What a script begins with that calls the API as the service account: call('POST', '/invites', { … }). */
const CALLS = `const { ATRIUM_URL: url, ATRIUM_ORG_ID: org, ATRIUM_CLIENT_ID: id, ATRIUM_CLIENT_SECRET: secret } = process.env
const caller = async (url, org, id, secret) => {
  const body = new URLSearchParams({ grant_type: 'client_credentials' })
  const headers = { Authorization: 'Basic ' + btoa(id + ':' + secret) }
  const { access_token } = await (await fetch(url + '/api/oauth/token', { method: 'POST', headers, body })).json()
  return (method, path, body) => fetch(url + '/api/atlas/v2/orgs/' + org + path, {
    method, body: body && JSON.stringify(body),
    headers: { Authorization: 'Bearer ' + access_token, 'Content-Type': 'application/json', 'User-Agent': 'a-script/1.0', Accept: 'application/vnd.atlas.2025-03-12+json' },
  })
}
const call = await caller(url, org, id, secret)
const invite = { username: 'ann@example.com', roles: ['ORG_MEMBER'] }
`

const isThere = (url: string): Promise<boolean> =>
  fetch(`${url}/_atrium/health`).then(
    () => true,
    () => false,
  )

test.each(['sources', 'built program'])('a client finds its way by the environment alone (%s)', async (which) => {
  await using built = which === 'sources' ? undefined : await buildProgram()
  const url = '"$MONGODB_ATLAS_BASE_URL/api/atlas/v2/orgs/$MONGODB_ATLAS_ORG_ID/invites"'
  const user = '"$MONGODB_ATLAS_PUBLIC_API_KEY:$MONGODB_ATLAS_PRIVATE_API_KEY"'
  const curl = `curl -s --digest -u ${user} -H 'Accept: application/vnd.atlas.2025-03-12+json' ${url}; exit 7`
  // A proxy that is not there: who minds it does not get through.
  const env = { http_proxy: 'http://127.0.0.1:9' }
  const how = built ? { entry: built.entry } : {}
  expect(await run(['exec', 'sh', '-c', curl], env, how)).toEqual({ code: 7, stdout: '[]', stderr: '' })
})

test('the environment is the caller’s, without the caller’s credentials for Atlas', async () => {
  const own = {
    MONGODB_ATLAS_ACCESS_TOKEN: 'x',
    MONGODB_ATLAS_CLIENT_ID: 'x',
    MCLI_PUBLIC_API_KEY: 'x',
    MDB_MCP_API_CLIENT_ID: 'x',
    ATRIUM_TEAM_ID: 'x',
    ATRIUM_KEYS: 'mine',
    MINE: 'mine',
    NO_PROXY: 'example.com',
  }
  const seed = temporaryFile('seed.yaml', 'organizations: [{ name: Acme, teams: [], serviceAccounts: [] }]')
  const { stdout, stderr } = await exec(PRINT_ENV, own, ['--seed', seed])
  const env: Readonly<Record<string, string>> = JSON.parse(stdout)
  expect(stderr).toBe('')
  expect(Object.entries(env).filter(([, value]) => value === 'x')).toEqual([])
  expect(env).toMatchObject({ MINE: 'mine', ATRIUM_KEYS: 'mine', NO_PROXY: 'example.com,127.0.0.1,localhost' })
  expect(await isThere(env['ATRIUM_URL'] ?? '')).toBe(false)
})

test('the table of the documentation names every variable that is set, and no other', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/double/exec.md'), 'utf8')
  const documented = [...page.matchAll(/^\| (`[A-Z_, `]+) \|/gm)].flatMap(
    ([, names = '']) => names.match(/[A-Z_]+/g) ?? [],
  )
  const steps = {
    url: 'https://127.0.0.1:1',
    caFile: '/ca.pem',
    credentials: {
      orgId: 'org',
      groupId: 'group',
      teamId: 'team',
      apiKey: { publicKey: 'public', privateKey: 'private' },
      serviceAccount: { clientId: 'client', clientSecret: 'secret' },
      owner: { id: 'id', username: 'owner', password: 'password' },
    },
  }
  const keyless = { ...steps, credentials: { ...steps.credentials, apiKey: null } }
  const set = new Set([steps, keyless].flatMap((each) => Object.keys(clientEnvironment(each))))
  expect(documented.toSorted()).toEqual([...set].toSorted())
})

test('the exit code is the program’s, or says as a shell does why there is none', async () => {
  const file = temporaryFile('program', '#!/bin/sh\nexit 0\n')
  chmodSync(file, 0o644)
  const codeOf = async (...program: readonly string[]) => {
    const { code, stdout, stderr } = await exec(program)
    return [code, stdout, stderr]
  }
  expect(
    await Promise.all([
      codeOf('true'),
      codeOf('sh', '-c', 'exit 3'),
      codeOf('sh', '-c', 'kill -KILL $$'),
      codeOf(file),
      codeOf('no-such-program', '--help'),
    ]),
  ).toEqual([
    [0, '', ''],
    [3, '', ''],
    [137, '', ''],
    [126, '', `atrium: ${file} is not executable by this user.\n`],
    [127, '', 'atrium: no-such-program was not found: is it installed, and its folder in PATH?\n'],
  ])
})

test('standard input is the program’s, and so is the mask for its files', async () => {
  const mask = process.umask().toString(8).padStart(4, '0')
  const { stdout } = await run(['exec', '--', 'sh', '-c', 'cat; umask'], {}, { stdin: 'a line\n' })
  expect(stdout).toBe(`a line\n${mask}\n`)
})

test('signals are passed on, and the program decides', async () => {
  const codes = { SIGTERM: 4, SIGINT: 5, SIGHUP: 6 }
  const trap =
    script(`for (const [signal, code] of Object.entries(${JSON.stringify(codes)})) process.once(signal, () => process.exit(code))
setInterval(() => {}, 1000); console.log(process.env.ATRIUM_URL)`)
  const stopped = async (signal: keyof typeof codes): Promise<void> => {
    const running = await start(['exec', '--', ...trap])
    expect(await isThere(running.stdout().trim())).toBe(true)
    running.signal(signal)
    expect(await running.ended).toMatchObject({ code: codes[signal], stderr: '' })
    expect(await isThere(running.stdout().trim())).toBe(false)
  }
  await Promise.all([stopped('SIGTERM'), stopped('SIGINT'), stopped('SIGHUP')])
})

test.skipIf(!existsSync('/usr/bin/script'))('Ctrl-C on a terminal reaches the program once', async () => {
  const main = join(import.meta.dirname, '../../src/cli/main.ts')
  const counting = `let count = 0; process.on('SIGINT', () => { if (++count === 1) setTimeout(() => { console.log('interrupts', count); process.exit() }, 1200) })
setInterval(() => {}, 1000); console.log('ready')`
  const file = temporaryFile('counting.mjs', counting)
  const child = spawn('script', ['-qec', `${NODE} ${main} exec -- ${NODE} ${file}`, '/dev/null'], { stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  let shown = ''
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    if (!text.includes('ready')) return
    // Often, because two signals that come before a process has taken the first are one to it.
    for (let press = 1; press <= 8; press++) setTimeout(() => child.stdin.write('\u0003'), press * 100)
  })
  await ended
  const [, count] = /interrupts (\d+)/.exec(shown) ?? []
  expect(Number(count)).toBeGreaterThanOrEqual(1)
  expect(Number(count)).toBeLessThanOrEqual(8)
})

test('it ends with its program, whatever the program has left running', async () => {
  const left = `setInterval(() => {}, 1000)
const { createConnection } = await import('node:net')
createConnection(new URL(process.env.ATRIUM_URL).port, '127.0.0.1').on('connect', () => process.send('connected')).on('error', () => process.exit())
  .on('close', () => process.exit()).write('POST /api/oauth/token HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 9\\r\\n\\r\\n')`
  const leaving = script(`const { spawn } = await import('node:child_process')
const child = spawn(process.execPath, ['--input-type=module', '--eval', ${JSON.stringify(left)}], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
child.once('message', () => { console.log(process.env.ATRIUM_URL); process.exit(4) })`)
  const began = performance.now()
  const { code, stdout } = await exec(leaving)
  expect(performance.now() - began).toBeLessThan(20_000)
  expect(code).toBe(4)
  expect(await isThere(stdout.trim())).toBe(false)
})

test('two at once know nothing of each other', async () => {
  const inviting = script(`${CALLS}
await call('POST', '/invites', invite)
console.log(url, (await (await call('GET', '/invites')).json()).length)`)
  const [one, other] = await Promise.all([exec(inviting), exec(inviting)])
  const [url, count] = one.stdout.trim().split(' ')
  expect(count).toBe('1')
  expect(other.stdout).toMatch(/ 1\n$/)
  expect(other.stdout).not.toContain(url)
})

test('what is wrong with the command is said, and no program is run', async () => {
  const seed = temporaryFile('seed.yaml', 'organizations: [{ title: Acme }]')
  const run125 = (...words: readonly string[]) => run(['exec', ...words])
  const outcomes = await Promise.all([
    run125(),
    run125('--seed', seed, '--', 'echo', 'ran'),
    run125('--seed', '/nowhere.yaml', '--', 'echo', 'ran'),
    run125('--now', 'tomorrow', '--', 'echo', 'ran'),
    run125('--sed', seed, '--', 'echo', 'ran'),
  ])
  expect(outcomes.map(({ code, stdout }) => [code, stdout])).toEqual(outcomes.map(() => [125, '']))
  const [none, wrongSeed, noSeed, wrongNow, wrongOption] = outcomes.map(({ stderr }) => stderr)
  expect(none).toBe('Say which program to run, after two dashes: atrium exec [options] -- terraform plan\n')
  expect(wrongSeed).toContain(`${seed}:1`)
  expect(noSeed).toMatch(/^The seed file cannot be read: [^\n]+\n$/)
  expect(wrongNow).toMatch(/^--now tomorrow is no time at which a clock can stand: [^\n]+\n$/)
  expect(wrongOption).toContain("unknown option '--sed'")
})

test('over https, the environment names whom to trust', async () => {
  const asking = script(`const answer = await fetch(process.env.ATRIUM_URL + '/_atrium/health')
const { execFileSync } = await import('node:child_process')
const health = execFileSync('curl', ['-sS', '-o', '/dev/null', '-w', '%{http_code}', process.env.ATRIUM_URL + '/_atrium/health'])
console.log(answer.status, String(health), new URL(answer.url).protocol, process.env.ATRIUM_CA_FILE)`)
  const { code, stdout, stderr } = await exec(asking, {}, ['--tls'])
  expect([code, stderr]).toEqual([0, ''])
  const [status, toCurl, protocol, caFile = ''] = stdout.trim().split(' ')
  expect([status, toCurl, protocol]).toEqual(['200', '200', 'https:'])
  expect(existsSync(caFile)).toBe(false)
})

test('with the clock past their end, deprecated operations are gone, and told in a table', async () => {
  const inviting = script(`${CALLS}
const { status, headers } = await call('POST', '/invites', invite)
const { errorCode } = await (await call('GET', '/invites')).json()
await call('GET', '/users')
console.log(status, errorCode, headers.get('sunset'))`)
  const { code, stdout, stderr } = await exec(inviting, {}, ['--now', '2027-07-02', '--fail-on-deprecated'])
  expect(stdout).toBe('410 VERSION_GONE Thu, 1 Jul 2027 00:00:00 GMT\n')
  expect(code).toBe(3)
  const [heading, ...rows] = stderr
    .slice(stderr.indexOf('atrium: deprecated'))
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim().split(/ {2,}/))
  expect(heading).toEqual(['operation', 'version', 'ends', 'count', 'client', 'credential', 'followed by'])
  const common = ['2023-01-01', '2027-07-01', '1', 'a-script/1.0']
  const caller = expect.stringMatching(/^service account mdb_sa_id_[0-9a-f]{24}$/)
  expect(rows).toEqual([
    ['createOrgInvite', ...common, caller, 'createOrgUser of 2025-02-19'],
    ['listOrgInvites', ...common, caller, 'listOrgUsers of 2025-02-19'],
  ])
})

test('each use is counted once: past the log and a reset, in worlds beside it, and when nobody waits for the answer', async () => {
  const calling = script(`${CALLS}
for (let round = 0; round < 24; round++) await Promise.all(Array.from({ length: 50 }, async () => (await call('GET', '/invites')).text()))
await fetch(url + '/_atrium/reset', { method: 'POST' })
const beside = await (await fetch(url + '/_atrium/tenants', { method: 'POST' })).json()
const { clientId, clientSecret } = beside.serviceAccount
await (await (await caller(beside.url, beside.orgId, clientId, clientSecret))('GET', '/invites')).text()
const { execFileSync } = await import('node:child_process')
const { ATRIUM_PUBLIC_KEY, ATRIUM_PRIVATE_KEY } = process.env
execFileSync('curl', ['-s', '--digest', '-u', ATRIUM_PUBLIC_KEY + ':' + ATRIUM_PRIVATE_KEY, '-H', 'Accept: application/vnd.atlas.2025-03-12+json', url + '/api/atlas/v2/orgs/' + org + '/invites'])
// Still unanswered when the program ends.
await fetch(url + '/_atrium/faults', { method: 'POST', body: JSON.stringify({ operationId: 'listOrgInvites', delayMs: 60000 }) })
void call('GET', '/invites').catch(() => undefined)
setTimeout(() => process.exit(9), 100)`)
  const { code, stderr } = await exec(calling, {}, ['--fail-on-deprecated'])
  expect(code).toBe(9)
  const counts = [...stderr.matchAll(/listOrgInvites +2023-01-01 +\S+ +(\d+) +(\S+)/g)].map(([, count]) =>
    Number(count),
  )
  expect(counts.toSorted((a, b) => a - b)).toEqual([1, 1, 1201])
})

test('without deprecated operations there is no table, and the exit code stays', async () => {
  const modern = script(`${CALLS} await call('GET', '/users')`)
  expect(await exec(modern, {}, ['--fail-on-deprecated'])).toEqual({ code: 0, stdout: '', stderr: '' })
})
