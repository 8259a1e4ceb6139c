// The typeface of our pages, Inter: beside the built server, or in its package where the sources run.
import { readFileSync } from 'node:fs'
import { builtAsset } from './asset-file.ts'

/** Where a browser finds Inter, below the public url; the name changes with the file, so that it can be kept for ever. */
export const FONT_PATH = '/assets/inter-5.3.0.woff2'

const FILE = 'inter-latin-wght-normal.woff2'

/** The bytes of a WOFF2 file with all weights and Latin letters. */
export function readFont(): Buffer {
  const file = builtAsset(FILE) ?? new URL(import.meta.resolve(`@fontsource-variable/inter/files/${FILE}`))
  return readFileSync(file)
}
