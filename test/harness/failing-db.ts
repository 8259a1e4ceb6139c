// A store whose transactions can be made to fail at a chosen statement, as a full disk or a cut connection would.
import type { Db, Tx } from '../../src/store/db.ts'

export interface FailingDb {
  readonly db: Db
  /** From now on each transaction fails at its n-th statement, counted from 1; 0 lets all pass. */
  failAt(statement: number): void
  /** How many statements the longest transaction had since the last `failAt`. */
  longest(): number
}

/** The same store, until told to fail. */
export function failingDb(real: Db): FailingDb {
  let failing = 0
  let most = 0
  const write: Db['write'] = (work) =>
    real.write((tx) => {
      let statements = 0
      return work(
        watched(tx, () => {
          statements += 1
          most = Math.max(most, statements)
          if (statements === failing) throw new Error('The store failed on purpose.')
        }),
      )
    })
  return {
    db: { ...real, write },
    failAt: (statement) => {
      failing = statement
      most = 0
    },
    longest: () => most,
  }
}

function watched(tx: Tx, before: () => void): Tx {
  return {
    inTransaction: true,
    get q() {
      return tx.q.withPlugin({
        transformQuery: ({ node }) => {
          before()
          return node
        },
        transformResult: async ({ result }) => result,
      })
    },
    all: async (statement, params) => {
      before()
      return tx.all(statement, params)
    },
    first: async (statement, params) => {
      before()
      return tx.first(statement, params)
    },
    run: async (statement, params) => {
      before()
      return tx.run(statement, params)
    },
  }
}
