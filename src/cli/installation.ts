// What serve, migrate, bootstrap and doctor begin with: the configuration, its key ring and its store.

import { Complaint, messageOf } from '../assembly/complaint.ts'
import { type KeyRing, parseKeyRing } from '../identity/key-ring.ts'
import type { Ambient } from '../platform/ambient.ts'
import { type Config, environment, readConfig } from '../platform/config.ts'
import type { Db } from '../store/db.ts'
import { StoreInUse } from '../store/faults.ts'
import { pendingMigrations } from '../store/migrate.ts'
import { openDb, type StoreTarget } from '../store/open.ts'

export interface Installation {
  readonly config: Config
  readonly keys: KeyRing
}

/** Reads the environment and the --config file; complains about everything that is wrong with them at once. */
export function readInstallation(file: string | undefined, ambient: Ambient): Installation {
  let keys: KeyRing | undefined
  const { config, problems } = readConfig(environment(), file, (given) => {
    if (given.keys === undefined) return []
    const ring = parseKeyRing(given.keys.reveal(), ambient)
    if (ring.ok) keys = ring.keys
    return ring.ok ? [] : ring.problems.map((problem) => `ATRIUM_KEYS: ${problem}`)
  })
  if (!config || !keys) {
    throw new Complaint(
      ['Atrium cannot start with this configuration:', ...problems.map((line) => `  ${line}`)].join('\n'),
    )
  }
  return { config, keys }
}

/**
 * Opens the configured store; complains when it cannot be. Only one process at a time has an SQLite store, which is
 * what lets it cache and count in memory. To migrate is to do neither, and may take its time.
 */
export async function openStore({ database }: Config, purpose?: 'migrating'): Promise<Db> {
  const migrates = purpose === 'migrating'
  const target: StoreTarget =
    database.engine === 'sqlite'
      ? { ...database, exclusive: !migrates }
      : { engine: 'postgres', url: database.url.reveal(), unhurried: migrates }
  try {
    return await openDb(target)
  } catch (error) {
    if (error instanceof StoreInUse) throw error
    throw new Complaint(`The database cannot be opened: ${messageOf(error)}.`)
  }
}

/** Complains unless the store has this release's tables. */
export async function requireMigrated(db: Db): Promise<void> {
  const pending = await pendingMigrations(db).catch((error: unknown) => {
    throw new Complaint(`The database cannot be read: ${messageOf(error)}.`)
  })
  if (pending.length > 0) {
    throw new Complaint(
      `The database lacks ${pending.length} migration(s) of this release: run \`atrium migrate\` first.`,
    )
  }
}
