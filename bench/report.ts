// The figures as they are gathered, and the table that docs/performance.md shows.
import { cpus } from 'node:os'
import type { Measured } from './load.ts'
import { canPin } from './process.ts'

export interface Line {
  readonly what: string
  readonly atrium: string
  readonly yardstick?: string
  readonly ratio?: number
  readonly wanted: string
  readonly latency?: string
  readonly processor?: string
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = sorted.length % 2 === 0 ? sorted.slice(middle - 1) : [sorted[middle], sorted[middle]]
  return (low + high) / 2
}

export const rounded = (value: number): string => Math.round(value).toLocaleString('en')

export const progress = (sentence: string): boolean => process.stderr.write(`${sentence}\n`)

/** What one pair of bursts gave: requests a second, and the processor time of a request in microseconds. */
export interface Pair {
  readonly ours: Measured
  readonly yardstick: number
  readonly cpu: number
}

/** The medians over all pairs. */
export function lineOf(what: string, wanted: string, unit: string, pairs: readonly Pair[]): Line {
  const failures = pairs.reduce((sum, { ours }) => sum + ours.failures, 0)
  const over = (pick: (pair: Pair) => number): number => median(pairs.map(pick))
  return {
    what: failures > 0 ? `${what} (${failures} FAILED)` : what,
    atrium: `${rounded(over(({ ours }) => ours.perSecond))}/s`,
    yardstick: `${rounded(over(({ yardstick }) => yardstick))}${unit}`,
    ratio: over(({ ours, yardstick }) => ours.perSecond / yardstick),
    wanted,
    latency: `${over(({ ours }) => ours.p50)}, ${over(({ ours }) => ours.p99)} ms`,
    processor: `${rounded(over(({ cpu }) => cpu))} µs`,
  }
}

/** The table in Markdown, and everything as one line of JSON. */
export function report(lines: readonly Line[], settings: Readonly<Record<string, unknown>>): string {
  const rows = lines.map(({ what, atrium, yardstick = '', ratio, wanted, latency = '', processor = '' }) =>
    [what, atrium, yardstick, ratio?.toFixed(2) ?? '', wanted, latency, processor].join(' | '),
  )
  const machine = cpus()[0]?.model ?? 'unknown processor'
  const places = canPin ? 'server and load on a core each' : 'not pinned'
  return [
    `${machine}, Node ${process.version}, ${places}`,
    '',
    '| what | Atrium | yardstick | ratio | wanted | p50, p99 | processor a request |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
    JSON.stringify({ node: process.version, pinned: canPin, ...settings, lines }),
  ].join('\n')
}
