// Reads the Authorization header. Total: whatever arrives gives a value, in time linear in a bounded length.

/** The fields of a digest header that take part in checking it, unquoted; `nc` as sent and as a number. */
export interface DigestFields {
  readonly username: string
  readonly realm: string
  readonly nonce: string
  readonly uri: string
  readonly response: string
  readonly cnonce: string
  readonly nc: string
  readonly count: number
}

/** `none` stands for an absent, unknown or unusable header: whatever earns the plain challenge. */
export type Credentials =
  | { kind: 'none' }
  | { kind: 'bearer'; token: string }
  | { kind: 'malformed_bearer' }
  | { kind: 'digest'; fields: DigestFields }

const LONGEST = 8192
// No control characters: Node's parser lets none through, and PostgreSQL fails on a NUL in a parameter.
const PRINTABLE = /^[\t\x20-\x7e\x80-\xff]*$/
const SCHEME = /^([A-Za-z]+)(?:[ \t]+|$)/
const BEARER = /^[A-Za-z0-9._~+/-]+=*$/
// One `name=value`, its value quoted, bare or missing, and the comma or end behind it. A bare value may hold "=": cnonces
// do. It is never empty beside the spaces around it, or a long run of spaces could be shared out in too many ways.
const PARAMETER =
  /[ \t,]*([A-Za-z0-9!#$%&'*+.^_`|~-]+)[ \t]*=(?:[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^ \t,"]+)))?[ \t]*(?:,|$)/sy
const RESPONSE = /^[0-9a-f]{32}$/
const COUNT = /^[0-9a-fA-F]{8}$/

/** What the header claims; nothing of it is checked against the store. */
export function parseAuthorization(header: string | undefined): Credentials {
  if (header === undefined || header.length > LONGEST || !PRINTABLE.test(header)) return { kind: 'none' }
  const scheme = SCHEME.exec(header)
  if (scheme === null) return { kind: 'none' }
  const rest = header.slice(scheme[0].length).trim()
  if (scheme[1]?.toLowerCase() === 'bearer') {
    return BEARER.test(rest) ? { kind: 'bearer', token: rest } : { kind: 'malformed_bearer' }
  }
  if (scheme[1]?.toLowerCase() !== 'digest') return { kind: 'none' }
  const parameters = parseParameters(rest)
  const fields = parameters && digestFields(parameters)
  return fields ? { kind: 'digest', fields } : { kind: 'none' }
}

/** Names in lower case; undefined when anything does not fit or a name comes twice. */
function parseParameters(text: string): Map<string, string> | undefined {
  const parameters = new Map<string, string>()
  PARAMETER.lastIndex = 0
  while (PARAMETER.lastIndex < text.length) {
    const match = PARAMETER.exec(text)
    const name = match?.[1]?.toLowerCase()
    if (match === null || name === undefined || parameters.has(name)) return undefined
    parameters.set(name, match[2] === undefined ? (match[3] ?? '') : unescaped(match[2]))
  }
  return parameters
}

/** A quoted text without its escapes; hardly any has one, and looking costs less than replacing nothing. */
const unescaped = (text: string): string => (text.includes('\\') ? text.replace(/\\(.)/gs, '$1') : text)

// Only qop=auth with nc and cnonce: the older form without qop cannot tell a replay from a request.
function digestFields(parameters: Map<string, string>): DigestFields | undefined {
  const get = (name: string): string => parameters.get(name) ?? ''
  const algorithm = parameters.get('algorithm') ?? 'MD5'
  if (algorithm.toUpperCase() !== 'MD5' || get('qop').toLowerCase() !== 'auth') return undefined
  const fields = {
    username: get('username'),
    realm: get('realm'),
    nonce: get('nonce'),
    uri: get('uri'),
    response: get('response'),
    cnonce: get('cnonce'),
    nc: get('nc'),
    count: Number.parseInt(get('nc'), 16),
  }
  if (!RESPONSE.test(fields.response) || !COUNT.test(fields.nc) || fields.count === 0) return undefined
  const complete = [fields.username, fields.nonce, fields.uri, fields.cnonce].every((value) => value !== '')
  return complete ? fields : undefined
}
