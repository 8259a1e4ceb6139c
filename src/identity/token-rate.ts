// How often a client may ask for tokens: so many requests in each minute, by client and address, counted by this process.
import type { Ambient } from '../platform/ambient.ts'
import { recentMap } from '../platform/recent-map.ts'

/** Requests that are answered in each window. */
export const TOKEN_REQUESTS = 10
/** The window's length. */
export const TOKEN_MINUTES = 1

const WINDOW = TOKEN_MINUTES * 60_000
/** Whoever has been forgotten begins again. */
const MOST_CLIENTS = 50_000

interface Window {
  readonly start: number
  readonly requests: number
}

/** Counts a request; answers how many seconds the next one has to wait, and 0 for a request that is within the limit. */
export type TokenRate = (clientId: string, address: string) => number

/** By the machine's clock, since clients wait by theirs. */
export function tokenRate(ambient: Ambient): TokenRate {
  const windows = recentMap<Window>(MOST_CLIENTS)
  return (clientId, address) => {
    const now = ambient.wall()
    const key = `${address} ${clientId}`
    const known = windows.get(key)
    const window = known && now < known.start + WINDOW ? known : { start: now, requests: 0 }
    if (window.requests >= TOKEN_REQUESTS) return Math.ceil((window.start + WINDOW - now) / 1000)
    windows.set(key, { ...window, requests: window.requests + 1 })
    return 0
  }
}
