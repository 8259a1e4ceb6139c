// Which language a person is met in, and what depends on it alone: its own name and the order of a person's names.
import { LANGUAGES, type Language } from '../domain/languages.ts'

/** More than any browser sends; what follows is not read. */
const MOST_RANGES = 100
const QUALITY = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i

/** What each language calls itself, for a switch. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '简体中文',
}

interface Wanted {
  /** Undefined for `*`. */
  readonly language: Language | undefined
  readonly quality: number
}

const primary = (tag: string): string => tag.toLowerCase().split('-', 1).join()

/** One range of the header; undefined when we do not speak it or it is not well formed. */
function wanted(range: string): Wanted | undefined {
  const [tag = '', parameter] = range.split(';', 2).map((part) => part.trim())
  const quality = parameter === undefined ? 1 : Number(QUALITY.exec(parameter)?.[1] ?? Number.NaN)
  if (Number.isNaN(quality)) return undefined
  if (tag === '*') return { language: undefined, quality }
  const language = LANGUAGES.find((ours) => primary(ours) === primary(tag))
  return language === undefined ? undefined : { language, quality }
}

/**
 * The language that an Accept-Language header (RFC 9110) likes best of ours. Any regional form counts for the language
 * that we have of it; a header that says nothing usable leaves it to the fallback.
 */
export function languageFor(acceptLanguage: string | undefined, fallback: Language): Language {
  const ranges = (acceptLanguage ?? '').split(',', MOST_RANGES).flatMap((range) => wanted(range) ?? [])
  const liked = ranges.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality)
  const best = liked[0]
  if (best === undefined) return fallback
  if (best.language !== undefined) return best.language
  const named = new Set(ranges.map(({ language }) => language))
  return [fallback, ...LANGUAGES].find((language) => !named.has(language)) ?? fallback
}

/** Only scripts that write names without a space between them. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u

/** Whether the family name stands first. */
export const familyNameFirst = (language: Language): boolean =>
  language === 'ja' || language === 'ko' || language === 'zh-CN'

/** A person's name in the language's order. */
export function personName(
  language: Language,
  person: { readonly firstName: string; readonly lastName: string },
): string {
  const { firstName, lastName } = person
  if (!familyNameFirst(language)) return `${firstName} ${lastName}`.trim()
  const unspaced = UNSPACED.test(firstName) && UNSPACED.test(lastName)
  return `${lastName}${unspaced ? '' : ' '}${firstName}`.trim()
}
