// The two names of a person in a form: asked for in the order in which the reader's language says them, read and judged.
import type { Language } from '../domain/languages.ts'
import { personNameFlaw, tidyPersonName } from '../domain/person-names.ts'
import { familyNameFirst } from '../i18n/languages.ts'
import type { Html } from '../platform/html.ts'
import { textField } from './fields.ts'
import { accountWords } from './words/account.ts'

export interface TypedNames {
  readonly firstName: string
  readonly lastName: string
}

/** What is wrong with each, in the reader's language. */
export type NameProblems = Readonly<Partial<Record<keyof TypedNames, string | undefined>>>

/** Longer than any name may be, so that whoever types more is told instead of cut short. */
const LONGEST_TYPED = 200

/** What was typed, tidied. */
export const typedNames = (form: URLSearchParams): TypedNames => ({
  firstName: tidyPersonName(form.get('firstName') ?? ''),
  lastName: tidyPersonName(form.get('lastName') ?? ''),
})

/** Without any problem when both can be taken. */
export function nameProblems(language: Language, { firstName, lastName }: TypedNames): NameProblems {
  const { firstNameFlaws, lastNameFlaws } = accountWords[language]
  const [first, last] = [personNameFlaw(firstName), personNameFlaw(lastName)]
  return {
    ...(first === undefined ? {} : { firstName: firstNameFlaws[first] }),
    ...(last === undefined ? {} : { lastName: lastNameFlaws[last] }),
  }
}

/** The two fields; the first that is wrong takes the focus. */
export function nameFields(
  language: Language,
  typed: Readonly<Partial<TypedNames>>,
  problems: NameProblems,
): readonly Html[] {
  const words = accountWords[language]
  const order = familyNameFirst(language) ? (['lastName', 'firstName'] as const) : (['firstName', 'lastName'] as const)
  const firstWrong = order.find((field) => problems[field] !== undefined)
  return order.map((field) =>
    textField(
      {
        name: field,
        label: words[field],
        value: typed[field],
        problem: problems[field],
        autocomplete: field === 'firstName' ? 'given-name' : 'family-name',
        longest: LONGEST_TYPED,
      },
      firstWrong === field,
    ),
  )
}
