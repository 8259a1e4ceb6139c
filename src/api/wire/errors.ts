// The one shape of an error, and those errors that the protocol itself asks for.
import { reasonOf } from '../../platform/http-reasons.ts'
import type { Json } from './json.ts'

export interface WireError {
  readonly status: number
  readonly errorCode: string
  readonly detail: string
  /** What the detail's template was filled with; null for errors that have no template. */
  readonly parameters: readonly Json[] | null
  /** Seconds until it is worth trying again, where that is known. */
  readonly retryAfter?: number
}

/** The body of an error, keys in alphabetical order. */
export const errorBody = ({ status, errorCode, detail, parameters }: WireError): { readonly [key: string]: Json } => ({
  detail,
  error: status,
  errorCode,
  parameters,
  reason: reasonOf(status),
})

const untyped = (status: number, detail: string): WireError => ({
  status,
  errorCode: 'UNEXPECTED_ERROR',
  detail,
  parameters: null,
})

export const unknownPath = (path: string): WireError => ({
  status: 404,
  errorCode: 'RESOURCE_NOT_FOUND',
  detail: `Cannot find resource ${path}.`,
  parameters: [path],
})

export const methodNotAllowed = (method: string): WireError =>
  untyped(405, `The method ${method} is not supported here. The Allow header lists those that are.`)

export const invalidVersion: WireError = {
  status: 406,
  errorCode: 'INVALID_VERSION_DATE',
  detail: 'Invalid accept header or version date.',
  parameters: [],
}

export const versionGone = (date: string, pathTemplate: string): WireError => ({
  status: 410,
  errorCode: 'VERSION_GONE',
  detail: `Version ${date} of ${pathTemplate} is no longer available.`,
  parameters: [date, pathTemplate],
})

/** Times in seconds. */
interface RateLimit {
  readonly pathTemplate: string
  readonly retryAfter: number
  readonly capacity: number
  readonly refillRate: number
  readonly refillSeconds: number
}

export const rateLimited = (limit: RateLimit): WireError => {
  const { pathTemplate, retryAfter, capacity, refillRate, refillSeconds } = limit
  return {
    status: 429,
    errorCode: 'RATE_LIMITED_TOKEN_BUCKET',
    detail:
      `Rate limit exceeded for ${pathTemplate}. Please retry after ${retryAfter} seconds. ` +
      `Request capacity: ${capacity}. Refill rate: ${refillRate} per ${refillSeconds} seconds.`,
    parameters: [pathTemplate, retryAfter, capacity, refillRate, refillSeconds],
    retryAfter,
  }
}

/** How limits are told of that are no token buckets. */
export const resourceLimited = (path: string, requests: number, minutes: number): WireError => ({
  status: 429,
  errorCode: 'RATE_LIMITED',
  detail: `Resource ${path} is limited to ${requests} requests every ${minutes} minutes.`,
  parameters: [path, requests, minutes],
})

export const bodyTooLarge = (limit: number): WireError =>
  untyped(413, `The body is larger than ${limit} bytes, which is the most that is read.`)

export const unsupportedMediaType: WireError = untyped(
  415,
  'The body must be uncompressed JSON: Content-Type application/json or application/vnd.atlas.YYYY-MM-DD+json.',
)

/** Something failed that no caller can mend; the details are in the log, under the request's id. */
export const unexpected: WireError = {
  status: 500,
  errorCode: 'UNEXPECTED_ERROR',
  detail: 'Unexpected error.',
  parameters: [],
}
