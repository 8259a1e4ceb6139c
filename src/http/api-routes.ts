// Requests under /api/ between Fastify and the API: authenticated and judged before their body is read.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from '../api/answer.ts'
import type { Api } from '../api/api.ts'
import type { Admitted, ApiRequest } from '../api/judge.ts'
import type { Watch } from '../api/trace.ts'
import type { RawQuery } from '../api/wire/query.ts'
import { plainAddress } from '../domain/access-lists.ts'
import type { Authenticator } from '../identity/authenticate.ts'
import type { Recognized } from '../identity/verdict.ts'
import { answerHelper } from './helper-endpoints.ts'
import { BODY_LIMIT, CALLERS_DISCARD, STRANGERS_DISCARD } from './limits.ts'
import { recognition } from './recognition.ts'
import { send } from './send.ts'
import { watchRequest } from './watching.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once a request under /api/ may be served as soon as its body has been read. */
    admitted: Admitted | undefined
    /** Whose request has been admitted, where credentials are asked for. */
    recognized: Recognized | undefined
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export interface ApiHandlers {
  /** Judges a request: true when its body must be read first, else it has been answered. */
  readonly judge: (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>
  /** Serves an admitted request, whose body has been read. */
  readonly serve: Handler
  /** Answers what no route takes: a method that Fastify does not know, or a path outside of /api/. */
  readonly notFound: Handler
  /** Answers a path that cannot be decoded. */
  readonly unroutable: (request: FastifyRequest, reply: FastifyReply) => void
  readonly fail: (error: FailedRequest, request: FastifyRequest, reply: FastifyReply) => FastifyReply
}

/** A request whose credentials are good, or were not asked for. */
interface Identified {
  readonly path: string
  readonly address: string
  readonly identified: Recognized | undefined
}

interface FailedRequest extends Error {
  readonly code?: string
  readonly statusCode?: number
}

/** Adds the routes under /api/. */
export function registerApi(server: FastifyInstance, handlers: ApiHandlers): void {
  server.decorateRequest('admitted', undefined)
  server.decorateRequest('recognized', undefined)
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body))
    // With a callback, because Fastify's own handling of a hook's promise costs each request some microseconds.
    scope.addHook('onRequest', (request, reply, goOn) => {
      handlers.judge(request, reply).then((admitted) => (admitted ? goOn() : undefined), goOn)
    })
    scope.all('/api/*', { exposeHeadRoute: false }, handlers.serve)
    done()
  })
}

/** `newRequestId` names a failed request in its answer and in the log. */
export function apiHandlers(
  api: Api,
  authenticator: Authenticator,
  newRequestId: () => string,
  watch: Watch | undefined,
): ApiHandlers {
  const { identify, judgeAgain } = recognition(api, authenticator)
  const judge = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    if (watch) watchRequest(request, watch)
    const path = pathOf(request.url)
    const address = plainAddress(request.ip)
    const identified = api.isUnguarded(path) ? undefined : await identify(request, path, address)
    if (identified && 'status' in identified) return sendUnread(request, reply, identified, STRANGERS_DISCARD)
    return admit(request, reply, { path, address, identified })
  }
  const admit = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { path, address, identified }: Identified,
  ): Promise<boolean> => {
    const discard = identified ? CALLERS_DISCARD : STRANGERS_DISCARD
    const helped = answerHelper(request.method, path, address)
    const judged = helped ?? (await api.judge(apiRequest(request, path, address), identified?.caller))
    if (!('kind' in judged)) return sendUnread(request, reply, judged, discard)
    if (!judged.edition.route.body) {
      return sendUnread(request, reply, await api.serve(judged, undefined), discard)
    }
    request.admitted = judged
    request.recognized = identified
    // The type has been judged. Fastify would look at it again and refuse one it cannot parse, even without a body.
    delete request.headers['content-type']
    return true
  }
  const serve: Handler = async (request, reply) => {
    const judged = await judgeAgain(request)
    if (!('kind' in judged)) return send(reply, judged)
    const { body } = request
    return send(reply, await api.serve(judged, body instanceof Uint8Array ? body : undefined))
  }
  const fail = (error: FailedRequest, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = pathOf(request.url)
    const failed = { path, query: queryOf(request), admitted: request.admitted }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      sendUnread(
        request,
        reply,
        api.tooLarge(failed, BODY_LIMIT),
        request.admitted ? CALLERS_DISCARD : STRANGERS_DISCARD,
      )
      return reply
    }
    if (error.statusCode !== undefined && error.statusCode < 500) return send(reply, api.unreadable(failed), CLOSE)
    const requestId = newRequestId()
    request.log.error({ err: error, requestId, method: request.method, path }, 'a request failed')
    return send(reply, api.failed(failed), { 'X-Request-Id': requestId })
  }
  const notFound: Handler = async (request, reply) => {
    if (!pathOf(request.url).startsWith('/api/')) return reply.code(404).send({ error: 404, reason: 'Not Found' })
    return (await judge(request, reply)) ? serve(request, reply) : reply
  }
  return {
    judge,
    serve,
    fail,
    notFound,
    unroutable: (request, reply) => {
      notFound(request, reply).catch((error: Error) => fail(error, request, reply))
    },
  }
}

const apiRequest = (request: FastifyRequest, path: string, address: string): ApiRequest => ({
  method: request.method,
  path,
  query: queryOf(request),
  accept: request.headers.accept,
  contentType: request.headers['content-type'],
  contentEncoding: request.headers['content-encoding'],
  hasBody: hasBody(request),
  idempotencyKey: request.headers['idempotency-key']?.toString(),
  address,
  trace: request.watched?.trace,
})

function pathOf(url: string): string {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

const NO_QUERY: RawQuery = {}

function queryOf({ url, query }: FastifyRequest): RawQuery {
  if (!url.includes('?')) return NO_QUERY
  return typeof query === 'object' && query !== null ? { ...query } : NO_QUERY
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const CLOSE = { Connection: 'close' }

/**
 * Answers a request without reading its body, and says so: false. A body that announces no more than `discard` bytes is
 * thrown away as it comes; otherwise the connection ends with the answer.
 */
function sendUnread(request: FastifyRequest, reply: FastifyReply, answer: Answer, discard: number): false {
  const { headers } = request
  const isKnown = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= discard
  if (isKnown) send(reply, answer)
  else send(reply, answer, CLOSE)
  return false
}
