// What a request claims of itself, and what authentication says of it.
import type { Caller } from '../domain/actors.ts'

/** `target` is the request target as it stood on the request line, `address` where the request came from. */
export interface Claim {
  readonly method: string
  readonly target: string
  readonly authorization: string | undefined
  readonly address: string
}

/** Somebody whose credentials are good. */
export interface Recognized {
  readonly kind: 'caller'
  readonly caller: Caller
  /** What the same credentials are worth now: the very same caller while no access in the organization has changed. */
  renew(): Promise<Verdict>
}

/**
 * Why credentials are not good. Nobody who calls is ever told: it is for whoever watches in the sandbox. `name` is the
 * public key or the client id that was claimed.
 */
export type CredentialFault =
  | {
      readonly code:
        | 'no_credentials'
        | 'unreadable_credentials'
        | 'digest_is_off'
        | 'unreadable_token'
        /** Never issued here, revoked, or its service account is gone. */
        | 'unknown_token'
    }
  | {
      readonly code:
        | 'foreign_realm'
        | 'unknown_public_key'
        | 'wrong_private_key'
        /** Expired, or not minted by this process. */
        | 'old_nonce'
        | 'used_counter'
        | 'expired_token'
        | 'unknown_client'
        | 'wrong_client_secret'
      readonly name: string
    }
  | { readonly code: 'foreign_uri'; readonly name: string; readonly uri: string }

/** Why nobody is claimed at all: the header did not come, or none of its kind can be read. */
export const noClaim = (authorization: string | undefined): CredentialFault => ({
  code: authorization === undefined ? 'no_credentials' : 'unreadable_credentials',
})

/** `challenge` asks for a digest; `bad_token` refuses a bearer token and says nothing more. */
export type Verdict =
  | Recognized
  | { kind: 'challenge'; stale: boolean; why: CredentialFault }
  | { kind: 'bad_token'; why: CredentialFault }
