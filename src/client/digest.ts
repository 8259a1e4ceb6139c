// HTTP digest (RFC 7616, MD5, qop=auth) as a client: one challenge is asked for, and its nonce is used until it is old.
import { hash } from 'node:crypto'
import type { Credentials } from './credentials.ts'
import { type Answered, unlessAborted } from './exchange.ts'

export interface ApiKey {
  readonly publicKey: string
  readonly privateKey: string
}

export interface DigestDeps {
  /** An answer to a request without credentials, retried as far as is allowed. */
  challenge(): Promise<Answered>
  /** What is thrown when that answer asks for no digest that this client can give. */
  noChallenge(answered: Answered): Error
  /** A fresh cnonce. */
  nonce(): string
}

interface Challenge {
  readonly realm: string
  readonly nonce: string
  readonly opaque: string | undefined
  readonly isStale: boolean
  /** How often the nonce has been used. */
  uses: number
  /** Whether the server has accepted it, so that a later refusal is about its age. */
  isProven: boolean
}

/** Signs with the key. Many requests share one nonce, each with a count of its own. */
export function digestOf(key: ApiKey, deps: DigestDeps): Credentials {
  let shared: Promise<Challenge> | undefined
  const ask = async (): Promise<Challenge> => {
    const answered = await deps.challenge()
    const challenge = challengeIn(answered)
    if (challenge === undefined) throw deps.noChallenge(answered)
    return challenge
  }
  const current = (): Promise<Challenge> => {
    if (shared) return shared
    const asked = ask()
    shared = asked
    asked.catch(() => {
      if (shared === asked) shared = undefined
    })
    return asked
  }
  return {
    name: `API key ${key.publicKey}`,
    end: async () => undefined,
    send: async ({ method, uri, signal }, sendAs) => {
      const known = current()
      const challenge = await unlessAborted(known, signal)
      const signed = headerFor(key, challenge, { method, uri, cnonce: deps.nonce() })
      const answered = await sendAs(signed.header)
      const next = answered.status === 401 ? challengeIn(answered) : undefined
      if (next === undefined) {
        challenge.isProven = true
        return answered
      }
      // Refused at its very first use, a nonce is not too old: the key is wrong, and asking again would not mend that.
      if (!next.isStale && !challenge.isProven && signed.uses === 1) return answered
      // The nonce of one's own refusal is nobody else's yet, so that this works with servers that take each only once.
      const again = headerFor(key, next, { method, uri, cnonce: deps.nonce() })
      if (shared === known) shared = Promise.resolve(next)
      return sendAs(again.header)
    },
  }
}

function headerFor(
  { publicKey, privateKey }: ApiKey,
  challenge: Challenge,
  { method, uri, cnonce }: { method: string; uri: string; cnonce: string },
): { header: string; uses: number } {
  challenge.uses += 1
  const { realm, nonce, opaque, uses } = challenge
  const nc = uses.toString(16).padStart(8, '0')
  const secret = md5(`${publicKey}:${realm}:${privateKey}`)
  const response = md5(`${secret}:${nonce}:${nc}:${cnonce}:auth:${md5(`${method}:${uri}`)}`)
  const header =
    `Digest username="${publicKey}", realm="${realm}", nonce="${nonce}", uri="${uri}", algorithm=MD5, qop=auth, ` +
    `nc=${nc}, cnonce="${cnonce}", response="${response}"${opaque === undefined ? '' : `, opaque="${opaque}"`}`
  return { header, uses }
}

const md5 = (text: string): string => hash('md5', text)

const FIELD = /(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]+))/g

/** The challenge in an answer, if it is one that this client can meet. */
function challengeIn({ headers }: Answered): Challenge | undefined {
  const text = /\bdigest\s+(.*)/is.exec(headers.get('www-authenticate') ?? '')?.[1]
  if (text === undefined) return undefined
  const fields = new Map([...text.matchAll(FIELD)].map(([, name = '', quoted, bare]) => [name, quoted ?? bare]))
  const nonce = fields.get('nonce')
  const algorithm = fields.get('algorithm') ?? 'MD5'
  const offers = (fields.get('qop') ?? '').split(',').map((word) => word.trim())
  if (nonce === undefined || algorithm.toUpperCase() !== 'MD5' || !offers.includes('auth')) return undefined
  return {
    realm: fields.get('realm') ?? '',
    nonce,
    opaque: fields.get('opaque'),
    isStale: fields.get('stale')?.toLowerCase() === 'true',
    uses: 0,
    isProven: false,
  }
}
