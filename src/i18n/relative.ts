// How long ago something was, in words.
import type { Language } from '../domain/languages.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Such as "5 minutes ago"; "now" for less than a minute, and for what has yet to come. */
export function agoIn(language: Language, milliseconds: number): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (milliseconds < MINUTE) return format.format(0, 'second')
  if (milliseconds < HOUR) return format.format(-Math.floor(milliseconds / MINUTE), 'minute')
  if (milliseconds < DAY) return format.format(-Math.floor(milliseconds / HOUR), 'hour')
  return format.format(-Math.floor(milliseconds / DAY), 'day')
}
