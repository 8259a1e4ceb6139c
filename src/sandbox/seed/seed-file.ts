// Reads a seed file, YAML or JSON, and reports everything that is wrong with it by path and line.
import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import { readForm } from './seed-file-form.ts'
import { offsetOf, pathOf } from './seed-file-place.ts'
import { type Place, type Problem, problemsOf } from './seed-file-rules.ts'
import type { Seed } from './seed-schema.ts'

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
  const reading = readForm(document.toJS())
  const problems = reading.seed ? problemsOf(reading.seed) : withRules(reading.problems, reading.mended)
  if (reading.seed && problems.length === 0) return { seed: reading.seed, problems: [] }
  const sentences = problems.map(({ place, says }) => {
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

/** Adds what the rules say of places whose form is right. */
function withRules(ofForm: readonly Problem[], mended: Seed | undefined): readonly Problem[] {
  const keyOf = (place: Place): string => place.join('\n')
  const known = new Set(ofForm.map(({ place }) => keyOf(place)))
  const ofRules = mended ? problemsOf(mended) : []
  return [...ofForm, ...ofRules.filter(({ place }) => !known.has(keyOf(place)))]
}
