// How a request is made its sender's: by digest, by a service account's token, or by a token one has already.
import type { Answered } from './exchange.ts'
import type { Method } from './operation.ts'

/** Sends one try with this Authorization header. */
export type SendAs = (authorization: string) => Promise<Answered>

export interface Signing {
  readonly method: Method
  /** The path with its query, exactly as it is sent. */
  readonly uri: string
  readonly signal?: AbortSignal | undefined
}

/** Whoever the client acts for. Safe to be used by many requests at once. */
export interface Credentials {
  /** Sends a request with what it needs, once more where only the proof had become old. */
  send(signing: Signing, sendAs: SendAs): Promise<Answered>
  /** Gives back what was lent, such as a token. */
  end(): Promise<void>
  /** Who it is, without secrets. */
  readonly name: string
}

/** A token from elsewhere, for as long as it lasts. */
export const bearerOf = (accessToken: string): Credentials => ({
  send: (_signing, sendAs) => sendAs(`Bearer ${accessToken}`),
  end: async () => undefined,
  name: 'an access token',
})
