// Writes the operations of atrium/client from the rows of v2. With --check, only says whether they are current.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TSchema } from 'typebox'
import { atlasV2 } from '../src/api/dialects/atlas-v2.ts'
import { schemaName, shapesIn } from '../src/api/openapi/components.ts'
import { type Operation, operationOf } from '../src/api/openapi/operation.ts'
import { routes } from '../src/api/operations/all.ts'
import { type Route, type Shown, shownBy } from '../src/api/route.ts'
import { objectType, schemaType } from './schema-type.ts'

const file = join(import.meta.dirname, '../src/client/generated/operations.ts')
const served = routes
  .filter(({ operationId }) => atlasV2.serves(operationId))
  .toSorted((a, b) => (a.operationId < b.operationId ? -1 : 1))

const pascal = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

/** Every exported type by its name; the same name twice would be two things. */
const types = new Map<string, string>()
const texts = new Map<string, string>()

function declare(name: string, doc: string, text: string): string {
  if (types.has(name)) throw new Error(`Two types would be called ${name}.`)
  const known = texts.get(text)
  if (!known) texts.set(text, name)
  const body = known ?? text
  const isInterface = body.startsWith('{') && !body.includes('\n} | {')
  const head = isInterface ? `export interface ${name} ` : `export type ${name} = `
  types.set(name, `/** ${doc} */\n${head}${body}`)
  return name
}

/** The input of an operation: the parameters of its path and query, its body, and its key. */
function inputOf(route: Route, { parameters }: Operation): string {
  const properties: Record<string, TSchema> = {}
  const add = (name: string, schema: TSchema): void => {
    if (name in properties || name === 'body') throw new Error(`${route.operationId} has two inputs called ${name}.`)
    properties[name] = schema
  }
  const asked = parameters.filter(({ name }) => name !== 'envelope' && name !== 'pretty')
  for (const { name, in: place, schema } of asked) add(place === 'header' ? 'idempotencyKey' : name, schema)
  const required = asked.filter((each) => each.required).map(({ name }) => name)
  const plain = objectType({ properties, required }, 'sent', 0)
  if (!route.body) return Object.keys(properties).length === 0 ? plain : named(route, plain)
  const body = declare(`${pascal(route.operationId)}Body`, `What ${route.operationId} is sent.`, bodyType(route.body))
  return named(route, `{\n  readonly body: ${body}\n${plain.startsWith('{') ? plain.slice(2) : '}'}`)
}

const bodyType = ({ schema }: { readonly schema: TSchema }): string => schemaType(schema, 'sent')

const named = ({ operationId }: Route, text: string): string =>
  declare(`${pascal(operationId)}Input`, `What ${operationId} asks for.`, text)

function answerOf(shown: Shown): string {
  if (shown.kind === 'nothing') return 'undefined'
  const name = schemaName({ kind: 'resource', shape: shown.shape })
  if (shown.kind === 'resource') return name
  return shown.kind === 'page' ? `Page<${name}>` : `readonly ${name}[]`
}

/** The version that is asked for: the newest that has not been announced to end, or else the newest of all dates. */
function newestOf({ operationId, versions }: Route): string {
  const version = versions.findLast(({ sunset }) => sunset === undefined) ?? versions.at(-1)
  if (version === undefined) throw new Error(`${operationId} has no version.`)
  return version.date
}

function answersOf(route: Route): string {
  const answers = route.versions.map(({ date }) => {
    const shown = [shownBy(route, date), ...(route.orElse ? [route.orElse] : [])]
    return `'${date}': ${shown.map(answerOf).join(' | ')}`
  })
  return `{ ${answers.join('; ')} }`
}

function docOf(route: Route, operation: Operation): string {
  const roles = operation['x-roles']
  const needs = roles.length > 0 ? ` Needs ${roles.join(', ').replace(/, ([^,]+)$/, ' or $1')}.` : ''
  const lines = [
    `\`${route.method} ${route.path || '/'}\`: ${operation.summary}.${needs}`,
    ...(route.extension ? ["Atrium's own: Atlas has no such operation."] : []),
    ...(route.versions.length > 1 ? [`Versions ${route.versions.map(({ date }) => date).join(', ')}.`] : []),
    ...(operation.deprecated ? [`@deprecated ${endOf(route)}`] : []),
  ]
  return ['  /**', ...lines.map((line) => `   * ${line}`), '   */'].join('\n')
}

function endOf({ versions }: Route): string {
  const { deprecated, sunset } = versions.at(-1) ?? {}
  return `Since ${deprecated}${sunset === undefined ? '.' : `, and ends on ${sunset}.`}`
}

/** How an operation is made and typed: by whether there are items in its answer to walk over. */
function kindOf(route: Route): 'one' | 'list' | 'paged' {
  const kind = route.method === 'GET' ? shownBy(route, newestOf(route)).kind : 'resource'
  if (kind === 'page') return 'paged'
  return kind === 'list' ? 'list' : 'one'
}

function propertyOf(route: Route, operation: Operation): string {
  const input = inputOf(route, operation)
  const isFree = !operation.parameters.some(({ required }) => required) && !route.body
  const type = kindOf(route) === 'one' ? 'Operation' : 'ListOperation'
  const args = `${input}${isFree ? ' | void' : ''}, ${answersOf(route)}, '${newestOf(route)}'`
  return `${docOf(route, operation)}\n  readonly ${route.operationId}: ${type}<${args}>`
}

function assignmentOf(route: Route): string {
  const fields = [
    `operationId: '${route.operationId}'`,
    `method: '${route.method}'`,
    `path: '${route.path}'`,
    `version: '${newestOf(route)}'`,
    ...(route.needs === 'public' ? ['isPublic: true'] : []),
    ...(route.idempotent ? ['takesKey: true'] : []),
  ]
  return `    this.${route.operationId} = make.${kindOf(route)}({ ${fields.join(', ')} })`
}

function source(): string {
  const shapes = shapesIn(atlasV2, served).map(({ shape }) => shape)
  for (const shape of [...new Set(shapes)].toSorted()) {
    declare(pascal(shape), 'As the API shows it.', schemaType(atlasV2.present[shape].schema, 'read'))
  }
  const properties = served.map((route) => propertyOf(route, operationOf(atlasV2, route)))
  const declared = [...types].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)
  return `${[
    '// Generated from the rows by `node tools/generate-client.ts`; edit those instead.',
    "import type { Link, ListOperation, Operation, OperationMaker, Page } from '../operation.ts'",
    '',
    declared.join('\n\n'),
    '',
    `/** The ${served.length} operations of the API v2, each under its official name. */`,
    'export class AtlasOperations {',
    properties.join('\n\n'),
    '',
    '  constructor(make: OperationMaker) {',
    ...served.map(assignmentOf),
    '  }',
    '}',
  ].join('\n')}\n`
}

const text = source()
if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('src/client/generated/operations.ts is not current: run `node tools/generate-client.ts`.')
  process.exitCode = 1
}
