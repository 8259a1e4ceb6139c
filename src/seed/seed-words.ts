// What the values of a seed file look like. Descriptions complete the sentence "… must be", with which problems are reported.
import Type from 'typebox'
import { LANGUAGES } from '../domain/languages.ts'

export const text = (pattern: string, description: string) => Type.String({ pattern, description })

export const oneOf = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>({ type: 'string', enum: [...values], description: `one of ${values.join(', ')}` })

export const listOf = <Item extends Type.TSchema>(item: Item) =>
  Type.Optional(Type.Array(item, { description: 'a list' }))

export const closed = { additionalProperties: false, description: 'a map' }

export const Id = text('^[0-9a-f]{24}$', '24 lower-case hexadecimal characters')
export const ClientId = text('^mdb_sa_id_[0-9a-f]{24}$', 'mdb_sa_id_ and 24 lower-case hexadecimal characters')
export const Name = text('^[^\\p{C}]{1,64}$', 'a name of 1 to 64 printable characters')
export const PlainText = text('^[^\\p{Cc}\\p{Cs}\\u2028\\u2029]{0,250}$', 'at most 250 characters in one line')
export const Username = Type.String({ minLength: 1, description: 'an e-mail address' })
export const Roles = Type.Array(Type.String(), { uniqueItems: true, description: 'a list of different roles' })
export const RolesByProject = Type.Record(Type.String(), Roles, {
  description: 'a map from project names to lists of roles',
})
export const TeamNames = Type.Array(Type.String(), { uniqueItems: true, description: 'a list of different team names' })
export const Instant = text(
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$',
  'a time such as 2026-01-31T12:00:00Z',
)
export const Flag = Type.Boolean({ description: 'true or false' })
export const LanguageTag = oneOf(LANGUAGES)
export const ClientSecret = text('^[A-Za-z0-9_-]{1,128}$', '1 to 128 letters, digits, "-" or "_"')

/** Null says that there is none, where leaving it out would have one minted. */
export const Password = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  pattern: '^.{1,256}$',
  description: '1 to 256 characters in one line, or null for none',
})

/** Of bounded parameters, so that checking it costs no more than a few hundred megabytes. */
export const PasswordHash = text(
  '^\\$argon2id\\$v=19\\$(?:m=(?:[89]|[1-9]\\d),t=[1-9]\\d?,p=1|m=[1-9]\\d{2,5},t=[1-9]\\d?,p=[1-9])\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{16,86}$',
  'an argon2id hash as a PHC string',
)
