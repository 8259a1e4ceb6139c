// The names that people give themselves: a line that can be read, and no more.
import { UNSEEN } from './unseen-characters.ts'

export type PersonNameFlaw = 'missing' | 'too-long' | 'unprintable'

const LONGEST_PERSON_NAME = 100

// Halves of characters and what only one font knows cannot be read either.
const CLASS = `[${UNSEEN}\\p{Cs}\\p{Co}]`
const UNPRINTABLE = new RegExp(CLASS, 'u')
const EVERY_UNPRINTABLE = new RegExp(CLASS, 'gu')

/** Without the spaces around it, and with one space where several were. */
export const tidyPersonName = (typed: string): string => typed.trim().replaceAll(/ +/g, ' ')

/** What is wrong with a tidy name; undefined when nothing is. */
export function personNameFlaw(name: string): PersonNameFlaw | undefined {
  if (name === '') return 'missing'
  if (UNPRINTABLE.test(name)) return 'unprintable'
  return [...name].length > LONGEST_PERSON_NAME ? 'too-long' : undefined
}

/** What can be kept of a name that others vouch for, so that it has no flaw but that of being missing. */
export const keptOfPersonName = (told: string): string =>
  [...tidyPersonName(told.replaceAll(EVERY_UNPRINTABLE, ''))].slice(0, LONGEST_PERSON_NAME).join('').trim()
