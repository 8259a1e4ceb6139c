// The API's own description: /_atrium/openapi/{dialect}.json for programs, /_atrium/openapi/{dialect} for people.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { dialects } from '../api/dialects/all.ts'
import type { Dialect } from '../api/dialects/dialect.ts'
import { openApiOf } from '../api/openapi/document.ts'
import { pageOf } from '../api/openapi/page.ts'
import { CONTENT_POLICY } from '../api/openapi/page-style.ts'
import { version } from '../platform/build-info.ts'

const FOLDER = '/_atrium/openapi'
const NEWEST = 'atlas-v2'

/** Adds a document and a page for each dialect; they hold nothing of anybody's data. `url` starts every address. */
export function registerReference(server: FastifyInstance, url: () => string): void {
  const documentOf = (dialect: Dialect) => openApiOf(dialect, { url: url(), version })
  for (const dialect of dialects) {
    server.get(`${FOLDER}/${dialect.name}.json`, async (_request, reply) =>
      send(reply, 'application/json', JSON.stringify(documentOf(dialect), null, 2)),
    )
    server.get(`${FOLDER}/${dialect.name}`, async (_request, reply) =>
      send(reply, 'text/html; charset=utf-8', pageOf(dialect, documentOf(dialect), dialects)),
    )
  }
  server.get(FOLDER, async (_request, reply) => reply.redirect(`${FOLDER}/${NEWEST}`))
}

const send = (reply: FastifyReply, type: string, body: string): FastifyReply =>
  reply
    .headers({
      'Content-Type': type,
      'Content-Security-Policy': CONTENT_POLICY,
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    })
    .send(body)
