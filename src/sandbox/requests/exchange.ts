// One request and its answer as they are shown afterwards.
import type { DialectName } from '../../api/dialects/dialect.ts'
import type { Json } from '../../api/wire/json.ts'
import { instant } from '../../api/wire/time.ts'

/** Headers by their names in lower case, and a body: a value where it was JSON, else text, null where there was none. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
}

export interface Exchange {
  /** Counts up from 1 in the order of the answers. */
  readonly id: number
  /** When the request came, in milliseconds since the epoch by the world's own clock. */
  readonly at: number
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly dialect: DialectName | null
  readonly operationId: string | null
  /** The version that was asked for; null where there are none. */
  readonly version: string | null
  /** Null where nobody was recognized. */
  readonly caller: { readonly kind: string; readonly name: string } | null
  /** Null where the connection was cut instead of an answer. */
  readonly status: number | null
  readonly errorCode: string | null
  /** One sentence that says why it was answered so. */
  readonly explanation: string
  readonly durationMs: number
  readonly request: Message
  readonly response: Message
}

/** As it goes out under /_atrium/. */
export const presentExchange = ({ at, caller, request, response, ...rest }: Exchange): Json => ({
  id: rest.id,
  at: instant(at),
  method: rest.method,
  path: rest.path,
  dialect: rest.dialect,
  operationId: rest.operationId,
  version: rest.version,
  caller: caller && { kind: caller.kind, name: caller.name },
  status: rest.status,
  errorCode: rest.errorCode,
  explanation: rest.explanation,
  durationMs: rest.durationMs,
  request: { headers: request.headers, body: request.body },
  response: { headers: response.headers, body: response.body },
})
