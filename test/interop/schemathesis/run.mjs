// Schemathesis against each dialect's own OpenAPI document: a fresh sandbox, thousands of generated requests, and every
// answer compared with what the document says of it. `run.mjs <python> [dialect]`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox, tokenOf } from '../sandbox.mjs'
import { prepare, seed } from './seed.mjs'

const LEAST_REQUESTS = 10_000
/** Of all requests, how many must have been accepted, in per cent: many are broken on purpose. */
const LEAST_ACCEPTED = 15
const LONGEST = 600_000
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
]
/** Each dialect, how it is asked for, and how many requests the second phase makes of each operation. */
const DIALECTS = [
  { name: 'atlas-v1', prefix: '/api/atlas/v1.0', accept: 'application/json', examples: 10 },
  { name: 'atlas-v2', prefix: '/api/atlas/v2', accept: 'application/vnd.atlas.2025-03-12+json', examples: 5 },
  { name: 'cloud-manager', prefix: '/api/public/v1.0', accept: 'application/json', examples: 40 },
]
/** What a caller cannot be allowed, whatever it sends: its own organization is not empty. */
const NEVER_ACCEPTED = new Set(['deleteOrg'])

const [python, wanted = ''] = process.argv.slice(2)

/** Runs Schemathesis; its own summary goes to standard output. */
async function runSchemathesis(folder, { name, accept, examples }, url, token) {
  const args = ['-m', 'schemathesis.cli', 'run', `${url}/_atrium/openapi/${name}.json`]
  const options = [
    ...['-H', `Authorization: Bearer ${token}`, '-H', `Accept: ${accept}`],
    ...['--checks', CHECKS.join(), '--phases', 'coverage,fuzzing', '-n', String(examples), '--workers', '1'],
    ...['--continue-on-failure', '--warnings', 'off', '--seed', '1', '--generation-database', 'none', '--no-color'],
  ]
  const child = spawn(python, [...args, ...options], {
    cwd: folder,
    env: {
      ...process.env,
      SCHEMATHESIS_HOOKS: 'atrium_hooks',
      PYTHONPATH: folder,
      PYTHONDONTWRITEBYTECODE: '1',
      ATRIUM_FUZZ: join(folder, 'known.json'),
      ATRIUM_FUZZ_ANSWERS: join(folder, 'answers.json'),
      NO_PROXY: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LONGEST,
  })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  const [code] = await once(child, 'close')
  return { code, output: Buffer.concat(chunks).toString() }
}

/** Counts the answers of all operations, and says which operation was never accepted. */
function summarise(answers) {
  const counts = { all: 0, accepted: 0, refused: 0 }
  const never = []
  for (const [operation, statuses] of Object.entries(answers)) {
    let accepted = 0
    for (const [status, times] of Object.entries(statuses)) {
      counts.all += times
      if (status.startsWith('2')) accepted += times
      else counts.refused += times
    }
    counts.accepted += accepted
    if (accepted === 0 && !NEVER_ACCEPTED.has(operation)) never.push(`${operation} ${JSON.stringify(statuses)}`)
  }
  return { ...counts, operations: Object.keys(answers).length, never }
}

function problemsOf({ all, accepted, never }, code) {
  return [
    code === 0 ? '' : `schemathesis ended with ${code}`,
    all < LEAST_REQUESTS ? `fewer than ${LEAST_REQUESTS} requests` : '',
    accepted < (all * LEAST_ACCEPTED) / 100 ? `fewer than ${LEAST_ACCEPTED} % accepted` : '',
    never.length > 0 ? `never accepted: ${never.join(', ')}` : '',
  ].filter((problem) => problem !== '')
}

/** What the hooks have counted; nothing if Schemathesis was ended before it could say. */
function answersIn(folder) {
  const file = join(folder, 'answers.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

async function runDialect(dialect) {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'atrium-schemathesis-'))
  try {
    const seedFile = join(folder, 'seed.json')
    writeFileSync(seedFile, JSON.stringify(seed))
    // The name under which Schemathesis imports them; the package has a module called hooks itself.
    writeFileSync(join(folder, 'atrium_hooks.py'), readFileSync(join(import.meta.dirname, 'hooks.py')))
    const sandbox = await startSandbox(folder, seedFile)
    try {
      const { url } = sandbox.ready
      const token = await tokenOf(sandbox.ready)
      writeFileSync(join(folder, 'known.json'), JSON.stringify(await prepare(sandbox.ready, token, dialect)))
      const { code, output } = await runSchemathesis(folder, dialect, url, token)
      const result = summarise(answersIn(folder))
      const problems = problemsOf(result, code)
      if (problems.length > 0) console.log(output)
      const seconds = ((performance.now() - began) / 1000).toFixed(0)
      const { all, accepted, refused, operations } = result
      const counts = `${all} requests of ${operations} operations, ${accepted} accepted, ${refused} refused`
      console.log(`${`schemathesis, ${dialect.name}`.padEnd(28)} ${counts}, ${seconds} s`)
      for (const problem of problems) console.log(`${''.padEnd(28)} FAILED: ${problem}`)
      return problems.length === 0
    } finally {
      await sandbox.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// At once, since each keeps one processor busy with making up requests.
const passed = await Promise.all(DIALECTS.filter(({ name }) => name.includes(wanted)).map(runDialect))
if (!passed.every((isGood) => isGood)) process.exitCode = 1
