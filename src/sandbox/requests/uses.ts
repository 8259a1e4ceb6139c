// Counts requests of one kind for as long as a program runs, whatever the log of requests forgets meanwhile.
import { inOneLine } from './words.ts'

/** Somebody's request for one version of an operation. */
export interface Use {
  readonly operationId: string
  readonly version: string
  /** What the client calls itself, as it came. */
  readonly client: string
  /** Null where nobody was recognized. */
  readonly caller: { readonly kind: string; readonly name: string } | null
}

export interface CountedUse extends Use {
  readonly count: number
}

export interface Uses {
  note(use: Use): void
  /** By operation and version; the client's name is shortened and fit to be printed. */
  list(): readonly CountedUse[]
}

const MOST_KINDS = 500
const LONGEST_CLIENT = 40

/** None at first. Callers beyond the first five hundred are counted together, without their names. */
export function countUses(): Uses {
  const counted = new Map<string, CountedUse>()
  return {
    note: (use) => {
      const client = shortened(use.client)
      const own = { ...use, client }
      const isKept = counted.has(keyOf(own)) || counted.size < MOST_KINDS
      const kind = isKept ? own : { ...use, client: 'others', caller: null }
      counted.set(keyOf(kind), { ...kind, count: (counted.get(keyOf(kind))?.count ?? 0) + 1 })
    },
    list: () => [...counted].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use),
  }
}

const keyOf = ({ operationId, version, client, caller }: Use): string =>
  JSON.stringify([operationId, version, client, caller?.kind, caller?.name])

function shortened(client: string): string {
  const line = inOneLine(client)
  return line.length > LONGEST_CLIENT ? `${line.slice(0, LONGEST_CLIENT)}...` : line
}
