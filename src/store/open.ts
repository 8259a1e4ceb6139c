// Opens the store that the configuration names; the driver of the other engine is never loaded.
import type { Db } from './db.ts'
import type { PostgresTarget } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

export type StoreTarget =
  /** `file` may be `:memory:`. `exclusive` keeps other processes out. */
  { readonly engine: 'sqlite'; readonly file: string; readonly exclusive: boolean } | PostgresTarget

/**
 * Opens a store without changing its tables; `migrate` does that. Throws `StoreInUse` when another process holds the
 * file. PostgreSQL is first spoken to by the first statement.
 */
export async function openDb(target: StoreTarget): Promise<Db> {
  if (target.engine === 'sqlite') return openSqlite(target.file, target.exclusive)
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(target)
}
