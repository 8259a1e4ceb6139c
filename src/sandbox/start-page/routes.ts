// The start page under /_atrium/: the page, its scripts, and each mail as a document of its own for a frame in it.
import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isObjectId, type MailId } from '../../domain/ids.ts'
import { builtAsset } from '../../platform/asset-file.ts'
import { version } from '../../platform/build-info.ts'
import * as keptMails from '../../store/kept-mails.ts'
import type { App } from '../../usecases/app.ts'
import { type FirstSteps, START_PAGE_PATH } from '../first-steps.ts'
import type { WriteLetter } from '../outbox.ts'
import { namesOf, sampleFactsOf } from './facts.ts'
import { FRAME_MAY } from './outbox-section.ts'
import { PAGE_POLICY, SCRIPTS, startPage } from './page.ts'
import { samplesOf } from './samples.ts'

export interface StartPageDeps {
  readonly app: App
  /** Known once the server listens. */
  readonly firstSteps: () => FirstSteps
  readonly write: WriteLetter
  /** Host names beside the loopback's under which it is reached; none while only this machine can. */
  readonly ownHosts: readonly string[]
}

/** Mails carry styles in their tags, and may show the operator's logo. */
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-ancestors 'self'; form-action 'none'; sandbox ${FRAME_MAY}`

/** Adds the page and what it is made of; the mails' list is fetched from the outbox itself. */
export function registerStartPage(scope: FastifyInstance, { app, firstSteps, ownHosts, write }: StartPageDeps): void {
  scope.get(START_PAGE_PATH.slice(0, -1), async (_request, reply) => reply.redirect(START_PAGE_PATH))
  scope.get(START_PAGE_PATH, async (_request, reply) => {
    const steps = firstSteps()
    const names = await namesOf(app, steps.credentials)
    const samples = samplesOf(await sampleFactsOf(app, steps.credentials))
    return sendHtml(
      reply,
      startPage({ version, steps, names, samples, isExposed: ownHosts.length > 0 }).text,
      PAGE_POLICY,
      'DENY',
    )
  })
  for (const name of SCRIPTS) {
    scope.get(START_PAGE_PATH + name, async (_request, reply) => {
      const file = builtAsset(`start-page/${name}`) ?? new URL(`./browser/${name}`, import.meta.url)
      return reply
        .headers({ ...HEADERS, 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' })
        .send(readFileSync(file, 'utf8'))
    })
  }
  scope.get<{ Params: { mailId: string } }>(`${START_PAGE_PATH}outbox/:mailId/html`, async ({ params }, reply) => {
    const { mailId } = params
    const mail = isObjectId<MailId>(mailId) ? await keptMails.readableById(app.db.read, mailId) : undefined
    if (!mail) return reply.code(404).send({ error: 404, reason: 'Not Found' })
    return sendHtml(reply, withLinksOutside(write(mail.prepared).html), MAIL_POLICY, 'SAMEORIGIN')
  })
}

/** What a mail links to refuses to be framed, so that its links open windows of their own. */
const withLinksOutside = (html: string): string => html.replace('<head>', '<head>\n<base target="_blank">')

const HEADERS = { 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' }

const sendHtml = (reply: FastifyReply, text: string, policy: string, framing: 'DENY' | 'SAMEORIGIN'): FastifyReply =>
  reply
    .headers({
      ...HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'X-Frame-Options': framing,
    })
    .send(text)
