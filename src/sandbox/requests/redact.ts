// Takes credentials out of what is kept of a request and its answer: who called stays visible, with what does not.
import type { Json } from '../../api/wire/json.ts'

/** What stands where a secret stood. */
const REMOVED = '[removed]'

const SECRET_NAMES = [
  'privateKey',
  'secret',
  'clientSecret',
  'client_secret',
  'client_assertion',
  'access_token',
  'refresh_token',
  'id_token',
  'token',
  'password',
] as const
const SECRETS: ReadonlySet<string> = new Set(SECRET_NAMES.map((name) => name.toLowerCase()))
const SECRET_HEADER = /cookie|secret|token|password|api-?key/
const DEEPEST = 100

// A query may spell any character in two ways; some clients do it with this one.
const SPELLED = SECRET_NAMES.join('|').replaceAll('_', '(?:_|%5F)')

/** In a form, in a query, or in JSON that cannot be read: a secret's name, and the value behind it. */
const NAMED_VALUE = new RegExp(
  `((?:^|[^A-Za-z_])(?:${SPELLED})["']?[ \\t\\r\\n]{0,20}[:=][ \\t\\r\\n]{0,20})("(?:[^"\\\\]|\\\\.)*"?|[^&\\s,}\\]]+)`,
  'gis',
)

const isSecret = (name: string): boolean => SECRETS.has(name.toLowerCase())

/** Text without the values of what is named like a secret. */
export const redactText = (text: string): string => text.replace(NAMED_VALUE, `$1${REMOVED}`)

/** A value without what stands under the names of secrets, however it is nested. */
export function redactJson(value: Json, depth = 0): Json {
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) return '[nested too deeply to be shown]'
  if (isList(value)) return value.map((item) => redactJson(item, depth + 1))
  const members = Object.entries(value).map(([name, item]) => [
    name,
    isSecret(name) && item !== null ? REMOVED : redactJson(item, depth + 1),
  ])
  return Object.fromEntries(members)
}

/** Headers by their names in lower case; a repeated one is joined by commas. */
export function redactHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  const shown = Object.entries(headers).flatMap(([given, value]) => {
    const name = given.toLowerCase()
    return value === undefined ? [] : [[name, redactHeader(name, [value].flat().join(', '))]]
  })
  return Object.fromEntries(shown)
}

function redactHeader(name: string, value: string): string {
  if (name === 'authorization' || name === 'proxy-authorization') return redactAuthorization(value)
  return SECRET_HEADER.test(name) ? REMOVED : redactText(value)
}

/** The scheme and the public name; of a scheme that is unknown not even that, since it may be the secret itself. */
function redactAuthorization(value: string): string {
  const [, scheme = '', rest = ''] = /^(digest|basic|bearer)(?:[ \t]+(.*))?$/is.exec(value) ?? []
  switch (scheme.toLowerCase()) {
    case 'digest': {
      const name = /(?:^|[ ,])username="([^"\\]{0,100})"/i.exec(rest)?.[1]
      return name === undefined ? 'Digest ***' : `Digest username="${name}"`
    }
    case 'basic': {
      const [name = '', ...secret] = Buffer.from(rest, 'base64').toString().split(':')
      return secret.length > 0 && /^[\w.@%-]{1,100}$/.test(name) ? `Basic ${name}:***` : 'Basic ***'
    }
    case 'bearer':
      return 'Bearer ***'
    default:
      return '***'
  }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
