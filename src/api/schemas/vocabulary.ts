// The words that every schema is written in: identifiers, instants, links and closed objects.
import Type, { type TProperties, type TSchema } from 'typebox'

/** An object of exactly these properties; what is optional says so itself. */
export const closed = <Properties extends TProperties>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false })

/** The patterns by which a schema is known to be about an identifier or an instant. */
export const PATTERNS = {
  id: '^[0-9a-f]{24}$',
  clientId: '^mdb_sa_id_[0-9a-f]{24}$',
  instant: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
}

/** 24 lower-case hexadecimal characters. */
export const Id = Type.String({ pattern: PATTERNS.id })

/** `mdb_sa_id_` and 24 hexadecimal characters. */
export const ClientId = Type.String({ pattern: PATTERNS.clientId })

/** UTC, whole seconds. */
export const Instant = Type.String({
  format: 'date-time',
  pattern: PATTERNS.instant,
})

export const Links = Type.Array(closed({ href: Type.String(), rel: Type.String() }))

/** One of the words, as a plain enumeration rather than a union of constants. */
export const oneOf = (words: readonly string[]) => Type.Unsafe<string>({ type: 'string', enum: [...words] })

export const Roles = Type.Array(Type.String(), { uniqueItems: true })

export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

/** The envelope around a page of `items`. */
export const pageOfSchema = (items: TSchema) =>
  closed({ links: Links, results: Type.Array(items), totalCount: Type.Integer({ minimum: 0 }) })

/** What the query of every paged list may say. */
export const PAGE_QUERY = {
  includeCount: Type.Boolean({ default: true }),
  itemsPerPage: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
  pageNum: Type.Integer({ minimum: 1, default: 1 }),
}
