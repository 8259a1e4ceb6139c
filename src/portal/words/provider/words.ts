// Signing in at the OpenID Connect provider.
import type { ProblemWords } from '../frame/words.ts'

export interface ProviderWords {
  /** A button; `name` is the provider's host. */
  readonly continueWith: (name: string) => string
  readonly back: string
  /** The provider did not vouch for the person, or it took too long. */
  readonly failed: ProblemWords
  readonly unconfirmed: ProblemWords
  readonly uninvited: ProblemWords
}
