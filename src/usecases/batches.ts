// Many decisions by one request: each row is decided by itself, some in one transaction, and a repeated request goes on
// where the first one stopped (docs/wire/batch.md).
import type { Caller } from '../domain/actors.ts'
import { Refusal, refuse } from '../domain/faults.ts'
import type { Tx } from '../store/db.ts'
import * as answers from '../store/idempotent-answers.ts'
import { attempt } from '../store/savepoints.ts'
import type { App } from './app.ts'

/** By what a request is known again: its caller's key, and what it said under it. */
export interface Repeat {
  readonly key: string
  /** SHA-256 of method, path and body, hexadecimal. */
  readonly requestHash: string
}

/** What a row does in a transaction that it shares with other rows. */
type Work<Made> = (tx: Tx) => Promise<Made>

export interface Batch<Made, Shown> {
  /** Each mints what its row needs, and refuses a row that is wrong in itself. */
  readonly rows: readonly (() => Work<Made>)[]
  readonly showMade: (made: Made) => Shown
  readonly showRefused: (refusal: Refusal) => Shown
  readonly repeat: Repeat | undefined
}

export interface BatchAnswer<Shown> {
  /** One of each row, in their order. */
  readonly results: readonly Shown[]
  /** Whether all of it had been done before. */
  readonly isReplayed: boolean
}

/** How many rows share a transaction: few, so that other writers and callers do not wait long for them. */
const TOGETHER = 25
/** How long a key is remembered. */
const KEPT = 86_400_000

/** Does the rows that have not been done under the same key yet; a row that is refused takes none with it. */
export async function runBatch<Made, Shown>(
  app: App,
  { actor, organization }: Caller,
  batch: Batch<Made, Shown>,
): Promise<BatchAnswer<Shown>> {
  const { repeat, rows } = batch
  const place = repeat && { orgId: organization.orgId, principalId: actor.id, key: repeat.key }
  let results: readonly Shown[] = place ? await resume<Shown>(app, place, repeat) : []
  let isReplayed = place !== undefined
  while (results.length < rows.length) {
    const before = results
    const works = rows.slice(before.length, before.length + TOGETHER).map(prepared)
    const step = await app.db.write(async (tx) => {
      const done = place ? (await answers.hold<Shown>(tx, place)).results : before
      // Somebody who sent the same has done these rows meanwhile.
      if (done.length !== before.length) return { results: done, isOurs: false }
      const next = [...done, ...(await together(tx, batch, works))]
      if (place) await answers.write(tx, place, next)
      return { results: next, isOurs: true }
    })
    results = step.results
    isReplayed &&= !step.isOurs
  }
  return { results, isReplayed }
}

/** What has been done under the key before; refused when it was given to another request. */
const resume = <Shown>(app: App, place: answers.KeyPlace, { key, requestHash }: Repeat): Promise<readonly Shown[]> => {
  const wall = app.ambient.wall()
  return app.db.write(async (tx) => {
    await answers.claim(tx, place, { requestHash, expiresAt: wall + KEPT, wall })
    const known = await answers.hold<Shown>(tx, place)
    if (known.requestHash !== requestHash) refuse({ code: 'idempotency_key_reused', key })
    return known.results
  })
}

type Prepared<Made> = { readonly work: Work<Made> } | { readonly refusal: Refusal }

function prepared<Made>(row: () => Work<Made>): Prepared<Made> {
  try {
    return { work: row() }
  } catch (error) {
    return { refusal: asRefusal(error) }
  }
}

async function together<Made, Shown>(
  tx: Tx,
  { showMade, showRefused }: Batch<Made, Shown>,
  works: readonly Prepared<Made>[],
): Promise<readonly Shown[]> {
  const shown: Shown[] = []
  for (const each of works) {
    try {
      shown.push('work' in each ? showMade(await attempt(tx, each.work)) : showRefused(each.refusal))
    } catch (error) {
      shown.push(showRefused(asRefusal(error)))
    }
  }
  return shown
}

/** Whatever else went wrong is not the row's fault, and ends the batch. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}
