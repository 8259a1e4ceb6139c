// The one error of the client: what the API refused, or that no answer arrived.
import type { Method } from './operation.ts'

/** The codes of what no server says; everything else is the API's own `errorCode`, or the token endpoint's `error`. */
export type ClientErrorCode = 'NO_ANSWER' | 'UNREADABLE_ANSWER' | 'NO_DIGEST_CHALLENGE'

export interface AtlasErrorFields {
  readonly operationId: string
  readonly method: Method
  readonly path: string
  readonly status: number
  readonly errorCode: string
  readonly detail?: string | undefined
  readonly reason?: string | undefined
  readonly parameters?: readonly unknown[] | undefined
  readonly retryAfter?: number | undefined
  readonly attempts: number
  readonly cause?: unknown
}

/** A refusal as a value. Neither its fields nor its text hold credentials. */
export class AtlasError extends Error {
  override readonly name: string = 'AtlasError'
  /** The operation that was called; `oauthToken` when it was the access token that could not be had. */
  readonly operationId: string
  readonly method: Method
  /** The request's path with its query, below the base address. */
  readonly path: string
  /** The HTTP status; 0 when no answer arrived. */
  readonly status: number
  /** The API's code, such as `USER_ALREADY_IN_ORG`; one of `ClientErrorCode` when the API said none. */
  readonly errorCode: string
  /** The API's sentence on what happened; empty when it said none. */
  readonly detail: string
  /** The reason phrase of the status, such as `Conflict`. */
  readonly reason: string
  /** What the sentence is about: ids, names, numbers. */
  readonly parameters: readonly unknown[]
  /** Seconds until it makes sense to come back, where the answer had a Retry-After. */
  readonly retryAfter: number | undefined
  /** How often the request was sent, this answer's included. A DELETE answered 404 at its second try was done by its first. */
  readonly attempts: number

  constructor(fields: AtlasErrorFields) {
    const { operationId, method, path, status, errorCode, detail = '', reason = '' } = fields
    const what = `${operationId}: ${status === 0 ? '' : `${status} `}${errorCode}`
    super(`${what}${detail === '' ? '' : `: ${detail}`} (${method} ${path})`, { cause: fields.cause })
    this.operationId = operationId
    this.method = method
    this.path = path
    this.status = status
    this.errorCode = errorCode
    this.detail = detail
    this.reason = reason
    this.parameters = fields.parameters ?? []
    this.retryAfter = fields.retryAfter
    this.attempts = fields.attempts
  }
}
