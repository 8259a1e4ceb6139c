// The requests of the last while with their answers, and why each was answered so.
import type { Watch } from '../../api/trace.ts'
import { requireOperation } from '../operation-names.ts'
import type { Entry, EntryDeps, Followed } from './entry.ts'
import { watching } from './entry.ts'
import type { Exchange } from './exchange.ts'
import { showBody } from './kept-body.ts'
import type { Use } from './uses.ts'
import { type Expectation, verified } from './verify.ts'
import { inHeader, inOneLine } from './words.ts'

export interface Wanted {
  /** Only what has a greater id. */
  readonly since?: number | undefined
  readonly operationId?: string | undefined
}

export interface RequestLog {
  /** Oldest first; refuses an operation that does not exist. */
  list(wanted?: Wanted): Promise<readonly Exchange[]>
  /** How often an operation was called; refuses if that is not as expected, and says what was seen instead. */
  verify(expected: Expectation): Promise<{ readonly count: number; readonly verified: true }>
  /** Forgets all; ids go on counting. */
  clear(): Promise<void>
  /** For the server, which tells it of every request under /api/. */
  readonly watch: Watch
}

export interface RequestLogDeps extends EntryDeps {
  /** Told of every refusal in one line; not of the first request of a digest client. */
  readonly refused?: ((line: string) => void) | undefined
  /** Told of every request for a deprecated version; not of the first request of a digest client. */
  readonly deprecated?: ((use: Use) => void) | undefined
}

interface Numbered extends Pick<Followed, 'characters' | 'read'> {
  readonly id: number
}

const MOST_ENTRIES = 1000
/** Of all bodies together, in characters, so that many worlds fit into one process. */
const MOST_CHARACTERS = 16 * 1024 * 1024
const LONGEST_HEADER = 500
const LONGEST_SHOWN_PATH = 300

/** Empty at first; one for each world. */
export function createRequestLog({ refused, deprecated, ...deps }: RequestLogDeps): RequestLog {
  let entries: Numbered[] = []
  let lastId = 0
  let characters = 0
  const keep = (entry: Numbered): void => {
    entries.push(entry)
    characters += entry.characters
    while (entries.length > MOST_ENTRIES || (characters > MOST_CHARACTERS && entries.length > 1)) {
      const dropped = entries.shift()
      if (dropped) characters -= dropped.characters
    }
  }
  const among = ({ since = 0, operationId }: Wanted): readonly Entry[] => {
    if (operationId !== undefined) requireOperation(operationId)
    const later = entries.filter(({ id }) => id > since).map(({ id, read }) => ({ ...read(), id }))
    return operationId === undefined ? later : later.filter((entry) => entry.operationId === operationId)
  }
  return {
    list: async (wanted = {}) => among(wanted).map(shown),
    verify: async (expected) => {
      requireOperation(expected.operationId)
      return verified(expected, among({ since: expected.since }))
    },
    clear: async () => {
      entries = []
      characters = 0
    },
    watch: watching(deps, ({ characters: size, isRefusal, read }) => {
      lastId += 1
      keep({ id: lastId, characters: size, read })
      // Whatever is looked at on its way costs its sender time.
      if (!isRefusal && !deprecated) return {}
      const entry = read()
      if (entry.isDeprecated && !entry.asksAgain) deprecated?.(useOf(entry))
      if (!isRefusal) return {}
      if (!entry.asksAgain) refused?.(lineOf(entry))
      return { 'X-Atrium-Explain': inHeader(entry.explanation, LONGEST_HEADER) }
    }),
  }
}

const shown = ({ asksAgain, isDeprecated, ...entry }: Entry): Exchange => ({
  ...entry,
  request: { ...entry.request, body: showBody(entry.request.body) },
  response: { ...entry.response, body: showBody(entry.response.body) },
})

const useOf = ({ operationId, version, caller, request }: Omit<Entry, 'id'>): Use => ({
  operationId: operationId ?? '',
  version: version ?? '',
  client: request.headers['user-agent'] ?? '',
  caller,
})

function lineOf({ method, path, explanation }: Omit<Entry, 'id'>): string {
  const [asked = ''] = path.split('?')
  return inOneLine(`${method} ${asked.slice(0, LONGEST_SHOWN_PATH)} ${explanation}`)
}
