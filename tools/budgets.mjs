// Measures the sources against the budgets that keep them readable. An argument names another project folder to measure.
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

/**
 * @typedef {{ path: string, text: string }} Source
 * @typedef {{ where: string, size: number }} Sized
 * @typedef {{ name: string, measured: number, limit: number, culprits: readonly string[] }} Budget
 */

const LIMITS = {
  fileMedian: 90,
  fileP95: 250,
  fileLongest: 400,
  functionP95: 40,
  functionLongest: 70,
  castsPerThousandLines: 1,
  runtimeDependencies: 18,
}

// Written so that this line does not count as one.
const UNFINISHED = /\b(?:T[O]DO|F[I]XME)\b/

/** @type {(root: string, patterns: readonly string[]) => Source[]} */
function read(root, patterns) {
  const paths = globSync([...patterns], { cwd: root, exclude: ['**/node_modules/**'] }).toSorted()
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Whether the budgets for size leave the file out: tests, migrations and generated tables. */
const isExcepted = (/** @type {Source} */ { path }) => /\.test\.ts$|\/(migrations|generated|test)\//.test(path)

/** @param {string} text */
const countLines = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** @param {Source} source */
const parse = ({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)

/**
 * Every node of the files that `pick` wants, as what it makes of it.
 * @template Result
 * @param {readonly ts.SourceFile[]} files
 * @param {(node: ts.Node, where: string) => Result | undefined} pick
 */
function collect(files, pick) {
  /** @type {Result[]} */
  const found = []
  for (const file of files) {
    /** @param {ts.Node} node */
    const visit = (node) => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
      const picked = pick(node, `${file.fileName}:${line + 1}`)
      if (picked !== undefined) found.push(picked)
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return found
}

/** @type {(node: ts.Node, where: string) => Sized | undefined} */
function functionSize(node, where) {
  if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return undefined
  return { where, size: countLines(node.getText()) }
}

/** @type {(node: ts.Node, where: string) => string | undefined} */
function cast(node, where) {
  if (!ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node)) return undefined
  return ts.isConstTypeReference(node.type) ? undefined : where
}

/** @type {(node: ts.Node, where: string) => { id: string, where: string } | undefined} */
function operation(node, where) {
  if (!ts.isPropertyAssignment(node) || !ts.isIdentifier(node.name) || node.name.text !== 'operationId')
    return undefined
  return ts.isStringLiteralLike(node.initializer) ? { id: node.initializer.text, where } : undefined
}

/** @type {(sizes: readonly Sized[], share: number) => number} */
function percentile(sizes, share) {
  const sorted = sizes.map(({ size }) => size).toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0
}

/** @type {(sizes: readonly Sized[], limit: number) => string[]} */
const longerThan = (sizes, limit) =>
  sizes.filter(({ size }) => size > limit).map(({ where, size }) => `${where} (${size} lines)`)

/** @type {(name: string, found: readonly string[]) => Budget} */
const none = (name, found) => ({ name, measured: found.length, limit: 0, culprits: found })

/** @type {(what: string, sizes: readonly Sized[], p95: number, longest: number) => Budget[]} */
function sizeBudgets(what, sizes, p95, longest) {
  return [
    {
      name: `${what}: 95th percentile`,
      measured: percentile(sizes, 0.95),
      limit: p95,
      culprits: longerThan(sizes, p95),
    },
    { name: `${what}: longest`, measured: percentile(sizes, 1), limit: longest, culprits: longerThan(sizes, longest) },
  ]
}

/** @type {(sources: readonly Source[]) => Budget} */
function castBudget(sources) {
  const counted = sources.filter(({ path }) => !path.startsWith('src/platform/'))
  const lines = counted.reduce((sum, { text }) => sum + countLines(text), 0)
  const casts = collect(counted.map(parse), cast)
  const limit = Math.max(1, Math.floor((lines / 1000) * LIMITS.castsPerThousandLines))
  return { name: '`as` outside src/platform (1 per 1000 lines)', measured: casts.length, limit, culprits: casts }
}

/** @type {(root: string) => Budget[]} */
function measure(root) {
  const all = read(root, [
    'src/**/*.ts',
    'test/**/*.ts',
    'bench/**/*.ts',
    'tools/**/*.{ts,mjs}',
    'bin/*.mjs',
    '*.config.ts',
  ])
  const shipped = all.filter((source) => source.path.startsWith('src/') && !isExcepted(source))
  if (shipped.length === 0) throw new Error(`There are no sources in ${root}.`)
  const trees = shipped.map(parse)
  const files = shipped.map(({ path, text }) => ({ where: path, size: countLines(text) }))
  const rows = collect(
    trees.filter(({ fileName }) => fileName.startsWith('src/api/operations/')),
    operation,
  )
  const again = rows.filter((row, index) => rows.findIndex(({ id }) => id === row.id) !== index)
  const anys = collect(all.map(parse), (node, where) => (node.kind === ts.SyntaxKind.AnyKeyword ? where : undefined))
  const unfinished = all.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (UNFINISHED.test(line) ? [`${path}:${index + 1}`] : [])),
  )
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const packages = Object.keys(dependencies)
  return [
    { name: 'file: median', measured: percentile(files, 0.5), limit: LIMITS.fileMedian, culprits: [] },
    ...sizeBudgets('file', files, LIMITS.fileP95, LIMITS.fileLongest),
    ...sizeBudgets('function', collect(trees, functionSize), LIMITS.functionP95, LIMITS.functionLongest),
    none('`any`', anys),
    castBudget(shipped),
    none('unfinished marks', unfinished),
    none(
      'operations in a second row',
      again.map(({ id, where }) => `${where} ${id}`),
    ),
    { name: 'runtime dependencies', measured: packages.length, limit: LIMITS.runtimeDependencies, culprits: packages },
  ]
}

const budgets = measure(resolve(process.argv[2] ?? join(import.meta.dirname, '..')))
const width = Math.max(...budgets.map(({ name }) => name.length))
for (const { name, measured, limit } of budgets) {
  const mark = measured > limit ? '  over' : ''
  console.log(`${name.padEnd(width)}  ${String(measured).padStart(4)} of ${String(limit).padStart(4)}${mark}`)
}
const broken = budgets.filter(({ measured, limit }) => measured > limit)
for (const { name, culprits } of broken) {
  for (const culprit of culprits) console.error(`${name}: ${culprit}`)
}
process.exitCode = broken.length > 0 ? 1 : 0
