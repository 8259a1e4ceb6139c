// How a fault becomes an error of the wire: one line each, complete by type.
import type { Fault } from '../../domain/faults.ts'
import type { WireError } from '../wire/errors.ts'
import type { Json } from '../wire/json.ts'

/** A line for every code; one without a line does not compile. */
export type Wording<Some extends { code: Fault['code'] }> = {
  readonly [Code in Some['code']]: (fault: Extract<Some, { code: Code }>) => WireError
}

const LONGEST_ECHO = 200

/** What the caller sent, short enough to be said back. */
export const echo = (text: string): string => (text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text)

export const error = (
  status: number,
  errorCode: string,
  detail: string,
  ...parameters: readonly Json[]
): WireError => ({ status, errorCode, detail, parameters })
