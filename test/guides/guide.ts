// The parts of a guide that a test can do as a reader would: files to write, commands to run, and what they print.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Step =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'run'; readonly script: string; readonly prints: string | undefined }

const FENCED = /^```(\S*) ?(.*)\n([\s\S]*?)^```$/gm

/**
 * In the order of the page. A block says after its language what it is: `file=path`, `run`, or `prints` for what the
 * command before it prints, where `…` stands for anything within a line. Blocks that say nothing are only read.
 */
export function stepsOf(name: string): readonly Step[] {
  const page = readFileSync(join(import.meta.dirname, '../../docs/guides', name), 'utf8')
  const steps: Step[] = []
  for (const [, , says = '', text = ''] of page.matchAll(FENCED)) {
    const last = steps.at(-1)
    if (says.startsWith('file=')) steps.push({ kind: 'file', path: says.slice('file='.length), text })
    else if (says === 'run') steps.push({ kind: 'run', script: text, prints: undefined })
    else if (says === 'prints' && last?.kind === 'run') steps.splice(-1, 1, { ...last, prints: text })
    else if (says !== '') throw new Error(`${name} has a block that is neither a file, nor run, nor printed: ${says}`)
  }
  return steps
}

/**
 * The lines that were expected and not printed, and those that were printed and not expected. Their order is left open,
 * because a program and the Atrium beside it write to one terminal; so are spaces that line up columns.
 */
export function differenceOf(expected: string, printed: string) {
  const extra = linesOf(printed)
  const missing = linesOf(expected).filter((line) => {
    const found = extra.findIndex((each) => patternOf(line).test(each))
    if (found >= 0) extra.splice(found, 1)
    return found < 0
  })
  return { missing, extra }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '))
    .filter((line) => line !== '')

const patternOf = (line: string): RegExp => new RegExp(`^${line.split('…').map(RegExp.escape).join('.*')}$`)
