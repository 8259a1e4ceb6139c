// The official document: what it says of an operation, and whether an answer has the structure it describes.
import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { Json } from '../../src/api/wire/json.ts'
import { withEventsByType } from './event-variants.ts'
import type { Answered } from './exchanges.ts'
import type { Finding } from './findings.ts'
import { type Schema, type Schemas, withoutCircles } from './hierarchies.ts'

interface Content {
  readonly schema?: object
  readonly 'x-sunset'?: string
  readonly 'x-xgen-version'?: string
}

interface Response {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, Content>>
}

interface Operation {
  readonly operationId: string
  readonly deprecated?: boolean
  readonly responses: Readonly<Record<string, Response>>
  readonly 'x-rolesRequirements'?: readonly string[]
}

interface Source {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Schemas }
}

export interface OfficialDocument {
  /** The operation at a path with its parameters in braces. */
  at(method: string, path: string): Operation | undefined
  byName(operationId: string): Operation | undefined
  /** In what an answer's body, type or status is not as described. */
  examine(answered: Answered): readonly Finding[]
}

const FORMATS = {
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  int32: { type: 'number', validate: (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 31 },
  int64: { type: 'number', validate: Number.isSafeInteger },
} as const

const ERROR = { $ref: 'official#/components/schemas/ApiError' }

/** Some of the document's patterns escape what Unicode patterns must not, others name Unicode's classes of letters. */
const eitherWay = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags)
    } catch {
      return new RegExp(pattern)
    }
  },
  { code: 'new RegExp' },
)

/** Reads the document; its objects are taken as closed, so that a field it does not know is found. */
export function readDocument(file: string): OfficialDocument {
  const source: Source = JSON.parse(readFileSync(file, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS, code: { regExp: eitherWay } })
  ajv.addFormat('password', true)
  ajv.addSchema(
    { components: { schemas: closed(withEventsByType(withoutCircles(source.components.schemas))) } },
    'official',
  )
  const operations = Object.values(source.paths).flatMap((methods) => Object.values(methods))
  const byName = (operationId: string) => operations.find((operation) => operation.operationId === operationId)
  const compiled = new Map<string, ValidateFunction>()
  const validate = (schema: object, body: Json): readonly ErrorObject[] => {
    const key = JSON.stringify(schema)
    const validator = compiled.get(key) ?? ajv.compile(JSON.parse(key.replaceAll('"#/', '"official#/')))
    compiled.set(key, validator)
    // That a condition led to a problem adds nothing to the problem.
    return validator(body) ? [] : (validator.errors ?? []).filter(({ keyword }) => keyword !== 'if')
  }
  return {
    at: (method, path) => source.paths[path]?.[method.toLowerCase()],
    byName,
    examine: (answered) => {
      const problems = [...examine(byName(answered.operation), answered, validate)]
      return problems.map(([at, differs]) => ({ check: 'document', operation: answered.operation, at, differs }))
    },
  }
}

type Problem = readonly [at: string, differs: string]
type Validate = (schema: object, body: Json) => readonly ErrorObject[]

function* examine(operation: Operation | undefined, answered: Answered, validate: Validate): Generator<Problem> {
  const { status, headers, body } = answered
  const responses = operation?.responses ?? {}
  if (operation && !(status in responses)) yield ['status', `${status} is not described`]
  const content = status < 300 ? successContent(responses) : { 'application/json': { schema: ERROR } }
  const [type = 'none'] = (headers['content-type'] ?? '').split(';')
  const described = content[type]
  if (!described) yield ['content-type', `${type} is not described`]
  if (body === undefined) return
  yield* examineBody(described?.schema, body, validate)
  // The answer to a caller without credentials is a fixed text of another order.
  if (headers['www-authenticate'] === undefined) yield* unsorted(body, '$')
}

function examineBody(schema: object | undefined, body: Json, validate: Validate): readonly Problem[] {
  if (!schema) return [['body', 'there is one, although none is described']]
  return validate(schema, body).map((error) => [placeOf(error.instancePath), saying(error)])
}

const successContent = (responses: Operation['responses']): Readonly<Record<string, Content>> =>
  Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content ?? {}

function* unsorted(value: Json, at: string): Generator<Problem> {
  if (typeof value !== 'object' || value === null) return
  const names = Object.keys(value)
  if (!Array.isArray(value) && names.join() !== names.toSorted().join())
    yield [at, 'keys are not in alphabetical order']
  for (const [name, item] of Object.entries(value))
    yield* unsorted(item, Array.isArray(value) ? `${at}[]` : `${at}.${name}`)
}

/** `/results/3/name` as `$.results[].name`. */
const placeOf = (pointer: string): string => `$${pointer.replaceAll(/\/\d+(?=\/|$)/g, '[]').replaceAll('/', '.')}`

function saying({ keyword, params }: ErrorObject): string {
  if (keyword === 'required') return `${params['missingProperty']} is missing`
  if (keyword === 'additionalProperties') return `${params['additionalProperty']} is not described`
  return keyword
}

function closed(schemas: Schemas): Schemas {
  const close = (schema: Schema): Schema =>
    schema.properties && schema.additionalProperties === undefined ? { ...schema, additionalProperties: false } : schema
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, close(schema)]))
}
