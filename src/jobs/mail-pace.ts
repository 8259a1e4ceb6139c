// How fast waiting mails go out: fast while the process has time to spare, slowly while requests need it.
import { performance } from 'node:perf_hooks'

/** Between full batches of twenty, in milliseconds: 100 mails a second, which is a fifth of a core. */
const AT_LEISURE = 200
/**
 * The same while the process is busy: 20 mails a second. A mail costs about two milliseconds of processor time, so that
 * the API keeps its figures within a few hundredths however many are waiting (docs/performance.md).
 */
const WHILE_BUSY = 1000
/** The share of its time that a busy process spends at work; sending at leisure stays well below it. */
const BUSY = 0.6

/** Answers how long to pause before the next batch, judged by what the process has been doing since the last call. */
export function mailPace(): () => number {
  let last = performance.eventLoopUtilization()
  return () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    return utilization > BUSY ? WHILE_BUSY : AT_LEISURE
  }
}
