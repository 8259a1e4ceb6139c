// Brings the tables up to this release's, from any number of processes at once.
import { type Kysely, sql } from 'kysely'
import {
  DEFAULT_MIGRATION_LOCK_TABLE,
  DEFAULT_MIGRATION_TABLE,
  MIGRATION_LOCK_ID,
  type Migration,
  Migrator,
} from 'kysely/migration'
import type { Db } from './db.ts'
import { isCreatedTwice } from './faults.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './schema.ts'

const ATTEMPTS = 10

/**
 * Applies what is missing, all of it or nothing, and answers the names of what this call applied. Safe to call from
 * many processes at once: one applies, the others wait and find nothing left.
 */
export async function migrate(db: Db): Promise<readonly string[]> {
  await prepareBookkeeping(db)
  return db.write(async (tx) => {
    const { error, results } = await migratorOver(db.engine, tx.q).migrateToLatest()
    if (error !== undefined) throw error
    return (results ?? []).map((result) => result.migrationName)
  })
}

/** The names of the migrations that `migrate` would apply; changes nothing. */
export async function pendingMigrations(db: Db): Promise<readonly string[]> {
  const all = await migratorOver(db.engine, db.read.q).getMigrations()
  return all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name)
}

/** Kysely's lock row must be there before it can be locked, and Kysely makes its tables before it locks. */
async function prepareBookkeeping(db: Db): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await createBookkeeping(db)
    } catch (error) {
      if (!isCreatedTwice(error) || attempt === ATTEMPTS) throw error
    }
  }
}

const createBookkeeping = (db: Db): Promise<void> =>
  db.write(async ({ q }) => {
    const applied = sql.table(DEFAULT_MIGRATION_TABLE)
    const lock = sql.table(DEFAULT_MIGRATION_LOCK_TABLE)
    await sql`create table if not exists ${applied}
      (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(q)
    await sql`create table if not exists ${lock}
      (id varchar(255) not null primary key, is_locked integer not null default 0)`.execute(q)
    await sql`insert into ${lock} (id) values (${MIGRATION_LOCK_ID}) on conflict do nothing`.execute(q)
  })

function migratorOver(engine: Db['engine'], q: Kysely<Tables>): Migrator {
  const provided = Object.entries(migrations).map(([name, step]): [string, Migration] => [
    name,
    { up: (inside) => step(engine, inside) },
  ])
  return new Migrator({
    db: q,
    provider: { getMigrations: async () => Object.fromEntries(provided) },
    // `migrate` has begun one already; on SQLite too, where data definition rolls back as well as data.
    disableTransactions: true,
  })
}
