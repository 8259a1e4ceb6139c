// An Atrium for all tests of a file, by the hooks of whichever runner: started before the first, reset before each.
import { startAtrium } from './start-atrium.ts'
import type { Atrium, AtriumOptions } from './types.ts'

type Hook = (step: () => Promise<void>) => void

/** The hooks of a file or a suite. */
export interface Hooks {
  readonly beforeAll: Hook
  readonly beforeEach: Hook
  readonly afterAll: Hook
}

/** Registers the hooks at once; what it answers gives the Atrium inside tests and hooks, and throws before. */
export function hookedAtrium({ beforeAll, beforeEach, afterAll }: Hooks, options: AtriumOptions = {}): () => Atrium {
  let atrium: Atrium | undefined
  let isFresh = true
  const started = (): Atrium => {
    if (atrium) return atrium
    throw new Error(
      'The Atrium starts before the first test: ask for it inside a test or a hook, not while the file loads.',
    )
  }
  beforeAll(async () => {
    atrium = await startAtrium(options)
  })
  beforeEach(async () => {
    if (!isFresh) await started().reset()
    isFresh = false
  })
  afterAll(async () => atrium?.stop())
  return started
}
