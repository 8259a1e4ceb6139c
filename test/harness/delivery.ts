// A loop that sends a served store's mails to an SMTP recorder, as `serve` has one, and what became of the mails.
import { onTestFinished } from 'vitest'
import { startDelivery } from '../../src/jobs/deliver-mail.ts'
import { openTransport } from '../../src/mail/transport.ts'
import { ATRIUM_STYLE } from '../../src/platform/house-style.ts'
import { smtpServer } from '../../src/platform/mail-values.ts'
import type { Db } from '../../src/store/db.ts'
import type { Atrium } from './atrium.ts'

export const SENDER = { name: 'Acme, Inc.', address: 'people@acme.example' }

export interface Delivery extends AsyncDisposable {
  /** What was logged as an error, one line of JSON each. */
  readonly errors: readonly string[]
  /** Everything that was logged. */
  readonly log: readonly string[]
}

/** Begins to deliver to `url`, over a connection of its own to the store if one is given; stopped after the test. */
export function deliver({ mailing, db }: Atrium, url: string, own: Db = db): Delivery {
  const server = smtpServer(url)
  if (!server) throw new Error(`${url} is not a server's address.`)
  const log: string[] = []
  const errors: string[] = []
  const delivery = startDelivery({
    ...mailing,
    db: own,
    style: ATRIUM_STYLE,
    defaultLanguage: 'en',
    keepsLetters: false,
    transport: openTransport(server, SENDER),
    log: {
      info: (details, message) => log.push(JSON.stringify({ ...details, message })),
      error: (details, message) => {
        errors.push(JSON.stringify({ ...details, message }))
        log.push(JSON.stringify({ ...details, message }))
      },
    },
  })
  onTestFinished(() => delivery[Symbol.asyncDispose]())
  return { errors, log, [Symbol.asyncDispose]: () => delivery[Symbol.asyncDispose]() }
}

export interface MailRow {
  readonly kind: string
  readonly recipient: string
  readonly status: string
  readonly sealed_secret: string | null
  readonly claimed_until: number
  readonly failure: string | null
}

/** What the store holds of mails that are not reminders, oldest first. */
export const mailRows = ({ db }: Atrium): Promise<readonly MailRow[]> =>
  db.read.q
    .selectFrom('outbox')
    .select(['kind', 'recipient', 'status', 'sealed_secret', 'claimed_until', 'failure'])
    .where('kind', '<>', 'reminder')
    .orderBy('created_at')
    .orderBy('mail_id')
    .execute()
