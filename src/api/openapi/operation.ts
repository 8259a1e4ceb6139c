// One operation of a document: parameters, body, answers, and who may use it.
import Type, { type TSchema } from 'typebox'
import { ORG_ACTIONS, PROJECT_ACTIONS } from '../../domain/permissions.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { ID_PARAMETERS, type Needs, type Route, type Shown, shownBy } from '../route.ts'
import { Id } from '../schemas/vocabulary.ts'
import { editionsOf, reference, type ShownShape, schemaName } from './components.ts'
import { errorResponses } from './responses.ts'
import { tagOf } from './tags.ts'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: TSchema
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly deprecated?: true
  readonly security?: readonly object[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, object>> }
  readonly responses: Readonly<Record<string, object>>
  /** Set where no service has the operation but Atrium. */
  readonly 'x-atrium-extension'?: true
  /** Roles any one of which suffices; empty where each caller is shown what is its own. */
  readonly 'x-roles': readonly string[]
}

export function operationOf(dialect: Dialect, route: Route): Operation {
  const editions = editionsOf(dialect, route)
  return {
    operationId: route.operationId,
    summary: summaryOf(route.operationId),
    tags: [tagOf(route.path)],
    ...(editions.every(({ deprecated }) => deprecated !== undefined) ? { deprecated: true } : {}),
    ...(route.needs === 'public' ? { security: [] } : {}),
    parameters: parametersOf(route),
    ...(route.body ? { requestBody: requestBodyOf(dialect, route, route.body.schema) } : {}),
    responses: { ...successesOf(dialect, route), ...errorResponses() },
    ...(route.extension ? { 'x-atrium-extension': true } : {}),
    'x-roles': rolesFor(route.needs),
  }
}

/** `createOrgApiKey` becomes "Create org API key". */
function summaryOf(operationId: string): string {
  const words = operationId
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/\bapi\b/g, 'API')
    .replaceAll(/\bip\b/g, 'IP')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: Type.String({ minLength: 1, maxLength: 255 }),
}

function parametersOf({ path, query = {}, idempotent }: Route): readonly Parameter[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const inPath = names.map(
    (name): Parameter => ({
      name,
      in: 'path',
      required: true,
      schema: ID_PARAMETERS[name] ? Id : Type.String({ minLength: 1 }),
    }),
  )
  const flags = { envelope: Type.Boolean({ default: false }), pretty: Type.Boolean({ default: false }) }
  const inQuery = Object.entries({ ...query, ...flags }).map(
    ([name, schema]): Parameter => ({ name, in: 'query', required: false, schema }),
  )
  return [...inPath, ...inQuery, ...(idempotent ? [IDEMPOTENCY_KEY] : [])]
}

function requestBodyOf(dialect: Dialect, route: Route, schema: TSchema) {
  const types = editionsOf(dialect, route).map(({ date }) => mediaType(dialect, date))
  return {
    required: true,
    content: Object.fromEntries([...new Set([...types, 'application/json'])].map((type) => [type, { schema }])),
  }
}

const mediaType = ({ versioned }: Dialect, date: string): string =>
  versioned ? `application/vnd.atlas.${date}+json` : 'application/json'

function successesOf(dialect: Dialect, route: Route): Readonly<Record<string, object>> {
  const answers: Record<string, { description: string; content?: Record<string, object> }> = {}
  const add = (shown: Shown, date: string, sunset: string | undefined): void => {
    const status = shown.kind === 'nothing' ? 204 : (dialect.statuses[route.operationId] ?? route.status ?? 200)
    const answer = answers[status] ?? { description: status === 204 ? 'Done; there is nothing to show.' : 'Done.' }
    answers[status] = answer
    if (shown.kind === 'nothing') return
    const announced = sunset === undefined || !dialect.announcesSunsets ? {} : { 'x-sunset': sunset }
    answer.content = { ...answer.content, [mediaType(dialect, date)]: { schema: enveloped(shown), ...announced } }
  }
  for (const { date, sunset } of editionsOf(dialect, route)) {
    add(shownBy(route, date), date, sunset)
    if (route.orElse) add(route.orElse, date, sunset)
  }
  return answers
}

const enveloped = (shown: ShownShape) => ({
  anyOf: [reference(schemaName(shown)), reference(`${schemaName(shown)}Envelope`)],
})

const ACTIONS: Readonly<Record<string, readonly string[] | 'any'>> = { ...ORG_ACTIONS, ...PROJECT_ACTIONS }

function rolesFor(needs: Needs): readonly string[] {
  const roles = ACTIONS[needs] ?? []
  return roles === 'any' ? ['any project role'] : roles
}
