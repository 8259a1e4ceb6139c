// What a test holds in its hands: one Atrium of its own, and everything it can cause there. Imports nothing of the
// server, so that these are the types of the published package as they stand. Instants are ISO 8601 in UTC.
import type { Fault, FaultSpec, Mail, NewUser, RequestQuery, SeenRequest, Verification } from './control-types.ts'
import type { AtriumSeed } from './generated/seed-types.ts'

/** What to start with; a fresh Atrium with one of each needs none of it. */
export interface AtriumOptions {
  /** What the store begins with: the seed itself, or the path of a seed file (.yaml or .json). */
  readonly seed?: AtriumSeed | string | undefined
  /** Where the clock stands at first, as `2027-07-02T00:00:00Z` or a Date; unless given, it runs with the machine's. */
  readonly now?: string | Date | undefined
  /** Atlas's rate and quantity limits; none unless given. */
  readonly limits?: 'atlas' | undefined
  /** The port to listen on; any free one unless given. */
  readonly port?: number | undefined
  /** The address to listen on; unless given, this machine alone can reach it. */
  readonly host?: string | undefined
  /** A folder for a certificate authority, made on first use: serves https, with a certificate that it has signed. */
  readonly tls?: string | undefined
  /**
   * The url of a running `atrium dev`: asks it for a world of its own instead of starting one in this process. It
   * settles where to listen, so that `port`, `host` and `tls` are refused.
   */
  readonly server?: string | undefined
  /** Called with each line of the log, JSON; nothing is written anywhere unless given. */
  readonly log?: ((line: string) => void) | undefined
}

/** One Atrium: a server with a store, a clock and credentials of its own. `await using` ends it with its block. */
export interface Atrium extends AsyncDisposable {
  /** What every path is appended to, without a slash at the end. */
  readonly url: string
  /** With `tls`, the file that a client has to trust. */
  readonly caFile: string | undefined
  /** The first organization. */
  readonly orgId: string
  /** Its first project; reading it throws when the seed gives none. So do the others below. */
  readonly groupId: string
  /** Its first team. */
  readonly teamId: string
  /** Its first API key, for HTTP digest. */
  readonly apiKey: { readonly publicKey: string; readonly privateKey: string }
  /** Its first service account, for OAuth. */
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string }
  /** Its first user. */
  readonly owner: { readonly id: string; readonly username: string; readonly password: string }
  /** Environment variables that point the Atlas CLI, Terraform and SDKs at it, for a process that a test starts. */
  readonly env: Readonly<Record<string, string>>

  readonly clock: AtriumClock
  readonly outbox: AtriumOutbox
  readonly faults: AtriumFaults
  readonly requests: AtriumRequests
  readonly people: AtriumPeople

  /** Everything as it was at the start: data, clock, mails, faults and requests. Credentials and tokens stay good. */
  reset(): Promise<void>
  /** Remembers everything under a name, in place of what had that name. */
  snapshot(name: string): Promise<void>
  /** Everything as it was at that snapshot; throws when there is none of the name. */
  restore(name: string): Promise<void>
  /** A seed, as YAML, that makes the same state. */
  export(): Promise<string>

  /** An access token of the service account. */
  token(): Promise<string>
  /**
   * `fetch` as the service account: the url is put in front of `path`, and the newest version of v2 is asked for, JSON
   * is said to be sent, unless headers say otherwise. Answers whatever the API answers; refusals are not thrown.
   */
  fetch(path: string, init?: RequestInit): Promise<Response>

  /** Ends it: requests in flight are answered or cut within a second, and the port is free. The second call does nothing. */
  stop(): Promise<void>
}

/** The time of everything in the domain: expiry, reminders, sunsets, validity of secrets. */
export interface AtriumClock {
  now(): Promise<string>
  /** Stops the clock there, and does whatever comes due on the way; answers the time. */
  set(at: string | Date, options?: ClockOptions): Promise<string>
  /** Moves it ahead by a duration such as `P31D` or `PT90M`, or by milliseconds, and stops it there; answers the time. */
  advance(by: string | number, options?: ClockOptions): Promise<string>
  /** Lets it run with the machine's clock again; throws while data lies ahead of that. */
  resume(): Promise<string>
}

export interface ClockOptions {
  /** Also ages access tokens, nonces and sessions, which else keep to the machine's clock. */
  readonly credentials?: boolean
}

/** The mails that it has written. */
export interface AtriumOutbox {
  /** Oldest first; `to` one address if that is said. */
  mails(query?: { readonly to?: string }): Promise<readonly Mail[]>
  /** The newest mail to an address; throws when there is none. */
  latest(to: string): Promise<Mail>
  clear(): Promise<void>
}

/** What goes wrong on purpose. */
export interface AtriumFaults {
  add(fault: FaultSpec): Promise<Fault>
  /** Oldest first, used up ones too. */
  list(): Promise<readonly Fault[]>
  remove(id: Fault['id']): Promise<void>
  clear(): Promise<void>
}

/** The requests that came in, with what was answered and why; without credentials. */
export interface AtriumRequests {
  /** Oldest first. */
  list(query?: RequestQuery): Promise<readonly SeenRequest[]>
  /** Answers how many requests fit; throws, and says what was seen instead, unless that is the number wanted. */
  verify(wanted: Verification): Promise<number>
  clear(): Promise<void>
}

/** Acting for people. */
export interface AtriumPeople {
  /** An ACTIVE user, of the first organization unless said; answers what the API shows of them, and their password. */
  addUser(user: NewUser): Promise<Person>
  /** The invited person accepts; answers what the API shows of them. */
  accept(invitationId: string): Promise<Person>
  /** Accepts every invitation that waits for an address, in one organization if that is said. */
  acceptAll(invited: { readonly username: string; readonly orgId?: string }): Promise<readonly Person[]>
  /** The invited person declines. */
  decline(invitationId: string): Promise<Person>
}

/** A user as the API shows them. */
export interface Person {
  readonly id: string
  readonly username: string
  /** Where a password was made for them. */
  readonly password?: string
  readonly [field: string]: unknown
}
