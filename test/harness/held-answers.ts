// Holds every answer that a test gets against what its dialect says it looks like: one place for all rows, also those
// that nobody has written a case about.
import { Ajv, type ValidateFunction } from 'ajv'
import Type, { type TSchema } from 'typebox'
import { dialects } from '../../src/api/dialects/all.ts'
import type { Dialect } from '../../src/api/dialects/dialect.ts'
import { envelopeOf, type ShownShape, schemaName, schemaOf } from '../../src/api/openapi/components.ts'
import { routes } from '../../src/api/operations/all.ts'
import { type Route, type Shown, shownBy } from '../../src/api/route.ts'
import { closed } from '../../src/api/schemas/vocabulary.ts'
import { createTable, type Served, type Table } from '../../src/api/table.ts'
import type { Call, Exchange } from './http-client.ts'

/** What a request asked for, by the rows. */
export interface Asked {
  readonly dialect: Dialect
  readonly route: Route
  readonly params: Readonly<Record<string, string | undefined>>
  /** The version that answers; undefined when there is none. */
  readonly version: string | undefined
}

interface Face {
  readonly dialect: Dialect
  readonly table: Table
}

const faces: readonly Face[] = dialects.map((dialect) => ({
  dialect,
  table: createTable(dialect, routes, {}),
}))

/** The dialect that is served under a prefix. */
export const dialectOf = (prefix: string): Dialect | undefined => dialects.find((dialect) => dialect.prefix === prefix)

/** The row that a request is for; undefined for paths that no row has. */
export function askedBy({ method, target, headers = {} }: Call): Asked | undefined {
  const [path = ''] = target.split('?')
  const face = faces.find(({ dialect }) => path === dialect.prefix || path.startsWith(`${dialect.prefix}/`))
  const match = face?.table.find(method, path.slice(face.dialect.prefix.length))
  if (!face || !match) return undefined
  const { served, params } = match
  const [, accept] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'accept') ?? []
  return { dialect: face.dialect, route: served.route, params, version: versionOf(face, served, String(accept)) }
}

const versionOf = ({ table }: Face, served: Served, accept: string): string | undefined =>
  table.edition(served, accept)?.version.date

const ajv = new Ajv({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  formats: {
    'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
    email: /^[^@\s]+@[^@\s]+$/,
    uri: /^https?:\/\/\S+$/,
  },
})
const validators = new Map<TSchema, ValidateFunction>()
const wrapped = new Map<string, TSchema>()

const Scalars = Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean()]))
const ErrorSchema = closed({
  detail: Type.String({ minLength: 1 }),
  error: Type.Integer({ minimum: 400, maximum: 599 }),
  errorCode: Type.String({ pattern: '^[A-Z][A-Z0-9_]+$' }),
  parameters: Type.Union([Scalars, Type.Null()]),
  reason: Type.String({ minLength: 1 }),
})

const ErrorEnvelope = closed({ content: ErrorSchema, status: Type.Integer() })

/** Fails when the answer to an operation has not the status or the structure that its dialect declares. */
export function holdAnswer(call: Call, answer: Exchange): void {
  const asked = askedBy(call)
  if (!asked) return
  const problem = answer.status < 400 ? wrongSuccess(asked, call, answer) : wrongError(call, answer)
  if (problem === undefined) return
  const { route, dialect } = asked
  throw new Error(`${route.operationId} (${dialect.name}) answered ${answer.status}: ${problem}\n${answer.text}`)
}

function wrongSuccess({ dialect, route, version }: Asked, call: Call, answer: Exchange): string | undefined {
  if (version === undefined) return 'there is no version that could have answered'
  const type = answer.headers['content-type'] ?? ''
  const dated = dialect.versioned ? `application/vnd.atlas.${version}+json;charset=utf-8` : 'application/json'
  if (type !== dated && answer.text !== '') return `the type is ${type}, not ${dated}`
  const possible = [shownBy(route, version), ...(route.orElse ? [route.orElse] : [])]
  const problems = possible.map((shown) => wrongly(shown, { dialect, route }, call, answer))
  return problems.includes(undefined) ? undefined : problems.join('; or ')
}

/** What keeps the answer from being this; undefined when it is. */
function wrongly(
  shown: Shown,
  { dialect, route }: Pick<Asked, 'dialect' | 'route'>,
  call: Call,
  { status, text }: Exchange,
): string | undefined {
  if (shown.kind === 'nothing') return status === 204 && text === '' ? undefined : 'it should be 204 and empty'
  const declared = dialect.statuses[route.operationId] ?? route.status ?? 200
  if (status !== declared) return `the status should be ${declared}`
  if (call.method === 'HEAD') return text === '' ? undefined : 'HEAD has a body'
  return invalid(schemaFor(dialect, shown, wantsEnvelope(call)), text)
}

function wrongError(call: Call, { status, headers, text }: Exchange): string | undefined {
  // Callers without credentials get a fixed text, which has cases of its own.
  if (headers['www-authenticate'] !== undefined || call.method === 'HEAD') return undefined
  const body = wantsEnvelope(call) ? ErrorEnvelope : ErrorSchema
  const problem = invalid(body, text)
  if (problem !== undefined) return problem
  const { errorCode, error } = Object(wantsEnvelope(call) ? JSON.parse(text).content : JSON.parse(text))
  if (error !== status) return `its error is ${error}`
  return headers['x-error-code'] === errorCode ? undefined : `X-Error-Code is ${headers['x-error-code']}`
}

const wantsEnvelope = ({ target }: Call): boolean =>
  new URL(target, 'http://localhost').searchParams.get('envelope') === 'true'

function schemaFor(dialect: Dialect, shown: ShownShape, inEnvelope: boolean): TSchema {
  const wrap = inEnvelope ? envelopeOf : schemaOf
  return kept(`${dialect.name} ${schemaName(shown)} ${inEnvelope}`, () => wrap(dialect, shown))
}

/** The same object each time, so that its validator is compiled once. */
function kept(name: string, make: () => TSchema): TSchema {
  const schema = wrapped.get(name) ?? make()
  wrapped.set(name, schema)
  return schema
}

function invalid(schema: TSchema, text: string): string | undefined {
  const validate = validators.get(schema) ?? ajv.compile(schema)
  validators.set(schema, validate)
  const body = asJson(text)
  if (body === undefined) return 'it is no JSON'
  if (!validate(body)) return ajv.errorsText(validate.errors, { dataVar: 'body' })
  const places = [...unsorted(body, 'body')]
  return places.length === 0 ? undefined : `keys out of order in ${places.join()}`
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function* unsorted(value: unknown, at: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  const names = Object.keys(value)
  if (!Array.isArray(value) && names.join() !== names.toSorted().join()) yield at
  for (const [name, item] of Object.entries(value)) yield* unsorted(item, `${at}.${name}`)
}
