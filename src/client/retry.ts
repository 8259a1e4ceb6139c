// When a request is sent again, and how long that waits: bounded in number and in time.
import { AtlasError } from './atlas-error.ts'
import { errorIn, noAnswer, type Subject } from './error-of.ts'
import { type Answered, unlessAborted } from './exchange.ts'

/** The machine's clock, waiting and chance, so that tests need neither time nor luck. */
export interface Surroundings {
  /** Milliseconds since the epoch. */
  now(): number
  /** A number from 0 up to 1. */
  random(): number
  /** Resolves after that many milliseconds, or at once when the signal ends the wait: no timer may outlive it. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Fresh hexadecimal characters that nobody can guess. */
  nonce(): string
}

/** How hard a client tries. */
export interface Effort {
  /** How often a request is sent at most, the first time included. */
  readonly tries: number
  /** Within how many milliseconds of the first try the last one begins. */
  readonly within: number
}

/** What is told before a request is sent again. */
export interface Retry {
  readonly operationId: string
  /** How often it has been sent so far. */
  readonly attempts: number
  /** How long it waits now, in milliseconds. */
  readonly wait: number
  readonly error: AtlasError
}

export interface RetryDeps {
  readonly effort: Effort
  readonly surroundings: Surroundings
  readonly onRetry?: ((retry: Retry) => void) | undefined
}

interface Plan {
  readonly subject: Subject
  /** Whether sending it twice comes to the same as sending it once. */
  readonly repeatable: boolean
  readonly signal?: AbortSignal | undefined
  /** Which answers are kept; every success unless given. */
  readonly isExpected?: (answered: Answered) => boolean
}

const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000

/** Sends until there is a success, and reads it. Throws the AtlasError of the last try. */
export async function persist<Result>(
  deps: RetryDeps,
  plan: Plan,
  send: () => Promise<Answered>,
  read: (answered: Answered, attempts: number) => Result,
): Promise<Result> {
  const { surroundings, effort, onRetry } = deps
  const { subject, signal } = plan
  const latest = surroundings.now() + effort.within
  for (let attempts = 1; ; attempts += 1) {
    signal?.throwIfAborted()
    const outcome = await attempted(send, plan, attempts, surroundings.now)
    if (!(outcome instanceof AtlasError)) return read(outcome, attempts)
    const wait = pause(outcome, plan.repeatable, surroundings.random)
    if (wait === undefined || attempts >= effort.tries || surroundings.now() + wait > latest) throw outcome
    onRetry?.({ operationId: subject.operationId, attempts, wait, error: outcome })
    await unlessAborted(surroundings.sleep(wait, signal), signal)
  }
}

async function attempted(
  send: () => Promise<Answered>,
  { subject, signal, isExpected = isSuccess }: Plan,
  attempts: number,
  now: () => number,
): Promise<Answered | AtlasError> {
  try {
    const answered = await send()
    return isExpected(answered) ? answered : errorIn(answered, subject, attempts, now())
  } catch (error) {
    signal?.throwIfAborted()
    // Of a challenge or a token that could not be had: that has been tried for long enough.
    if (error instanceof AtlasError) throw error
    return noAnswer(error, subject, attempts)
  }
}

const isSuccess = ({ status }: Answered): boolean => status >= 200 && status < 300

/** How long to wait before the next try, in milliseconds; undefined when there must be none. */
function pause({ status, retryAfter, attempts, cause }: AtlasError, repeatable: boolean, random: () => number) {
  const nothingWasDone = status === 429 || (status === 0 && neverLeft(cause))
  const mayPass = status === 0 || status >= 500
  if (!nothingWasDone && !(repeatable && mayPass)) return undefined
  if (retryAfter !== undefined) return retryAfter * 1000
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1))
  return Math.round(longest * (0.5 + random() / 2))
}

const BEFORE_SENDING: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

/** Whether the connection failed before anything could be sent over it, so that even a POST can be sent again. */
function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && BEFORE_SENDING.includes(cause.code)
}
