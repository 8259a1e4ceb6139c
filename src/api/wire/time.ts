// Instants as the wire writes them.

/** `YYYY-MM-DDTHH:MM:SSZ`: whole seconds, UTC. */
export const instant = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`

/**
 * Midnight UTC of an ISO date in the form of the Deprecation and Sunset headers, whose day of the month is not padded
 * (`Thu, 1 Jul 2027 00:00:00 GMT`).
 */
export function headerDate(isoDate: string): string {
  const [weekday, day, ...rest] = new Date(`${isoDate}T00:00:00Z`).toUTCString().split(' ')
  return [weekday, Number(day), ...rest].join(' ')
}
