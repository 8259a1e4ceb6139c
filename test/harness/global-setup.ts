// Before any test: a PostgreSQL if one can be had, and in it one migrated template that every test's database copies.
import type { TestProject } from 'vitest/node'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openDb } from '../../src/store/open.ts'
import { createDatabase, databaseUrl, dropDatabase } from './databases.ts'
import { findBrowser } from './find-browser.ts'
import { findPostgres } from './postgres.ts'

export interface ProvidedPostgres {
  readonly url: string
  /** The name of the migrated database to copy. */
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Null when there is none: its half of the tests is skipped. */
    postgres: ProvidedPostgres | null
    /** The file that answers in v2 are appended to (ATRIUM_ANSWERS); empty for none. */
    answers: string
    /** The program of a browser. Null when there is none: tests of pages are skipped. */
    browser: string | null
  }
}

/** Called by Vitest once per run; what it answers is called at the end. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide('answers', process.env['ATRIUM_ANSWERS'] ?? '')
  provideBrowser(project)
  const search = await findPostgres(process.env)
  if ('none' in search) {
    console.log(`PostgreSQL: its half of the tests is skipped, because ${search.none}.`)
    project.provide('postgres', null)
    return undefined
  }
  const { postgres } = search
  try {
    const template = `atrium_template_${systemAmbient().newId()}`
    await createDatabase(postgres.url, template)
    const db = await openDb({ engine: 'postgres', url: databaseUrl(postgres.url, template), poolSize: 1 })
    await migrate(db)
    await db[Symbol.asyncDispose]()
    project.provide('postgres', { url: postgres.url, template })
    return async () => {
      await dropDatabase(postgres.url, template)
      await postgres.stop()
    }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

function provideBrowser(project: TestProject): void {
  const found = findBrowser(process.env)
  if ('none' in found) console.log(`Browser: tests of pages are skipped, because ${found.none}.`)
  project.provide('browser', 'file' in found ? found.file : null)
}
