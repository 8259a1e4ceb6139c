// POST /api/oauth/token and /api/oauth/revoke: forms in, JSON out, nothing kept by caches.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Intervene } from '../api/intervention.ts'
import type { Watch } from '../api/trace.ts'
import { errorBody, resourceLimited } from '../api/wire/errors.ts'
import { plainAddress } from '../domain/access-lists.ts'
import { isClientId } from '../domain/ids.ts'
import { parseBasic } from '../identity/basic.ts'
import type { Granted, OauthDeps, OauthError, Revoked } from '../identity/oauth.ts'
import { createOauth } from '../identity/oauth.ts'
import { TOKEN_MINUTES, TOKEN_REQUESTS, tokenRate } from '../identity/token-rate.ts'
import { interruptible } from './oauth-interruptions.ts'
import { watchScope } from './watching.ts'

const FORM = 'application/x-www-form-urlencoded'
const TOKEN = '/api/oauth/token'
const REVOKE = '/api/oauth/revoke'
const BODY_LIMIT = 16 * 1024

const REFUSALS = {
  invalid_client: { status: 401, description: 'Invalid credentials provided.' },
  invalid_request: { status: 400, description: 'The request is missing a parameter, repeats one or is malformed.' },
  unsupported_grant_type: { status: 400, description: 'The grant type must be client_credentials.' },
  access_denied: {
    status: 403,
    description: 'Access Token limit reached. Revoke tokens that are no longer used, or wait until they expire.',
  },
} satisfies Record<OauthError, { status: number; description: string }>

export interface OauthRouteDeps extends OauthDeps {
  /** Whether clients may ask for tokens only so often. */
  readonly limitsRates: boolean
  /** What may step in before the endpoints do their work or after it. */
  readonly intervene?: Intervene | undefined
  /** Who is told of every request, how it went and why. */
  readonly watch?: Watch | undefined
}

/** Adds the two endpoints, with a body parser of their own; other methods on them answer 405 with `Allow`. */
export function registerOauth(server: FastifyInstance, deps: OauthRouteDeps): void {
  const oauth = createOauth(deps)
  const whole = interruptible(deps.intervene)
  const rate = deps.limitsRates ? tokenRate(deps.ambient) : undefined
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, parsed) => {
      parsed(null, new URLSearchParams(body.toString()))
    })
    // Any other body is read, so that the connection stays usable, and counts as an empty form.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, _body, parsed) => {
      parsed(null, undefined)
    })
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('Cache-Control', 'no-store')
    })
    if (deps.watch) watchScope(scope, deps.watch)
    scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      const status = error.statusCode ?? 500
      if (status < 500) return refuse(reply, 'invalid_request', status)
      request.log.error(error)
      return sendJson(reply, 500, { error_description: 'An unexpected error occurred.', error: 'server_error' })
    })
    postOnly(scope, TOKEN, async (request, reply) => {
      const wait = rate?.(clientIn(request), plainAddress(request.ip)) ?? 0
      if (wait > 0) return refuseRate(reply, wait)
      return whole(reply, 'oauthToken', TOKEN, async () => {
        const answer = await oauth.grant(oauthRequest(request))
        note(request, answer)
        if (answer.kind !== 'token') return () => refuse(reply, answer.kind)
        const { accessToken, expiresIn } = answer
        return () => sendJson(reply, 200, { access_token: accessToken, expires_in: expiresIn, token_type: 'Bearer' })
      })
    })
    postOnly(scope, REVOKE, (request, reply) =>
      whole(reply, 'oauthRevoke', REVOKE, async () => {
        const answer = await oauth.revoke(oauthRequest(request))
        note(request, answer)
        return () => (answer.kind === 'revoked' ? reply.code(200).send() : refuse(reply, answer.kind))
      }),
    )
    done()
  })
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

function postOnly(scope: FastifyInstance, url: string, handler: Handler): void {
  scope.post(url, handler)
  const method = scope.supportedMethods.filter((name) => name !== 'POST')
  scope.route({ method, url, exposeHeadRoute: false, handler: methodNotAllowed })
}

/** Who asks, for counting: what is no client id counts as one client, or anybody could fill the memory with names. */
function clientIn({ headers }: FastifyRequest): string {
  const id = parseBasic(headers.authorization)?.id ?? ''
  return isClientId(id) ? id : ''
}

const oauthRequest = (request: FastifyRequest) => ({
  authorization: request.headers.authorization,
  form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
})

function note({ watched }: FastifyRequest, answer: Granted | Revoked): void {
  if ('clientId' in answer) watched?.trace.note({ clientId: answer.clientId })
  else if (answer.why) watched?.trace.note({ credentialFault: answer.why })
}

function refuse(reply: FastifyReply, error: OauthError, status: number = REFUSALS[error].status): FastifyReply {
  // RFC 6749, section 5.2: a client that tried the Authorization header is told which scheme to use.
  if (status === 401) reply.header('WWW-Authenticate', 'Basic realm="MMS Public API"')
  return sendJson(reply, status, { error_description: REFUSALS[error].description, error })
}

// An error of the API's own shape, as the live service sends it, although RFC 6749 knows another.
const refuseRate = (reply: FastifyReply, wait: number): FastifyReply =>
  sendJson(
    reply.header('Retry-After', String(wait)),
    429,
    errorBody(resourceLimited(TOKEN, TOKEN_REQUESTS, TOKEN_MINUTES)),
  )

async function methodNotAllowed(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendJson(reply.header('Allow', 'POST'), 405, {
    detail: 'This method is not allowed here.',
    error: 405,
    errorCode: 'UNEXPECTED_ERROR',
    parameters: null,
    reason: 'Method Not Allowed',
  })
}

// As bytes, because Fastify would add a charset to the type, which the original does not send.
const sendJson = (reply: FastifyReply, status: number, body: object): FastifyReply =>
  reply
    .code(status)
    .header('Content-Type', 'application/json')
    .send(Buffer.from(JSON.stringify(body)))
