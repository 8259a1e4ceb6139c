// Sends calls together and compares what should be with what is.
import { isDeepStrictEqual } from 'node:util'
import type { Answer, Client } from './client.ts'

/** How many callers a race has. */
export const CALLERS = 10

/** What came of some rounds: everything illegal, and how they ended. */
export interface Verdict {
  readonly problems: readonly string[]
  readonly outcomes: readonly string[]
}

export interface Racer<Kind extends string> {
  readonly kind: Kind
  run(client: Client): Promise<Answer>
}

export interface Finish<Kind extends string> extends Answer {
  readonly kind: Kind
  /** Which of the callers it was. */
  readonly lane: number
}

/** Sends every call at once, in any order, taking turns between the servers; answers in the order of the racers. */
export async function race<Kind extends string>(
  clients: readonly Client[],
  racers: readonly Racer<Kind>[],
): Promise<readonly Finish<Kind>[]> {
  const lanes = shuffled(racers.map((racer, lane) => ({ racer, lane })))
  const finishes = await Promise.all(
    lanes.map(async ({ racer, lane }, turn) => {
      const client = clients[turn % clients.length]
      if (!client) throw new Error('A race needs a server.')
      return { kind: racer.kind, lane, ...(await racer.run(client)) }
    }),
  )
  return finishes.toSorted((one, other) => one.lane - other.lane)
}

/** Plays rounds one after another. */
export async function play(count: number, round: () => Promise<Verdict>): Promise<Verdict> {
  const verdicts: Verdict[] = []
  for (let index = 0; index < count; index += 1) verdicts.push(await round())
  return merged(verdicts)
}

export const merged = (verdicts: readonly Verdict[]): Verdict => ({
  problems: verdicts.flatMap(({ problems }) => problems),
  outcomes: verdicts.flatMap(({ outcomes }) => outcomes),
})

/** The sentence about a difference, or nothing. */
export const differs = (what: string, actual: unknown, expected: unknown): string[] =>
  isDeepStrictEqual(actual, expected) ? [] : [`${what}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]

/** `kind status code` of each answer that is not among the allowed ones. */
export const unexpected = (finishes: readonly Finish<string>[], allowed: readonly string[]): string[] =>
  finishes.map(spelled).filter((answer) => !allowed.includes(answer))

export const spelled = ({ kind, status, code }: Finish<string>): string => `${kind} ${status} ${code}`.trim()

/** The finishes of this kind that were not refused. */
export const successes = <Kind extends string>(
  finishes: readonly Finish<Kind>[],
  ...kinds: readonly Kind[]
): readonly Finish<Kind>[] => finishes.filter(({ kind, status }) => kinds.includes(kind) && status < 300)

let numbered = 0

/** A name that nothing has had before. */
export function fresh(kind: string): string {
  numbered += 1
  return `${kind}-${numbered}`
}

/** An address that nobody has had before. */
export const freshAddress = (kind: string): string => `${fresh(kind)}@race.example.com`

export const times = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** So that neither side of a race is always first. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(Math.floor(Math.random() * rest.length), 1))
}
