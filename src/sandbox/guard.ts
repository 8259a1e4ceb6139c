// Keeps web pages out of the sandbox: it obeys whoever can reach it, so it must be reached on purpose.
import { isIPv4, isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

const LOOPBACK_HOST = 'localhost'

/** The host of a Host header or an origin, without its port. */
const hostOf = (authority: string): string => authority.replace(/:\d+$/, '').toLowerCase()

/**
 * Whether a request may drive the sandbox: sent to an address or a name that is ours, and by no page of another site.
 * `ownHosts` are names beside localhost. A page that had its own name resolve to this machine fails by the Host it
 * sends; an address cannot be made to resolve to another.
 */
export function mayDrive({ headers }: FastifyRequest, ownHosts: readonly string[]): boolean {
  const { host, origin } = headers
  if (host === undefined || !isOurs(hostOf(host), ownHosts)) return false
  if (headers['sec-fetch-site'] === 'cross-site') return false
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`
}

function isOurs(host: string, ownHosts: readonly string[]): boolean {
  if (host === LOOPBACK_HOST || ownHosts.includes(host) || isIPv4(host)) return true
  const bracketed = /^\[(.+)\]$/.exec(host)?.[1]
  return bracketed !== undefined && isIPv6(bracketed)
}
