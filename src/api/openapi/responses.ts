// The errors that any operation may answer with, described once.
import type { Dialect } from '../dialects/dialect.ts'
import { reference } from './components.ts'

const MEANINGS = {
  400: 'The body, the query or what they mean is not acceptable.',
  401: 'The credentials are missing or wrong, or do not permit this.',
  403: 'Forbidden: the address is on no access list, or the last owner would go.',
  404: 'The path, or what it names, does not exist for this caller.',
  405: 'The path has no such method; Allow lists those it has.',
  406: 'The Accept header names no version of the operation.',
  409: 'What is there stands in the way.',
  410: 'The version has been withdrawn.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'The Idempotency-Key belongs to another request.',
  429: 'Too many requests; Retry-After says when to come back.',
  500: 'Something failed that no caller can mend; X-Request-Id finds it in the log.',
  503: 'Too much is waiting to be done; Retry-After says when to come back.',
} as const

const STATUSES = Object.keys(MEANINGS)

/** What an operation refers to for each error that is possible everywhere. */
export const errorResponses = (): Readonly<Record<string, object>> =>
  Object.fromEntries(STATUSES.map((status) => [status, { $ref: `#/components/responses/${status}` }]))

/** The described errors themselves. */
export const responses = ({ challengeType }: Dialect): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(MEANINGS).map(([status, description]) => {
      const schema = { anyOf: [reference('ApiError'), reference('ApiErrorEnvelope')] }
      const types = status === '401' ? ['application/json', challengeType] : ['application/json']
      return [status, { description, content: Object.fromEntries(types.map((type) => [type, { schema }])) }]
    }),
  )
