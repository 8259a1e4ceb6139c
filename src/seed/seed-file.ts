// Reads a seed file, YAML or JSON, and reports everything that is wrong with it by path and line.
import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import { offsetOf, pathOf } from './seed-file-place.ts'
import type { Seed } from './seed-schema.ts'
import { judgeSeed } from './seed-value.ts'

export type SeedReading =
  | { readonly seed: Seed; readonly problems: readonly [] }
  | { readonly seed: undefined; readonly problems: readonly string[] }

/**
 * Reads the text of a seed file; `name` stands at the start of every problem, as in
 * `seed.yaml:12: organizations[0].users[1].id must be 24 lower-case hexadecimal characters, not "x".`
 */
export function readSeed(name: string, text: string): SeedReading {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number): number => lines.linePos(offset).line
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => `${name}:${lineAt(pos[0])}: ${message}.`)
    return { seed: undefined, problems }
  }
  keepIdsAsText(document)
  const judged = judgeSeed(document.toJS())
  if (judged.seed) return judged
  const sentences = judged.problems.map(({ place, says }) => {
    const line = lineAt(offsetOf(document, place))
    return { line, text: `${name}:${line}: ${pathOf(document, place)} ${says}.` }
  })
  sentences.sort((a, b) => a.line - b.line)
  return { seed: undefined, problems: sentences.map((sentence) => sentence.text) }
}

/** An unquoted id made of digits, or of digits and one "e", would be read as a number and lose its last digits. */
function keepIdsAsText(document: Document): void {
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'number' && /^[0-9a-f]{24}$/.test(scalar.source ?? '')) scalar.value = scalar.source
    },
  })
}
