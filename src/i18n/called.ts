// How a person is called where the reader lives.
import type { Language } from '../domain/languages.ts'
import { personName } from './languages.ts'

interface Named {
  readonly firstName: string
  readonly lastName: string
  readonly username: string
}

/** The person's name in the language's order, or the address of somebody without one. */
export const calledIn =
  (language: Language) =>
  (person: Named): string =>
    personName(language, person) || person.username
