// Writes SUPPORTED.md: the official list of operations against the rows, and the clients that CI runs. With --check, only
// says whether the file is current. The official document lies outside of the project; without it nothing is compared.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atlasV1 } from '../src/api/dialects/atlas-v1.ts'
import { isCloudManagers } from '../src/api/dialects/cloud-manager-operations.ts'
import { routes } from '../src/api/operations/all.ts'
import type { Route } from '../src/api/route.ts'

interface OfficialOperation {
  readonly operationId: string
  readonly deprecated?: boolean
}

interface OfficialDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OfficialOperation>>>>
}

const root = join(import.meta.dirname, '..')
const file = join(root, 'SUPPORTED.md')
const official = join(root, '../shared/contract/atlas-v2-access.openapi.json')
const PREFIX = '/api/atlas/v2'
/** When the live service's answers were recorded that `npm run conformance` compares with. */
const RECORDED = '2026-08-10'

/** Why an operation of the official list has no row; empty while every one has. */
const REASONS: Readonly<Record<string, string>> = {}

const rows = new Map(routes.map((route) => [route.operationId, route]))

function page(document: OfficialDocument): string {
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => typeof operation.operationId === 'string')
      .map(([method, operation]) => ({ path: path.slice(PREFIX.length), method: method.toUpperCase(), ...operation })),
  )
  const names = new Set(listed.map(({ operationId }) => operationId))
  const done = listed.filter(({ operationId }) => rows.has(operationId)).length
  const beyond = routes.filter(({ operationId, extension }) => !extension && !names.has(operationId))
  const own = routes.filter(({ extension }) => extension)
  return `${[
    '<!-- Generated from the rows by `node tools/generate-supported.ts`; edit those instead. -->',
    '# What is supported',
    '',
    `${done} of the ${listed.length} operations for identity and access that the official document of the Atlas`,
    'Administration API v2 lists. v1.0 serves each at its first version, Cloud Manager those that it has.',
    '',
    `\`npm run conformance\` compares with answers of the live service recorded on ${RECORDED}.`,
    '',
    '| operation | | path | versions | v1.0 | Cloud Manager | |',
    '|---|---|---|---|---|---|---|',
    ...listed.map((operation) => line(operation, rows.get(operation.operationId))),
    '',
    '## Beyond that list',
    '',
    '| operation | | path | versions | v1.0 | Cloud Manager | |',
    '|---|---|---|---|---|---|---|',
    ...beyond.map((route) => line(route, route)),
    '',
    "## Atrium's own",
    '',
    'What no official document has, marked `x-atrium-extension` in the documents: see docs/wire/extensions.md.',
    '',
    '| operation | | path | versions | v1.0 | Cloud Manager | |',
    '|---|---|---|---|---|---|---|',
    ...own.map((route) => line(route, route)),
    '',
    '## Clients',
    '',
    'Run unmodified by `npm run interop`, against the address and the credentials of a sandbox:',
    '',
    ...clients().map((client) => `- ${client}`),
  ].join('\n')}\n`
}

const mark = (isSo: boolean): string => (isSo ? 'yes' : 'no')

function line({ operationId, method, path }: Pick<Route, 'operationId' | 'path'> & { method: string }, row?: Route) {
  const cells = row
    ? [row.versions.map(versionText).join(', '), mark(isAtlas(row)), mark(isCloudManagers(operationId)), 'done']
    : ['', '', '', REASONS[operationId] ?? 'missing']
  return `| ${[`\`${operationId}\``, method, `\`${path || '/'}\``, ...cells].join(' | ')} |`
}

const isAtlas = ({ operationId }: Route): boolean => atlasV1.serves(operationId)

const versionText = ({ date, sunset }: Route['versions'][number]): string =>
  sunset === undefined ? date : `${date} until ${sunset}`

/** Every package that the interop suite pins, by the files that pin them. */
function clients(): readonly string[] {
  const folder = join(root, 'test/interop')
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const go = [...read('go/go.mod').matchAll(/^\s+(\S+) (v\S+)$/gm)].map(
    ([, name, version]) => `${name} ${version} (Go)`,
  )
  const python = read('requirements.txt')
    .split('\n')
    .filter((requirement) => requirement !== '')
    .map((requirement) => `${requirement.replace('==', ' ')} (Python)`)
  const node = ['package.json', 'mcp/package.json'].flatMap((name) => {
    const { dependencies }: { dependencies: Readonly<Record<string, string>> } = JSON.parse(read(name))
    return Object.entries(dependencies).map(([client, version]) => `${client} ${version} (npm)`)
  })
  return ['curl (Debian)', ...node, ...go, ...python]
}

if (!existsSync(official)) {
  console.log('SUPPORTED.md: not compared, since the official document is not on this machine')
} else {
  const text = page(JSON.parse(readFileSync(official, 'utf8')))
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error('SUPPORTED.md is not current: run `node tools/generate-supported.ts`.')
    process.exitCode = 1
  }
}
