// Names that strangers chose, made harmless for our sentences: one line, readable in its order, and no link of theirs.
import type { Language } from '../domain/languages.ts'
import { UNSEEN } from '../domain/unseen-characters.ts'

const SPACE = /\s+/gu
const INVISIBLE = new RegExp(`[${UNSEEN}]`, 'gu')

/** Text that a mail program may turn into a link by itself. */
const LIKE_A_LINK = /[\p{L}\p{N}]\.\p{L}{2}|:\/\//u
/** Text that is written to be one: with a scheme, with www, or with a path behind the domain. */
const MEANT_AS_LINK = /:\/\/|(?<![\p{L}\p{N}])www\.|[\p{L}\p{N}]\.\p{L}{2,}(?::\d+)?[/?#]/iu
const ANY_QUOTES = /["“”„«»‘’「」『』]/gu

const QUOTES: Readonly<Record<Language, readonly [open: string, close: string]>> = {
  en: ['“', '”'],
  'pt-BR': ['“', '”'],
  es: ['«', '»'],
  ja: ['「', '」'],
  ko: ['‘', '’'],
  'zh-CN': ['“', '”'],
}

/** The text without line breaks, controls, bidi controls and invisible characters; `…` when nothing is left. */
export function oneLine(text: string): string {
  const visible = text.toWellFormed().replaceAll(SPACE, ' ').replaceAll(INVISIBLE, '')
  const line = visible.replaceAll(SPACE, ' ').trim()
  return line === '' ? '…' : line
}

/** The text, or its first characters and `…`. */
export function shortened(text: string, characters: number): string {
  const all = [...text]
  return all.length <= characters
    ? text
    : `${all
        .slice(0, characters - 1)
        .join('')
        .trimEnd()}…`
}

/** The name in the language's quotation marks, once. */
export function inQuotes(language: Language, name: string): string {
  const [open, close] = QUOTES[language]
  return name.startsWith(open) && name.endsWith(close) ? name : `${open}${name}${close}`
}

const disarmed = (name: string): string =>
  MEANT_AS_LINK.test(name) ? name.replaceAll('://', '[:]//').replaceAll(/(?<=\S)\.(?=\S)/gu, '[.]') : name

/**
 * A stranger's name as one line for a sentence of ours. What looks like an address on the web stands in quotation marks,
 * and what is written as a link is broken so that no mail program makes one of it.
 */
export function harmlessName(language: Language, name: string): string {
  const line = oneLine(name)
  return LIKE_A_LINK.test(line) || MEANT_AS_LINK.test(line)
    ? inQuotes(language, disarmed(line.replaceAll(ANY_QUOTES, "'")))
    : line
}
