// The export as the text of a seed file.
import type { App } from '../../usecases/app.ts'
import type { DevCredentials } from '../dev-state.ts'
import { exportSeed } from './export-seed.ts'

export type SeedFormat = 'yaml' | 'json'

/** A seed file of the present state; `first` are the credentials that the world began with. */
export async function exportText(app: App, first: DevCredentials, format: SeedFormat = 'yaml'): Promise<string> {
  const seed = await exportSeed(app, first)
  // Only now, because loading YAML takes as long as much of a start.
  const { writeSeed, writeSeedAsJson } = await import('../../seed/write-seed.ts')
  return format === 'json' ? writeSeedAsJson(seed) : writeSeed(seed)
}
