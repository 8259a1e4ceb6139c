// Which modules a program has loaded: Node writes each one's url into a file as it loads it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../cli/program.ts'

export interface LoadedModules {
  /** Makes a program of Node take part. */
  readonly environment: { readonly NODE_OPTIONS: string }
  /** The urls so far. */
  read(): readonly string[]
}

/** Notes modules in a folder of the test's own. */
export function loadedModules(): LoadedModules {
  const folder = temporaryFolder()
  const list = join(folder, 'loaded.txt')
  const hook = join(folder, 'hook.mjs')
  writeFileSync(list, '')
  writeFileSync(
    hook,
    `import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context) } })`,
  )
  return {
    environment: { NODE_OPTIONS: `--import ${hook}` },
    read: () => readFileSync(list, 'utf8').trim().split('\n'),
  }
}
