// Schemas with variants, which the official document writes as parents that name their children and children that name
// their parent: a circle for a validator, here cut into variants that stand by themselves.

/** What is read of a schema of the document. */
export interface Schema {
  readonly $ref?: string
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: unknown
  readonly if?: object
  readonly then?: Schema
  readonly discriminator?: { readonly mapping: Readonly<Record<string, string>>; readonly propertyName: string }
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
  readonly type?: string
}

export type Schemas = Readonly<Record<string, Schema>>

const ROOT = '#/components/schemas/'

/** The same schemas without circles: a parent asks its discriminator which child it is, a child has its parent's properties. */
export function withoutCircles(schemas: Schemas): Schemas {
  const flat = Object.entries(schemas).map(([name, schema]) => {
    const parents = (schema.allOf ?? []).map((part) => schemas[part.$ref?.slice(ROOT.length) ?? ''])
    if (isParent(schema)) return [name, byDiscriminator(schema)] as const
    return [name, parents.some((parent) => parent && isParent(parent)) ? merged(schema, parents) : schema] as const
  })
  return Object.fromEntries(flat)
}

const isParent = ({ discriminator, oneOf }: Schema): boolean => discriminator !== undefined && oneOf !== undefined

function byDiscriminator({ discriminator }: Schema): Schema {
  const { mapping = {}, propertyName = '' } = discriminator ?? {}
  const cases = Object.entries(mapping).map(([value, $ref]) => ({
    if: { properties: { [propertyName]: { const: value } } },
    // biome-ignore lint/suspicious/noThenProperty: this is the keyword of JSON Schema.
    then: { $ref },
  }))
  return { type: 'object', allOf: cases, required: [propertyName] }
}

function merged(schema: Schema, parents: readonly (Schema | undefined)[]): Schema {
  const parts = [...parents, ...(schema.allOf ?? []), schema]
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map((part) => part?.properties ?? {})),
    required: [...new Set(parts.flatMap((part) => part?.required ?? []))],
  }
}
