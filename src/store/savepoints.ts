// Parts of a transaction that are undone by themselves, for work in which one refusal must not take the rest along.
import { sql } from 'kysely'
import type { Tx } from './db.ts'
import { statement } from './statement.ts'

const nothing = {}
const begin = statement<object>()((q) => ({ compile: () => sql`savepoint attempt`.compile(q) }))
const undo = statement<object>()((q) => ({ compile: () => sql`rollback to savepoint attempt`.compile(q) }))
const end = statement<object>()((q) => ({ compile: () => sql`release savepoint attempt`.compile(q) }))

/**
 * Runs `work`, and undoes its statements alone when it throws. A statement that failed dooms the whole transaction as
 * everywhere else: what has been refused is undone, what has broken is not mended.
 */
export async function attempt<Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  await tx.run(begin, nothing)
  try {
    return await work(tx)
  } catch (error) {
    await tx.run(undo, nothing)
    throw error
  } finally {
    await tx.run(end, nothing)
  }
}
