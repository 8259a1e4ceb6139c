// The log: JSON lines on standard error, so that standard output stays free for what a command prints.
import { destination, type Logger, pino } from 'pino'
import type { LogLevel } from './config-values.ts'

const CREDENTIALS = ['authorization', 'cookie', 'set-cookie', 'proxy-authorization']
const PLACES = ['headers', 'req.headers', 'res.headers', 'request.headers', 'response.headers']

/** Where Node keeps what it could not read as a request: headers and links as they came. */
const UNREAD = 'err.rawPacket'

/** A logger that never shows headers which carry credentials; it writes to `stream`, else to standard error. */
export function createLogger(level: LogLevel, stream?: { write(line: string): void }): Logger {
  const paths = PLACES.flatMap((place) => CREDENTIALS.map((header) => `${place}["${header}"]`))
  const options = { level, redact: { paths: [...paths, UNREAD], censor: '[redacted]' } }
  return pino(options, stream ?? destination({ fd: 2, sync: true }))
}
