// What the API is told by whoever starts it.
import type { Intervene } from './intervention.ts'

export interface ApiSettings {
  /** What links and Location start with; known only once the server listens, when the port was left to the system. */
  readonly baseUrl: () => string
  /** Whether operations answer 410 past their sunset. */
  readonly enforcesSunsets: () => boolean
  /** Whether Strict-Transport-Security is sent. */
  readonly strictTransport: 'always' | 'where-harmless' | 'never'
  /** Whether Atlas's rate limits apply. */
  readonly limitsRates: boolean
  readonly version: string
  /** The commit this program was built from, 40 hexadecimal characters. */
  readonly build: string
  /** What may step in between a request and its operation. */
  readonly intervene?: Intervene | undefined
}
