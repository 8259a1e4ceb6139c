// Tokens that were removed before they expired, noted by the engine itself, so that another state may have them again.
import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'
import { PLACE } from './snapshot-tables.ts'

/** Written out, so that a later column of theirs makes no removal fail in a server that knows nothing of this place. */
const COLUMNS = ['token_hash', 'org_id', 'client_id', 'secret_id', 'created_at', 'expires_at'] as const

const REMOVED = sql.table(`${PLACE}.removed_tokens`)
const KEEPER = 'keep_removed_tokens'

const columns = sql.join(COLUMNS.map((column) => sql.ref(column)))
const old = sql.join(COLUMNS.map((column) => sql.ref(`old.${column}`)))

/** Has removals noted from now on, but for those of tokens that have expired by the engine's clock. */
export async function open({ q }: Tx, engine: Db['engine']): Promise<void> {
  await sql`create table if not exists ${REMOVED} (token_hash text primary key, org_id text not null,
    client_id text not null, secret_id text not null, created_at bigint not null, expires_at bigint not null)`.execute(
    q,
  )
  if (engine === 'sqlite') {
    // Within a trigger a table has no database's name before it; of the main one there is none called so.
    await sql`create temp trigger if not exists ${sql.ref(KEEPER)} after delete on main.tokens
      when old.expires_at > unixepoch('subsec') * 1000
      begin insert or ignore into removed_tokens (${columns}) values (${old}); end`.execute(q)
  } else await keepOnPostgres(q)
}

async function keepOnPostgres(q: Tx['q']): Promise<void> {
  const { rows } = await sql`select 1 from pg_trigger
    where tgrelid = to_regclass('tokens') and tgname = ${KEEPER}`.execute(q)
  if (rows.length > 0) return
  // It outlives the process: whoever removes tokens later, by a role of their own perhaps, need not reach the place.
  await sql`create function ${sql.id(PLACE, KEEPER)}() returns trigger
    language plpgsql security definer set search_path = pg_catalog as ${sql.raw('$$')}
    begin insert into ${REMOVED} (${columns}) values (${old}) on conflict do nothing; return null; end
    ${sql.raw('$$')}`.execute(q)
  await sql`create trigger ${sql.ref(KEEPER)} after delete on tokens for each row
    when (old.expires_at > extract(epoch from clock_timestamp()) * 1000)
    execute function ${sql.id(PLACE, KEEPER)}()`.execute(q)
}

export async function forget({ q }: Tx): Promise<void> {
  await sql`delete from ${REMOVED}`.execute(q)
}

/** Adds those that have not expired at `wall`; the others are forgotten. */
export async function addBack({ q }: Tx, wall: number): Promise<void> {
  await sql`delete from ${REMOVED} where expires_at <= ${wall}`.execute(q)
  // Without a condition SQLite would take the conflict for the beginning of a join.
  await sql`insert into tokens (${columns}) select ${columns} from ${REMOVED} where true
    on conflict do nothing`.execute(q)
}
