// Writes the type of a seed as tests hand it over (src/testing/generated/seed-types.ts) from the form of a seed file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SeedDocument } from '../src/seed/seed-schema.ts'

const NAME = 'src/testing/generated/seed-types.ts'
const file = join(import.meta.dirname, '..', NAME)

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The type in the notation of TypeScript; `indent` is in front of the line that it begins in. */
function typeOf(schema: unknown, indent: string): string {
  if (!isSchema(schema)) return 'unknown'
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].map((each) => typeOf(each, indent)).join(' | ')
  if ('const' in schema) return `'${String(schema['const'])}'`
  if (Array.isArray(schema['type'])) return schema['type'].join(' | ')
  if (schema['type'] === 'array') return `readonly ${bracketed(typeOf(schema['items'], indent))}[]`
  if (schema['type'] === 'object') return objectType(schema, indent)
  if (schema['type'] === 'integer') return 'number'
  return typeof schema['type'] === 'string' ? schema['type'] : 'unknown'
}

const bracketed = (type: string): string => (type.startsWith('{') || !type.includes(' ') ? type : `(${type})`)

function objectType({ properties, patternProperties, required }: Schema, indent: string): string {
  // A map by names of one's own.
  if (isSchema(patternProperties)) {
    return `{ readonly [name: string]: ${typeOf(Object.values(patternProperties)[0], indent)} }`
  }
  const needed = Array.isArray(required) ? required : []
  const inner = `${indent}  `
  const lines = Object.entries(isSchema(properties) ? properties : {}).map(([name, schema]) => {
    const type = typeOf(schema, inner)
    const key = /^\w+$/.test(name) ? name : `'${name}'`
    return `${commentOn(schema, inner)}${inner}readonly ${key}${needed.includes(name) ? `: ${type}` : `?: ${type} | undefined`}`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

/** Says what the type does not: descriptions complete the sentence "… must be". */
function commentOn(schema: unknown, indent: string): string {
  const isText = isSchema(schema) && [schema['type']].flat().includes('string')
  const description = isText ? schema['description'] : undefined
  return typeof description === 'string'
    ? `${indent}/** ${description.charAt(0).toUpperCase()}${description.slice(1)}. */\n`
    : ''
}

const text = [
  '// Generated from the form of a seed file by `node tools/generate-seed-types.ts`; edit that instead.',
  '',
  '/** What an Atrium begins with, in the form of a seed file; docs/seed.md says what each field means. */',
  `export interface AtriumSeed ${typeOf(SeedDocument, '')}\n`,
].join('\n')

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error(`${NAME} is not current: run \`node tools/generate-seed-types.ts\`.`)
  process.exitCode = 1
}
