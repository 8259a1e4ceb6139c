// What `atrium/testing/node` exports.
import { after, before, beforeEach } from 'node:test'
import { hookedAtrium } from './hooked-atrium.ts'
import type { Atrium, AtriumOptions } from './types.ts'

/**
 * An Atrium for all tests of the file (or of the `describe` it is called in), as it was at its start before each of them.
 * What it answers gives the Atrium inside a test: `const atrium = useAtrium()`, and there `atrium().url`.
 */
export function useAtrium(options: AtriumOptions = {}): () => Atrium {
  return hookedAtrium(
    { beforeAll: (step) => before(step), beforeEach: (step) => beforeEach(step), afterAll: (step) => after(step) },
    options,
  )
}
