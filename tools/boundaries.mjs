// Checks which folder imports which (.dependency-cruiser.cjs), and with --self-check that each rule finds its violation.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'

/** A check that looked at fewer files than this has looked in the wrong place. */
const FEWEST_MODULES = 40

const root = join(import.meta.dirname, '..')
/** @type {{ forbidden: import('dependency-cruiser').IForbiddenRuleType[], options: { tsConfig: { fileName: string } } }} */
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/**
 * What a project with one violation of each rule looks like: the rule, the file that breaks it, and its text.
 * @type {readonly (readonly [rule: string, path: string, text: string])[]}
 */
const VIOLATIONS = [
  ['platform-one-way', 'src/platform/a.ts', `import '../domain/target.ts'`],
  ['domain-one-way', 'src/domain/a.ts', `import '../store/target.ts'`],
  ['store-one-way', 'src/store/a.ts', `import '../usecases/target.ts'`],
  ['identity-one-way', 'src/identity/a.ts', `import '../usecases/target.ts'`],
  ['usecases-one-way', 'src/usecases/a.ts', `import '../api/target.ts'`],
  ['i18n-one-way', 'src/i18n/a.ts', `import '../store/target.ts'`],
  ['mail-one-way', 'src/mail/a.ts', `import '../store/target.ts'`],
  ['api-one-way', 'src/api/a.ts', `import type {} from '../store/target.ts'`],
  ['portal-one-way', 'src/portal/a.ts', `import '../store/target.ts'`],
  ['jobs-one-way', 'src/jobs/a.ts', `import '../api/target.ts'`],
  ['seed-one-way', 'src/seed/a.ts', `import '../store/target.ts'`],
  ['sandbox-one-way', 'src/sandbox/a.ts', `import '../http/target.ts'`],
  ['http-one-way', 'src/http/a.ts', `import '../cli/target.ts'`],
  ['cli-one-way', 'src/cli/a.ts', `import '../api/target.ts'`],
  ['assembly-one-way', 'src/assembly/a.ts', `import '../cli/target.ts'`],
  ['testing-one-way', 'src/testing/a.ts', `import '../store/target.ts'`],
  ['client-one-way', 'src/client/a.ts', `import '../domain/target.ts'`],
  ['capture-one-way', 'src/capture/a.ts', `import '../store/target.ts'`],
  ['known-folders', 'src/elsewhere/a.ts', `import '../domain/target.ts'`],
  ['domain-platform-types', 'src/domain/b.ts', `import '../platform/target.ts'`],
  ['domain-no-packages', 'src/domain/c.ts', `import 'node:fs'`],
  ['sql-in-store', 'src/usecases/b.ts', `import 'node:sqlite'`],
  ['sandbox-in-dev', 'src/cli/main.ts', `import('../sandbox/target.ts')`],
  ['sandbox-not-in-serve', 'src/cli/serve.ts', `import './dev.ts'`],
  ['no-cycles', 'src/store/c.ts', `import type {} from './d.ts'`],
  ['src-only', 'src/http/b.ts', `import '../../tools/target.ts'`],
  ['runtime-dependencies', 'src/http/c.ts', `import 'only-for-development'`],
]

/** What the violations above import. */
const TARGETS = {
  'package.json': '{ "devDependencies": { "only-for-development": "1.0.0" } }',
  'node_modules/only-for-development/package.json': '{ "name": "only-for-development", "main": "index.js" }',
  'node_modules/only-for-development/index.js': '',
  'tsconfig.json': '{ "compilerOptions": { "module": "nodenext" } }',
  'tools/target.ts': 'export {}',
  'src/cli/dev.ts': `import '../sandbox/target.ts'`,
  'src/store/d.ts': `import type {} from './c.ts'`,
  ...Object.fromEntries(
    ['platform', 'domain', 'store', 'usecases', 'api', 'http', 'cli', 'sandbox'].map((folder) => [
      `src/${folder}/target.ts`,
      'export {}',
    ]),
  ),
}

/** @param {string} baseDir the folder that holds src/ */
async function inspect(baseDir) {
  const { output } = await cruise(['src'], {
    ...options,
    tsConfig: { fileName: join(baseDir, options.tsConfig.fileName) },
    baseDir,
    validate: true,
    ruleSet: { forbidden },
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result')
  const modules = output.modules.filter((module) => module.source.startsWith('src/')).length
  return { modules, violations: output.summary.violations }
}

async function check() {
  const { modules, violations } = await inspect(root)
  const problems = violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
  if (modules < FEWEST_MODULES)
    problems.push(`only ${modules} files were looked at, expected ${FEWEST_MODULES} or more`)
  return { problems, summary: `${modules} files keep ${forbidden.length} rules` }
}

/** @type {(folder: string, path: string, text: string) => void} */
function place(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), `${text}\n`)
}

async function selfCheck() {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-boundaries-'))
  try {
    for (const [path, text] of Object.entries(TARGETS)) place(folder, path, text)
    for (const [, path, text] of VIOLATIONS) place(folder, path, text)
    const { violations } = await inspect(folder)
    const found = (/** @type {string} */ name, /** @type {string} */ path) =>
      violations.some(({ rule, from }) => rule.name === name && from === path)
    const missed = VIOLATIONS.filter(([name, path]) => !found(name, path))
    const untried = forbidden.filter((rule) => !VIOLATIONS.some(([name]) => name === rule.name))
    const problems = [
      ...missed.map(([name, path, text]) => `${name} did not notice ${path}: ${text}`),
      ...untried.map((rule) => `${rule.name} has no example that breaks it`),
    ]
    return { problems, summary: `each of ${forbidden.length} rules finds its violation` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const { problems, summary } = await (process.argv.includes('--self-check') ? selfCheck() : check())
for (const problem of problems) console.error(problem)
console.log(problems.length > 0 ? `${problems.length} problems` : summary)
process.exitCode = problems.length > 0 ? 1 : 0
