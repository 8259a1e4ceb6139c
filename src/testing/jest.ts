// What `atrium/testing/jest` exports.
import { type Hooks, hookedAtrium } from './hooked-atrium.ts'
import type { Atrium, AtriumOptions } from './types.ts'

/**
 * An Atrium for all tests of the file (or of the `describe` it is called in), as it was at its start before each of them.
 * What it answers gives the Atrium inside a test: `const atrium = useAtrium()`, and there `atrium().url`. The hooks are
 * Jest's globals; with `injectGlobals: false`, hand in what you import from `@jest/globals`.
 */
export function useAtrium(options: AtriumOptions = {}, hooks: Partial<Hooks> = Object(globalThis)): () => Atrium {
  if (isWhole(hooks)) return hookedAtrium(hooks, options)
  throw new Error(
    'useAtrium of atrium/testing/jest found no beforeAll, beforeEach and afterAll: call it in a file that Jest runs, or hand them in as its second argument.',
  )
}

const isWhole = (hooks: Partial<Hooks>): hooks is Hooks =>
  [hooks.beforeAll, hooks.beforeEach, hooks.afterAll].every((hook) => typeof hook === 'function')
