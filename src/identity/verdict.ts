// What authentication says of a request.
import type { Caller } from '../domain/actors.ts'

/** `challenge` asks for a digest; `bad_token` refuses a bearer token and says nothing more. */
export type Verdict = { kind: 'caller'; caller: Caller } | { kind: 'challenge'; stale: boolean } | { kind: 'bad_token' }
