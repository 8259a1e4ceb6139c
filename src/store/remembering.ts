// Asks the store once for what the many mails of one transaction ask it again and again: their organization and its people.
import { typed } from './compile.ts'
import type { Tx } from './db.ts'
import { suppressionRow } from './mail-suppressions.ts'
import { memberRow } from './members.ts'
import { accessRow, languageRow } from './organizations.ts'
import type { Statement } from './statement.ts'
import { accountRow, rowByUsername } from './users.ts'

const REMEMBERED: readonly Statement<never, unknown>[] = [
  accessRow,
  languageRow,
  suppressionRow,
  memberRow,
  accountRow,
  rowByUsername,
]

/** The transaction, for work that changes neither organizations nor people, nor whom they write to. */
export function remembering(tx: Tx): Tx {
  const known = new Map(REMEMBERED.map((statement) => [statement, new Map<string, unknown>()]))
  return {
    inTransaction: true,
    get q() {
      return tx.q
    },
    all: (statement, params) => tx.all(statement, params),
    run: (statement, params) => tx.run(statement, params),
    first: async (statement, params) => {
      const rows = known.get(statement)
      if (!rows) return tx.first(statement, params)
      const key = JSON.stringify(params)
      if (!rows.has(key)) rows.set(key, await tx.first(statement, params))
      return typed(rows.get(key))
    },
  }
}
