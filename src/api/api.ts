// The API as the HTTP shell sees it: a request is judged, its body read, and its operation run.
import type { Caller } from '../domain/actors.ts'
import type { App } from '../usecases/app.ts'
import { type Answer, renderError } from './answer.ts'
import { locator } from './faces.ts'
import { presentFault } from './faults.ts'
import { type Admitted, type ApiRequest, errorHeadersOf, judging } from './judge.ts'
import { serving } from './serve.ts'
import type { ApiSettings } from './settings.ts'
import { bodyTooLarge, unexpected, type WireError } from './wire/errors.ts'
import type { RawQuery } from './wire/query.ts'

export interface Api {
  /** The type of the 401 that a caller without valid credentials gets on this path. */
  challengeType(path: string): string
  /** Whether this is a path under /unauth/, where nobody is asked for credentials. */
  isUnguarded(path: string): boolean
  /**
   * Everything that is judged before the body is read: a refusal, or the right to go on. Nobody calls without
   * credentials but where it is unguarded. `before` is what it was admitted as, when it is judged again.
   */
  judge(request: ApiRequest, caller: Caller | undefined, before?: Admitted): Promise<Answer | Admitted>
  /** Reads the body and runs the operation. */
  serve(admitted: Admitted, body: Uint8Array | undefined): Promise<Answer>
  /** The answer to a body over the limit, in bytes. */
  tooLarge(failed: Failed, limit: number): Answer
  /** The answer to a body that did not arrive as it was announced. */
  unreadable(failed: Failed): Answer
  /** The answer when something failed that no caller can mend. */
  failed(failed: Failed): Answer
}

/** A request that went wrong outside of its operation. */
export interface Failed {
  readonly path: string
  readonly query: RawQuery
  /** Undefined when it went wrong before it was admitted. */
  readonly admitted: Admitted | undefined
}

const UNGUARDED = '/unauth/'
const PRIVATE = '/api/private'

/** The API over the rows. Throws on rows that must not be served. */
export function createApi(app: App, settings: ApiSettings): Api {
  const locate = locator(settings)
  const answer = ({ path, query, admitted }: Failed, error: WireError): Answer =>
    renderError(error, admitted ? errorHeadersOf(admitted) : locate(path).face.errorHeaders, query)
  return {
    challengeType: (path) => locate(path).face.dialect.challengeType,
    isUnguarded: (path) =>
      path.includes(UNGUARDED) &&
      (locate(path).below?.startsWith(UNGUARDED) === true || path.startsWith(PRIVATE + UNGUARDED)),
    judge: judging(app, settings, locate),
    serve: serving(app, settings),
    tooLarge: (failed, limit) => answer(failed, bodyTooLarge(limit)),
    unreadable: (failed) => answer(failed, presentFault({ code: 'malformed_json' })),
    failed: (failed) => answer(failed, unexpected),
  }
}
