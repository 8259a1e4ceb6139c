// Rules for a password that a person chooses on our pages: long enough, and nothing that guessers try first.
import type { Secret } from '../platform/secret.ts'

/** What the rest knows of passwords; how they are hashed is identity's. Everything that hashes may refuse as too busy. */
export interface Passwords {
  /** A PHC string; takes tens of milliseconds. */
  hash(password: Secret): Promise<string>
  /** Whether the password is the hashed one; nobody's, without a hash, costs the same work. */
  verify(password: Secret, hashed: string | undefined): Promise<boolean>
  /** Whether a hash is weaker than new ones are, or cannot be read. */
  needsRehash(hashed: string): boolean
  /** Why a person may not choose this password; `about` is what they and their organization are called. */
  flawOf(password: Secret, about: readonly string[]): Promise<PasswordFlaw | undefined>
}

export type PasswordFlaw = 'too-short' | 'too-long' | 'common' | 'personal'

export type PasswordStrength = 'weak' | 'fair' | 'strong'

const SHORTEST_CHOSEN_PASSWORD = 12
const LONGEST_CHOSEN_PASSWORD = 256

/** In bits: what takes fewer guesses than this is refused. Twelve random digits pass, two common passwords do not. */
const FEWEST_BITS = 34
/** In bits: more than can be guessed by whoever steals the hash. */
const STRONG_BITS = 60

/** What each piece of a password adds to the guesses it takes, in bits. */
const BITS = { digit: 3.3, letter: 4.7, other: 6, common: 13.3, run: 8, personal: 2 }
const LETTER = /\p{Ll}/u
const DIGIT = /\d/
const SHORTEST_COMMON = 4
const LONGEST_COMMON = 16
const SHORTEST_RUN = 3
const SHORTEST_WORD = 2

/** What fingers run along: rows of keyboards, their columns, the alphabet; each also backwards. */
const TRACKS = [
  '12345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p',
  'qazwsxedcrfvtgbyhnujmikolp',
].flatMap((track) => [track, [...track].reverse().join('')])

/** Signs that stand for letters; 1 is an i to some and an l to others. */
const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const READINGS: readonly Readonly<Record<string, string>>[] = [{}, { ...SIGNS, '1': 'i' }, { ...SIGNS, '1': 'l' }]

/**
 * The password as it is judged and hashed. Only what Unicode holds to be the same text becomes the same (NFC, as RFC
 * 8265 asks for passwords): two keyboards may send one é differently. Nothing else is changed or folded.
 */
export const normalizedPassword = (password: string): string => password.normalize('NFC')

/**
 * Why this password may not be chosen; undefined when it may. `common` holds passwords in lower case; `about` is what
 * the person and the organization are called: names, addresses.
 */
export function passwordFlaw(
  password: string,
  common: ReadonlySet<string>,
  about: readonly string[],
): PasswordFlaw | undefined {
  const { length } = [...normalizedPassword(password)]
  if (length < SHORTEST_CHOSEN_PASSWORD) return 'too-short'
  if (length > LONGEST_CHOSEN_PASSWORD) return 'too-long'
  if (guessBits(password, common, []) < FEWEST_BITS) return 'common'
  return guessBits(password, common, wordsIn(about)) < FEWEST_BITS ? 'personal' : undefined
}

/** A hint while somebody types. It needs no list, so that a browser can run it; `passwordFlaw` has the last word. */
export function passwordStrength(password: string): PasswordStrength {
  const bits = guessBits(password, new Set(), [])
  if (bits < FEWEST_BITS || [...normalizedPassword(password)].length < SHORTEST_CHOSEN_PASSWORD) return 'weak'
  return bits < STRONG_BITS ? 'fair' : 'strong'
}

/** How many guesses somebody needs who knows these lists, as a power of two: by the cheapest way to compose it. */
function guessBits(password: string, common: ReadonlySet<string>, words: readonly string[]): number {
  const characters = onceThrough([...normalizedPassword(password)].slice(0, LONGEST_CHOSEN_PASSWORD).map(small))
  const cheapest = [0, ...characters.map(() => Number.POSITIVE_INFINITY)]
  const texts = READINGS.map((signs) => characters.map((character) => signs[character] ?? character))
  for (const start of characters.keys()) {
    const before = cheapest[start] ?? 0
    for (const { end, bits } of piecesAt(texts, start, common, words)) {
      cheapest[end] = Math.min(cheapest[end] ?? Number.POSITIVE_INFINITY, before + bits)
    }
  }
  return cheapest[characters.length] ?? 0
}

interface Piece {
  readonly end: number
  readonly bits: number
}

/** Everything that could begin here, in each reading; the first one is the password as it is. */
function* piecesAt(
  texts: readonly (readonly string[])[],
  start: number,
  common: ReadonlySet<string>,
  words: readonly string[],
): Generator<Piece> {
  const [plain = []] = texts
  yield { end: start + 1, bits: bitsOf(plain[start] ?? '') }
  for (const end of runEnds(plain, start)) yield { end, bits: BITS.run }
  for (const text of texts) {
    for (const end of commonEnds(text, start, common)) yield { end, bits: BITS.common }
    for (const end of wordEnds(text, start, words)) yield { end, bits: BITS.personal }
  }
}

/** What is said over and over, said once: repeating a text makes it no harder to guess. */
function onceThrough(characters: readonly string[]): readonly string[] {
  const period = characters.findIndex(
    (_, shift) => shift > 0 && characters.every((character, at) => at < shift || character === characters[at - shift]),
  )
  return period > 0 && period * 2 <= characters.length ? characters.slice(0, period) : characters
}

function* runEnds(text: readonly string[], start: number): Generator<number> {
  for (let end = start + SHORTEST_RUN; end <= text.length; end += 1) {
    const piece = text.slice(start, end)
    const isOneCharacter = piece.every((character) => character === piece[0])
    if (!isOneCharacter && !TRACKS.some((track) => track.includes(piece.join('')))) return
    yield end
  }
}

function* commonEnds(text: readonly string[], start: number, common: ReadonlySet<string>): Generator<number> {
  if (common.size === 0) return
  const last = Math.min(text.length, start + LONGEST_COMMON)
  for (let end = start + SHORTEST_COMMON; end <= last; end += 1) {
    if (common.has(text.slice(start, end).join(''))) yield end
  }
}

function* wordEnds(text: readonly string[], start: number, words: readonly string[]): Generator<number> {
  for (const word of words) {
    const end = start + [...word].length
    if (end <= text.length && text.slice(start, end).join('') === word) yield end
  }
}

/** The words of names and addresses, as a password would have them. */
const wordsIn = (about: readonly string[]): readonly string[] => {
  const words = about.flatMap((text) =>
    [...normalizedPassword(text)]
      .map(small)
      .join('')
      .split(/[^\p{L}\p{N}]+/u),
  )
  return [...new Set(words.filter((word) => [...word].length >= SHORTEST_WORD))]
}

/** In lower case where that is one character too, so that places stay the same. */
function small(character: string): string {
  const lower = character.toLowerCase()
  return [...lower].length === 1 ? lower : character
}

function bitsOf(character: string): number {
  if (DIGIT.test(character)) return BITS.digit
  return LETTER.test(character) ? BITS.letter : BITS.other
}
