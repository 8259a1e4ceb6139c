// How one table is copied beside the store and back, on each engine; and which tables a snapshot is made of.
import { sql } from 'kysely'
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from 'kysely/migration'
import type { Db, Sql, Tx } from './db.ts'

/** Where copies are: a schema on PostgreSQL, a second database on SQLite. */
export const PLACE = 'atrium_snapshots'

/** The tables of which no copy is made, each for its reason. */
const NOT_COPIED: Readonly<Record<string, string>> = {
  dev_state: 'What one start tells the next, such as the key ring, is no data of the world.',
  nonces: 'A digest counter that has been used stays used.',
  signing_keys: 'Every process keeps the key that it has read.',
  throttles: 'Tries of another time must not refuse anybody, so that putting a copy back forgets them all.',
  [DEFAULT_MIGRATION_TABLE]: 'It says what tables there are, which no copy changes.',
  [DEFAULT_MIGRATION_LOCK_TABLE]: 'It belongs to whoever changes the tables.',
}

/** The names of the tables that a snapshot is made of: all there are but for the exceptions, in a fixed order. */
export async function copiedTables(store: Sql, engine: Db['engine']): Promise<readonly string[]> {
  const tables =
    engine === 'sqlite'
      ? sql<{
          name: string
        }>`select name from main.sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`
  const { rows } = await tables.execute(store.q)
  const names = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(NOT_COPIED, name))
  return names.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
}

/** Most transactions touch the organization's row first: whoever locks tables in that order meets few of them halfway. */
const rank = (table: string): number => (table === 'organizations' ? 0 : 1)

/**
 * Lets nobody else write to these tables until the transaction ends; on SQLite nobody can. With `readers` reading goes
 * on beside the transaction's own writing, without it the transaction only reads.
 */
export async function holdTables(
  tx: Tx,
  engine: Db['engine'],
  tables: readonly string[],
  mode: 'share' | 'exclusive',
): Promise<void> {
  if (engine === 'sqlite') return
  await sql`lock table ${sql.join(tables.map((table) => sql.table(table)))} in ${sql.raw(mode)} mode`.execute(tx.q)
}

/** Up to so many rows cost SQLite less to insert again than their table and its indexes cost to be made anew. */
const FEW_ROWS = 1000

/** Copies a table for the snapshot with this number; false, and no copy, when it has no rows. */
export async function copyOut(tx: Tx, engine: Db['engine'], snapshot: number, table: string): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from (select 1 from ${sql.table(table)} limit ${FEW_ROWS + 1}) as first_rows`.execute(tx.q)
  const count = Number(rows[0]?.count)
  if (count === 0) return false
  const copy = copyOf(snapshot, table)
  if (engine === 'postgres' || count <= FEW_ROWS) {
    await sql`create table ${copy} as select * from ${sql.table(table)}`.execute(tx.q)
    return true
  }
  await createTwin(tx, snapshot, table)
  await sql`insert into ${copy} select * from ${sql.id('main', table)}`.execute(tx.q)
  return true
}

/** Empties a table, and fills it from its copy if it has one. */
export async function copyIn(tx: Tx, snapshot: number, table: string, hasCopy: boolean): Promise<void> {
  await sql`delete from ${sql.table(table)}`.execute(tx.q)
  if (hasCopy) await sql`insert into ${sql.table(table)} select * from ${copyOf(snapshot, table)}`.execute(tx.q)
}

/** Adds the rows of the copy whose keys are free. */
export async function addFromCopy(tx: Tx, snapshot: number, table: string): Promise<void> {
  // Without a condition SQLite would take the conflict for the beginning of a join.
  await sql`insert into ${sql.table(table)} select * from ${copyOf(snapshot, table)} where true
    on conflict do nothing`.execute(tx.q)
}

export async function dropCopy(tx: Tx, snapshot: number, table: string): Promise<void> {
  await sql`drop table ${copyOf(snapshot, table)}`.execute(tx.q)
}

const copyOf = (snapshot: number, name: string) => sql.id(PLACE, `${snapshot}/${name}`)

/**
 * An empty table of the same columns and the same indexes: then SQLite copies the rows as they lie, unread, there and
 * back (sqlite.org/src/file/src/insert.c, "The xfer optimization").
 */
async function createTwin(tx: Tx, snapshot: number, table: string): Promise<void> {
  const made = await sql<{ type: string; name: string; sql: string | null }>`select type, name, sql
    from main.sqlite_schema where tbl_name = ${table} order by rowid`.execute(tx.q)
  for (const { type, name, sql: text } of made.rows) {
    // The index of a key has no text: it comes with its table.
    if (text === null) continue
    const body = sql.raw(text.slice(text.indexOf('(')))
    const twin = copyOf(snapshot, name)
    if (type === 'table') await sql`create table ${twin} ${body}`.execute(tx.q)
    else await sql`${sql.raw(createOf(text))} ${twin} on ${sql.id(`${snapshot}/${table}`)} ${body}`.execute(tx.q)
  }
}

/** How an index's own text begins, as SQLite keeps it: with or without `UNIQUE`. */
const createOf = (text: string): string => (/^create unique /i.test(text) ? 'create unique index' : 'create index')
