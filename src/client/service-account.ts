// A service account's access token: asked for once, however many wait for it, and again before it ends.
import type { Credentials } from './credentials.ts'
import { fieldsIn } from './error-of.ts'
import { type Answered, unlessAborted } from './exchange.ts'

export interface ServiceAccount {
  readonly clientId: string
  readonly clientSecret: string
}

export interface ServiceAccountDeps {
  /** Posts a form below /api/oauth/ with Basic credentials, retried as far as is allowed; throws what is refused. */
  post(path: 'token' | 'revoke', authorization: string, form: URLSearchParams): Promise<Answered>
  /** What is thrown when there is no token in the answer. */
  noToken(answered: Answered): Error
  /** Milliseconds since the epoch, by the machine's clock. */
  now(): number
}

interface Token {
  readonly text: string
  /** From when on another is asked for, in milliseconds since the epoch. */
  readonly oldAt: number
}

const BEFORE_ITS_END = 60

/** Acts as the service account; `end` revokes the token, of which an account may have only so many. */
export function serviceAccountOf({ clientId, clientSecret }: ServiceAccount, deps: ServiceAccountDeps): Credentials {
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  let shared: Promise<Token> | undefined
  let latest: Token | undefined
  const ask = async (): Promise<Token> => {
    const answered = await deps.post('token', basic, new URLSearchParams({ grant_type: 'client_credentials' }))
    const token = tokenIn(answered, deps.now())
    if (token === undefined) throw deps.noToken(answered)
    latest = token
    return token
  }
  const current = (): Promise<Token> => {
    const isOld = latest !== undefined && latest.oldAt <= deps.now()
    if (shared && !isOld) return shared
    latest = undefined
    const asked = ask()
    shared = asked
    asked.catch(() => {
      if (shared === asked) shared = undefined
    })
    return asked
  }
  return {
    name: `service account ${clientId}`,
    end: async () => {
      const token = latest?.text
      shared = undefined
      latest = undefined
      if (token !== undefined) await deps.post('revoke', basic, new URLSearchParams({ token }))
    },
    send: async ({ signal }, sendAs) => {
      const known = current()
      const token = await unlessAborted(known, signal)
      const answered = await sendAs(`Bearer ${token.text}`)
      if (!isAboutToken(answered)) return answered
      if (shared === known) shared = undefined
      const renewed = await unlessAborted(current(), signal)
      return sendAs(`Bearer ${renewed.text}`)
    },
  }
}

/** A 401 with a code of its own is about what the caller may do, which another token would not change. */
function isAboutToken({ status, text }: Answered): boolean {
  const code = fieldsIn(text).get('errorCode') ?? 'UNEXPECTED_ERROR'
  return status === 401 && code === 'UNEXPECTED_ERROR'
}

function tokenIn({ text }: Answered, now: number): Token | undefined {
  const fields = fieldsIn(text)
  const token = fields.get('access_token')
  const life = Number(fields.get('expires_in') ?? 0)
  if (typeof token !== 'string' || !(life >= 0)) return undefined
  return { text: token, oldAt: now + Math.max(life - BEFORE_ITS_END, life / 2) * 1000 }
}
