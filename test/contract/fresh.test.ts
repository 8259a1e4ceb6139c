// Stores in memory that were not migrated are like those that were.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { UserId } from '../../src/domain/ids.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import type { Db } from '../../src/store/db.ts'
import { openFresh } from '../../src/store/fresh.ts'
import { migrate, pendingMigrations } from '../../src/store/migrate.ts'
import { openDb } from '../../src/store/open.ts'

const schemaOf = async ({ read }: Db): Promise<readonly unknown[]> =>
  (await sql`select type, name, tbl_name, sql from sqlite_schema order by type, name`.execute(read.q)).rows

test('every store is as a migration leaves it, empty, and apart from the others', async () => {
  await using migrated = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: true })
  await migrate(migrated)
  const expected = await schemaOf(migrated)
  await using first = await openFresh()
  await first.write(({ q }) =>
    q.insertInto('usernames').values({ username: 'a', user_id: systemAmbient().newId<UserId>() }).execute(),
  )
  await using second = await openFresh()
  for (const db of [first, second]) {
    expect(await schemaOf(db)).toEqual(expected)
    expect(await pendingMigrations(db)).toEqual([])
    expect(await migrate(db)).toEqual([])
  }
  expect(await second.read.q.selectFrom('usernames').selectAll().execute()).toEqual([])
})
