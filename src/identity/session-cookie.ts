// The session's cookie as text.
import { SESSION_LIFETIME } from '../domain/sessions.ts'
import type { Secret } from '../platform/secret.ts'
import { hostCookie } from './host-cookie.ts'

const COOKIE = hostCookie('atrium')

/** The Set-Cookie header that signs in. The store says when the session is over; the cookie goes no sooner. */
export const sessionCookie = (publicUrl: string, secret: Secret): string =>
  COOKIE.set(publicUrl, secret.reveal(), SESSION_LIFETIME / 1000)

/** The Set-Cookie header that makes the browser forget. */
export const noSessionCookie = (publicUrl: string): string => COOKIE.clear(publicUrl)

/** The session's secret in a Cookie header. */
export const readSessionCookie = (publicUrl: string, header: string | undefined): string | undefined =>
  COOKIE.read(publicUrl, header)
