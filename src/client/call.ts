// One call of an operation, from its request to what its answer holds: headers, credentials, retries, announcements.
import type { Credentials } from './credentials.ts'
import { answerIn } from './error-of.ts'
import type { Answered, Exchange } from './exchange.ts'
import type { Request, Send } from './make-operations.ts'
import type { Deprecation } from './options.ts'
import { persist, type RetryDeps } from './retry.ts'

/** Under which path the API v2 stands, below the base address. */
export const PREFIX = '/api/atlas/v2'

export interface CallDeps extends RetryDeps {
  readonly baseUrl: string
  readonly exchange: Exchange
}

/** Sends requests as the credentials say; `onDeprecated` is told once of each operation. */
export function sender(
  deps: CallDeps,
  credentials: Credentials,
  onDeprecated: ((deprecation: Deprecation) => void) | undefined,
): Send {
  const announced = new Set<string>()
  const announce = (operationId: string, headers: Headers): void => {
    if (!headers.has('deprecation') && !headers.has('sunset')) return
    if (announced.has(operationId)) return
    announced.add(operationId)
    onDeprecated?.({ operationId, sunset: instantIn(headers.get('sunset')) })
  }
  return <Answer>(request: Request) => {
    const { operationId, method, body, signal } = request
    const path = `${PREFIX}${request.path}`
    const subject = { operationId, method, path }
    const attempt = async (): Promise<Answered> => {
      const answered = await attemptOf(deps, credentials, request, { method, url: deps.baseUrl + path, body, signal })
      announce(operationId, answered.headers)
      return answered
    }
    const plan = { subject, repeatable: isRepeatable(request), signal }
    return persist(deps, plan, attempt, (answered, attempts) => answerIn<Answer>(answered, subject, attempts))
  }
}

function attemptOf(
  { exchange }: CallDeps,
  credentials: Credentials,
  request: Request,
  outgoing: Omit<Parameters<Exchange>[0], 'headers'>,
): Promise<Answered> {
  const headers = headersOf(request)
  if (request.isPublic) return exchange({ ...outgoing, headers })
  const { pathname, search } = new URL(outgoing.url)
  const signing = { method: request.method, uri: `${pathname}${search}`, signal: request.signal }
  return credentials.send(signing, (authorization) =>
    exchange({ ...outgoing, headers: { ...headers, Authorization: authorization } }),
  )
}

function headersOf({ version, body, idempotencyKey }: Request): Readonly<Record<string, string>> {
  const type = `application/vnd.atlas.${version}+json`
  return {
    Accept: type,
    ...(body === undefined ? {} : { 'Content-Type': type }),
    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
  }
}

/** Whether doing it twice comes to the same as doing it once, as RFC 9110 has it of the method or the key promises. */
const isRepeatable = ({ method, idempotencyKey }: Request): boolean =>
  idempotencyKey !== undefined || !(method === 'POST' || method === 'PATCH')

function instantIn(date: string | null): string | undefined {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().replace('.000Z', 'Z')
}
