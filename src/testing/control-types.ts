// The objects that a test gives to an Atrium's controls and gets from them, as they are on the wire under /_atrium/.

/** One mail. */
export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly createdAt: string
  /** What stands behind its buttons, by what they do, such as `accept`. */
  readonly links: Readonly<Record<string, string>>
  /** The first of the links; undefined in a mail without any. */
  readonly link: string | undefined
}

/** What shall go wrong, and how often. At least one effect has to be named. */
export interface FaultSpec {
  /** The operation, such as `createOrgInvite`, or `*` for any. */
  readonly operationId: string
  /** How often; once unless given. */
  readonly times?: number
  /** An error of Atlas's, such as `RATE_LIMITED_TOKEN_BUCKET`, with its usual status. */
  readonly errorCode?: string
  /** A status from 400 to 599, with its usual error. */
  readonly status?: number
  readonly detail?: string
  /** In seconds. */
  readonly retryAfter?: number
  /** Waits this many milliseconds first. */
  readonly delayMs?: number
  /** Closes the connection without an answer. */
  readonly cut?: boolean
  /** Does what was asked, and only then fails: the answer is lost, its effect is not. */
  readonly afterCommit?: boolean
}

/** A fault, and how often it is still to happen; null for what was not said. */
export interface Fault {
  readonly id: number
  readonly operationId: string
  readonly times: number
  /** 0 once it is used up; it stays listed. */
  readonly left: number
  readonly status: number | null
  readonly errorCode: string | null
  readonly detail: string | null
  readonly retryAfter: number | null
  readonly delayMs: number
  readonly cut: boolean
  readonly afterCommit: boolean
}

export interface RequestQuery {
  /** Only what came after the request of this id. */
  readonly since?: number
  readonly operationId?: string
}

/** A request and its answer, without credentials. */
export interface SeenRequest {
  readonly id: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly dialect: string | null
  readonly operationId: string | null
  readonly version: string | null
  readonly caller: { readonly kind: string; readonly name: string } | null
  /** Null when the connection was cut. */
  readonly status: number | null
  readonly errorCode: string | null
  /** Why it was answered so, in a sentence. */
  readonly explanation: string | null
  readonly durationMs: number
  readonly request: Message
  readonly response: Message
}

export interface Message {
  readonly headers: Readonly<Record<string, string>>
  /** The value of JSON, else a text; null for none. */
  readonly body: unknown
}

/** How many requests are expected; a number of them or bounds. */
export interface Verification {
  readonly operationId: string
  readonly count?: number
  readonly atLeast?: number
  readonly atMost?: number
  /** Only those answered with this status. */
  readonly status?: number
  /** Only what came after the request of this id. */
  readonly since?: number
}

/** Somebody who is there without having been invited. */
export interface NewUser {
  readonly username: string
  readonly firstName?: string
  readonly lastName?: string
  /** Two capital letters. */
  readonly country?: string
  readonly language?: string
  /** Made for them unless given. */
  readonly password?: string
  /** The organization they are in: the first one unless given, null for none. */
  readonly orgId?: string | null
  /** Roles in the organization; ORG_MEMBER unless given. */
  readonly roles?: readonly string[]
  /** Roles in projects, by the project's id. */
  readonly projectRoles?: Readonly<Record<string, readonly string[]>>
  readonly teamIds?: readonly string[]
}
