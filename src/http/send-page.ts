// The last step of every page: what a browser may do with it, and nothing of it kept on the way.
import type { FastifyReply } from 'fastify'
import { contentPolicy } from '../portal/frame.ts'
import type { PortalAnswer, PortalDeps } from '../portal/route.ts'

/** `holdsSecret` is for answers at addresses that carry a secret, of which no other site shall hear. */
export type SendPage = (reply: FastifyReply, answer: PortalAnswer, holdsSecret: boolean) => FastifyReply

const YEAR_SECONDS = 31_536_000

/** Sends what the portal answers. */
export function pageSender({ pathPrefix, publicUrl, style }: PortalDeps): SendPage {
  const policy = contentPolicy(style, pathPrefix)
  return (reply, { status, page, location, cookies, headers = {} }, holdsSecret) => {
    if (publicUrl().startsWith('https:')) reply.header('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`)
    if (cookies) reply.header('Set-Cookie', [...cookies])
    if (location) reply.header('Location', location.startsWith('/') ? pathPrefix + location : location)
    return reply
      .code(status)
      .headers({
        ...headers,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
        'Cache-Control': 'no-store',
        'Cross-Origin-Opener-Policy': 'same-origin',
        // Without its origin, a form of our own would look like another site's; see portal/origin.ts.
        'Referrer-Policy': holdsSecret ? 'no-referrer' : 'same-origin',
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'DENY',
      })
      .send(page?.text ?? '')
  }
}
