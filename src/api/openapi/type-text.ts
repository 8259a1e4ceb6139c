// A schema as a person reads it: the notation of TypeScript, with the words of the wire for identifiers and instants.
import { PATTERNS } from '../schemas/vocabulary.ts'

const INDENT = '  '

const WORDS: ReadonlyMap<unknown, string> = new Map([
  [PATTERNS.id, 'id'],
  [PATTERNS.clientId, 'client id'],
  [PATTERNS.instant, 'instant'],
])

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

const schemasIn = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isSchema) : [])

/** The type that the schema describes, over as many lines as it takes. */
export function typeText(schema: unknown, depth = 0): string {
  if (!isSchema(schema)) return 'unknown'
  const word = WORDS.get(schema['pattern'])
  if (word !== undefined) return word
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ')
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['anyOf'])) return alternatives(schema['anyOf'], depth)
  if (schema['type'] === 'array') return arrayText(schema['items'], depth)
  if (schema['type'] === 'object') return objectText(schema, depth)
  return typeof schema['type'] === 'string' ? schema['type'] : 'unknown'
}

const alternatives = (some: unknown, depth: number): string =>
  [...new Set(schemasIn(some).map((each) => typeText(each, depth)))].join(' | ')

function arrayText(items: unknown, depth: number): string {
  const text = typeText(items, depth)
  return text.includes(' | ') && !text.startsWith('{') ? `(${text})[]` : `${text}[]`
}

function objectText({ properties, required }: Schema, depth: number): string {
  const entries = isSchema(properties) ? Object.entries(properties) : []
  if (entries.length === 0) return '{}'
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  const inner = INDENT.repeat(depth + 1)
  const lines = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `${inner}${name}${needed.includes(name) ? '' : '?'}: ${typeText(schema, depth + 1)}`)
  return `{\n${lines.join('\n')}\n${INDENT.repeat(depth)}}`
}
