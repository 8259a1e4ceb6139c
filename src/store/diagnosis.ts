// What `atrium doctor` asks of a store.
import { sql } from 'kysely'
import type { ApiKeyCredential } from './api-keys.ts'
import type { Db, Sql } from './db.ts'

/** The database's own clock in milliseconds since the epoch; SQLite's is the machine's. */
export async function clockOf(db: Db): Promise<number> {
  const now =
    db.engine === 'postgres' ? sql`(extract(epoch from now()) * 1000)::bigint` : sql`unixepoch('subsec') * 1000`
  const { rows } = await sql<{ now: number }>`select ${now} as now`.execute(db.read.q)
  return Number(rows[0]?.now)
}

/** Some API key's sealed HA1, if the store has any key. */
export async function anySealedHa1(store: Sql): Promise<ApiKeyCredential | undefined> {
  const row = await store.q.selectFrom('api_keys').select(['key_id', 'sealed_ha1']).limit(1).executeTakeFirst()
  return row && { id: row.key_id, sealedHa1: row.sealed_ha1 }
}
