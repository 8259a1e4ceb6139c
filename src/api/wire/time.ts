// Instants as the wire writes them.

const SECONDS_A_DAY = 86_400
const MOST_DAYS = 1000

/** Days as written before: lists write the same few again and again, and the calendar costs the most. */
const days = new Map<number, string>()

/** `YYYY-MM-DDTHH:MM:SSZ`: whole seconds, UTC. */
export function instant(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const day = Math.floor(seconds / SECONDS_A_DAY)
  const rest = seconds - day * SECONDS_A_DAY
  return `${dateOf(day)}T${twoDigits(rest / 3600)}:${twoDigits((rest % 3600) / 60)}:${twoDigits(rest % 60)}Z`
}

function dateOf(day: number): string {
  const known = days.get(day)
  if (known !== undefined) return known
  const date = new Date(day * SECONDS_A_DAY * 1000).toISOString().slice(0, 10)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(day, date)
  return date
}

const twoDigits = (number: number): string => (number < 10 ? `0${Math.floor(number)}` : String(Math.floor(number)))

/**
 * Midnight UTC of an ISO date in the form of the Deprecation and Sunset headers, whose day of the month is not padded
 * (`Thu, 1 Jul 2027 00:00:00 GMT`).
 */
export function headerDate(isoDate: string): string {
  const [weekday, day, ...rest] = new Date(`${isoDate}T00:00:00Z`).toUTCString().split(' ')
  return [weekday, Number(day), ...rest].join(' ')
}
