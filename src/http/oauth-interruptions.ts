// What may step in at the token endpoint, and how an error looks there that is answered in its place.
import type { FastifyReply } from 'fastify'
import type { Answer } from '../api/answer.ts'
import { type Intervene, interrupt } from '../api/intervention.ts'
import { errorBody, type WireError } from '../api/wire/errors.ts'
import { send } from './send.ts'

type OauthOperation = 'oauthToken' | 'oauthRevoke'

/** Runs what an endpoint does, and then sends what it came to, unless something steps in before or after. */
export function interruptible(intervene: Intervene | undefined) {
  return async (
    reply: FastifyReply,
    operationId: OauthOperation,
    path: string,
    run: () => Promise<() => FastifyReply>,
  ): Promise<FastifyReply> => {
    const intervention = intervene?.({
      operationId,
      caller: undefined,
      pathTemplate: path.slice(1),
      params: {},
      limit: undefined,
    })
    const trace = reply.request.watched?.trace
    const first = await interrupt(intervention, 'before', oauthError, trace)
    if (first) return send(reply, first)
    const finish = await run()
    const last = await interrupt(intervention, 'after', oauthError, trace)
    return last ? send(reply, last) : finish()
  }
}

// A code in capitals is one of the API's own, whose shape the live service answers with here too.
const isOauthCode = (code: string): boolean => /^[a-z]/.test(code)

function oauthError(error: WireError, headers: Readonly<Record<string, string>>): Answer {
  const { status, errorCode, detail, retryAfter } = error
  return {
    status,
    headers: {
      'Cache-Control': 'no-store',
      'Content-Type': 'application/json',
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
      ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="MMS Public API"' } : {}),
      ...headers,
    },
    body: JSON.stringify(isOauthCode(errorCode) ? { error_description: detail, error: errorCode } : errorBody(error)),
  }
}
