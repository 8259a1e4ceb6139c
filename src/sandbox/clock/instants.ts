// Instants and durations as they are written in a request, and the span of time in which a clock may stand.
import { instant } from '../../api/wire/time.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const EARLIEST = Date.UTC(2000, 0, 1)
/** Identifiers begin with 32 bits of seconds, which last until 2106. */
export const LATEST = Date.UTC(2100, 0, 1) - SECOND

/** Whether a clock may stand there; milliseconds since the epoch. */
export const isInRange = (at: number): boolean => at >= EARLIEST && at <= LATEST

const INSTANT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?Z)?$/

/**
 * Milliseconds since the epoch of `2027-07-02T00:00:00Z`, with up to three decimals if need be, or of `2027-07-02`, its
 * beginning in UTC; undefined for any other text and for days and hours that do not exist.
 */
export function parseInstant(text: string): number | undefined {
  const [, day = '', time = '00:00:00', fraction = ''] = INSTANT.exec(text) ?? []
  const whole = `${day}T${time}.${fraction.padEnd(3, '0')}Z`
  const at = Date.parse(whole)
  // The parser takes the 30th of February for the 2nd of March.
  return Number.isNaN(at) || new Date(at).toISOString() !== whole ? undefined : at
}

const DURATION =
  /^P(?=.)(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/

/**
 * Milliseconds of `P31D`, `PT1H30M` or `P2W`: weeks, days, hours, minutes and seconds, these with up to three decimals;
 * undefined for any other text, months and years among them, which are not all of one length.
 */
export function parseDuration(text: string): number | undefined {
  const parts = DURATION.exec(text)?.slice(1)
  if (!parts) return undefined
  const units = [7 * DAY, DAY, HOUR, MINUTE, SECOND]
  return Math.round(units.reduce((sum, unit, index) => sum + unit * Number(parts[index] ?? 0), 0))
}

/** As the wire writes instants, with milliseconds where there are any. */
export const exactly = (at: number): string => (at % SECOND === 0 ? instant(at) : new Date(at).toISOString())
