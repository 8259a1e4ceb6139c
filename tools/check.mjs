// `npm run check`: everything that judges the sources without running them, two at a time, each with its time.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const AT_ONCE = 2

/** Each `tools/generate-*` writes files that are kept in the repository; with --check it says whether they are current. */
const generators = globSync('tools/generate-*.{mjs,ts}', { cwd: root }).toSorted()

/** @type {readonly (readonly [name: string, command: readonly string[]])[]} */
const steps = [
  ['types', ['npm', 'run', '--silent', 'typecheck']],
  ['format and lint', ['npm', 'run', '--silent', 'lint']],
  ['unused code', ['npm', 'run', '--silent', 'knip']],
  ['boundaries', ['node', 'tools/boundaries.mjs']],
  ['boundaries bite', ['node', 'tools/boundaries.mjs', '--self-check']],
  ['budgets', ['node', 'tools/budgets.mjs']],
  ...generators.map((path) => /** @type {const} */ ([`current: ${path}`, ['node', path, '--check']])),
]

/**
 * Runs one step and prints what it said in one piece.
 * @param {string} name
 * @param {readonly string[]} command
 */
async function run(name, [program = '', ...words]) {
  const started = performance.now()
  const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {Buffer[]} */
  const said = []
  child.stdout.on('data', (data) => said.push(data))
  child.stderr.on('data', (data) => said.push(data))
  const { promise, resolve, reject } = Promise.withResolvers()
  child.on('error', reject)
  child.on('close', resolve)
  const passed = (await promise) === 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`\n--- ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s`)
  process.stdout.write(Buffer.concat(said))
  return passed
}

/** @type {string[]} */
const failed = []
const waiting = [...steps]
async function work() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (!(await run(...step))) failed.push(step[0])
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work))

console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : `\nAll ${steps.length} checks passed`)
process.exitCode = failed.length > 0 ? 1 : 0
