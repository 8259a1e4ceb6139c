import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { engines } from '../../test/harness/stores.ts'
import type { Db } from './db.ts'
import { openDb } from './open.ts'
import { copiedTables } from './snapshot-tables.ts'
import { list, open, putBack, take } from './snapshots.ts'

const SNAPSHOT = { name: 'a', createdAt: 1, now: 2, frozen: true }
const LIMITS = { mayReplace: false, most: 10 }

interface ColumnRow {
  readonly name: string
  readonly kind: string
}

async function columnsOf(db: Db, table: string): Promise<readonly ColumnRow[]> {
  const columns =
    db.engine === 'sqlite'
      ? sql<ColumnRow>`select name, type as kind from pragma_table_info(${table})`
      : sql<ColumnRow>`select column_name as name, data_type as kind from information_schema.columns
          where table_schema = current_schema() and table_name = ${table}`
  return (await columns.execute(db.read.q)).rows
}

/** Rows with the same number in every column of theirs: so everything has its owner. */
async function fill(db: Db, table: string, count: number): Promise<void> {
  const columns = await columnsOf(db, table)
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(columns.map(({ kind }) => (/int/i.test(kind) ? sql`i` : sql`'x' || i`)))
  await sql`insert into ${sql.table(table)} (${names})
    with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${sql.lit(count)})
    select ${values} from numbers`.execute(db.read.q)
}

const rowsOf = async (db: Db, table: string): Promise<readonly string[]> =>
  (await sql`select * from ${sql.table(table)}`.execute(db.read.q)).rows.map((row) => JSON.stringify(row)).toSorted()

/** Many enough to be copied in the way that is meant for many. */
const SIZES = [1, 1200]

test.each(engines.flatMap((engine) => SIZES.map((count) => ({ ...engine, count }))))(
  'every table is copied and put back, but for those with a reason against it ($name, $count rows)',
  async ({ place, count }) => {
    const { target } = await place()
    await using db = await openDb(target)
    await open(db, ':memory:', true)
    const tables = await copiedTables(db.read, db.engine)
    expect(tables.length).toBeGreaterThanOrEqual(23)
    for (const table of tables) await fill(db, table, count)
    const before = await Promise.all(tables.map((table) => rowsOf(db, table)))
    expect(await take(db, SNAPSHOT, LIMITS)).toBe('taken')
    for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(db.read.q)
    expect(await db.write((tx) => putBack(tx, db.engine, 'a', 0))).toMatchObject(SNAPSHOT)
    // The one thing that is never put back.
    const revisions = await db.read.q.selectFrom('organizations').select('revision').execute()
    expect(revisions.every(({ revision }) => revision === 1)).toBe(true)
    await sql`update organizations set revision = created_at`.execute(db.read.q)
    expect(await Promise.all(tables.map((table) => rowsOf(db, table)))).toEqual(before)
  },
)

test.each(engines)(
  'a snapshot of other tables than this release’s, or of another store, is removed ($name)',
  async (engine) => {
    const { target } = await engine.place()
    const file = target.engine === 'sqlite' ? join(dirname(target.file), 'snapshots.db') : ''
    await using db = await openDb(target)
    const names = async () => (await list(db.read)).map(({ name }) => name)
    const reopen = async (isNew: boolean): Promise<void> => {
      if (db.engine === 'sqlite') await sql`detach atrium_snapshots`.execute(db.read.q)
      await open(db, file, isNew)
    }
    await open(db, file, true)
    await take(db, SNAPSHOT, LIMITS)
    await sql`update atrium_snapshots.entries set made_by = '0000-before'`.execute(db.read.q)
    await take(db, { ...SNAPSHOT, name: 'b' }, LIMITS)
    await reopen(false)
    expect(await names()).toEqual(['b'])
    await reopen(true)
    expect(await names()).toEqual([])
  },
)

test.each(engines)('no more snapshots are taken than there may be, but one may be replaced ($name)', async (engine) => {
  const { target } = await engine.place()
  await using db = await openDb(target)
  await open(db, ':memory:', true)
  const limits = { mayReplace: true, most: 2 }
  const named = (name: string) => take(db, { ...SNAPSHOT, name }, limits)
  const results = []
  for (const name of ['a', 'b', 'c', 'b']) results.push(await named(name))
  expect(results).toEqual(['taken', 'taken', 'too_many', 'taken'])
  expect((await list(db.read)).map(({ name }) => name)).toEqual(['a', 'b'])
})
