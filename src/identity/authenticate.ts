// Who is calling: turns the Authorization header of a request into a caller, a challenge or the refusal of a token.
import type { Ambient } from '../platform/ambient.ts'
import type { Db } from '../store/db.ts'
import { parseAuthorization } from './authorization.ts'
import { bearerCheck } from './bearer.ts'
import { challengeText } from './digest.ts'
import { digestCheck } from './digest-check.ts'
import type { KeyRing } from './key-ring.ts'
import { memoryNonceWindow, storedNonceWindow } from './nonce-window.ts'
import { createNonces } from './nonces.ts'
import { type Claim, noClaim, type Verdict } from './verdict.ts'

export interface Authenticator {
  /** Never refuses by throwing: it throws only when the store fails or a sealed key cannot be opened. */
  authenticate(claim: Claim): Promise<Verdict>
  /** A fresh value for WWW-Authenticate. */
  challenge(stale: boolean): string
}

export interface AuthenticatorDeps {
  readonly db: Db
  readonly ambient: Ambient
  readonly keys: KeyRing
  /** Whether API keys may sign in with HTTP digest at all. */
  readonly digest: boolean
  /** What a proxy takes off the front of every path, or empty. */
  readonly pathPrefix: string
}

/** Holds the caches and the nonces of one process; make one per process. */
export function createAuthenticator(deps: AuthenticatorDeps): Authenticator {
  const { db, ambient, keys, pathPrefix } = deps
  const shared = db.engine === 'postgres'
  // Counters kept in memory die with the process, and so must its nonces: they get a key of the process alone.
  const nonces = createNonces(ambient, shared ? keys.hmacKeys('digest-nonce') : [ambient.randomBytes(32)])
  const window = shared ? storedNonceWindow(db) : memoryNonceWindow()
  const checkDigest = digestCheck({ db, keys, nonces, window, pathPrefix })
  const checkBearer = bearerCheck({ db, ambient })
  return {
    challenge: (stale) => challengeText(nonces.mint(), stale),
    authenticate: async ({ method, target, authorization, address }) => {
      const credentials = parseAuthorization(authorization)
      switch (credentials.kind) {
        case 'bearer':
          return checkBearer(credentials.token, address)
        case 'malformed_bearer':
          return { kind: 'bad_token', why: { code: 'unreadable_token' } }
        case 'digest':
          if (!deps.digest) return { kind: 'challenge', stale: false, why: { code: 'digest_is_off' } }
          return checkDigest(credentials.fields, { method, target, address })
        case 'none':
          return { kind: 'challenge', stale: false, why: noClaim(authorization) }
      }
    },
  }
}
