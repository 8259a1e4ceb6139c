// What a browser takes along to the provider and brings back, in a cookie that only we can read.
import { hostCookie } from '../../identity/host-cookie.ts'
import type { KeyRing } from '../../identity/key-ring.ts'
import type { Departure } from '../../identity/oidc.ts'

/** Somebody on their way. */
export interface Traveller extends Departure {
  /** The page of ours where they go on afterwards. */
  readonly to: string
  /** When they left, by the machine's clock. */
  readonly leftAt: number
}

const MINUTES = 10
const PURPOSE = 'provider departure'
const FIELDS = ['state', 'nonce', 'verifier', 'to'] as const

const COOKIE = hostCookie('atrium-departure')

/** The Set-Cookie header. A browser comes back by a link of the provider's, with which Lax cookies are sent. */
export const departureCookie = (publicUrl: string, keys: KeyRing, traveller: Traveller): string =>
  COOKIE.set(publicUrl, keys.seal(JSON.stringify(traveller), PURPOSE), MINUTES * 60)

/** The Set-Cookie header that makes the browser forget. */
export const noDepartureCookie = (publicUrl: string): string => COOKIE.clear(publicUrl)

/** Undefined when there is none, when it is not ours, and when it has taken too long. */
export function readDeparture(
  publicUrl: string,
  keys: KeyRing,
  header: string | undefined,
  wall: number,
): Traveller | undefined {
  const sealed = COOKIE.read(publicUrl, header)
  const traveller = sealed && opened(keys, sealed)
  return traveller && traveller.leftAt > wall - MINUTES * 60_000 ? traveller : undefined
}

function opened(keys: KeyRing, sealed: string): Traveller | undefined {
  try {
    return travellerOf(JSON.parse(keys.open(sealed, PURPOSE).reveal()))
  } catch {
    // Whatever is in a cookie that we did not seal: it brings nobody in.
    return undefined
  }
}

function travellerOf(document: Readonly<Record<string, unknown>>): Traveller | undefined {
  const [state, nonce, verifier, to] = FIELDS.map((field) => String(document[field] ?? ''))
  if (!state || !nonce || !verifier || !to) return undefined
  return { state, nonce, verifier, to, leftAt: Number(document['leftAt']) }
}
