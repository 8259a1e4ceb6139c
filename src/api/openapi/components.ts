// The schemas of a document: each shape of the dialect under a name, alone, in a page, in a list and in an envelope.
import Type, { type TSchema } from 'typebox'
import type { Dialect } from '../dialects/dialect.ts'
import { type Route, type Shown, shownBy } from '../route.ts'
import { ApiError } from '../schemas/errors.ts'
import { closed, pageOfSchema } from '../schemas/vocabulary.ts'

/** Something shown in some way, which is what a schema is named after. */
export type ShownShape = Exclude<Shown, { kind: 'nothing' }>

const SUFFIX = { resource: '', list: 'List', page: 'Page' } as const

/** The name of a schema: `OrgUser`, `OrgUserPage`, `OrgInvitationList`. */
export const schemaName = ({ kind, shape }: ShownShape): string =>
  `${shape.slice(0, 1).toUpperCase()}${shape.slice(1)}${SUFFIX[kind]}`

export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** The schema of what a success shows, with everything around the shape but no envelope. */
export function schemaOf({ present }: Pick<Dialect, 'present'>, { kind, shape }: ShownShape): TSchema {
  const { schema } = present[shape]
  if (kind === 'resource') return schema
  return kind === 'list' ? Type.Array(schema) : pageOfSchema(schema)
}

/** The same as `envelope=true` wraps it: a page gets its status beside its results, the rest becomes content. */
export function envelopeOf(dialect: Pick<Dialect, 'present'>, shown: ShownShape): TSchema {
  const status = Type.Integer()
  if (shown.kind !== 'page') return closed({ content: schemaOf(dialect, shown), status })
  return closed({ ...pageOfSchema(dialect.present[shown.shape].schema).properties, status })
}

/** Everything that the rows show in this dialect, each once. */
export function shapesIn(dialect: Dialect, served: readonly Route[]): readonly ShownShape[] {
  const shown = new Map<string, ShownShape>()
  for (const route of served) {
    for (const { date } of editionsOf(dialect, route)) {
      for (const each of [shownBy(route, date), route.orElse]) {
        if (each && each.kind !== 'nothing') shown.set(schemaName(each), each)
      }
    }
  }
  return [...shown.values()]
}

/** The versions that a dialect serves: without dated media types, only the first. */
export const editionsOf = (dialect: Dialect, { versions }: Route): Route['versions'] =>
  dialect.versioned ? versions : versions.slice(0, 1)

/** The schemas of the document by name. */
export function presentSchemas(dialect: Dialect, shapes: readonly ShownShape[]): Readonly<Record<string, TSchema>> {
  const named = shapes.flatMap((shown): [string, TSchema][] => [
    [schemaName(shown), schemaOf(dialect, shown)],
    [`${schemaName(shown)}Envelope`, envelopeOf(dialect, shown)],
  ])
  return {
    ...Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    ApiError,
    ApiErrorEnvelope: closed({ content: ApiError, status: Type.Integer() }),
  }
}
