// What a world is started with.
import type { FastifyBaseLogger } from 'fastify'
import type { Environment } from '../platform/config.ts'
import type { SmtpServer } from '../platform/mail-values.ts'
import type { LocalCertificate } from '../sandbox/local-authority.ts'
import type { Use } from '../sandbox/requests/uses.ts'
import type { Seed } from '../seed/seed-schema.ts'

export interface WorldOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** What to do about a port that somebody has; in the words of `dev` unless given. */
  readonly portRemedy?: string
  /** What its url calls this machine. */
  readonly hostName: 'localhost' | '127.0.0.1'
  /** A folder, `:memory:` or a postgres:// url. */
  readonly data: string
  /** What an empty store begins with; read only then. */
  readonly seed: () => Promise<Seed>
  /**
   * Where the clock of an empty store stands, in milliseconds since the epoch; it runs with the machine's unless given.
   * That of any other store goes on as it was left.
   */
  readonly now?: number | undefined
  readonly limits?: 'atlas' | undefined
  readonly certificate?: LocalCertificate | undefined
  readonly smtp?: SmtpServer | undefined
  /** Where the look of mails and pages is said. */
  readonly environment: Environment
  readonly logger: FastifyBaseLogger
  /** Told of every refused request under /api/ in one line. */
  readonly refused?: ((line: string) => void) | undefined
  /** Told of every request for a deprecated version of an operation, in this world and in those that it starts. */
  readonly deprecated?: ((use: Use) => void) | undefined
  /** The url of the world that starts and ends this one, if one does. */
  readonly startedBy?: () => string
}
