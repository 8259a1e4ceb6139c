// What an operation of the API is to its caller: a function, typed by what goes in and by what each version answers.

/** One page of a list, as the API sends it. */
export interface Page<Item> {
  readonly links?: readonly Link[]
  readonly results: readonly Item[]
  /** How many there are on all pages; 0 or absent when no count was asked for. */
  readonly totalCount?: number
}

/** Where something related stands; `rel` is `self`, `next`, `previous` or an address. */
export interface Link {
  readonly href: string
  readonly rel: string
}

/** How one call is made, beside what it says. */
export interface CallOptions<Version extends string = string> {
  /** The dated version to ask for; the newest that has not been announced to end unless given. */
  readonly version?: Version | undefined
  /** Ends the call, also while it waits to be tried again; it is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Sends one request and resolves with the parsed answer, `undefined` where there is none (204). Rejects with an
 * `AtlasError` when the API refuses or no answer arrives, after the retries that the client allows.
 */
export type Operation<Input, Answers, Newest extends keyof Answers & string> = <
  Version extends keyof Answers & string = Newest,
>(
  input: Input,
  options?: CallOptions<Version>,
) => Promise<Answers[Version]>

/** What a page or a list is made of. */
export type ItemOf<Answer> =
  Answer extends Page<infer Item> ? Item : Answer extends readonly (infer Item)[] ? Item : never

/** An operation that answers a page or a list, and can be walked to its end. */
export interface ListOperation<Input, Answers, Newest extends keyof Answers & string> {
  <Version extends keyof Answers & string = Newest>(
    input: Input,
    options?: CallOptions<Version>,
  ): Promise<Answers[Version]>
  /**
   * Every item, page after page, each requested when the one before is used up: 500 to a page unless `itemsPerPage` is
   * given, from `pageNum` on if that is.
   */
  each<Version extends keyof Answers & string = Newest>(
    input: Input,
    options?: CallOptions<Version>,
  ): AsyncGenerator<ItemOf<Answers[Version]>, void, undefined>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What the client has to know of an operation to call it. */
export interface OperationRow {
  readonly operationId: string
  readonly method: Method
  /** The official path below `/api/atlas/v2`. */
  readonly path: string
  /** The version that is asked for unless the caller names another, such as `2025-02-19`. */
  readonly version: string
  /** Whether nobody is asked for credentials. */
  readonly isPublic?: true
  /** Whether it takes an Idempotency-Key, under which a repetition is harmless. */
  readonly takesKey?: true
}

/** Makes the functions that the generated class of operations consists of. */
export interface OperationMaker {
  one<Input, Answers, Newest extends keyof Answers & string>(row: OperationRow): Operation<Input, Answers, Newest>
  list<Input, Answers, Newest extends keyof Answers & string>(row: OperationRow): ListOperation<Input, Answers, Newest>
  paged<Input, Answers, Newest extends keyof Answers & string>(row: OperationRow): ListOperation<Input, Answers, Newest>
}
