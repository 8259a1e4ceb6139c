// What the checks find, and the reviewed table of what they may find.
import { readFileSync } from 'node:fs'

/** Something in which Atrium differs from a recording or from the official document. */
export interface Finding {
  readonly check: 'recordings' | 'document'
  /** The official name of the operation; `none` for answers of no operation. */
  readonly operation: string
  /** Where in the answer; `[]` stands for any item of a list. */
  readonly at: string
  /** In what it differs. */
  readonly differs: string
  /** The name of the recording, if it differs from one. */
  readonly step?: string
}

/** A difference that was looked at and is meant. */
export interface Reviewed {
  readonly check: Finding['check']
  /** Each has to show the difference; `*` means any, and at least one. */
  readonly operations: readonly string[]
  readonly at: readonly string[]
  readonly differs: readonly string[]
  /** In which recording alone; in any unless given. */
  readonly step?: string
  /** Whether only answers that `npm test` kept show it, so that nothing is missing when they are not there. */
  readonly onlyInTests?: boolean
  readonly reason: string
}

/** The reviewed table. Throws when an entry gives no reason. */
export function readReviewed(file: string): readonly Reviewed[] {
  const table: readonly Reviewed[] = JSON.parse(readFileSync(file, 'utf8'))
  const silent = table.find(({ reason }) => reason.length < 20)
  if (silent) throw new Error(`A reviewed difference gives no reason: ${JSON.stringify(silent)}`)
  return table
}

export interface Judgement {
  /** How many different findings the table explains. */
  readonly reviewed: number
  /** What no entry of the table explains, and what entries claim without its being so. */
  readonly problems: readonly string[]
}

/**
 * Holds the findings against the table: neither may have what the other has not. `withTests` says whether answers that
 * the tests kept are among what was looked at.
 */
export function judge(findings: readonly Finding[], table: readonly Reviewed[], withTests: boolean): Judgement {
  const distinct = [...new Map(findings.map((finding) => [textOf(finding), finding])).values()]
  const unexplained = distinct.filter((finding) => !table.some((entry) => explains(entry, finding)))
  const expected = table.filter(({ onlyInTests = false }) => withTests || !onlyInTests)
  const idle = expected.flatMap((entry) =>
    claims(entry).filter((claim) => !distinct.some((finding) => explains(claim, finding))),
  )
  return {
    reviewed: distinct.length - unexplained.length,
    problems: [
      ...unexplained.map((finding) => `not reviewed: ${textOf(finding)}`),
      ...idle.map(({ check, operations, at, differs }) => `no longer so: ${check}, ${operations}, ${at}: ${differs}`),
    ],
  }
}

const explains = ({ check, operations, at, differs, step }: Reviewed, finding: Finding): boolean =>
  check === finding.check &&
  differs.includes(finding.differs) &&
  (step === undefined || step === finding.step) &&
  at.includes(finding.at) &&
  (operations.includes('*') || operations.includes(finding.operation))

/** Each operation, place and difference of an entry by itself: they need not all occur together. */
const claims = (entry: Reviewed): readonly Reviewed[] => [
  ...entry.operations.map((operation) => ({ ...entry, operations: [operation] })),
  ...entry.at.map((place) => ({ ...entry, at: [place] })),
  ...entry.differs.map((what) => ({ ...entry, differs: [what] })),
]

const textOf = ({ check, operation, at, differs, step = 'any' }: Finding): string =>
  `${check}, ${operation}, ${step}, ${at}: ${differs}`
