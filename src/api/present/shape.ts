// A presenter that knows what it makes: the answers, the documents and the checks all read the same schema.
import type { TSchema } from 'typebox'
import type { Json } from '../wire/json.ts'

/** Prints one kind of thing; `schema` describes exactly what comes out, every property named. */
export interface Shape<Parameters extends readonly unknown[]> {
  (...parameters: Parameters): Json
  readonly schema: TSchema
}

/** A presenter and its schema. Both spell out every field: a new column stays private until somebody types its name. */
export const shape = <const Parameters extends readonly unknown[]>(
  schema: TSchema,
  present: (...parameters: Parameters) => Json,
): Shape<Parameters> => Object.assign((...parameters: Parameters) => present(...parameters), { schema })
