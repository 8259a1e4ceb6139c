// MongoDB's MCP server over TLS: it asks for tokens over https only, so this client starts a sandbox of its own.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { flow } from '../flows.js'

const HERE = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'atrium-interop-mcp-'))

async function startSandbox() {
  const args = ['dev', '--tls', '--json', '--port', '0', '--data', join(folder, 'data')]
  const sandbox = spawn(process.execPath, [join(HERE, '../../../bin/atrium.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(sandbox.stdout), 'line')
  return { sandbox, ready: JSON.parse(line) }
}

/** The MCP server as a process, spoken to in JSON-RPC, one line a message. */
function startMcp({ url, caFile, serviceAccount: { clientId, clientSecret } }) {
  const main = join(HERE, 'node_modules/mongodb-mcp-server/dist/index.js')
  const child = spawn(process.execPath, [main, '--loggers', 'stderr'], {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      SSL_CERT_FILE: caFile,
      NODE_EXTRA_CA_CERTS: caFile,
      MDB_MCP_API_BASE_URL: `${url}/`,
      MDB_MCP_API_CLIENT_ID: clientId,
      MDB_MCP_API_CLIENT_SECRET: clientSecret,
      MDB_MCP_TELEMETRY: 'disabled',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting = new Map()
  createInterface(child.stdout).on('line', (line) => {
    const message = JSON.parse(line)
    waiting.get(message.id)?.(message)
  })
  const send = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const call = (method, params) =>
    new Promise((resolve) => {
      const id = waiting.size + 1
      waiting.set(id, resolve)
      send({ id, method, params })
    })
  const tool = async (name, args) => {
    const { result, error } = await call('tools/call', { name, arguments: args })
    const text = (result?.content ?? []).map((part) => part.text).join('\n')
    assert.ok(!error && !result.isError, `${name}: ${JSON.stringify(error ?? text).slice(0, 300)}`)
    return text
  }
  return { child, send, call, tool }
}

const { sandbox, ready } = await startSandbox()
const { orgId, groupId } = ready
const { child, send, call, tool } = startMcp(ready)

await flow('starts and offers its Atlas tools', async () => {
  await call('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'interop', version: '1.0.0' },
  })
  send({ method: 'notifications/initialized' })
  const { result } = await call('tools/list', {})
  const names = result.tools.map(({ name }) => name)
  for (const name of ['atlas-list-orgs', 'atlas-create-project', 'atlas-create-access-list']) {
    assert.ok(names.includes(name), name)
  }
})
await flow('atlas-list-orgs', async () => assert.match(await tool('atlas-list-orgs', {}), new RegExp(orgId)))
await flow('atlas-list-projects of all organizations', async () => {
  assert.match(await tool('atlas-list-projects', {}), new RegExp(groupId))
})
await flow('atlas-create-project, and it is listed', async () => {
  assert.match(
    await tool('atlas-create-project', { projectName: 'From the MCP server', orgId }),
    /created successfully/,
  )
  assert.match(await tool('atlas-list-projects', { orgId }), /From the MCP server/)
})
await flow('atlas-create-access-list for its own address', async () => {
  await tool('atlas-create-access-list', { projectId: groupId, currentIpAddress: true })
  assert.match(await tool('atlas-inspect-access-list', { projectId: groupId }), /127\.0\.0\.1/)
})
await flow('atlas-create-access-list for addresses and blocks', async () => {
  const entries = { ipAddresses: ['10.1.2.3'], cidrBlocks: ['10.64.0.0/16'], comment: 'office' }
  await tool('atlas-create-access-list', { projectId: groupId, ...entries })
  const text = await tool('atlas-inspect-access-list', { projectId: groupId })
  for (const word of ['10.1.2.3', '10.64.0.0/16', 'office']) assert.ok(text.includes(word), word)
})
await flow('stops in peace', async () => {
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [0, null])
})

sandbox.kill('SIGTERM')
await once(sandbox, 'exit')
rmSync(folder, { recursive: true, force: true })
