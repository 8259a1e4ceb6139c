// What went wrong, read from an answer: the API's own error, OAuth's, or whatever a server between said instead.
import { AtlasError } from './atlas-error.ts'
import type { Answered } from './exchange.ts'
import type { Method } from './operation.ts'

/** What an error is about. */
export interface Subject {
  readonly operationId: string
  readonly method: Method
  readonly path: string
}

const MOST_DETAIL = 200

/** The refusal that an answer is; `now` in milliseconds, for a Retry-After that is a date. */
export function errorIn(
  { status, headers, text }: Answered,
  subject: Subject,
  attempts: number,
  now: number,
): AtlasError {
  const body = fieldsIn(text)
  const said = textAt(body, 'errorCode') ?? textAt(body, 'error')
  return new AtlasError({
    ...subject,
    status,
    errorCode: said ?? (status === 401 ? 'UNEXPECTED_ERROR' : 'UNREADABLE_ANSWER'),
    detail: textAt(body, 'detail') ?? textAt(body, 'error_description') ?? (said ? '' : excerpt(text)),
    reason: textAt(body, 'reason'),
    parameters: listAt(body, 'parameters'),
    retryAfter: retryAfterIn(headers.get('retry-after'), now),
    attempts,
  })
}

/** The error of a request that no whole answer came to. */
export function noAnswer(cause: unknown, subject: Subject, attempts: number): AtlasError {
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  const detail = `No answer arrived: ${reason instanceof Error ? reason.message || reason.name : String(reason)}.`
  return new AtlasError({ ...subject, status: 0, errorCode: 'NO_ANSWER', detail, attempts, cause })
}

/** The answer's body as a value, `undefined` for none. What is no JSON under a success is an error all the same. */
export function answerIn<Answer>({ status, text }: Answered, subject: Subject, attempts: number): Answer {
  try {
    const value = text === '' ? undefined : JSON.parse(text)
    return value
  } catch (cause) {
    const detail = `The answer is not JSON: ${excerpt(text)}`
    throw new AtlasError({ ...subject, status, errorCode: 'UNREADABLE_ANSWER', detail, attempts, cause })
  }
}

/** Seconds of a Retry-After that is a number or a date; undefined when it is neither. */
function retryAfterIn(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  if (/^\s*\d+\s*$/.test(value)) return Number(value)
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000))
}

/** The properties of a text that is a JSON object; none of any other. */
export function fieldsIn(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  } catch {
    return new Map()
  }
}

function textAt(fields: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = fields.get(name)
  return typeof value === 'string' ? value : undefined
}

function listAt(fields: ReadonlyMap<string, unknown>, name: string): readonly unknown[] | undefined {
  const value = fields.get(name)
  return Array.isArray(value) ? value : undefined
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > MOST_DETAIL ? `${line.slice(0, MOST_DETAIL)}…` : line
}
