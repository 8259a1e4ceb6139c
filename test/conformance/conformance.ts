// The whole check: recordings, rows, every answer against the document, and the page that lists what differs.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoggedAnswer } from '../harness/answer-log.ts'
import { readDocument } from './document.ts'
import { readFeeds } from './event-feeds.ts'
import { type Answered, startSandbox } from './exchanges.ts'
import { judge, readReviewed } from './findings.ts'
import { compareWithRecordings } from './golden.ts'
import { officialRoutes } from './operations.ts'
import { pageOf } from './page.ts'
import { answerTheRest, refuseEverywhere } from './refusals.ts'
import { checkRows } from './rows.ts'

export interface Options {
  /** Renews the page instead of comparing it. */
  readonly write: boolean
  /** Where `npm test` kept its answers. */
  readonly answers?: string | undefined
}

/** Runs every check and says what it found; answers the exit code. */
export async function checkConformance(root: string, contract: string, options: Options): Promise<number> {
  const table = readReviewed(join(import.meta.dirname, 'differences.json'))
  const document = readDocument(join(contract, 'atlas-v2-access.openapi.json'))
  await using sandbox = await startSandbox(join(root, 'src/cli/main.ts'), join(import.meta.dirname, 'seed.yaml'))
  const golden = await compareWithRecordings(sandbox, join(contract, 'recordings.json'))
  await answerTheRest(sandbox)
  await readFeeds(sandbox)
  await refuseEverywhere(sandbox)
  const { answers } = sandbox
  const ofTests = options.answers === undefined ? [] : readAnswers(options.answers)
  const findings = [...golden.findings, ...[...answers, ...ofTests].flatMap((answered) => document.examine(answered))]
  const { reviewed, problems } = judge(findings, table, options.answers !== undefined)
  const all = [
    ...problems,
    ...checkRows(document),
    ...missing(answers),
    ...checkPage(join(root, 'docs/wire/golden-differences.md'), pageOf(table), options.write),
  ]
  for (const problem of all) console.log(problem)
  const errors = answers.filter(({ status }) => status >= 400).length
  console.log(`recordings compared: ${golden.compared}`)
  console.log(`answers held against the document: ${answers.length}, ${errors} of them errors`)
  console.log(`answers of the tests held against the document: ${ofTests.length}`)
  console.log(`rows held against the document: ${officialRoutes.length}`)
  console.log(`differences, all reviewed: ${reviewed}, by ${table.length} entries`)
  console.log(
    `conformance: ${golden.compared + answers.length + ofTests.length + officialRoutes.length} checked, ${all.length} problems`,
  )
  return all.length > 0 ? 1 : 0
}

/** The answers of official operations that the tests kept, each once. */
function readAnswers(file: string): readonly Answered[] {
  const official = new Set(officialRoutes.map(({ operationId }) => operationId))
  const lines = new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
  return [...lines]
    .map((line): LoggedAnswer => JSON.parse(line))
    .filter(({ operation }) => official.has(operation))
    .map(({ operation, method, path, status, contentType, body }) => {
      const headers = { 'content-type': contentType }
      return { operation, request: { method, path }, status, headers, body }
    })
}

/** Every operation has to have succeeded and to have refused, or its answers were not looked at. */
function missing(answers: readonly Answered[]): readonly string[] {
  const has = (operation: string, isWanted: (status: number) => boolean): boolean =>
    answers.some((answered) => answered.operation === operation && isWanted(answered.status))
  return officialRoutes.flatMap(({ operationId }) => [
    ...(has(operationId, (status) => status < 300) ? [] : [`${operationId}: no success was looked at`]),
    ...(has(operationId, (status) => status >= 400) ? [] : [`${operationId}: no error was looked at`]),
  ])
}

function checkPage(file: string, text: string, write: boolean): readonly string[] {
  if (write) writeFileSync(file, text)
  return readFileSync(file, 'utf8') === text
    ? []
    : ['docs/wire/golden-differences.md is not current: run this with --write']
}
