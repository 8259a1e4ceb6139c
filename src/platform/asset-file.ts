// Files that the built server has beside it; where the sources run, each lies where its reader says.
import { existsSync } from 'node:fs'

/** The file of this name in `assets/` of the built server, if this is one. */
export const builtAsset = (name: string): URL | undefined =>
  ['./assets/', '../assets/'].map((folder) => new URL(folder + name, import.meta.url)).find((url) => existsSync(url))
