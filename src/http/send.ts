// The last step of every answer.
import type { FastifyReply } from 'fastify'
import type { Answer } from '../api/answer.ts'

/** Sends the answer as it is. The body goes as bytes: to the type of a text Fastify would add a charset. */
export const send = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply
    .code(status)
    .headers(headers)
    .send(body === undefined ? undefined : Buffer.from(body))
