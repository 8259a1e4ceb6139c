// A digest client of the tests' own (RFC 7616 with MD5), so that the server is not checked against its own arithmetic.
import { createHash } from 'node:crypto'
import { type Call, type Exchange, exchange } from './http-client.ts'

export interface KeyPair {
  readonly publicKey: string
  readonly privateKey: string
}

export interface DigestParts {
  readonly username: string
  readonly realm: string
  readonly nonce: string
  readonly uri: string
  readonly response: string
  readonly cnonce: string
  readonly nc: string
  readonly qop: string
  readonly algorithm: string
}

export interface Signing {
  readonly method: string
  readonly uri: string
  readonly nonce: string
  readonly nc?: string
  readonly cnonce?: string
  readonly realm?: string
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** Every field of the header that answers a challenge. */
export function sign({ publicKey, privateKey }: KeyPair, signing: Signing): DigestParts {
  const { method, uri, nonce, nc = '00000001', cnonce = 'MTIzNA==', realm = 'MMS Public API' } = signing
  const secret = md5(`${publicKey}:${realm}:${privateKey}`)
  const response = md5(`${secret}:${nonce}:${nc}:${cnonce}:auth:${md5(`${method}:${uri}`)}`)
  return { username: publicKey, realm, nonce, uri, response, cnonce, nc, qop: 'auth', algorithm: 'MD5' }
}

/** The header as curl writes it. */
export const spell = (parts: DigestParts): string =>
  `Digest username="${parts.username}", realm="${parts.realm}", nonce="${parts.nonce}", uri="${parts.uri}", ` +
  `cnonce="${parts.cnonce}", nc=${parts.nc}, qop=${parts.qop}, response="${parts.response}", algorithm=${parts.algorithm}`

/** The nonce of a challenge. */
export function nonceOf({ headers }: Exchange): string {
  const nonce = /nonce="([^"]+)"/.exec(headers['www-authenticate'] ?? '')?.[1]
  if (nonce === undefined) throw new Error('The answer holds no challenge.')
  return nonce
}

/** Asks without credentials, then answers the challenge: two requests, as most clients do for each call. */
export async function exchangeWithDigest(url: string, key: KeyPair, call: Call): Promise<Exchange> {
  const challenge = await exchange(url, call)
  const parts = sign(key, { method: call.method, uri: call.target, nonce: nonceOf(challenge) })
  return exchange(url, { ...call, headers: { ...call.headers, Authorization: spell(parts) } })
}
