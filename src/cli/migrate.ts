// `atrium migrate`: brings the tables up to this release's; safe to start anywhere, any number of times, at once.

import { Complaint, messageOf } from '../assembly/complaint.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { migrate } from '../store/migrate.ts'
import { openStore, readInstallation } from './installation.ts'

export interface MigrateOptions {
  readonly config?: string
}

/** Applies what is missing and prints its names. */
export async function runMigrate(options: MigrateOptions): Promise<void> {
  const { config } = readInstallation(options.config, systemAmbient())
  await using db = await openStore(config, 'migrating')
  const applied = await migrate(db).catch((error: unknown) => {
    throw new Complaint(`The migrations failed, and changed nothing: ${messageOf(error)}.`)
  })
  const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply']
  process.stdout.write(`${lines.join('\n')}\n`)
}
