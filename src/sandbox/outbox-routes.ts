// The outbox over HTTP: GET the mails, DELETE them.
import type { FastifyInstance } from 'fastify'
import type { Json } from '../api/wire/json.ts'
import { instant } from '../api/wire/time.ts'
import type { OutboxControl, OutboxMail } from './outbox.ts'
import { sendJson } from './send.ts'

const PATH = '/_atrium/outbox'

export interface OutboxDeps {
  readonly outbox: OutboxControl
}

/** GET the mails, oldest first and `to` one address if that is said; DELETE them. */
export function registerOutbox(scope: FastifyInstance, { outbox }: OutboxDeps): void {
  scope.get<{ Querystring: { readonly to?: string | readonly string[] } }>(PATH, async ({ query }, reply) => {
    const to = typeof query.to === 'string' ? query.to : query.to?.at(-1)
    const mails = await outbox.mails({ to })
    return sendJson(reply, 200, mails.map(presentMail))
  })
  scope.delete(PATH, async (_request, reply) => {
    await outbox.clear()
    return reply.code(204).send()
  })
}

const presentMail = ({ id, to, subject, text, html, createdAt, links }: OutboxMail): Json => ({
  id,
  to,
  subject,
  text,
  html,
  createdAt: instant(createdAt),
  links,
})
