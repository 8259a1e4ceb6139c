// An instant in words, with hour and zone, as each language writes it.
import type { Language } from '../domain/languages.ts'

/** As dates are written for readers of each language. */
export const LOCALES: Readonly<Record<Language, string>> = {
  // Day, month, year and 24 hours, which readers of English everywhere understand alike.
  en: 'en-GB',
  'pt-BR': 'pt-BR',
  es: 'es',
  ja: 'ja',
  ko: 'ko',
  'zh-CN': 'zh-CN',
}

const formatter = (language: Language, timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  })

/** Every instant of a mail is in this zone, and making a formatter costs more than using it a hundred times. */
const UTC = new Map<Language, Intl.DateTimeFormat>()

function formatterFor(language: Language, timeZone: string): Intl.DateTimeFormat {
  if (timeZone !== 'UTC') return formatter(language, timeZone)
  const made = UTC.get(language) ?? formatter(language, timeZone)
  UTC.set(language, made)
  return made
}

/** Such as "22 December 2026 at 14:30 UTC". A zone that does not exist, which a browser may name, counts as UTC. */
export function instantIn(language: Language, milliseconds: number, timeZone: string): string {
  try {
    return formatterFor(language, timeZone).format(milliseconds)
  } catch (error) {
    if (!(error instanceof RangeError) || timeZone === 'UTC') throw error
    return instantIn(language, milliseconds, 'UTC')
  }
}
