// A presenter that knows what it makes: the answers, the documents and the checks all read the same schema.
import type { TSchema } from 'typebox'
import { type Json, willRecur } from '../wire/json.ts'

/** Prints one kind of thing; `schema` describes exactly what comes out, every property named. */
export interface Shape<Parameters extends readonly unknown[]> {
  (...parameters: Parameters): Json
  readonly schema: TSchema
}

/** Prints each thing once: lists show the same people and projects again and again while nothing of them changes. */
export const printedOnce = <Thing extends object>(print: (thing: Thing) => Json): ((thing: Thing) => Json) =>
  onceFor((thing) => willRecur(print(thing)))

/** Makes something once for each key, such as the links of a dialect. */
export function onceFor<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>()
  return (key) => {
    const made = known.get(key) ?? make(key)
    known.set(key, made)
    return made
  }
}

/** A presenter and its schema. Both spell out every field: a new column stays private until somebody types its name. */
export const shape = <const Parameters extends readonly unknown[]>(
  schema: TSchema,
  present: (...parameters: Parameters) => Json,
): Shape<Parameters> => Object.assign((...parameters: Parameters) => present(...parameters), { schema })
