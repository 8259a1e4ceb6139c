// Query parameters: flags and numbers checked, unknown names ignored, an empty value the same as none.
import { refuse } from '../../domain/faults.ts'

export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>

/** The one value of a parameter. The same name twice is refused, since it would be read differently by a proxy. */
export function text(query: RawQuery, name: string): string | undefined {
  const value = query[name]
  if (value === undefined || value === '') return undefined
  return typeof value === 'string' ? value : refuse({ code: 'invalid_query_parameter', name, value: value.join(',') })
}

/** Every value of a parameter that may be given more than once; empty ones count as none. */
export const texts = (query: RawQuery, name: string): readonly string[] =>
  [query[name] ?? []].flat().filter((value) => value !== '')

/** `true` or `false`. */
export function flag(query: RawQuery, name: string, absent: boolean): boolean {
  const value = text(query, name)
  if (value === undefined) return absent
  if (value === 'true' || value === 'false') return value === 'true'
  return refuse({ code: 'invalid_query_parameter', name, value })
}

/** A whole number within bounds, both included. */
export function wholeNumber(query: RawQuery, name: string, absent: number, least: number, most: number): number {
  const value = text(query, name)
  if (value === undefined) return absent
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most ? number : refuse({ code: 'invalid_query_parameter', name, value })
}

/** The flags every operation has, read leniently: they also shape the answer to a request that is refused. */
export const wantsPretty = (query: RawQuery): boolean => query['pretty'] === 'true'
export const wantsEnvelope = (query: RawQuery): boolean => query['envelope'] === 'true'

/** Refuses a `pretty` or `envelope` that is neither true nor false. */
export function checkCommonFlags(query: RawQuery): void {
  flag(query, 'pretty', false)
  flag(query, 'envelope', false)
}
