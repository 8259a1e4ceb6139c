// A small table that only `atrium dev` makes: texts by name, some of them written once, others again and again.
import { sql } from 'kysely'
import type { Db, Sql, Tx } from './db.ts'
import { isCreatedTwice } from './faults.ts'

/** Makes the table unless it is there; several processes may do so at once. */
export async function createTable(db: Db): Promise<void> {
  const create = sql`create table if not exists dev_state (name text primary key, value text not null)`
  try {
    await db.write((tx) => create.execute(tx.q))
  } catch (error) {
    if (!isCreatedTwice(error)) throw error
  }
}

/** The text of that name. */
export async function read(store: Sql, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`select value from dev_state where name = ${name}`.execute(store.q)
  return rows[0]?.value
}

/** Exactly one caller ever sees `true` for the same name; the others wait until that one has committed. */
export async function claim(tx: Tx, name: string, value: string): Promise<boolean> {
  const insert = sql`insert into dev_state (name, value) values (${name}, ${value}) on conflict do nothing`
  const { numAffectedRows } = await insert.execute(tx.q)
  return numAffectedRows === 1n
}

/** Writes the text down in place of what had that name. */
export async function put(tx: Tx, name: string, value: string): Promise<void> {
  const upsert = sql`insert into dev_state (name, value) values (${name}, ${value})
    on conflict (name) do update set value = excluded.value`
  await upsert.execute(tx.q)
}
