// Every operation that takes a body, for the cases about bodies: where it stands, what it would accept and what its
// schema says. Derived from the rows and their preparations.
import type { TSchema } from 'typebox'
import type { Route } from '../../src/api/route.ts'
import type { Json } from '../../src/api/wire/json.ts'
import type { Given } from './cases.ts'
import { dialectOf } from './held-answers.ts'
import { callOf } from './preparations/preparation.ts'
import { prepare, routesOf } from './preparations.ts'
import { DIALECTS } from './world.ts'

type Members = Readonly<Record<string, Json>>

export interface Endpoint {
  /** The operationId. */
  readonly name: string
  readonly method: string
  readonly path: string
  /** What versioned dialects are asked with. */
  readonly accept: string
  /** A body that would be accepted. */
  readonly good: Json
  /** Whether the body is a list of objects. */
  readonly isList: boolean
  /** Whether the body holds rows, each of which is answered by itself. */
  readonly judgesRows: boolean
  /** The properties of the body's object, or of its list's objects, that the dialect knows. */
  readonly fields: Readonly<Record<string, TSchema>>
}

/** Every operation of the dialect that takes a body, or those of these names. */
export async function endpoints(given: Given, names?: readonly string[]): Promise<readonly Endpoint[]> {
  const all: Endpoint[] = []
  for (const row of routesOf(given.dialect)) {
    if (row.body && (names?.includes(row.operationId) ?? true)) all.push(await endpointOf(given, row, row.body.schema))
  }
  return all
}

async function endpointOf(given: Given, row: Route, schema: TSchema): Promise<Endpoint> {
  const { dialect } = given
  const prepared = await prepare(given, row)
  const { target, headers = {} } = callOf(row, dialect, prepared)
  if (prepared.body === undefined) throw new Error(`The preparation of ${row.operationId} gives no body.`)
  const items = memberOf(schema, 'items')
  const refused = dialectOf(dialect.prefix)?.refusedAttributes ?? []
  const fields = Object.entries(Object(memberOf(items ?? schema, 'properties'))).filter(
    ([name]) => !refused.includes(name),
  )
  return {
    name: row.operationId,
    method: row.method,
    path: target,
    accept: String(headers['Accept']),
    good: prepared.body,
    isList: items !== undefined,
    judgesRows: row.idempotent === true,
    fields: Object.fromEntries(fields.filter((field): field is [string, TSchema] => isSchema(field[1]))),
  }
}

const isSchema = (value: unknown): value is TSchema => typeof value === 'object' && value !== null

const memberOf = (schema: TSchema, name: 'items' | 'properties'): TSchema | undefined => {
  const member = Object.getOwnPropertyDescriptor(schema, name)?.value
  return isSchema(member) ? member : undefined
}

/** The types of JSON that a schema allows; empty when it allows any. */
export function typesOf(schema: TSchema): readonly string[] {
  const own: unknown = Object.getOwnPropertyDescriptor(schema, 'type')?.value
  if (typeof own === 'string') return [own]
  const choices: unknown = Object.getOwnPropertyDescriptor(schema, 'anyOf')?.value
  const all = Array.isArray(choices) ? choices.map((choice) => typesOf(choice)) : []
  return all.some(({ length }) => length === 0) ? [] : all.flat()
}

/** The types of JSON that the items of a list may have; empty for anything else. */
export function itemTypesOf(schema: TSchema): readonly string[] {
  const items = memberOf(schema, 'items')
  return items ? typesOf(items) : []
}

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object of a good body: itself, or the first of its list. */
export function goodObject({ good }: Pick<Endpoint, 'good'>): Members {
  const object = Array.isArray(good) ? good[0] : good
  return isMembers(object) ? object : {}
}

/** The good body with other members in its object; each value is given as text, for what no value can say. */
export function bodyWith(endpoint: Endpoint, members: readonly (readonly [name: string, json: string])[]): string {
  const names = members.map(([name]) => name)
  const rest = Object.entries(goodObject(endpoint)).filter(([name]) => !names.includes(name))
  const all = [...members, ...rest.map(([name, value]) => [name, JSON.stringify(value)] as const)]
  const object = `{${all.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join()}}`
  return endpoint.isList ? `[${object}]` : object
}

/** The same with a value in place of one member. */
export const goodBut = (endpoint: Endpoint, name: string, value: unknown): string =>
  bodyWith(endpoint, [[name, JSON.stringify(value)]])

/**
 * Each of the endpoints with its share of the attempts: between both Atlas dialects every endpoint gets all of them, and
 * Cloud Manager tries every third.
 */
export function shareOf<Attempt>(
  { dialect }: Pick<Given, 'dialect'>,
  all: readonly Endpoint[],
  attemptsOf: (endpoint: Endpoint) => readonly Attempt[],
): readonly { readonly endpoint: Endpoint; readonly attempt: Attempt }[] {
  const turn = DIALECTS.findIndex(({ name }) => name === dialect.name)
  const everyone = dialect.isAtlas ? 2 : 3
  return all.flatMap((endpoint) =>
    attemptsOf(endpoint)
      .filter((_, index) => (index + endpoint.name.length + turn) % everyone === 0)
      .map((attempt) => ({ endpoint, attempt })),
  )
}

export type Body = string | Uint8Array | undefined

export const send = ({ owner }: Given, { method, path, accept }: Endpoint, body: Body, headers = {}) =>
  owner.send({
    method,
    target: path,
    headers: { Accept: accept, 'Content-Type': 'application/json', ...headers },
    body,
  })
