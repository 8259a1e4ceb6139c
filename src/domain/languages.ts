// The languages that people are written to and shown pages in.

export const LANGUAGES = ['en', 'pt-BR', 'es', 'ja', 'ko', 'zh-CN'] as const

/** A BCP 47 tag, as pages carry it in `lang`. */
export type Language = (typeof LANGUAGES)[number]

/** The language with exactly this tag, whatever its capitals. */
export const parseLanguage = (tag: string): Language | undefined =>
  LANGUAGES.find((language) => language.toLowerCase() === tag.toLowerCase())
