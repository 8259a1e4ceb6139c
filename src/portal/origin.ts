// Whether a form was sent from one of our own pages: what browsers say of where a request comes from.

export interface RequestOrigin {
  /** The Origin header. */
  readonly origin: string | undefined
  /** The Sec-Fetch-Site header. */
  readonly site: string | undefined
}

/**
 * Browsers send one of both with every POST. A page with a secret in its address names no origin (`null`), because it
 * asks its browser not to say where it comes from: there whoever knows the secret may send the form, unless the browser
 * says that another site did.
 */
export function isOwnForm({ origin, site }: RequestOrigin, publicUrl: string, knowsSecret: boolean): boolean {
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined || origin === 'null') return site === 'same-origin' || knowsSecret
  return isSame(origin, new URL(publicUrl))
}

/** The names of this machine count as one, because people type whichever they like. */
function isSame(origin: string, ours: URL): boolean {
  if (origin === ours.origin) return true
  if (!URL.canParse(origin)) return false
  const { protocol, port, hostname } = new URL(origin)
  return protocol === ours.protocol && port === ours.port && isLoopback(hostname) && isLoopback(ours.hostname)
}

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host)
