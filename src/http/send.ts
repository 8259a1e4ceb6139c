// The last step of every answer under /api/.
import type { FastifyReply } from 'fastify'
import type { Answer } from '../api/answer.ts'

/**
 * Sends the answer as it is, past Fastify: that would add a charset to the type of a text, and sends bytes in a write
 * of their own. `extra` are headers of this answer alone.
 */
export function send(reply: FastifyReply, answer: Answer, extra?: Readonly<Record<string, string>>): FastifyReply {
  const { status, headers, body } = answer
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
  reply.hijack()
  reply.raw.writeHead(status, { ...headers, ...length, ...extra })
  reply.raw.end(body)
  return reply
}
