// What is seen of each request under /api/ on its way, for whoever watches. `serve` has nobody who does: then nothing
// is noted, and nothing of it costs anything.
import type { Caller } from '../domain/actors.ts'
import type { Fault } from '../domain/faults.ts'
import type { CredentialFault } from '../identity/verdict.ts'
import type { Answer } from './answer.ts'

/** What was found out about a request, as far as it got. */
export interface Seen {
  /** Who called, once credentials were good. */
  readonly caller: Caller
  /** The client id that the token endpoints recognized. */
  readonly clientId: string
  /** Why the credentials were not good. */
  readonly credentialFault: CredentialFault
  /** The refusal, before it was put into the words of the wire. */
  readonly fault: Fault
  /** What stepped in and decided the answer: `fault 3 of createOrgInvite`. */
  readonly intervention: string
}

/** Takes notes; what is noted later counts. */
export interface Trace {
  note(seen: Partial<Seen>): void
}

/** The head of a request. */
export interface Incoming {
  readonly method: string
  /** The request target as it stood on the request line. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** One request that is being watched. */
export interface Watched {
  readonly trace: Trace
  /**
   * Told once how it went, before anything is sent; `body` is what has been read of the request's, undefined where none
   * has. Settles to headers that the answer gets beside its own, and never rejects.
   */
  ended(answer: Answer, body: Uint8Array | undefined): Promise<Readonly<Record<string, string>>>
}

/** Called with every request under /api/ as soon as its head has come. */
export type Watch = (incoming: Incoming) => Watched
