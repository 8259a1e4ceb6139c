// The shell: Fastify with its limits and last-resort answers, around the API, the token endpoints and health.
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { createApi } from '../api/api.ts'
import type { Intervene } from '../api/intervention.ts'
import type { Watch } from '../api/trace.ts'
import type { Language } from '../domain/languages.ts'
import { createAuthenticator } from '../identity/authenticate.ts'
import type { KeyRing } from '../identity/key-ring.ts'
import type { OidcProvider } from '../identity/oidc.ts'
import { createThrottle } from '../identity/throttle.ts'
import { gitHash, version } from '../platform/build-info.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import type { App } from '../usecases/app.ts'
import { apiHandlers, registerApi } from './api-routes.ts'
import { registerHealth } from './health.ts'
import { BODY_LIMIT } from './limits.ts'
import { NO_SCHEMAS } from './no-schemas.ts'
import { registerOauth } from './oauth.ts'
import { registerPortal } from './portal-routes.ts'
import { registerReference } from './reference.ts'

/** A private key and its certificate with those that lead to its authority, both PEM. */
export interface TlsPair {
  readonly key: string
  readonly cert: string
}

export interface ServerDeps {
  readonly app: App
  readonly keys: KeyRing
  readonly logger: FastifyBaseLogger
  /** What every link starts with; in `dev` known only once the server listens. */
  readonly publicUrl: () => string
  /** What a proxy takes off the front of every path, or empty. */
  readonly pathPrefix: string
  /** Whether API keys may sign in with HTTP digest. */
  readonly digest: boolean
  /** Whether operations answer 410 past their sunset. */
  readonly enforcesSunsets: () => boolean
  /** Whether browsers are told to stay on TLS. */
  readonly strictTransport: 'always' | 'where-harmless' | 'never'
  /** Whether Atlas's rate limits apply. */
  readonly limitsRates: boolean
  /** Proxies whose X-Forwarded-For is believed: addresses and networks. */
  readonly trustedProxies: readonly string[]
  /** Serves https with this certificate, and only that; without it plain http. */
  readonly tls?: TlsPair | undefined
  /** What makes the pages the operator's own. */
  readonly style: HouseStyle
  /** Where people may sign in instead of by a password. */
  readonly oidc?: OidcProvider | undefined
  /** What people are shown who ask for none of our languages. */
  readonly defaultLanguage: Language
  /** What may step in between a request and its operation. */
  readonly intervene?: Intervene | undefined
  /** Who is told of every request under /api/, how it went and why. */
  readonly watch?: Watch | undefined
  /** What only one way of starting has, such as the sandbox. */
  readonly extend?: (server: FastifyInstance) => void
}

const LONGEST_PARAMETER = 1024
/** Longer than load balancers keep idle connections, so that they and not we close them. */
const KEEP_ALIVE = 75_000
const WHOLE_REQUEST = 30_000
/** The same where requests may be held back: their bodies wait unread in the meantime, for ten minutes at most. */
const HELD_REQUEST = WHOLE_REQUEST + 600_000

/** The HTTP server, not yet listening. */
export function buildServer(deps: ServerDeps): FastifyInstance {
  const { app, keys, publicUrl } = deps
  const api = createApi(app, {
    baseUrl: publicUrl,
    enforcesSunsets: deps.enforcesSunsets,
    strictTransport: deps.strictTransport,
    limitsRates: deps.limitsRates,
    version,
    build: gitHash,
    intervene: deps.intervene,
  })
  const authenticator = createAuthenticator({
    db: app.db,
    ambient: app.ambient,
    keys,
    digest: deps.digest,
    pathPrefix: deps.pathPrefix,
  })
  // Unique over processes and restarts, because people look for it in logs.
  const handlers = apiHandlers(api, authenticator, () => app.ambient.newId(), deps.watch)
  const server = Fastify({
    ...(deps.tls ? { https: deps.tls } : {}),
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    keepAliveTimeout: KEEP_ALIVE,
    requestTimeout: deps.intervene ? HELD_REQUEST : WHOLE_REQUEST,
    trustProxy: deps.trustedProxies.length > 0 ? [...deps.trustedProxies] : false,
    return503OnClosing: false,
    schemaController: NO_SCHEMAS,
    // One logger for all requests: a child for each would cost more than it says.
    childLoggerFactory: (logger) => logger,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: (_error, request, reply) => handlers.unroutable(request, reply),
  })
  server.setErrorHandler(handlers.fail)
  // Each part reads bodies in its own way. Where there is no part, none is judged: nothing is there, whatever was sent.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body))
  server.decorateRequest('watched', undefined)
  // First, because a hook that it adds holds only for routes that come after it.
  deps.extend?.(server)
  registerApi(server, handlers)
  registerOauth(server, {
    db: app.db,
    ambient: app.ambient,
    keys,
    get issuer() {
      return publicUrl()
    },
    limitsRates: deps.limitsRates,
    intervene: deps.intervene,
    watch: deps.watch,
    tokensPerClient: app.settings.limits?.tokensPerServiceAccount,
  })
  registerHealth(server, app)
  registerReference(server, publicUrl)
  const { defaultLanguage, pathPrefix, style } = deps
  const throttle = createThrottle(app)
  const provider = deps.oidc && { oidc: deps.oidc, keys }
  const noPage = registerPortal(server, { app, throttle, publicUrl, pathPrefix, style, defaultLanguage, provider })
  server.setNotFoundHandler((request, reply) =>
    asksForPage(request) ? noPage(request, reply) : handlers.notFound(request, reply),
  )
  return server
}

/** Whether a browser asks for something that a person is to see. */
const asksForPage = ({ headers, url }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
