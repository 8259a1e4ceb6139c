import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { startLine, startText } from './dev-text.ts'

const CREDENTIALS = {
  orgId: '5f9a00000000000000000001',
  groupId: '5f9a00000000000000000002',
  teamId: '5f9a00000000000000000003',
  apiKey: { publicKey: 'abcdefgh', privateKey: "it's $HOME; 42" },
  serviceAccount: { clientId: 'mdb_sa_id_5f9a00000000000000000004', clientSecret: 'mdb_sa_sk_x' },
  owner: { id: '5f9a00000000000000000005', username: 'owner@example.com', password: 'p' },
}
const START = {
  url: 'http://localhost:8080',
  caFile: undefined,
  version: '1.2.3',
  data: './.atrium',
  credentials: CREDENTIALS,
}

const shell = (script: string): string => execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' })

test('secrets survive the shell that the lines are pasted into', () => {
  const exports = startText(START)
    .split('\n')
    .filter((line) => line.includes('export '))
  expect(exports).toHaveLength(3)
  const echo = 'printf "%s|%s|%s|%s" "$MONGODB_ATLAS_PRIVATE_API_KEY" "$MONGODB_ATLAS_ORG_ID"'
  const urls = '"$MONGODB_ATLAS_OPS_MANAGER_URL" "$MONGODB_ATLAS_BASE_URL"'
  expect(shell(`${exports.join('\n')}\n${echo} ${urls}`)).toBe(
    "it's $HOME; 42|5f9a00000000000000000001|http://localhost:8080/|http://localhost:8080",
  )
})

test('the second line says what to open in a browser', () => {
  expect(startText(START).split('\n')[1]).toBe('open http://localhost:8080/_atrium/')
})

test('the line that fetches a token takes it out of the answer', () => {
  const line = startText(START)
    .split('\n')
    .find((text) => text.includes('TOKEN=$('))
  const curl = `curl() { printf '{"access_token":"a.b-c_d","expires_in":3600,"token_type":"Bearer"}'; }`
  expect(shell(`${curl}\n${line}\nprintf %s "$TOKEN"`)).toBe('a.b-c_d')
})

test('with TLS every line says what to trust, however the file is called', () => {
  const caFile = "/home/it's me/ca.pem"
  const text = startText({ ...START, url: 'https://localhost:8443', caFile })
  expect(text).toContain(`trust            ${caFile}\n`)
  const curls = text.split('\n').filter((line) => line.includes('curl '))
  expect(curls).toHaveLength(3)
  const said = shell(`curl() { printf '%s|' "$@"; }\n${curls.join('\n')}`)
  expect(said.split(`--cacert|${caFile}|`)).toHaveLength(3)
  const exports = text.split('\n').filter((line) => line.includes('export '))
  expect(shell(`${exports.join('\n')}\nprintf '%s' "$SSL_CERT_FILE$NODE_EXTRA_CA_CERTS$MDB_MCP_API_BASE_URL"`)).toBe(
    `${caFile}${caFile}https://localhost:8443/`,
  )
})

test('what the seed has none of is not in the lines', () => {
  const credentials = { ...CREDENTIALS, groupId: null, apiKey: null, serviceAccount: null }
  const text = startText({ ...START, credentials })
  expect(text).not.toContain('curl')
  expect(text).toMatch(/project +none\n/)
})

test('the line for programs is one JSON object with the url first', () => {
  const line = startLine({ url: 'http://127.0.0.1:1', caFile: undefined, credentials: CREDENTIALS })
  expect(line.endsWith('}\n')).toBe(true)
  expect(Object.keys(JSON.parse(line))).toEqual([
    'url',
    'orgId',
    'groupId',
    'teamId',
    'apiKey',
    'serviceAccount',
    'owner',
  ])
})
