// One request and its whole answer, over fetch: nothing is followed, retried or understood here.
import type { Method } from './operation.ts'

/** An answer that has arrived to its last byte. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** A request as it goes out, but for who sends it. */
export interface Outgoing {
  readonly method: Method
  /** The whole address. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** Rejects when the connection fails before the last byte, or with the signal's reason. */
export type Exchange = (request: Outgoing) => Promise<Answered>

/** Redirects are answers like any other: credentials are for the address that was asked, and a digest names its path. */
export function exchangeOver(fetch: typeof globalThis.fetch, userAgent: string): Exchange {
  return async ({ method, url, headers, body, signal }) => {
    const response = await fetch(url, {
      method,
      headers: { 'User-Agent': userAgent, ...headers },
      body: body ?? null,
      signal: signal ?? null,
      redirect: 'manual',
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

/** Resolves with the work, or rejects with the signal's reason; the work itself goes on, for others who wait for it. */
export async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
