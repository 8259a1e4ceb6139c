// curl --digest: asks for a challenge before each call, without the body.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ACCESS_TOKEN, BASE, flow, ORG, runFlows } from './flows.js'

const run = promisify(execFile)
const STATUS_LINE = '\n%{http_code}'

async function curl(...args) {
  const { stdout } = await run('curl', [
    '--silent',
    '--show-error',
    '--max-time',
    '20',
    '--write-out',
    STATUS_LINE,
    ...args,
  ])
  const at = stdout.lastIndexOf('\n')
  const text = stdout.slice(0, at)
  return { status: Number(stdout.slice(at + 1)), text, body: text === '' ? undefined : JSON.parse(text) }
}

await runFlows(
  'curl',
  ({ publicKey, privateKey }, method, path, body, accept) =>
    curl(
      ...['--digest', '--user', `${publicKey}:${privateKey}`, '--request', method, '--header', `Accept: ${accept}`],
      ...(body ? ['--header', `Content-Type: ${accept}`, '--data', JSON.stringify(body)] : []),
      `${BASE}${path}`,
    ),
  { reuses: false },
)

await flow('a bearer token', async () => {
  const list = (token) =>
    curl(
      ...['--header', `Authorization: Bearer ${token}`, '--header', 'Accept: application/vnd.atlas.2025-03-12+json'],
      `${BASE}/api/atlas/v2/orgs/${ORG}/invites`,
    )
  const answer = await list(ACCESS_TOKEN)
  assert.equal(answer.status, 200)
  assert.ok(Array.isArray(answer.body))
  const refused = await list(`${ACCESS_TOKEN.slice(0, -2)}AA`)
  assert.deepEqual([refused.status, refused.text], [401, ''])
})
