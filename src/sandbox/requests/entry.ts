// Follows one request from its head to its answer, and writes down what came of it.
import type { Answer } from '../../api/answer.ts'
import type { Incoming, Seen, Watch } from '../../api/trace.ts'
import type { Db } from '../../store/db.ts'
import type { Clock } from '../clock/clock.ts'
import { errorOf } from './error-said.ts'
import type { Exchange, Message } from './exchange.ts'
import { explain } from './explain.ts'
import { type KeptBody, keepBody, LONGEST } from './kept-body.ts'
import { type Located, locateOperation } from './locate.ts'
import { type Place, placeOf } from './place.ts'
import { redactHeaders, redactText } from './redact.ts'
import { isEnding } from './successors.ts'

interface KeptMessage extends Omit<Message, 'body'> {
  readonly body: KeptBody | undefined
}

/** An exchange as it is kept. */
export interface Entry extends Omit<Exchange, 'request' | 'response'> {
  readonly request: KeptMessage
  readonly response: KeptMessage
  /** Whether this was to be expected, and the client sends the same request again with better credentials. */
  readonly asksAgain: boolean
  /** Whether the version that was asked for is announced to end. */
  readonly isDeprecated: boolean
}

export interface EntryDeps {
  readonly db: Pick<Db, 'read'>
  readonly clock: Pick<Clock, 'now' | 'machine'>
}

type Unnumbered = Omit<Entry, 'id'>

/** A request that has been answered. */
export interface Followed {
  /** That are held, of both bodies together. */
  readonly characters: number
  readonly isRefusal: boolean
  /** What there is to say of it; made when it is first asked for, because most requests are never looked at. */
  read(): Unnumbered
}

/** `keep` takes what was followed, at once before its answer leaves, and answers the headers to add. */
export function watching(
  { db, clock }: EntryDeps,
  keep: (followed: Followed) => Readonly<Record<string, string>>,
): Watch {
  return (incoming) => {
    const begun = { at: clock.now(), machine: clock.machine() }
    let seen: Partial<Seen> = {}
    return {
      trace: {
        note: (more) => {
          seen = { ...seen, ...more }
        },
      },
      ended: async (answer, body) => {
        const isRefusal = answer.cut === true || answer.status >= 400
        // The request is answered even where the store is not; it only is explained with fewer names then.
        const place =
          answer.status < 400 ? undefined : await placeOf(db, seen, located(incoming)).catch(() => undefined)
        const durationMs = Math.max(0, clock.machine() - begun.machine)
        const read = once((): Unnumbered => {
          const told = described(incoming, answer, body, { seen, located: located(incoming), place })
          return { ...told, at: begun.at, durationMs }
        })
        const sent = (body?.length ?? 0) + (answer.body?.length ?? 0)
        // Bodies that will be cut are cut now, so that the whole of them need not be held.
        return keep({ characters: sent > LONGEST ? keptOf(read()) : sent, isRefusal, read })
      },
    }
  }
}

const keptOf = ({ request, response }: Unnumbered): number =>
  (request.body?.text.length ?? 0) + (response.body?.text.length ?? 0)

function located({ method, target, headers }: Incoming): Located {
  const [path = ''] = target.split('?')
  return locateOperation(method, path, headers['accept']?.toString())
}

/** Answers the same every time, and lets go of what it was made of. */
function once<Value>(make: () => Value): () => Value {
  let pending: (() => Value) | undefined = make
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: (pending ?? make)() }
    pending = undefined
    return made.value
  }
}

interface Circumstances {
  readonly seen: Partial<Seen>
  readonly located: Located
  readonly place: Place | undefined
}

function described(
  { method, target, headers }: Incoming,
  answer: Answer,
  body: Uint8Array | undefined,
  { seen, located, place }: Circumstances,
): Omit<Unnumbered, 'at' | 'durationMs'> {
  const status = answer.cut ? null : answer.status
  const { errorCode, detail } = errorOf(answer)
  const { dialect, operationId, version } = located
  return {
    method,
    path: redactText(target),
    dialect: dialect?.name ?? null,
    operationId: operationId ?? null,
    version: dialect?.announcesSunsets ? (version?.date ?? null) : null,
    caller: callerOf(seen),
    status,
    errorCode,
    explanation: explain({ status, errorCode, detail, seen, located, place }),
    request: { headers: redactHeaders(headers), body: keepBody(body) },
    response: { headers: redactHeaders(answer.headers), body: keepBody(answer.body) },
    isDeprecated: dialect?.announcesSunsets === true && version !== undefined && isEnding(version),
    asksAgain: ASKS_AGAIN.has(seen.credentialFault?.code ?? '') && !located.isTokenEndpoint,
  }
}

/** What digest clients are told now and then without having done anything wrong. */
const ASKS_AGAIN: ReadonlySet<string> = new Set(['no_credentials', 'old_nonce'])

function callerOf({ caller, clientId, credentialFault }: Partial<Seen>): Exchange['caller'] {
  if (clientId !== undefined) return { kind: 'service_account', name: clientId }
  return caller && !credentialFault ? { kind: caller.actor.kind, name: caller.actor.name } : null
}
