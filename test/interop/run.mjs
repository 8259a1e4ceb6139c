// Starts one sandbox, runs every client against it, and prints what each could do. Called by run.sh, which prepares the
// clients; `run.mjs <python> <go program> [part of the clients' names]`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox, tokenOf } from './sandbox.mjs'
import { startTally } from './tally.mjs'

const LONGEST_CLIENT = 60_000
const HERE = import.meta.dirname
const [python, goProgram, wanted = ''] = process.argv.slice(2)

const script = (name) => [process.execPath, [join(HERE, name)]]
/** Each client, how it is run, and how many flows it has: one that ends early must not look complete. */
const CLIENTS = [
  ['curl, the documents', ...script('seeds.js'), 6],
  ['curl', ...script('curl.js'), 14],
  ['Python requests', python, [join(HERE, 'requests_client.py')], 14],
  ['digest-fetch', ...script('digest-fetch.js'), 14],
  ['urllib', ...script('urllib.js'), 13],
  ['mongodb-atlas-api-client', ...script('atlas-api-client.js'), 12],
  ['mongodb-mcp-server, TLS', ...script('mcp/mcp-server.js'), 7],
  ['Jest', ...script('jest/run.mjs'), 5],
  ['Go: atlas', goProgram, ['atlas'], 8],
  ['Go: net/http, digest', goProgram, ['digest'], 9],
  ['Go: net/http, oauth2', goProgram, ['oauth'], 3],
  ['Go: SDK 20241113, digest', goProgram, ['sdk-20241113', 'digest'], 27],
  ['Go: SDK 20241113, oauth2', goProgram, ['sdk-20241113', 'oauth'], 28],
  ['Go: SDK 20250312, digest', goProgram, ['sdk-20250312', 'digest'], 30],
  ['Go: SDK 20250312, oauth2', goProgram, ['sdk-20250312', 'oauth'], 31],
]

/** Runs one client; its lines are its results. */
async function runClient(command, args, env) {
  const began = performance.now()
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'], timeout: LONGEST_CLIENT })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.on('error', (error) => chunks.push(Buffer.from(`start\tFAILED: ${error.message}\n`)))
  const [code] = await once(child, 'close')
  const lines = Buffer.concat(chunks)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
  return { code, results: lines.map((line) => line.split('\t')), milliseconds: performance.now() - began }
}

function report(client, { code, results, milliseconds }, expected) {
  for (const [flow, outcome = ''] of results) console.log(`  ${client.padEnd(26)} ${flow.padEnd(46)} ${outcome}`)
  const good = results.filter(([, outcome]) => outcome === 'ok').length
  const whole = code === 0 && good === expected && results.length === expected
  if (!whole) console.log(`  ${client.padEnd(26)} FAILED: ${good} of ${expected} flows, exit code ${code}`)
  return { client, good, expected, whole, milliseconds }
}

/** Runs all clients, one after the other. */
async function runClients(server) {
  const { apiKey, serviceAccount, orgId, groupId, teamId, url } = server.ready
  const tally = await startTally(url, server.advance)
  const env = {
    ...process.env,
    ATRIUM_URL: tally.url,
    ATRIUM_SERVER: url,
    ATRIUM_ORG: orgId,
    ATRIUM_PROJECT: groupId,
    ATRIUM_PROJECT_NAME: 'North Pier',
    ATRIUM_TEAM: teamId,
    ATRIUM_OTHER_ORG: '5999553b4465928b8431fc72',
    ATRIUM_PUBLIC_KEY: apiKey.publicKey,
    ATRIUM_PRIVATE_KEY: apiKey.privateKey,
    ATRIUM_CLIENT_ID: serviceAccount.clientId,
    ATRIUM_CLIENT_SECRET: serviceAccount.clientSecret,
    ACCESS_TOKEN: await tokenOf(server.ready),
    NO_PROXY: '127.0.0.1',
  }
  const reports = []
  for (const [client, command, args, expected] of CLIENTS.filter(([name]) => name.includes(wanted))) {
    reports.push(report(client, await runClient(command, args, env), expected))
  }
  tally.close()
  return reports
}

function summarise(reports) {
  console.log('')
  for (const { client, good, expected, whole, milliseconds } of reports) {
    const seconds = (milliseconds / 1000).toFixed(1).padStart(5)
    const flows = `${String(good).padStart(3)} of ${String(expected).padStart(3)} flows`
    console.log(`${client.padEnd(28)} ${flows} ${seconds} s${whole ? '' : '  FAILED'}`)
  }
  const broken = reports.filter(({ whole }) => !whole).length
  console.log(
    broken === 0 ? `all ${reports.length} clients can do everything` : `${broken} of ${reports.length} clients failed`,
  )
  return broken === 0 ? 0 : 1
}

const folder = mkdtempSync(join(tmpdir(), 'atrium-interop-'))
try {
  const server = await startSandbox(folder, join(HERE, 'seed.yaml'))
  try {
    process.exitCode = summarise(await runClients(server))
  } finally {
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
