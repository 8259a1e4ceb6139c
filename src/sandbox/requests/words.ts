// Texts for people and terminals out of what callers sent.

const LONGEST_NAME = 100

/** `A, B and C`. */
export const listed = (items: readonly string[], last: 'and' | 'or'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

/** What a caller claimed to be called, short enough for a sentence. */
export const claimed = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name

/** One line without control characters, or others that would be obeyed instead of shown. */
export const inOneLine = (text: string): string => text.toWellFormed().replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')

/** What a header may hold: visible ASCII, no more than `longest` characters of it. */
export const inHeader = (text: string, longest: number): string =>
  text.replaceAll(/[^\x20-\x7e]/gu, '?').slice(0, longest)
