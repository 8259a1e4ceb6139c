// What `npm test` runs: every unit test beside its file, and test/ without the suites that have commands of their own.
import { defineConfig } from 'vitest/config'
import { closingLineReporter } from './test/harness/closing-line-reporter.ts'

const inCi = process.env['CI'] !== undefined && process.env['CI'] !== ''

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/interop/**', 'test/conformance/**'],
    globalSetup: ['test/harness/global-setup.ts'],
    pool: 'threads',
    // Much of the suite waits for processes and disks, so that one worker a core is not too many.
    maxWorkers: '100%',
    // Long enough for a machine that has other things to do: what hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: [inCi ? 'dot' : 'default', closingLineReporter()],
  },
})
