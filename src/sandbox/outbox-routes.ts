// The mails that `dev` has written, to be read by people and tests in place of a mailbox.
import type { FastifyInstance } from 'fastify'
import type { Json } from '../api/wire/json.ts'
import { instant } from '../api/wire/time.ts'
import * as keptMails from '../store/kept-mails.ts'
import type { App } from '../usecases/app.ts'
import { sendJson } from './send.ts'

const PATH = '/_atrium/outbox'

/** GET the mails, oldest first and `to` one address if that is said; DELETE them. */
export function registerOutbox(scope: FastifyInstance, { db }: Pick<App, 'db'>): void {
  scope.get<{ Querystring: { readonly to?: string | readonly string[] } }>(PATH, async ({ query }, reply) => {
    const to = typeof query.to === 'string' ? query.to : query.to?.at(-1)
    return sendJson(reply, 200, (await keptMails.readable(db.read, to?.toLowerCase())).map(presentMail))
  })
  scope.delete(PATH, async (_request, reply) => {
    await db.write((tx) => keptMails.clear(tx))
    return reply.code(204).send()
  })
}

const presentMail = ({ mailId, recipient, dueAt, content }: keptMails.ReadableMail): Json => ({
  id: mailId,
  to: recipient,
  subject: content.subject,
  text: content.text,
  html: content.html,
  createdAt: instant(dueAt),
  links: content.links,
})
