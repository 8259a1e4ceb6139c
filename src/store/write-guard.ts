// Keeps `db.read` and `db.write` out of transactions: on one connection they would wait for each other forever, and on
// several they would read past the transaction's own rows.
import { AsyncLocalStorage } from 'node:async_hooks'

interface Write {
  ended: boolean
}

const current = new AsyncLocalStorage<Write>()

/** Runs `work` as the inside of a transaction; what it starts and does not await counts as outside once it has ended. */
export async function insideWrite<Result>(work: () => Promise<Result>): Promise<Result> {
  const write: Write = { ended: false }
  try {
    return await current.run(write, work)
  } finally {
    write.ended = true
  }
}

/** Throws when called from inside a transaction. */
export function assertOutsideWrite(): void {
  const write = current.getStore()
  if (write === undefined || write.ended) return
  throw new Error('db.read and db.write cannot be used inside db.write; use the transaction that it hands to its work.')
}
