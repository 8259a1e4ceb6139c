// Events in the official document are one of many shapes, told apart by their type alone; its two catch-all shapes want
// an object for the type's name. Both are put so that a validator says what is wrong with an event of a known type.
import type { Schema, Schemas } from './hierarchies.ts'

const ROOT = '#/components/schemas/'
const UNIONS = ['EventViewForOrg', 'EventViewForNdsGroup']

/** What is read of the schema of a type's name. */
interface Names {
  readonly $ref?: string
  readonly enum?: readonly string[]
  readonly oneOf?: readonly Names[]
}

/** The same schemas, with each union of events decided by `eventTypeName`. */
export function withEventsByType(schemas: Schemas): Schemas {
  const namesOf = ({ $ref, enum: own = [], oneOf = [] }: Names): readonly string[] => {
    const referred: Names | undefined = $ref === undefined ? undefined : schemas[$ref.slice(ROOT.length)]
    return [...own, ...oneOf.flatMap(namesOf), ...(referred ? namesOf(referred) : [])]
  }
  const typeOf = (schema: Schema | undefined): Names => Object(schema?.properties?.['eventTypeName'])
  const decided = UNIONS.map((name): [string, Schema] => {
    const variants = (schemas[name]?.oneOf ?? []).map(({ $ref = '' }) => ({
      $ref,
      names: namesOf(typeOf(schemas[$ref.slice(ROOT.length)])),
    }))
    return [name, byType(variants)]
  })
  const named = Object.entries(schemas).map(([name, schema]): [string, Schema] => {
    const names = namesOf(typeOf(schema))
    if (names.length === 0) return [name, schema]
    return [name, { ...schema, properties: { ...schema.properties, eventTypeName: { enum: names } } }]
  })
  return Object.fromEntries([...named, ...decided])
}

const byType = (variants: readonly { readonly $ref: string; readonly names: readonly string[] }[]): Schema => ({
  type: 'object',
  additionalProperties: true,
  properties: { eventTypeName: { enum: variants.flatMap(({ names }) => names) } },
  required: ['eventTypeName'],
  allOf: variants.map(({ $ref, names }) => ({
    if: { properties: { eventTypeName: { enum: names } } },
    // biome-ignore lint/suspicious/noThenProperty: this is the keyword of JSON Schema.
    then: { $ref },
  })),
})
