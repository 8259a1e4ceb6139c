// Pages between Fastify and the portal: forms are read, and nothing of an address that may hold a secret is logged.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { plainAddress } from '../domain/access-lists.ts'
import { FONT_PATH, readFont } from '../platform/font-file.ts'
import { ICON_PATH, iconOf } from '../portal/icon.ts'
import { ONE_CLICK } from '../portal/invitations/mail-choice.ts'
import { type Asked, answer, problem } from '../portal/portal.ts'
import type { PortalDeps, PortalRoute } from '../portal/route.ts'
import { portalRoutes } from '../portal/routes.ts'
import { pageSender } from './send-page.ts'

/** Enough for every form, in bytes. */
const FORM_LIMIT = 64 * 1024
const FORM_TYPE = 'application/x-www-form-urlencoded'
const MAIL_FORM_TYPE = 'multipart/form-data'

/** What answers a browser that asks for an address which nothing has. */
export type NoPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply

/** Adds the pages, and the typeface that they are written in. */
export function registerPortal(server: FastifyInstance, deps: PortalDeps): NoPage {
  const send = pageSender(deps)
  const serve = (route: PortalRoute) => async (request: FastifyRequest, reply: FastifyReply) =>
    send(reply, await answer(deps, route, asked(request)), route.secret === true)
  const fail = (error: Error & { readonly statusCode?: number }, request: FastifyRequest, reply: FastifyReply) => {
    if (error.statusCode !== undefined && error.statusCode < 500) {
      const page = problem(deps, asked(request), 'bad-request')
      return send(reply, { ...page, status: error.statusCode }, true)
    }
    const requestId = deps.app.ambient.newId()
    // The route's pattern and not the address.
    request.log.error({ err: error, requestId, route: request.routeOptions.url }, 'a page failed')
    return send(reply.header('X-Request-Id', requestId), problem(deps, asked(request), 'failed'), true)
  }
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(FORM_TYPE, { parseAs: 'string', bodyLimit: FORM_LIMIT }, (_request, body, parsed) =>
      parsed(null, new URLSearchParams(body.toString())),
    )
    scope.setErrorHandler(fail)
    const add = (to: FastifyInstance, route: PortalRoute) =>
      to.route({ method: route.method, url: route.path, handler: serve(route) })
    for (const route of portalRoutes) if (!route.takesMailForm) add(scope, route)
    scope.register((inner, _none, ready) => {
      inner.addContentTypeParser(
        MAIL_FORM_TYPE,
        { parseAs: 'string', bodyLimit: FORM_LIMIT },
        (_request, body, parsed) => parsed(null, mailForm(body.toString())),
      )
      for (const route of portalRoutes) if (route.takesMailForm) add(inner, route)
      ready()
    })
    done()
  })
  let font: Buffer | undefined
  server.get(FONT_PATH, async (_request, reply) => {
    font ??= readFont()
    reply.headers({ 'Content-Type': 'font/woff2', 'Cache-Control': 'public, max-age=31536000, immutable' })
    return reply.send(font)
  })
  const icon = Buffer.from(iconOf(deps.style))
  server.get(ICON_PATH, async (_request, reply) => {
    reply.headers({ 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=3600' })
    return reply.send(icon)
  })
  return (request, reply) => send(reply, problem(deps, asked(request), 'not-found'), true)
}

/** The one field that a mail program's form has, whose value says nothing. */
const mailForm = (body: string): URLSearchParams =>
  new URLSearchParams(body.includes(`name="${ONE_CLICK}"`) ? { [ONE_CLICK]: 'One-Click' } : {})

function asked(request: FastifyRequest): Asked {
  const { headers, params, body, ip, url } = request
  const [path = '/', query = ''] = url.split(/\?(.*)/s)
  const site = headers['sec-fetch-site']
  return {
    path,
    params: typeof params === 'object' && params !== null ? { ...params } : {},
    query: new URLSearchParams(query),
    form: body instanceof URLSearchParams ? body : new URLSearchParams(),
    acceptLanguage: headers['accept-language'],
    cookie: headers.cookie,
    userAgent: headers['user-agent'] ?? '',
    address: plainAddress(ip),
    origin: headers.origin,
    site: typeof site === 'string' ? site : undefined,
  }
}
