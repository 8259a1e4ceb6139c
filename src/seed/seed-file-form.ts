// The form of a seed: which problems the schema finds, and what can be judged further in spite of them.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { Place, Problem } from './seed-problem.ts'
import { type Seed, SeedDocument } from './seed-schema.ts'

export type FormReading =
  | { readonly seed: Seed; readonly problems: readonly [] }
  | { readonly seed: undefined; readonly problems: readonly Problem[]; readonly mended: Seed | undefined }

/** Compiled for the first seed: it takes more milliseconds than all else about a small one. */
let compiled: ValidateFunction<Seed> | undefined

/**
 * The value as a seed. If it is none: every problem with its form and, unless there is no list of organizations at all,
 * a copy in which whatever has the wrong type or is missing is an empty value of the right type.
 */
export function readForm(value: unknown): FormReading {
  compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false }).compile<Seed>(SeedDocument)
  const validate = compiled
  if (validate(value)) return { seed: value, problems: [] }
  const errors = validate.errors ?? []
  const problems = errors.map(problemOf)
  if (errors.some(isHopeless)) return { seed: undefined, problems, mended: undefined }
  const draft: Seed = JSON.parse(JSON.stringify(value))
  // An empty map may lack what its schema requires, so one round can make work for another, one level deeper.
  for (
    let wrong = errors;
    wrong.length > 0;
    wrong = (validate(draft) ? [] : (validate.errors ?? [])).filter(isMendable)
  ) {
    for (const error of wrong) mend(draft, error)
  }
  return { seed: undefined, problems, mended: draft }
}

function problemOf({ keyword, instancePath, message, data, parentSchema, params }: ErrorObject): Problem {
  const place = placeOf(instancePath)
  if (keyword === 'additionalProperties') {
    const known = Object.keys(parentSchema?.['properties'] ?? {}).join(', ')
    return { place: [...place, String(params['additionalProperty'])], says: `is not known here; known are ${known}` }
  }
  if (keyword === 'required') return { place: [...place, String(params['missingProperty'])], says: 'is missing' }
  const form: unknown = parentSchema?.['description']
  const given = typeof data === 'object' && data !== null ? '' : `, not ${JSON.stringify(data)}`
  return { place, says: `${typeof form === 'string' ? `must be ${form}` : message}${given}` }
}

const isMendable = ({ keyword }: ErrorObject): boolean => keyword === 'type' || keyword === 'required'

const isHopeless = (error: ErrorObject): boolean =>
  isMendable(error) && (error.instancePath === '' || error.instancePath === '/organizations')

function mend(draft: Seed, { keyword, instancePath, parentSchema, params }: ErrorObject): void {
  const place = placeOf(instancePath)
  if (keyword === 'type') put(draft, place, emptyOf(parentSchema))
  if (keyword !== 'required') return
  const missing = String(params['missingProperty'])
  put(draft, [...place, missing], emptyOf(parentSchema?.['properties']?.[missing]))
}

function put(root: object, place: Place, value: unknown): void {
  let target: unknown = root
  for (const key of place.slice(0, -1)) target = target instanceof Object ? Reflect.get(target, key) : undefined
  const key = place.at(-1)
  if (target instanceof Object && key !== undefined) Reflect.set(target, key, value)
}

const EMPTY: ReadonlyMap<unknown, unknown> = new Map<unknown, unknown>([
  ['string', ''],
  ['boolean', false],
  ['integer', 0],
])

/** A new value of the type that the schema asks for first. */
function emptyOf(schema: unknown): unknown {
  const types = schema instanceof Object && 'type' in schema ? [schema.type].flat() : []
  const [type] = types
  if (type === 'array') return []
  return EMPTY.has(type) ? EMPTY.get(type) : {}
}

/** The keys of a JSON pointer. A number can only be a place in a list: maps have none of these names. */
const placeOf = (pointer: string): Place =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
