// The last step of every answer under /api/.
import type { FastifyReply } from 'fastify'
import type { Answer } from '../api/answer.ts'
import { bytesOf } from './watching.ts'

type Headers = Readonly<Record<string, string>>

/**
 * Sends the answer as it is, past Fastify: that would add a charset to the type of a text, and sends bytes in a write
 * of their own. `extra` are headers of this answer alone. Whoever watches the request is told first.
 */
export function send(reply: FastifyReply, answer: Answer, extra?: Headers): FastifyReply {
  const { watched, body } = reply.request
  reply.hijack()
  if (!watched) return leave(reply, answer, extra)
  const whole = extra ? { ...answer, headers: { ...answer.headers, ...extra } } : answer
  const told = watched.ended(whole, bytesOf(body)).then((more) => leave(reply, whole, more))
  told.catch((error: Error) => {
    reply.request.log.error({ err: error }, 'an answer could not be sent')
    cut(reply)
  })
  return reply
}

function leave(reply: FastifyReply, answer: Answer, extra: Headers | undefined): FastifyReply {
  if (answer.cut) return cut(reply)
  const { status, headers, body } = answer
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
  reply.raw.writeHead(status, { ...headers, ...length, ...extra })
  reply.raw.end(body)
  return reply
}

/** Ends the connection: the client never learns what has become of its request. */
function cut(reply: FastifyReply): FastifyReply {
  reply.hijack()
  reply.raw.destroy()
  return reply
}
