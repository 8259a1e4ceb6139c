// The mails that `dev` has written, to be read by people and tests in place of a mailbox.
import type { FastifyInstance } from 'fastify'
import type { Json } from '../api/wire/json.ts'
import { instant } from '../api/wire/time.ts'
import type { PreparedLetter } from '../domain/letters.ts'
import * as keptMails from '../store/kept-mails.ts'
import type { App } from '../usecases/app.ts'
import { sendJson } from './send.ts'

const PATH = '/_atrium/outbox'

/** Puts a letter into words. */
export type WriteLetter = (letter: PreparedLetter) => {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** What stands behind the buttons, by what they do. */
  readonly links: Readonly<Record<string, string>>
}

export interface OutboxDeps {
  readonly app: Pick<App, 'db'>
  readonly write: WriteLetter
}

/** GET the mails, oldest first and `to` one address if that is said; DELETE them. */
export function registerOutbox(scope: FastifyInstance, { app: { db }, write }: OutboxDeps): void {
  scope.get<{ Querystring: { readonly to?: string | readonly string[] } }>(PATH, async ({ query }, reply) => {
    const to = typeof query.to === 'string' ? query.to : query.to?.at(-1)
    const mails = await keptMails.readable(db.read, to?.toLowerCase())
    return sendJson(reply, 200, mails.map(presentMail))
  })
  scope.delete(PATH, async (_request, reply) => {
    await db.write((tx) => keptMails.clear(tx))
    return reply.code(204).send()
  })
  function presentMail({ mailId, recipient, dueAt, prepared }: keptMails.ReadableMail): Json {
    const { subject, text, html, links } = write(prepared)
    return { id: mailId, to: recipient, subject, text, html, createdAt: instant(dueAt), links }
  }
}
