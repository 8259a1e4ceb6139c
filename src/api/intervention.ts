// Where something outside of the API may step in between a request and its operation: to delay it, to answer in its
// place, or to lose its answer. `serve` has nothing that does.
import type { Caller } from '../domain/actors.ts'
import { type Answer, CUT } from './answer.ts'
import type { EndpointSetName } from './rate-limits.ts'
import type { Trace } from './trace.ts'
import type { WireError } from './wire/errors.ts'

type Headers = Readonly<Record<string, string>>

/** A request that is about to be served. */
export interface Asked {
  /** The official name; `oauthToken` and `oauthRevoke` for the token endpoint. */
  readonly operationId: string
  /** Undefined where nobody is asked for credentials, and at the token endpoint. */
  readonly caller: Caller | undefined
  /** The official path with its prefix, as errors name it: `api/atlas/v2/orgs/{orgId}/invites`. */
  readonly pathTemplate: string
  /** What stands in the path. */
  readonly params: Readonly<Record<string, string | undefined>>
  /** Whose rate limit it counts against; undefined at the token endpoint. */
  readonly limit: EndpointSetName | undefined
}

/** What happens to one request. */
export interface Intervention {
  /** What stands behind it, for whoever asks why: `fault 3 of createOrgInvite`. */
  readonly reason: string
  /** Whether it comes before anything else is judged, or when the operation has done its work and would answer. */
  readonly when: 'before' | 'after'
  /** Settles once the request has been held back for long enough; at once unless it is to be. */
  wait(): Promise<void>
  /** What is answered instead of the operation's own answer, if not that. */
  readonly answer: Replacement | undefined
}

/** `cut` ends the connection without an answer. */
export type Replacement =
  | { readonly kind: 'cut' }
  | { readonly kind: 'error'; readonly error: WireError; readonly headers: Headers }

/** Asked once for each request whose credentials, path and version are good; undefined lets it go its way. */
export type Intervene = (asked: Asked) => Intervention | undefined

/** Holds the request back, if this is the moment for it; what is to be answered instead, if anything is. */
export async function interrupt(
  intervention: Intervention | undefined,
  when: Intervention['when'],
  render: (error: WireError, headers: Headers) => Answer,
  trace?: Trace | undefined,
): Promise<Answer | undefined> {
  if (intervention?.when !== when) return undefined
  await intervention.wait()
  const { answer } = intervention
  if (!answer) return undefined
  trace?.note({ intervention: intervention.reason })
  return answer.kind === 'cut' ? CUT : render(answer.error, answer.headers)
}
