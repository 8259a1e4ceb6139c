// The 401 of a caller without valid credentials: static, as the live services print it (docs/wire/authentication.md).
import type { FastifyReply } from 'fastify'

// Not in alphabetical order, always pretty, and without parameters: unlike every other error.
const BODY = `{
  "error" : 401,
  "reason" : "Unauthorized",
  "detail" : "You are not authorized for this resource.",
  "errorCode" : "UNEXPECTED_ERROR"
}`

/** Asks for a digest. The type is the dialect's; as bytes, because Fastify adds a charset to the type of a text. */
export const sendChallenge = (reply: FastifyReply, challenge: string, contentType: string): FastifyReply =>
  reply.code(401).headers({ 'Content-Type': contentType, 'WWW-Authenticate': challenge }).send(Buffer.from(BODY))

/** Refuses a bearer token, with an empty body as the live service does. */
export const sendBadToken = (reply: FastifyReply): FastifyReply =>
  reply.code(401).header('WWW-Authenticate', 'Bearer error="invalid_token"').send()
