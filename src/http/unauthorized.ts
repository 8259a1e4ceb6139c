// The 401 of a caller without valid credentials: static, as the live services print it (docs/wire/authentication.md).
import type { Answer } from '../api/answer.ts'

// Not in alphabetical order, always pretty, and without parameters: unlike every other error.
const BODY = `{
  "error" : 401,
  "reason" : "Unauthorized",
  "detail" : "You are not authorized for this resource.",
  "errorCode" : "UNEXPECTED_ERROR"
}`

/** Asks for a digest; the type is the dialect's. */
export const challengeAnswer = (challenge: string, contentType: string): Answer => ({
  status: 401,
  headers: { 'Content-Type': contentType, 'WWW-Authenticate': challenge },
  body: BODY,
})

/** Refuses a bearer token, with an empty body as the live service does. */
export const badTokenAnswer: Answer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  body: '',
}
