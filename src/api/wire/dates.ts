// Dates in a query: ISO 8601, taken as UTC where no zone is said.
import { refuse } from '../../domain/faults.ts'
import { type RawQuery, text } from './query.ts'

const SECOND = 1000
// A plus sign that was not encoded arrives as a space.
const ISO =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:T(?<time>\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?<zone>Z|[+ -]\d{2}(?::?\d{2})?)?)?$/i

/** Milliseconds since the epoch; undefined for what is no date, or none of the calendar. */
export function readDate(value: string): number | undefined {
  const { day, time = '00:00', zone = 'Z' } = ISO.exec(value)?.groups ?? {}
  if (day === undefined || !isDay(day)) return undefined
  const [sign = '', hours = '00', minutes = '00'] = zone.match(/[+ -]|\d{2}/g) ?? []
  const offset = sign === '' ? 'Z' : `${sign === ' ' ? '+' : sign}${hours}:${minutes}`
  const milliseconds = Date.parse(`${day}T${time.replace(',', '.').replace(/(\.\d{3})\d+$/, '$1')}${offset}`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}

/** A day that the calendar has: `Date` would turn the 30th of February into a day of March. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/**
 * `minDate` and `maxDate` as the first moment and the first one too late. Both are compared with instants as the wire
 * writes them, in whole seconds, so that what was read from an answer finds the same event again.
 */
export function dateRange(query: RawQuery): { readonly from?: number; readonly before?: number } {
  const [min, max] = [dateIn(query, 'minDate'), dateIn(query, 'maxDate')]
  if (min && max && min.at > max.at) refuse({ code: 'invalid_date_range', from: min.value, until: max.value })
  return {
    ...(min && { from: Math.ceil(min.at / SECOND) * SECOND }),
    ...(max && { before: (Math.floor(max.at / SECOND) + 1) * SECOND }),
  }
}

function dateIn(query: RawQuery, name: string) {
  const value = text(query, name)
  if (value === undefined) return undefined
  return { value, at: readDate(value) ?? refuse({ code: 'invalid_date', name, value }) }
}
