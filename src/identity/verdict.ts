// What authentication says of a request.
import type { Actor } from '../domain/actors.ts'
import type { OrgId } from '../domain/ids.ts'

/** `challenge` asks for a digest; `bad_token` refuses a bearer token and says nothing more. */
export type Verdict = { kind: 'caller'; caller: Caller } | { kind: 'challenge'; stale: boolean } | { kind: 'bad_token' }

export interface Caller {
  readonly actor: Actor
  readonly organization: { readonly orgId: OrgId; readonly name: string }
}
