// Snapshots of the whole store, by name: each is a copy of every table, taken in one transaction and put back in one.
import { sql } from 'kysely'
import type { Db, Sql, Tx } from './db.ts'
import { isCreatedTwice } from './faults.ts'
import { fromJson } from './json.ts'
import { migrations } from './migrations/index.ts'
import * as removedTokens from './removed-tokens.ts'
import * as sessions from './sessions.ts'
import { addFromCopy, copiedTables, copyIn, copyOut, dropCopy, holdTables, PLACE } from './snapshot-tables.ts'
import * as tokens from './tokens.ts'

export interface StoreSnapshot {
  readonly name: string
  /** Milliseconds since the epoch, by the machine's clock. */
  readonly createdAt: number
  /** What the domain's clock said, in milliseconds since the epoch, and whether it stood there. */
  readonly now: number
  readonly frozen: boolean
}

interface Entry extends StoreSnapshot {
  readonly id: number
  /** The tables that had rows. */
  readonly tables: readonly string[]
}

/** What lets people and programs in again when they come with what they hold: rows of now stay as well. */
const UNITED = {
  tokens: tokens.removeOrphans,
  sessions: sessions.removeOrphans,
}

/** The last migration stands for the tables as they are: a copy of others cannot be put back. */
const TABLES_OF_NOW = Object.keys(migrations).at(-1) ?? ''

const ENTRIES = sql.table(`${PLACE}.entries`)

/**
 * Makes the place for copies ready: in `file` on SQLite, which may be `:memory:`, beside the tables on PostgreSQL. What
 * is there of a store that has been replaced (`isNew`), or of other tables than this release's, is removed.
 */
export async function open(db: Db, file: string, isNew: boolean): Promise<void> {
  if (db.engine === 'sqlite') await attach(db, file)
  try {
    await db.write(async (tx) => {
      const { q } = tx
      if (db.engine === 'postgres') await sql`create schema if not exists ${sql.id(PLACE)}`.execute(q)
      await sql`create table if not exists ${ENTRIES} (id bigint primary key, name text not null unique,
        created_at bigint not null, now bigint not null, frozen integer not null, made_by text not null,
        tables text not null)`.execute(q)
      await removedTokens.open(tx, db.engine)
    })
  } catch (error) {
    if (!isCreatedTwice(error)) throw error
  }
  await db.write(async (tx) => {
    const stale = isNew ? sql`` : sql`where made_by <> ${TABLES_OF_NOW}`
    for (const entry of await entriesWhere(tx, stale)) await drop(tx, entry)
    if (isNew) await removedTokens.forget(tx)
  })
}

/** All snapshots, the oldest first. */
export const list = (store: Sql): Promise<readonly StoreSnapshot[]> => entriesWhere(store, sql`order by created_at, id`)

export interface TakeLimits {
  /** Whether it may take the place of one with its name. */
  readonly mayReplace: boolean
  /** How many there may be with it. */
  readonly most: number
}

/** Copies every table. Nothing is done when the name is taken and must not be replaced, or when there are too many. */
export const take = (
  db: Db,
  snapshot: StoreSnapshot,
  { mayReplace, most }: TakeLimits,
): Promise<'taken' | 'name_taken' | 'too_many'> =>
  db.write(async (tx) => {
    await holdEntries(tx, db.engine)
    const before = await byName(tx, snapshot.name)
    if (before && !mayReplace) return 'name_taken'
    if (!before && (await list(tx)).length >= most) return 'too_many'
    const id = await nextId(tx)
    const copied = await copyTables(tx, db.engine, id)
    // Not before: SQLite would have to note down what was in every page that it uses again within a transaction.
    if (before) await drop(tx, before)
    const { name, createdAt, now, frozen } = snapshot
    await sql`insert into ${ENTRIES} (id, name, created_at, now, frozen, made_by, tables) values
      (${id}, ${name}, ${createdAt}, ${now}, ${frozen ? 1 : 0}, ${TABLES_OF_NOW}, ${JSON.stringify(copied)})`.execute(
      tx.q,
    )
    return 'taken'
  })

