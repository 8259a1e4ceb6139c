// Both engines as tests meet them: `for (const engine of engines) test(…, async () => { const db = await engine.open() })`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject, onTestFinished, TestRunner } from 'vitest'
import { systemAmbient } from '../../src/platform/ambient.ts'
import type { Db } from '../../src/store/db.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openDb, type StoreTarget } from '../../src/store/open.ts'
import { createDatabase, databaseUrl, dropDatabase, emptyDatabase } from './databases.ts'
import type { ProvidedPostgres } from './global-setup.ts'

/** A store that can be opened more than once, also from other processes. */
export interface Place {
  readonly target: StoreTarget
  /** Removes it; open connections are the caller's. */
  remove(): Promise<void>
}

export interface TestEngine {
  readonly name: Db['engine']
  /**
   * An empty, migrated store of its own: in memory on SQLite, a database on PostgreSQL, whose tables are not to be
   * altered because a later test gets it emptied. Closed after the test; outside one (in beforeAll) by disposing of it.
   */
  open(): Promise<Db>
  /** A file or database of its own, with tables or `blank`; removed after the test, or by `remove` outside one. */
  place(blank?: 'blank'): Promise<Place>
}

const sqlite: TestEngine = {
  name: 'sqlite',
  open: async () => {
    const db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: true })
    await migrate(db)
    return disposedAfterTest(db)
  },
  place: async (blank) => {
    const folder = mkdtempSync(join(tmpdir(), 'atrium-store-'))
    const target: StoreTarget = { engine: 'sqlite', file: join(folder, 'atrium.db'), exclusive: false }
    if (blank === undefined) {
      await using db = await openDb(target)
      await migrate(db)
    }
    return removedAfterTest({ target, remove: async () => rmSync(folder, { recursive: true, force: true }) })
  },
}

const postgres = ({ url, template }: ProvidedPostgres): TestEngine => {
  const create = async (blank?: 'blank'): Promise<string> => {
    const name = `atrium_test_${systemAmbient().newId()}`
    await createDatabase(url, name, blank === undefined ? template : undefined)
    return name
  }
  // Emptying a database takes a tenth of the time that copying and dropping one does.
  const spare: string[] = []
  afterAll(async () => {
    for (const name of spare.splice(0)) await dropDatabase(url, name)
  })
  return {
    name: 'postgres',
    open: async () => {
      const name = spare.pop() ?? (await create())
      const own = databaseUrl(url, name)
      const db = await openDb({ engine: 'postgres', url: own })
      let closed: Promise<void> | undefined
      const close = async (): Promise<void> => {
        await db[Symbol.asyncDispose]()
        await emptyDatabase(own)
        spare.push(name)
      }
      return disposedAfterTest({
        ...db,
        [Symbol.asyncDispose]: () => {
          closed ??= close()
          return closed
        },
      })
    },
    place: async (blank) => {
      const name = await create(blank)
      const target: StoreTarget = { engine: 'postgres', url: databaseUrl(url, name) }
      return removedAfterTest({ target, remove: () => dropDatabase(url, name) })
    },
  }
}

const provided = inject('postgres')

/** SQLite, and PostgreSQL when there is one. */
export const engines: readonly TestEngine[] = provided === null ? [sqlite] : [sqlite, postgres(provided)]

function disposedAfterTest(db: Db): Db {
  afterTest(async () => db[Symbol.asyncDispose]())
  return db
}

function removedAfterTest(place: Place): Place {
  afterTest(place.remove)
  return place
}

function afterTest(clean: () => Promise<void>): void {
  if (TestRunner.getCurrentTest() !== undefined) onTestFinished(clean)
}
