// Hands mails to an SMTP server over a few connections that are kept open. What a mail says comes from strangers, so it
// never reaches the envelope but as the one parsed address of its recipient.
import type { SMTPPoolOptions } from 'nodemailer'
import type { Language } from '../domain/languages.ts'
import { parseUsername } from '../domain/usernames.ts'
import type { Sender, SmtpServer } from '../platform/mail-values.ts'
import type { Mail } from './letter-mail.ts'

/** A mail with everything that its head is made of. */
export interface OutgoingMail extends Mail {
  /** The same in every try, so that who gets it twice can tell. */
  readonly id: string
  readonly recipient: string
  readonly language: Language
  /** Milliseconds since the epoch. */
  readonly date: number
  /** Where its reader says, by one click in the mail program, that nothing like it shall come again. */
  readonly stopLink: string | undefined
}

export interface Transport {
  /** Resolves when the server has taken the mail; rejects with what `problemOf` understands. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>
  /** Closes its connections, idle ones at once and the others when they are done. */
  close(): void
}

const SECOND = 1000

const CONNECTION: SMTPPoolOptions = {
  pool: true,
  maxConnections: 5,
  // Set up within this time, from the name's look-up to the end of STARTTLS.
  connectionTimeout: 20 * SECOND,
  greetingTimeout: 20 * SECOND,
  // A server may take its time to look into a mail before it takes it. Whoever hangs up first sends it twice.
  socketTimeout: 90 * SECOND,
  // Some servers close a connection that has been at rest for ten seconds.
  idleTimeout: 5 * SECOND,
  // Only a mail of which no byte was sent is queued again by the pool; everything else is tried again by its own record.
  maxRequeues: 1,
  disableFileAccess: true,
  disableUrlAccess: true,
}

/** Connections to this server, opened as they are needed; what makes them is loaded for the first mail. */
export function openTransport(server: SmtpServer, from: Sender): Transport {
  const open = async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport({ ...CONNECTION, ...optionsOf(server), pool: true })
  }
  let opened: ReturnType<typeof open> | undefined
  const host = from.address.slice(from.address.lastIndexOf('@') + 1)
  return {
    send: async (mail, signal) => {
      // Of anything else nodemailer makes an address by its own lights, perhaps at another domain.
      if (parseUsername(mail.recipient) !== mail.recipient) throw new Error('The recipient is not an address.')
      opened ??= open()
      const pool = await opened
      await pool.sendMail({
        from,
        to: { name: '', address: mail.recipient },
        // A name may be written as an encoded word, which mail programs would decode: to what nobody has looked at.
        subject: mail.subject.replaceAll('=?', '= ?'),
        text: mail.text,
        html: mail.html,
        date: new Date(mail.date),
        messageId: `<${mail.id}@${host}>`,
        headers: headersOf(mail),
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
        signal,
      })
    },
    close: () => {
      opened?.then((pool) => pool.close()).catch(() => undefined)
    },
  }
}

/** Connects, greets and signs in as a mail would; throws when that fails or takes ten seconds. */
export async function tryServer(server: SmtpServer): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const limit = 10 * SECOND
  const pool = createTransport({
    ...optionsOf(server),
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
  })
  await pool.verify()
}

/** Whether nobody can stand between us and the server. */
const isHere = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

const optionsOf = ({ host, port, secure, login }: SmtpServer) => ({
  host,
  port,
  secure,
  // A password never crosses a network that anybody could read, also when somebody in between hides that TLS is offered.
  requireTLS: login !== undefined && !isHere(host),
  tls: { rejectUnauthorized: !isHere(host) },
  ...(login ? { auth: { user: login.user, pass: login.password.reveal() } } : {}),
})

function headersOf({ language, stopLink }: OutgoingMail): Record<string, string> {
  const own = {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': language,
  }
  if (stopLink === undefined) return own
  // RFC 8058
  return { ...own, 'List-Unsubscribe': `<${stopLink}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
