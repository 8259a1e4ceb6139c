// What a client is made with, read once and refused whole when it makes no sense.
import { setTimeout } from 'node:timers/promises'
import { systemAmbient } from '../platform/ambient.ts'
import type { ApiKey } from './digest.ts'
import type { Effort, Retry, Surroundings } from './retry.ts'
import type { ServiceAccount } from './service-account.ts'

/** An operation that has been announced to end, as its answers say. */
export interface Deprecation {
  readonly operationId: string
  /** When the version that answered ends: `2027-07-01T00:00:00Z`; undefined when no date was given. */
  readonly sunset: string | undefined
}

interface Connection {
  /** Where the API is; `https://cloud.mongodb.com` unless given. */
  readonly baseUrl?: string | undefined
  /** How often a request is sent at most, the first time included; 5 unless given, 1 to never send one twice. */
  readonly tries?: number | undefined
  /** Within how many milliseconds the last try begins; 60,000 unless given. */
  readonly patience?: number | undefined
  /** Told before each repetition, to show progress. */
  readonly onRetry?: ((retry: Retry) => void) | undefined
  /** Told once of each operation whose answers announce its end. */
  readonly onDeprecated?: ((deprecation: Deprecation) => void) | undefined
  /** What requests are sent with instead of the platform's fetch, such as one that knows a proxy. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Clock, chance and waiting, for tests. */
  readonly surroundings?: Surroundings | undefined
}

/** Where the API is, and one kind of credentials: an API key, a service account, or a token one has already. */
export type AtlasClientOptions = Connection & (ApiKey | ServiceAccount | { readonly accessToken: string })

/** Whose credentials the options hold. */
export type Identity =
  | { readonly kind: 'key'; readonly key: ApiKey }
  | { readonly kind: 'account'; readonly account: ServiceAccount }
  | { readonly kind: 'token'; readonly accessToken: string }

export interface Settings {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly identity: Identity
  readonly effort: Effort
  readonly surroundings: Surroundings
  readonly fetch: typeof globalThis.fetch
}

const ATLAS = 'https://cloud.mongodb.com'
const RANDOM_BYTES = 4

export function readOptions(options: AtlasClientOptions): Settings {
  const { tries = 5, patience = 60_000, fetch = globalThis.fetch, surroundings = system() } = options
  if (!Number.isInteger(tries) || tries < 1)
    throw new TypeError(`tries must be a whole number from 1 on, not ${tries}.`)
  if (!(patience >= 0)) throw new TypeError(`patience must be milliseconds from 0 on, not ${patience}.`)
  return {
    baseUrl: readBaseUrl(options.baseUrl ?? ATLAS),
    identity: readIdentity(options),
    effort: { tries, within: patience },
    surroundings,
    fetch,
  }
}

function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`baseUrl must be an address such as ${ATLAS}, not ${JSON.stringify(text)}.`)
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('baseUrl must hold neither credentials nor a query.')
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

const KINDS = 'publicKey and privateKey, clientId and clientSecret, or accessToken'

function readIdentity(options: AtlasClientOptions): Identity {
  const given = [
    'publicKey' in options || 'privateKey' in options,
    'clientId' in options || 'clientSecret' in options,
    'accessToken' in options,
  ].filter(Boolean)
  if (given.length !== 1) throw new TypeError(`An AtlasClient needs one kind of credentials: ${KINDS}.`)
  if ('publicKey' in options && isText(options.publicKey) && isText(options.privateKey)) {
    return { kind: 'key', key: { publicKey: options.publicKey, privateKey: options.privateKey } }
  }
  if ('clientId' in options && isText(options.clientId) && isText(options.clientSecret)) {
    return { kind: 'account', account: { clientId: options.clientId, clientSecret: options.clientSecret } }
  }
  if ('accessToken' in options && isText(options.accessToken)) {
    return { kind: 'token', accessToken: options.accessToken }
  }
  throw new TypeError(`The credentials of an AtlasClient must be whole and not empty: ${KINDS}.`)
}

/** Callers in JavaScript can leave out what the types ask for. */
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function system(): Surroundings {
  const ambient = systemAmbient()
  return {
    now: ambient.wall,
    random: () => ambient.randomBytes(RANDOM_BYTES).readUInt32BE() / 2 ** (8 * RANDOM_BYTES),
    nonce: () => ambient.randomBytes(16).toString('hex'),
    sleep: (milliseconds, signal) =>
      setTimeout(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined),
  }
}
