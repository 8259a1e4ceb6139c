// The whole check: recordings, rows, every answer against the document, and the page that lists what differs.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '../../src/api/operations/all.ts'
import { readDocument } from './document.ts'
import { type Answered, startSandbox } from './exchanges.ts'
import { judge, readReviewed } from './findings.ts'
import { compareWithRecordings } from './golden.ts'
import { pageOf } from './page.ts'
import { answerTheRest, refuseEverywhere } from './refusals.ts'
import { checkRows } from './rows.ts'

/** Runs every check and says what it found; answers the exit code. `write` renews the page instead of comparing it. */
export async function checkConformance(root: string, contract: string, write: boolean): Promise<number> {
  const table = readReviewed(join(import.meta.dirname, 'differences.json'))
  const document = readDocument(join(contract, 'atlas-v2-access.openapi.json'))
  await using sandbox = await startSandbox(join(root, 'src/cli/main.ts'), join(import.meta.dirname, 'seed.yaml'))
  const golden = await compareWithRecordings(sandbox, join(contract, 'recordings.json'))
  await answerTheRest(sandbox)
  await refuseEverywhere(sandbox)
  const { answers } = sandbox
  const findings = [...golden.findings, ...answers.flatMap((answered) => document.examine(answered))]
  const { reviewed, problems } = judge(findings, table)
  const all = [
    ...problems,
    ...checkRows(document),
    ...missing(answers),
    ...checkPage(join(root, 'docs/wire/golden-differences.md'), pageOf(table), write),
  ]
  for (const problem of all) console.log(problem)
  const errors = answers.filter(({ status }) => status >= 400).length
  console.log(`recordings compared: ${golden.compared}`)
  console.log(`answers held against the document: ${answers.length}, ${errors} of them errors`)
  console.log(`rows held against the document: ${routes.length}`)
  console.log(`differences, all reviewed: ${reviewed}, by ${table.length} entries`)
  console.log(`conformance: ${golden.compared + answers.length + routes.length} checked, ${all.length} problems`)
  return all.length > 0 ? 1 : 0
}

/** Every operation has to have succeeded and to have refused, or its answers were not looked at. */
function missing(answers: readonly Answered[]): readonly string[] {
  const has = (operation: string, isWanted: (status: number) => boolean): boolean =>
    answers.some((answered) => answered.operation === operation && isWanted(answered.status))
  return routes.flatMap(({ operationId }) => [
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
