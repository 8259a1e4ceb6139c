// Empty stores in memory, one after another: the first is migrated, the others are made as that one came out.
import { sql } from 'kysely'
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from 'kysely/migration'
import type { Db } from './db.ts'
import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite.ts'

const MEMORY = ':memory:'

let description: string | undefined

/** An empty store in memory with this release's tables; a millisecond, but for the first one in a process. */
export async function openFresh(): Promise<Db> {
  if (description !== undefined) return openSqlite(MEMORY, true, description)
  const db = await openSqlite(MEMORY, true)
  try {
    await migrate(db)
    description = await describe(db)
    return db
  } catch (error) {
    await db[Symbol.asyncDispose]()
    throw error
  }
}

/** Statements that make the same tables in an empty database, and say of them which migrations they went through. */
async function describe(db: Db): Promise<string> {
  const { q } = db.read
  // What has no text, and what is called sqlite_, the engine makes by itself.
  const made = await sql<{ sql: string }>`select sql from sqlite_schema
    where sql is not null and name not like 'sqlite\\_%' escape '\\' order by rowid`.execute(q)
  const applied = await sql<{ name: string; timestamp: string }>`select name, timestamp
    from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(q)
  const locks = await sql<{ id: string }>`select id from ${sql.table(DEFAULT_MIGRATION_LOCK_TABLE)}`.execute(q)
  return [
    'BEGIN',
    ...made.rows.map((row) => row.sql),
    ...applied.rows.map((row) => `INSERT INTO ${DEFAULT_MIGRATION_TABLE} VALUES (${textsOf(row.name, row.timestamp)})`),
    ...locks.rows.map(({ id }) => `INSERT INTO ${DEFAULT_MIGRATION_LOCK_TABLE} VALUES (${textsOf(id)}, 0)`),
    'COMMIT',
  ].join(';\n')
}

const textsOf = (...texts: readonly string[]): string =>
  texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')
