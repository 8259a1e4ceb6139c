// How the sandbox answers.
import type { FastifyReply } from 'fastify'
import { compact, type Json } from '../api/wire/json.ts'

/** As bytes, because Fastify would add a charset to the type of a text. */
export const sendJson = (reply: FastifyReply, status: number, body: Json): FastifyReply =>
  reply
    .code(status)
    .headers({ 'Cache-Control': 'no-store', 'Content-Type': 'application/json' })
    .send(Buffer.from(compact(body)))
