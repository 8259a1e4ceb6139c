// Whether an operation was called as often as somebody expected, and what came instead.
import Type, { type Static } from 'typebox'
import { closed } from '../../api/schemas/vocabulary.ts'
import { refuseToDrive } from '../refusal.ts'
import type { Entry } from './entry.ts'

const times = Type.Integer({ minimum: 0 })

export const ExpectationBody = closed({
  operationId: Type.String({ minLength: 1 }),
  count: Type.Optional(times),
  atLeast: Type.Optional(times),
  atMost: Type.Optional(times),
  status: Type.Optional(Type.Integer({ minimum: 100, maximum: 599 })),
  since: Type.Optional(times),
})

/**
 * `count` is exact; without it and a bound, once or more is expected. `status` and `since` narrow what counts: answers
 * with that status, and with a greater id. What digest clients send only to be asked for a digest never counts.
 */
export type Expectation = Static<typeof ExpectationBody>

const MOST_SEEN = 10

/** The count; refuses unless it is as expected. `entries` are those of the log that `since` leaves. */
export function verified(expected: Expectation, entries: readonly Entry[]): { count: number; verified: true } {
  const { operationId, status, count, atMost } = expected
  if (count !== undefined && (expected.atLeast !== undefined || atMost !== undefined)) {
    refuseToDrive(400, 'INVALID_EXPECTATION', 'Say either count, or atLeast and atMost: count is exact.')
  }
  const atLeast = expected.atLeast ?? (count === undefined && atMost === undefined ? 1 : undefined)
  const counted = entries.filter((entry) => !entry.asksAgain)
  const found = counted.filter(
    (entry) => entry.operationId === operationId && entry.status === (status ?? entry.status),
  )
  const isWrong =
    (count !== undefined && found.length !== count) ||
    (atLeast !== undefined && found.length < atLeast) ||
    (atMost !== undefined && found.length > atMost)
  if (!isWrong) return { count: found.length, verified: true }
  const what = status === undefined ? operationId : `${operationId} answered ${status}`
  const wanted = expectedTimes({ count, atLeast, atMost })
  return refuseToDrive(
    409,
    'REQUESTS_DIFFER',
    `Expected ${what} ${wanted}, and it came ${timesText(found.length)}. Seen: ${seenText(counted)}.`,
    [operationId, found.length],
  )
}

const timesText = (count: number): string => (count === 1 ? 'once' : `${count} times`)

function expectedTimes({
  count,
  atLeast,
  atMost,
}: Readonly<Record<'count' | 'atLeast' | 'atMost', number | undefined>>) {
  if (count !== undefined) return timesText(count)
  const least = atLeast === undefined ? [] : [`at least ${timesText(atLeast)}`]
  const most = atMost === undefined ? [] : [`at most ${timesText(atMost)}`]
  return [...least, ...most].join(' and ')
}

/** `createOrgUser 201 twice, …`: what came, by operation and status. */
function seenText(entries: readonly Entry[]): string {
  const byKind = Map.groupBy(
    entries,
    ({ operationId, method, status }) => `${operationId ?? `${method} of no operation`} ${status ?? 'cut'}`,
  )
  const kinds = [...byKind].map(([kind, { length }]) => `${kind} ${timesText(length)}`)
  const more = kinds.length > MOST_SEEN ? [`${kinds.length - MOST_SEEN} other kinds`] : []
  return [...kinds.slice(0, MOST_SEEN), ...more].join(', ') || 'nothing'
}
