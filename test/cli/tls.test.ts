// https as clients meet it: the authority that `dev --tls` makes, and the certificate files of `serve`.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { expect, test } from 'vitest'
import { newKeyRing } from '../../src/identity/key-ring.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { localCertificate } from '../../src/sandbox/local-authority.ts'
import { type DevLine, run, startDev, startServe, temporaryFolder } from './program.ts'

const ambient = systemAmbient()

interface Answered {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
}

const get = (url: string, ca: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { ca, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode, headers: answer.headers }))
    })
    sent.on('error', reject).end()
  })

/** The fingerprint of the certificate that the server shows. */
const fingerprintAt = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256)
      socket.destroy()
    })
    socket.on('error', reject)
  })

const authorityOf = (line: DevLine): string => readFileSync(line.caFile ?? '', 'utf8')

test('dev --tls serves https to whoever trusts its authority, under each name of this machine, across restarts', async () => {
  const data = join(temporaryFolder(), 'data')
  const first = await startDev(['--tls', '--data', data])
  expect(first.line.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  expect(first.line.caFile).toBe(join(data, 'tls/ca.pem'))
  const ca = authorityOf(first.line)
  for (const host of ['127.0.0.1', 'localhost']) {
    const health = await get(`${first.line.url.replace('127.0.0.1', host)}/_atrium/health`, ca)
    expect(health.status).toBe(200)
  }
  const challenged = await get(`${first.line.url}/api/public/v1.0/orgs`, ca)
  expect([challenged.status, challenged.headers['strict-transport-security']]).toEqual([401, undefined])
  await expect(fetch(`${first.line.url}/_atrium/health`)).rejects.toThrow('fetch failed')
  first.signal('SIGTERM')
  expect((await first.ended).code).toBe(0)

  const second = await startDev(['--tls', '--data', data])
  expect(authorityOf(second.line)).toBe(ca)
  expect((await get(`${second.line.url}/_atrium/health`, ca)).status).toBe(200)
}, 30_000)

test('serve takes certificate files, refuses pairs that do not match, and renews on SIGHUP', async () => {
  const folder = temporaryFolder()
  const [first, second] = [
    await localCertificate(join(folder, 'a'), [], ambient),
    await localCertificate(join(folder, 'b'), [], ambient),
  ]
  const [TLS_CERT_FILE, TLS_KEY_FILE] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  copyFileSync(join(folder, 'a/server.pem'), TLS_CERT_FILE)
  writeFileSync(TLS_KEY_FILE, second.key)
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'atrium.db')}`,
    PUBLIC_URL: 'https://atrium.example.com',
    ATRIUM_KEYS: newKeyRing(ambient),
    TLS_CERT_FILE,
  }
  expect((await run(['migrate'], env)).code).toBe(0)
  expect((await run(['serve'], env)).stderr).toBe('TLS_CERT_FILE and TLS_KEY_FILE go together: set both or neither.\n')
  expect((await run(['serve'], { ...env, TLS_KEY_FILE })).stderr).toBe(
    'TLS_KEY_FILE is not the key of the certificate in TLS_CERT_FILE.\n',
  )
  expect((await run(['serve'], { ...env, TLS_KEY_FILE: join(folder, 'none') })).stderr).toMatch(
    /^TLS_KEY_FILE cannot be read: ENOENT[^\n]*\n$/,
  )

  writeFileSync(TLS_KEY_FILE, first.key)
  const server = await startServe({ ...env, TLS_KEY_FILE })
  const port = Number(new URL(server.url).port)
  const health = await get(`https://127.0.0.1:${port}/_atrium/health`, readFileSync(first.caFile, 'utf8'))
  expect(health.status).toBe(200)
  const before = await fingerprintAt(port)

  server.signal('SIGHUP')
  await waitFor(() => server.stderr().includes('was read again'))
  writeFileSync(TLS_KEY_FILE, second.key)
  server.signal('SIGHUP')
  await waitFor(() => server.stderr().includes('could not be read again'))
  expect(await fingerprintAt(port)).toBe(before)
  copyFileSync(join(folder, 'b/server.pem'), TLS_CERT_FILE)
  server.signal('SIGHUP')
  await waitFor(() => server.stderr().split('was read again').length > 2)
  expect(await fingerprintAt(port)).not.toBe(before)
  server.signal('SIGTERM')
  expect((await server.ended).code).toBe(0)
}, 60_000)

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10))
}
