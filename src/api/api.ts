// The API as the HTTP shell sees it: a request is judged, its body read, and its operation run.
import type { Caller } from '../domain/actors.ts'
import type { App } from '../usecases/app.ts'
import { type Answer, renderError } from './answer.ts'
import { locator } from './faces.ts'
import { presentFault } from './faults.ts'
import { type Admitted, type ApiRequest, judging } from './judge.ts'
import { serving } from './serve.ts'
import type { ApiSettings } from './settings.ts'
import { bodyTooLarge, unexpected } from './wire/errors.ts'
import type { RawQuery } from './wire/query.ts'

export interface Api {
  /** The type of the 401 that a caller without valid credentials gets on this path. */
  challengeType(path: string): string
  /** Everything that is judged before the body is read: a refusal, or the right to go on. */
  judge(request: ApiRequest, caller: Caller): Promise<Answer | Admitted>
  /** Reads the body and runs the operation. */
  serve(admitted: Admitted, body: Uint8Array | undefined): Promise<Answer>
  /** The answer to a body over the limit, in bytes. */
  tooLarge(path: string, query: RawQuery, limit: number): Answer
  /** The answer to a body that did not arrive as it was announced. */
  unreadable(path: string, query: RawQuery): Answer
  /** The answer when something failed that no caller can mend. */
  failed(path: string, query: RawQuery): Answer
}

/** The API over the rows. Throws on rows that must not be served. */
export function createApi(app: App, settings: ApiSettings): Api {
  const locate = locator(settings)
  return {
    challengeType: (path) => locate(path).face.dialect.challengeType,
    judge: judging(app, settings, locate),
    serve: serving(app, settings),
    tooLarge: (path, query, limit) => renderError(bodyTooLarge(limit), locate(path).face.errorHeaders, query),
    unreadable: (path, query) =>
      renderError(presentFault({ code: 'malformed_json' }), locate(path).face.errorHeaders, query),
    failed: (path, query) => renderError(unexpected, locate(path).face.errorHeaders, query),
  }
}
