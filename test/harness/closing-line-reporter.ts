// Ends every test run with one plain line, `N passed, N failed`, for people and programs that read only the last one.
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0 }

const closingLine = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** Counts tests; a file that broke outside its tests, and an error nobody caught, count as one failure each. */
function countResults(modules: readonly TestModule[], errors: readonly SerializedError[]): Totals {
  const totals = { ...NOTHING, failed: errors.length }
  for (const module of modules) {
    const failedBefore = totals.failed
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state !== 'pending') totals[state] += 1
    }
    if (!module.ok() && totals.failed === failedBefore) totals.failed += 1
  }
  return totals
}

/** Writes when the process exits, so that the line follows whatever other reporters and the teardown have to say. */
export function closingLineReporter(): Reporter {
  let totals: Totals | undefined
  return {
    onInit() {
      process.once('exit', (code) => {
        const counted = totals ?? NOTHING
        // A run that broke before or after its tests must not read as if nothing had failed.
        const broken = counted.failed === 0 && (code !== 0 || totals === undefined)
        process.stdout.write(`${closingLine(broken ? { ...counted, failed: 1 } : counted)}\n`)
      })
    },
    onTestRunEnd(modules, errors) {
      totals = countResults(modules, errors)
    },
  }
}
