// Kysely over a function that executes one compiled query: it builds SQL here, and connections stay the engines' business.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type MigrationLockOptions,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryExecutorProvider,
  type QueryResult,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Db } from './db.ts'
import type { Tables } from './schema.ts'

export type Execute = <Row>(query: CompiledQuery) => Promise<QueryResult<Row>>

/** A Kysely instance each of whose queries is one call of `execute`. It makes no transactions; `Db.write` does. */
export const kyselyOver = (engine: Db['engine'], execute: Execute): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: dialectOf(engine, driverOver(execute)) })

function dialectOf(engine: Db['engine'], driver: Driver): Dialect {
  if (engine === 'sqlite') {
    return {
      createDriver: () => driver,
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SingleWriterQueryCompiler(),
      createIntrospector: (q) => new SqliteIntrospector(q),
    }
  }
  return {
    createDriver: () => driver,
    createAdapter: () => new RowLockingPostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (q) => new PostgresIntrospector(q),
  }
}

/** SQLite has one writer at a time, so every row lock is implied, and it does not know the words. */
class SingleWriterQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    const isLock = node.modifier === 'ForUpdate' || node.modifier === 'ForShare' || node.modifier === 'SkipLocked'
    if (!isLock) super.visitSelectModifier(node)
  }
}

/** Migrations wait for each other at a row, held until their transaction ends: advisory locks do not survive a pooler. */
class RowLockingPostgresAdapter extends PostgresAdapter {
  override async acquireMigrationLock(q: QueryExecutorProvider, lock: MigrationLockOptions): Promise<void> {
    await sql`select id from ${sql.table(lock.lockTable)} where id = ${lock.lockRowId} for update`.execute(q)
  }

  override async releaseMigrationLock(): Promise<void> {}
}

function driverOver(execute: Execute): Driver {
  const connection: DatabaseConnection = {
    executeQuery: execute,
    streamQuery: () => {
      throw new Error('The store does not stream; page by key instead.')
    },
  }
  const noTransactions = async (): Promise<void> => {
    throw new Error('Transactions are made by db.write.')
  }
  const nothing = async (): Promise<void> => {}
  return {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: noTransactions,
    commitTransaction: noTransactions,
    rollbackTransaction: noTransactions,
    releaseConnection: nothing,
    destroy: nothing,
  }
}
