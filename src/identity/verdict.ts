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

/** `challenge` asks for a digest; `bad_token` refuses a bearer token and says nothing more. */
export type Verdict = Recognized | { kind: 'challenge'; stale: boolean } | { kind: 'bad_token' }
