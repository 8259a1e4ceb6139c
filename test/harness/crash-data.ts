// Data for servers that are killed: a folder or a database, and a way to look at it that changes nothing.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../src/store/db.ts'
import { openDb } from '../../src/store/open.ts'
import type { TestEngine } from './stores.ts'

export interface CrashData extends AsyncDisposable {
  /** What --data takes. */
  readonly place: string
  /** Opens what the disk holds; of a folder that is a copy, so that recovery stays the server's business. */
  look<Result>(use: (db: Db) => Promise<Result>): Promise<Result>
}

/** Nothing yet; removed on disposal. */
export const newCrashData = (engine: TestEngine): Promise<CrashData> =>
  engine.name === 'sqlite' ? newFolder() : newDatabase(engine)

/** What SQLite says of the file's structure; nothing on PostgreSQL, whose files are its own. */
export async function integrityOf({ engine, read }: Db): Promise<readonly string[]> {
  if (engine === 'postgres') return []
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(read.q)
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
}

async function newFolder(): Promise<CrashData> {
  const parent = mkdtempSync(join(tmpdir(), 'atrium-crash-'))
  const place = join(parent, 'data')
  return {
    place,
    look: async (use) => {
      const copy = join(parent, 'copy')
      rmSync(copy, { recursive: true, force: true })
      cpSync(place, copy, { recursive: true })
      const file = join(copy, 'atrium.db')
      // Opening a file that is not there would make one, and find it in order.
      if (!existsSync(file)) throw new Error(`${file} is missing.`)
      await using db = await openDb({ engine: 'sqlite', file, exclusive: true })
      return await use(db)
    },
    [Symbol.asyncDispose]: async () => rmSync(parent, { recursive: true, force: true }),
  }
}

async function newDatabase(engine: TestEngine): Promise<CrashData> {
  const { target, remove } = await engine.place('blank')
  if (target.engine !== 'postgres') throw new Error('This needs PostgreSQL.')
  return {
    place: target.url,
    look: async (use) => {
      await using db = await openDb({ ...target, poolSize: 1 })
      return await use(db)
    },
    [Symbol.asyncDispose]: remove,
  }
}
