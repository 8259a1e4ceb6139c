// Links that people have from mails: the hash by which one is known, and the answer to one that opens nothing.
import { hashSecret } from '../identity/credentials.ts'
import { Secret } from '../platform/secret.ts'
import { problemPage } from './problem-page.ts'
import type { PortalAnswer, PortalContext } from './route.ts'

const SECRET = /^[A-Za-z0-9_-]{43}$/

/** The SHA-256 of a link's secret in hexadecimal; undefined for what no link has ever had. */
export const linkHashOf = (secret = ''): string | undefined =>
  SECRET.test(secret) ? hashSecret(new Secret(secret)) : undefined

/** The page for a link that opens nothing. Only such links are counted, by network, so that nobody can try many. */
export async function wrongLink(context: PortalContext, page: PortalAnswer): Promise<PortalAnswer> {
  const attempt = await context.throttle.attempt({ kind: 'link', address: context.request.address })
  return attempt.allowed ? page : problemPage(context, 'too-many', attempt.retryAfter)
}
