// Judges a seed that is a value already, by its form and by its rules, and says where in it a problem stands.
import { readForm } from './seed-file-form.ts'
import { problemsOf } from './seed-file-rules.ts'
import type { Place, Problem } from './seed-problem.ts'
import type { Seed } from './seed-schema.ts'

export type SeedJudgement =
  | { readonly seed: Seed; readonly problems: readonly [] }
  | { readonly seed: undefined; readonly problems: readonly Problem[] }

/** The value as a seed that can be applied, or everything that is wrong with it. */
export function judgeSeed(value: unknown): SeedJudgement {
  const reading = readForm(value)
  const problems = reading.seed ? problemsOf(reading.seed) : withRules(reading.problems, reading.mended)
  return reading.seed && problems.length === 0 ? { seed: reading.seed, problems: [] } : { seed: undefined, problems }
}

/** Adds what the rules say of places whose form is right. */
function withRules(ofForm: readonly Problem[], mended: Seed | undefined): readonly Problem[] {
  const keyOf = (place: Place): string => place.join('\n')
  const known = new Set(ofForm.map(({ place }) => keyOf(place)))
  const ofRules = mended ? problemsOf(mended) : []
  return [...ofForm, ...ofRules.filter(({ place }) => !known.has(keyOf(place)))]
}

/** A problem as a sentence: `organizations[0].users[1].id must be 24 lower-case hexadecimal characters, not "x".` */
export function sentenceOf(value: unknown, { place, says }: Problem): string {
  let path = ''
  let at = value
  for (const key of place.map(String)) {
    path += Array.isArray(at) ? `[${key}]` : `${path === '' ? '' : '.'}${key}`
    at = at instanceof Object ? Reflect.get(at, key) : undefined
  }
  return `${path || 'the seed'} ${says}.`
}
