// Asks one thing after the other, and notes what the credentials may not read instead of giving up.
import { AtlasError, type CallOptions } from '../client/main.ts'
import { textAt } from './fields.ts'

export interface Progress {
  /** Told what is being read, and how many of how many are done where that is known. */
  reading(what: string, done?: number, total?: number): void
  /** Told what the captured file will lack, as a sentence. */
  note(sentence: string): void
}

/** Asked with the newest version of the operation. */
type Ask<Answer> = (how: Pick<CallOptions, 'signal'>) => Answer

export interface Reader {
  readonly progress: Progress
  /** Ends whatever is on its way. */
  readonly signal: AbortSignal
  /** The answer; undefined when it is refused, which is noted under the name of what was asked for. */
  one<Answer>(what: string, ask: Ask<Promise<Answer>>): Promise<Answer | undefined>
  /** Everything on all pages; undefined when it is refused. */
  all(what: string, ask: Ask<AsyncIterable<object>>): Promise<readonly object[] | undefined>
}

/** What answered is no organization that a seed could hold. */
export class NoOrganization extends Error {}

/** What was being read is not there any longer. */
export class Gone extends Error {}

export function readerWith(progress: Progress, signal: AbortSignal): Reader {
  const one: Reader['one'] = async (what, ask) => {
    try {
      return await ask({ signal })
    } catch (error) {
      if (!(error instanceof AtlasError) || !isRefusal(error)) throw error
      if (isGone(error)) throw new Gone(what)
      // Whatever has ended holds nothing that could be missed.
      if (error.status !== 410) progress.note(`${what} could not be read: ${error.status} ${saidBy(error)}`)
      return undefined
    }
  }
  return { progress, signal, one, all: (what, ask) => one(what, (how) => collected(ask(how))) }
}

const saidBy = ({ errorCode, detail }: AtlasError): string =>
  detail === '' ? `${errorCode}.` : `${errorCode}: ${detail}`

/** Each once: whatever is made or deleted between two pages shifts the others. */
async function collected(items: AsyncIterable<object>): Promise<readonly object[]> {
  const all = new Map<unknown, object>()
  for await (const item of items) all.set(textAt(item, 'id') ?? textAt(item, 'clientId') ?? item, item)
  return [...all.values()]
}

/** Refused by what the credentials may do, rather than by what they are or by a service that is out of order. */
function isRefusal({ operationId, status, errorCode }: AtlasError): boolean {
  if (operationId === 'oauthToken' || status === 429) return false
  return status === 401 ? /^(USER_UNAUTHORIZED|NOT_)/.test(errorCode) : status >= 400 && status < 500
}

const isGone = ({ status, errorCode }: AtlasError): boolean =>
  status === 404 && errorCode.endsWith('_NOT_FOUND') && errorCode !== 'RESOURCE_NOT_FOUND'
