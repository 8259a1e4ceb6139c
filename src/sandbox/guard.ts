// Keeps web pages out of the sandbox: it obeys whoever can reach it, so it must be reached on purpose.
import type { FastifyRequest } from 'fastify'

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']

/** The host of a Host header or an origin, without its port. */
const hostOf = (authority: string): string => authority.replace(/:\d+$/, '').toLowerCase()

/**
 * Whether a request may drive the sandbox: sent to a name that is ours, and by no page of another site. `ownHosts` are
 * names beside the loopback's. A page that had its own name resolve to this machine fails by the Host it sends.
 */
export function mayDrive({ headers }: FastifyRequest, ownHosts: readonly string[]): boolean {
  const hosts = [...LOOPBACK_HOSTS, ...ownHosts]
  const { host, origin } = headers
  if (host === undefined || !hosts.includes(hostOf(host))) return false
  if (headers['sec-fetch-site'] === 'cross-site') return false
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`
}
