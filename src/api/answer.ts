// What goes back: status, headers and text, shaped by the caller's `pretty` and `envelope`.
import type { Reply } from './route.ts'
import { errorBody, type WireError } from './wire/errors.ts'
import { compact, compactPage, type Json, pretty } from './wire/json.ts'
import { type RawQuery, wantsEnvelope, wantsPretty } from './wire/query.ts'

type Headers = Readonly<Record<string, string>>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Undefined for an answer without a body. */
  readonly body: string | undefined
  /** Set where nothing is answered: the connection ends instead. */
  readonly cut?: true
}

/** No answer at all. */
export const CUT: Answer = { status: 0, headers: {}, body: undefined, cut: true }

/** A success. In an envelope a page gets its status beside its results, everything else becomes its content. */
export function render(reply: Reply, status: number, headers: Headers, query: RawQuery): Answer {
  if (reply.kind === 'nothing') return { status, headers, body: undefined }
  if (reply.kind === 'page') {
    const page = wantsEnvelope(query) ? sortedByKey({ ...reply.body, status }) : reply.body
    return { status, headers, body: wantsPretty(query) ? pretty(page) : compactPage(page) }
  }
  const body = wantsEnvelope(query) ? { content: reply.body, status } : reply.body
  return { status, headers, body: print(body, query) }
}

/** An error; its code stands in a header too, as the live service does, and when to come back. */
export function renderError(error: WireError, headers: Headers, query: RawQuery): Answer {
  const body = errorBody(error)
  const again = error.retryAfter === undefined ? {} : { 'Retry-After': String(error.retryAfter) }
  return {
    status: error.status,
    headers: { ...headers, ...again, 'X-Error-Code': error.errorCode },
    body: print(wantsEnvelope(query) ? { content: body, status: error.status } : body, query),
  }
}

const print = (body: Json, query: RawQuery): string => (wantsPretty(query) ? pretty(body) : compact(body))

const sortedByKey = (body: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)))
