// A schema of a row as a TypeScript type: strict on what goes in, lenient on what comes out.
import { Links } from '../src/api/schemas/vocabulary.ts'

/** What a body is sent as, or what an answer is read as. */
export type Use = 'sent' | 'read'

type Schema = Readonly<Record<string, unknown>>

const INDENT = '  '

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The type in the notation of TypeScript; `depth` is how far its lines are indented. */
export function schemaType(schema: unknown, use: Use, depth = 0): string {
  if (schema === Links) return 'readonly Link[]'
  if (!isSchema(schema)) return 'unknown'
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => literal(value)).join(' | ')
  if ('const' in schema) return literal(schema['const'])
  if (Array.isArray(schema['anyOf'])) {
    return [...new Set(schema['anyOf'].map((each) => schemaType(each, use, depth)))].join(' | ')
  }
  return plainType(schema, use, depth)
}

function plainType(schema: Schema, use: Use, depth: number): string {
  switch (schema['type']) {
    case 'array': {
      const items = schemaType(schema['items'], use, depth)
      return `readonly ${isOneWord(items, depth) ? items : `(${items})`}[]`
    }
    case 'object':
      return objectType(schema, use, depth)
    case 'integer':
      return 'number'
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return schema['type']
    default:
      return 'unknown'
  }
}

/** Whether brackets after the type are about the whole of it. */
const isOneWord = (type: string, depth: number): boolean =>
  type.startsWith('{') ? !type.includes(`\n${INDENT.repeat(depth)}} | `) : !/ \| |^readonly /.test(type)

/** The properties between braces, by name. */
export function objectType({ properties, required }: Schema, use: Use, depth: number): string {
  const entries = isSchema(properties) ? Object.entries(properties) : []
  const needed = listOf(required)
  const inner = INDENT.repeat(depth + 1)
  const lines = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, schema]) => {
      const type = schemaType(schema, use, depth + 1)
      // Live Atlas leaves links out here and there.
      const isNeeded = needed.includes(name) && name !== 'links'
      // What Atlas shows and only puts up with when it is sent back, such as the moment of creation.
      if (use === 'sent' && !isNeeded && /^(readonly )?unknown/.test(type)) return []
      return [`${comment(schema, inner)}${inner}readonly ${name}${property(type, use, isNeeded)}`]
    })
  return lines.length === 0 ? 'Readonly<Record<string, never>>' : `{\n${lines.join('\n')}\n${INDENT.repeat(depth)}}`
}

const property = (type: string, use: Use, isNeeded: boolean): string => {
  if (isNeeded) return `: ${type}`
  return use === 'sent' ? `?: ${type} | undefined` : `?: ${type}`
}

function comment(schema: unknown, inner: string): string {
  const text = isSchema(schema) ? schema['description'] : undefined
  return typeof text === 'string' ? `${inner}/** ${text} */\n` : ''
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value)
