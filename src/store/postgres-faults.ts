// Which of PostgreSQL's errors say that trying again may help.
import { errorCode } from './faults.ts'

/** serialization_failure and deadlock_detected. */
const COLLISIONS: ReadonlySet<string> = new Set(['40001', '40P01'])
/** admin_shutdown, crash_shutdown, cannot_connect_now, and what the operating system says of a dead socket. */
const LOST: ReadonlySet<string> = new Set([
  '57P01',
  '57P02',
  '57P03',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
])
/** The driver's own errors carry no code. */
const LOST_MESSAGE = /^(Connection terminated|Client has encountered a connection error)/

const SILENT_MESSAGE = 'Query read timeout'

/** Whether PostgreSQL did not answer in time, not even that it took too long. */
export const isSilent = (error: unknown): boolean => error instanceof Error && error.message === SILENT_MESSAGE

/** Whether the connection, not the statement, is at fault. */
export function isConnectionLost(error: unknown): boolean {
  const code = errorCode(error)
  if (code !== undefined) return LOST.has(code) || code.startsWith('08')
  // An answer that comes too late would be taken for the next statement's.
  return isSilent(error) || (error instanceof Error && LOST_MESSAGE.test(error.message))
}

/** Whether a migration changed a table under a statement that this connection had prepared; a new one knows better. */
export function isStalePlan(error: unknown): boolean {
  return errorCode(error) === '0A000' && error instanceof Error && error.message.includes('cached plan')
}

/** Whether a transaction that failed so, and was rolled back, deserves another attempt. */
export function mayRepeat(error: unknown): boolean {
  return COLLISIONS.has(errorCode(error) ?? '') || isStalePlan(error)
}
