// How requests are watched where somebody does, as in the sandbox: from their head until just before the answer leaves.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Answer } from '../api/answer.ts'
import type { Watch, Watched } from '../api/trace.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set from the head on where somebody watches. */
    watched: Watched | undefined
  }
}

/** Tells of a request once, as soon as its head has come. */
export function watchRequest(request: FastifyRequest, watch: Watch): void {
  const { method, url: target, headers } = request
  // A copy, because what has been judged is taken out of a request's headers.
  request.watched ??= watch({ method, target, headers: { ...headers } })
}

/** The same for all routes of a scope that answer by Fastify's own `send`. */
export function watchScope(scope: FastifyInstance, watch: Watch): void {
  scope.addHook('onRequest', async (request) => watchRequest(request, watch))
  scope.addHook<unknown>('onSend', async (request, reply, payload) => {
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
    const body = payload instanceof Uint8Array || typeof payload === 'string' ? payload.toString() : undefined
    const answer: Answer = { status: reply.statusCode, headers, body }
    const more = await request.watched?.ended(answer, bytesOf(request.body))
    if (more) reply.headers(more)
    return payload
  })
}

/** What has been read of a request's body, a form as it would be sent. */
export function bytesOf(body: unknown): Uint8Array | undefined {
  if (body instanceof Uint8Array) return body
  return body instanceof URLSearchParams ? Buffer.from(body.toString()) : undefined
}
