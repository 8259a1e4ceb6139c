// `atrium capture` as a program: what it prints where, and what it says when it cannot go on.
import { expect, test } from 'vitest'
import { run, startDev, temporaryFile } from './program.ts'

const seed = () =>
  temporaryFile(
    'seed.yaml',
    `organizations:
  - name: Acme
    users: [{ username: ana@example.com, orgRoles: [ORG_OWNER] }]
    invitations: [{ username: bo@example.com, roles: [ORG_MEMBER] }]
`,
  )

const keyOf = ({ apiKey }: Awaited<ReturnType<typeof startDev>>['line']) => ({
  MONGODB_ATLAS_PUBLIC_KEY: apiKey.publicKey,
  MONGODB_ATLAS_PRIVATE_KEY: apiKey.privateKey,
})

const accountOf = ({ serviceAccount }: Awaited<ReturnType<typeof startDev>>['line']) => ({
  MONGODB_ATLAS_CLIENT_ID: serviceAccount.clientId,
  MONGODB_ATLAS_CLIENT_SECRET: serviceAccount.clientSecret,
})

test('what is captured starts a world by --seed, which is captured equally', async () => {
  const before = await startDev(['--data', ':memory:', '--seed', seed()])
  const { url, orgId } = before.line
  const first = await run(['capture', '--org', orgId, '--base-url', url], keyOf(before.line))
  expect(first).toMatchObject({ code: 0 })
  expect(first.stderr).toContain('projects 1/1\n')
  const after = await startDev(['--data', ':memory:', '--seed', temporaryFile('captured.yaml', first.stdout)])
  expect(after.line).toMatchObject({ orgId, owner: { id: before.line.owner.id } })
  const environment = { ...accountOf(after.line), MONGODB_ATLAS_BASE_URL: after.line.url }
  const second = await run(['capture', '--org', orgId], environment)
  expect(second).toMatchObject({ code: 0, stdout: first.stdout })
}, 30_000)

test('wrong credentials, none of them or too many end it with one sentence and nothing on standard output', async () => {
  const { line } = await startDev(['--data', ':memory:'])
  const capture = (env: Readonly<Record<string, string>>, org: string = line.orgId) =>
    run(['capture', '--org', org, '--base-url', line.url], env)
  const key = keyOf(line)
  const ended = await Promise.all([
    capture({ ...key, MONGODB_ATLAS_PRIVATE_KEY: 'another' }),
    capture({ ...accountOf(line), MONGODB_ATLAS_CLIENT_SECRET: 'another' }),
    capture({}),
    capture({ ...key, ...accountOf(line) }),
    capture({ MONGODB_ATLAS_PUBLIC_API_KEY: 'alone' }),
    capture(key, 'acme'),
    capture(key, '0'.repeat(24)),
  ])
  expect(ended.map(({ code, stdout }) => ({ code, stdout }))).toEqual(ended.map(() => ({ code: 1, stdout: '' })))
  const sentences = ended.map(({ stderr }) => stderr.trim().split('\n').at(-1))
  const refused = expect.stringMatching(/^Nothing was captured\. .+ refused the credentials: /)
  expect(sentences).toEqual([
    refused,
    refused,
    expect.stringMatching(/^There are no credentials: set MONGODB_ATLAS_PUBLIC_API_KEY and /),
    expect.stringMatching(/^MONGODB_ATLAS_PUBLIC_KEY and MONGODB_ATLAS_CLIENT_ID are both set: /),
    expect.stringMatching(/^MONGODB_ATLAS_PUBLIC_API_KEY is set, but not MONGODB_ATLAS_PRIVATE_API_KEY/),
    '--org must be 24 lower-case hexadecimal characters, not "acme".',
    expect.stringMatching(/ has no organization 0{24} that these credentials may see\.$/),
  ])
}, 30_000)
