// What `atrium/testing/vitest` exports.
import { type TestAPI, test } from 'vitest'
import { startAtrium } from './start-atrium.ts'
import type { Atrium, AtriumOptions } from './types.ts'

export interface AtriumTestOptions extends AtriumOptions {
  /**
   * `test`, as unless given: an Atrium for each test, so that they may run at the same time. `file`: one for all tests of
   * a file, as it was at its start before each of them.
   */
  readonly per?: 'test' | 'file' | undefined
}

/** Vitest's `test` with an Atrium in its context: `test('…', async ({ atrium }) => …)`. It starts where it is asked for. */
export function atriumTest({ per = 'test', ...options }: AtriumTestOptions = {}): TestAPI<{ atrium: Atrium }> {
  return per === 'test' ? ofItsOwn(options) : shared(options)
}

// Vitest reads which fixtures another one needs from how its first argument is taken apart.
const ofItsOwn = (options: AtriumOptions): TestAPI<{ atrium: Atrium }> =>
  test.extend<{ atrium: Atrium }>({
    // biome-ignore lint/correctness/noEmptyPattern: it needs none, and Vitest accepts no other spelling of that.
    atrium: async ({}, use) => {
      await using atrium = await startAtrium(options)
      await use(atrium)
    },
  })

function shared(options: AtriumOptions): TestAPI<{ atrium: Atrium }> {
  const withFile = test.extend<{ $file: { running: Atrium } }>({
    running: [
      // biome-ignore lint/correctness/noEmptyPattern: as above.
      async ({}, use) => {
        await using atrium = await startAtrium(options)
        await use(atrium)
      },
      { scope: 'file' },
    ],
  })
  return withFile.extend<{ atrium: Atrium }>({
    atrium: async ({ running }, use) => {
      await running.reset()
      await use(running)
    },
  })
}
