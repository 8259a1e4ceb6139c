// The error that a fault answers with: its usual status and code, and the words that the live service has for it.

import type { Asked } from '../../api/intervention.ts'
import { ENDPOINT_SETS, REFILL_SECONDS } from '../../api/rate-limits.ts'
import { rateLimited, type WireError } from '../../api/wire/errors.ts'
import { nearest } from '../nearest.ts'
import { refuseToDrive } from '../refusal.ts'
import { EXAMPLE_ID, EXAMPLES, KNOWN_CODES, type KnownCode } from './known-codes.ts'
import { isOauthOperation, OAUTH_CODES } from './oauth-codes.ts'
import type { FaultSpec } from './spec.ts'

/** What a fault answers with, whatever the request. */
export interface ErrorPlan {
  readonly status: number
  readonly errorCode: string
  /** Instead of the usual words. */
  readonly detail: string | undefined
  /** In seconds. */
  readonly retryAfter: number | undefined
}

const TOO_MANY = 429
const TOKEN_BUCKET = 'RATE_LIMITED_TOKEN_BUCKET'
const UNTYPED = 'UNEXPECTED_ERROR'

/** The code that comes with a status when none is said; every other status has the code of errors without a type. */
const USUAL_CODES: ReadonlyMap<number, string> = new Map([
  [401, 'USER_UNAUTHORIZED'],
  [402, 'NO_PAYMENT_INFORMATION_FOUND'],
  [403, 'ACCESS_FORBIDDEN'],
  [404, 'RESOURCE_NOT_FOUND'],
  [405, 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES'],
  [406, 'INVALID_VERSION_DATE'],
  [410, 'VERSION_GONE'],
  [TOO_MANY, TOKEN_BUCKET],
  [503, 'SERVICE_UNAVAILABLE'],
])

const USUAL_OAUTH_CODES: ReadonlyMap<number, string> = new Map([
  [400, 'invalid_request'],
  [401, 'invalid_client'],
  [403, 'access_denied'],
  [TOO_MANY, 'RATE_LIMITED'],
  [503, 'temporarily_unavailable'],
])

/** The error that a spec asks for, undefined if none; refuses a code that is not known where no status comes with it. */
export function planError(spec: FaultSpec): ErrorPlan | undefined {
  const { status, errorCode, detail, retryAfter } = spec
  if (errorCode !== undefined) {
    return { status: status ?? usualStatus(spec.operationId, errorCode), errorCode, detail, retryAfter }
  }
  return status === undefined
    ? undefined
    : { status, errorCode: usualCode(spec.operationId, status), detail, retryAfter }
}

function usualCode(operationId: string, status: number): string {
  if (!isOauthOperation(operationId)) return USUAL_CODES.get(status) ?? UNTYPED
  return USUAL_OAUTH_CODES.get(status) ?? (status < 500 ? 'invalid_request' : 'server_error')
}

const codesOf = (operationId: string): ReadonlyMap<string, KnownCode> =>
  isOauthOperation(operationId) ? new Map([...OAUTH_CODES, ...KNOWN_CODES]) : KNOWN_CODES

function usualStatus(operationId: string, code: string): number {
  const codes = codesOf(operationId)
  return (
    codes.get(code)?.status ??
    refuseToDrive(
      400,
      'UNKNOWN_ERROR_CODE',
      `No usual status is known of ${code}: send a status with it, or take a code that is known. The nearest are ${nearest(code, [...codes.keys()], 3).join(', ')}.`,
      [code],
    )
  )
}

/** The error in the words that fit the request. */
export function errorFor(plan: ErrorPlan, asked: Asked): WireError {
  const usual = { ...usualError(plan, asked), status: plan.status }
  return plan.detail === undefined ? usual : { ...usual, detail: plan.detail, parameters: null }
}

function usualError({ status, errorCode, retryAfter }: ErrorPlan, asked: Asked): WireError {
  const set = asked.limit && ENDPOINT_SETS[asked.limit]
  const wait = retryAfter ?? (set && status === TOO_MANY ? Math.ceil(REFILL_SECONDS / set.refillRate) : undefined)
  if (set && wait !== undefined && errorCode === TOKEN_BUCKET) {
    return rateLimited({ ...set, pathTemplate: asked.pathTemplate, retryAfter: wait, refillSeconds: REFILL_SECONDS })
  }
  const known = codesOf(asked.operationId).get(errorCode)
  const words = known ? fill(known.detail, asked) : { detail: 'Unexpected error.', parameters: [] }
  return { status, errorCode, ...words, ...(wait === undefined ? {} : { retryAfter: wait }) }
}

/** The headers of an error that the rate limits stand on: those of an empty bucket. */
export function rateHeadersFor({ status }: ErrorPlan, { limit }: Asked): Readonly<Record<string, string>> {
  if (status !== TOO_MANY || limit === undefined) return {}
  return { 'RateLimit-Limit': String(ENDPOINT_SETS[limit].capacity), 'RateLimit-Remaining': '0' }
}

function fill(template: string, { params, pathTemplate }: Asked): Pick<WireError, 'detail' | 'parameters'> {
  const resource = `/${pathTemplate.replaceAll(/\{(\w+)\}/g, (hole, name: string) => params[name] ?? hole)}`
  const values: Readonly<Record<string, string | number | undefined>> = {
    ...EXAMPLES,
    ...params,
    path: pathTemplate,
    resource,
  }
  const parameters: (string | number)[] = []
  const detail = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? EXAMPLE_ID
    parameters.push(value)
    return String(value)
  })
  return { detail, parameters }
}
