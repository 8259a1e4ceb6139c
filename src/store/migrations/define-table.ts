// How a migration writes a table down once for both engines.
import { type Kysely, sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Tables } from '../schema.ts'

/** Text compares by code point on both engines; a question mark allows NULL. */
export type Column = 'text' | 'text?' | 'integer' | 'integer?'

export interface Table {
  readonly name: string
  readonly columns: Readonly<Record<string, Column>>
  readonly key: readonly string[]
  /**
   * For rows that are wide, which SQLite keeps better beside the key's index than inside it. Without statistics it also
   * prefers a clustered key to any index, however little of the key a statement gives.
   */
  readonly wide?: true
}

export interface Index {
  readonly table: string
  readonly name: string
  /** A column, or a column and ` desc`. */
  readonly on: readonly string[]
  readonly unique?: true
  /** The rows it covers, as SQL; a statement must state it literally to use the index. */
  readonly where?: string
}

/** Creates a table; on SQLite strict, and clustered by its key. */
export async function createTable(engine: Db['engine'], q: Kysely<Tables>, table: Table): Promise<void> {
  const columns = Object.entries(table.columns).map(
    ([name, column]) => sql`${sql.ref(name)} ${sql.raw(columnType(engine, column))}`,
  )
  const key = sql.join(table.key.map((name) => sql.ref(name)))
  const options = engine === 'postgres' ? '' : table.wide ? 'strict' : 'strict, without rowid'
  await sql`create table ${sql.table(table.name)} (${sql.join(columns)}, primary key (${key})) ${sql.raw(options)}`.execute(
    q,
  )
}

export interface AddedColumn {
  readonly table: string
  readonly name: string
  readonly type: Column
  /** What rows have that were there before, as SQL; a column that allows NULL needs none. */
  readonly value?: string
}

/** Adds a column to a table that may have rows. */
export async function addColumn(engine: Db['engine'], q: Kysely<Tables>, column: AddedColumn): Promise<void> {
  const value = column.value === undefined ? sql`` : sql.raw(` default ${column.value}`)
  const type = sql.raw(columnType(engine, column.type))
  await sql`alter table ${sql.table(column.table)} add column ${sql.ref(column.name)} ${type}${value}`.execute(q)
}

/** Creates an index, unique or partial as it says. */
export async function createIndex(q: Kysely<Tables>, index: Index): Promise<void> {
  const unique = sql.raw(index.unique ? 'unique' : '')
  const where = sql.raw(index.where === undefined ? '' : `where ${index.where}`)
  const on = sql.raw(index.on.join(', '))
  await sql`create ${unique} index ${sql.ref(index.name)} on ${sql.table(index.table)} (${on}) ${where}`.execute(q)
}

function columnType(engine: Db['engine'], column: Column): string {
  const types =
    engine === 'postgres' ? { text: 'text collate "C"', integer: 'bigint' } : { text: 'text', integer: 'integer' }
  switch (column) {
    case 'text':
    case 'integer':
      return `${types[column]} not null`
    case 'text?':
      return types.text
    case 'integer?':
      return types.integer
  }
}
