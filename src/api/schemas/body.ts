// Reading a request's body: text to JSON to a value of the operation's schema, each failure with its own fault.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { Static, TSchema } from 'typebox'
import { type Fault, refuse } from '../../domain/faults.ts'

const ajv = new Ajv({
  allErrors: false,
  strict: false,
  removeAdditional: false,
  coerceTypes: false,
  useDefaults: false,
})
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Characters that no name, role or address has, and that could end a header or a log line early. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

type Document = Readonly<Record<string, unknown>>

export interface BodyReader<Body> {
  readonly schema: TSchema
  /** The body as the schema's type; throws the refusal that the first problem asks for. */
  read(bytes: Uint8Array | undefined, refusedAttributes: readonly string[]): Body
  /** The same of a value that has been parsed as a part of another body. */
  readValue(value: unknown, refusedAttributes: readonly string[]): Body
}

/**
 * A reader for one schema; its validator is compiled on first use. A property that is null counts as absent, in an object
 * within the body too, unless its schema takes null. What stands under `judgedLater` is left for a reader of its own.
 */
export function bodyOf<Schema extends TSchema>(schema: Schema, judgedLater?: string): BodyReader<Static<Schema>> {
  let validate: ValidateFunction<Static<Schema>> | undefined
  const readValue = (value: unknown, refusedAttributes: readonly string[]): Static<Schema> => {
    const document = toDocument(value, schema)
    refuseUnprintable(document, judgedLater)
    const refused = Object.keys(document).find((name) => refusedAttributes.includes(name))
    if (refused !== undefined) refuse({ code: 'invalid_attribute', attribute: refused })
    validate ??= ajv.compile<Static<Schema>>(schema)
    return validate(document) ? document : refuse(toFault(validate.errors?.[0]))
  }
  return {
    schema,
    read: (bytes, refusedAttributes) => readValue(parse(bytes ?? new Uint8Array()), refusedAttributes),
    readValue,
  }
}

/** The body as the kind of thing that the schema asks for: an object, or an array of objects. */
function toDocument(value: unknown, schema: TSchema): Document | readonly unknown[] {
  if (!('items' in schema)) return isDocument(value) ? withoutNulls(value, schema) : refuse({ code: 'not_an_object' })
  if (!Array.isArray(value)) return refuse({ code: 'not_an_array' })
  const item = isSchema(schema.items) ? schema.items : schema
  return value.map((each: unknown) => (isDocument(each) ? withoutNulls(each, item) : each))
}

const isSchema = (value: unknown): value is TSchema => typeof value === 'object' && value !== null

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    return refuse({ code: 'malformed_json' })
  }
}

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Leaves out what is null, in objects within the object too: how deep, the schema says. */
function withoutNulls(document: Document, schema: TSchema): Document {
  const known: Document = 'properties' in schema && isDocument(schema.properties) ? schema.properties : {}
  const entries = Object.entries(document).flatMap(([name, value]): [string, unknown][] => {
    const expected = Object.hasOwn(known, name) ? known[name] : undefined
    if (!isSchema(expected)) return [[name, value]]
    if (value === null) return takesNull(expected) ? [[name, value]] : []
    return [[name, isDocument(value) ? withoutNulls(value, expected) : value]]
  })
  return Object.fromEntries(entries)
}

/** Whether null is one of the values that a property's schema names. */
const takesNull = (schema: unknown): boolean =>
  isDocument(schema) &&
  Array.isArray(schema['anyOf']) &&
  schema['anyOf'].some((each) => isDocument(each) && each['type'] === 'null')

function refuseUnprintable(document: Document | readonly unknown[], judgedLater: string | undefined): void {
  const objects: readonly unknown[] = isList(document) ? document : [document]
  for (const object of objects) {
    for (const [name, value] of Object.entries(isDocument(object) ? object : { body: object })) {
      if (isUnprintable(name) || (name !== judgedLater && holdsUnprintable(value))) {
        refuse({ code: 'invalid_attribute', attribute: printable(name) })
      }
    }
  }
}

const isList = (value: Document | readonly unknown[]): value is readonly unknown[] => Array.isArray(value)

/** Walks without recursion: the depth of a body is its sender's choice. */
function holdsUnprintable(root: unknown): boolean {
  const waiting: unknown[] = [root]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string' && isUnprintable(value)) return true
    if (typeof value !== 'object' || value === null) continue
    for (const [name, item] of Object.entries(value)) {
      if (isUnprintable(name)) return true
      waiting.push(item)
    }
  }
  return false
}

const isUnprintable = (text: string): boolean => CONTROL.test(text) || !text.isWellFormed()

const printable = (text: string): string => text.toWellFormed().replaceAll(new RegExp(CONTROL, 'g'), '?')

function toFault(error: ErrorObject | undefined): Fault {
  const attribute = attributeAt(error?.instancePath ?? '')
  switch (error?.keyword) {
    case 'required':
      return { code: 'missing_attribute', attribute: String(error.params['missingProperty']) }
    case 'additionalProperties':
      return { code: 'invalid_attribute', attribute: String(error.params['additionalProperty']) }
    case 'minItems':
    case 'minLength':
      return { code: 'missing_attribute', attribute }
    case 'type':
      return { code: 'wrong_type', attribute }
    default:
      return { code: 'invalid_attribute', attribute }
  }
}

/** The name nearest to the problem: `/groupRoleAssignments/0/roles/1` is about `roles`. */
const attributeAt = (instancePath: string): string =>
  instancePath.split('/').findLast((segment) => segment !== '' && !/^\d+$/.test(segment)) ?? 'body'