/**
 * Makes every table what it was then, but for tokens and sessions, which stay usable for whomever there still is; tokens
 * that were removed meanwhile come back too, unless they have expired at `wall`.
 * Everything that anybody has read of an organization before is out of date from the commit on. Undefined, and nothing
 * is done, when there is no such snapshot.
 */
export async function putBack(
  tx: Tx,
  engine: Db['engine'],
  name: string,
  wall: number,
): Promise<StoreSnapshot | undefined> {
  await holdEntries(tx, engine)
  const entry = await byName(tx, name)
  if (!entry) return undefined
  const tables = await copiedTables(tx, engine)
  await holdTables(tx, engine, tables, 'exclusive')
  const newest = await newestRevision(tx)
  const had = new Set(entry.tables)
  for (const table of tables) {
    if (!Object.hasOwn(UNITED, table)) await copyIn(tx, entry.id, table, had.has(table))
    else if (had.has(table)) await addFromCopy(tx, entry.id, table)
  }
  await removedTokens.addBack(tx, wall)
  // Those that nobody can have in this state are noted as removed again: another state may.
  for (const removeOrphans of Object.values(UNITED)) await removeOrphans(tx)
  await tx.q.deleteFrom('throttles').execute()
  // No row of an organization ever goes but by this, so that `newest` is the highest that was ever handed out.
  await tx.q
    .updateTable('organizations')
    .set({ revision: newest + 1 })
    .execute()
  return entry
}

/** Whether there was such a snapshot. */
export const remove = (db: Db, name: string): Promise<boolean> =>
  db.write(async (tx) => {
    await holdEntries(tx, db.engine)
    const entry = await byName(tx, name)
    if (entry) await drop(tx, entry)
    return entry !== undefined
  })

/** The tables that had rows. */
async function copyTables(tx: Tx, engine: Db['engine'], id: number): Promise<readonly string[]> {
  const tables = await copiedTables(tx, engine)
  await holdTables(tx, engine, tables, 'share')
  const copied: string[] = []
  for (const table of tables) if (await copyOut(tx, engine, id, table)) copied.push(table)
  return copied
}

async function attach({ read: { q } }: Db, file: string): Promise<void> {
  await sql`attach ${file} as ${sql.id(PLACE)}`.execute(q)
  // Like the store itself; in memory this has no effect.
  await sql`pragma ${sql.id(PLACE)}.journal_mode = wal`.execute(q)
}

/** Two that take or remove snapshots at the same time do so one after the other. */
const holdEntries = (tx: Tx, engine: Db['engine']): Promise<void> =>
  holdTables(tx, engine, [`${PLACE}.entries`], 'exclusive')

async function drop(tx: Tx, { id, tables }: Entry): Promise<void> {
  for (const table of tables) await dropCopy(tx, id, table)
  await sql`delete from ${ENTRIES} where id = ${id}`.execute(tx.q)
}

async function nextId({ q }: Tx): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(id) as last from ${ENTRIES}`.execute(q)
  return Number(rows[0]?.last ?? 0) + 1
}

async function newestRevision({ q }: Tx): Promise<number> {
  const row = await q
    .selectFrom('organizations')
    .select((eb) => eb.fn.max('revision').as('newest'))
    .executeTakeFirst()
  return Number(row?.newest ?? 0)
}

const byName = async (store: Sql, name: string): Promise<Entry | undefined> =>
  (await entriesWhere(store, sql`where name = ${name}`))[0]

async function entriesWhere({ q }: Sql, condition: ReturnType<typeof sql>): Promise<readonly Entry[]> {
  const { rows } =
    await sql<EntryRow>`select id, name, created_at, now, frozen, tables from ${ENTRIES} ${condition}`.execute(q)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    now: row.now,
    frozen: row.frozen === 1,
    tables: fromJson<readonly string[]>(row.tables),
  }))
}

interface EntryRow {
  readonly id: number
  readonly name: string
  readonly created_at: number
  readonly now: number
  readonly frozen: number
  readonly tables: string
}
