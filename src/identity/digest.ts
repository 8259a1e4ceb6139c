// HTTP digest (RFC 7616 with MD5, the only algorithm that all clients share): its texts, hashes and the rule for `uri`.
import { hash, timingSafeEqual } from 'node:crypto'
import type { DigestFields } from './authorization.ts'

export const REALM = 'MMS Public API'

/** An HA1 that no password gives: checked for unknown public keys, so that they cost what known ones do. */
export const NOBODY = '-'.repeat(32)

/** The value of WWW-Authenticate. Its spelling is binding: MongoDB's Go client refuses other directives and separators. */
export const challengeText = (nonce: string, stale: boolean): string =>
  `Digest realm="${REALM}", domain="", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${stale}`

/** The hash that stands for a password: 32 hexadecimal characters, and itself as good as the password. */
export const ha1 = (username: string, realm: string, password: string): string =>
  md5(`${username}:${realm}:${password}`)

/** The response that the owner of this HA1 sends for this request. */
export function expectedResponse(ha1: string, method: string, fields: DigestFields): string {
  const ha2 = md5(`${method}:${fields.uri}`)
  return md5(`${ha1}:${fields.nonce}:${fields.nc}:${fields.cnonce}:auth:${ha2}`)
}

/** Whether the header's response is that of this HA1; takes the same time for every wrong one. */
export function responseMatches(ha1: string, method: string, fields: DigestFields): boolean {
  const expected = Buffer.from(expectedResponse(ha1, method, fields))
  const given = Buffer.from(fields.response)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/**
 * Whether the signed `uri` names this request: byte for byte its target, or the target without its query (some clients
 * sign that), or either behind the path prefix that a proxy takes away (empty when there is none).
 */
export function uriMatches(uri: string, target: string, pathPrefix: string): boolean {
  if (uri === target) return true
  const question = target.indexOf('?')
  const path = question < 0 ? target : target.slice(0, question)
  return uri === path || uri === pathPrefix + target || uri === pathPrefix + path
}

// Header values reach us one character per byte, so this is the hash of the bytes that the client sent.
const md5 = (text: string): string => hash('md5', Buffer.from(text, 'latin1'), 'hex')
