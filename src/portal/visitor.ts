// Who is at the other end: the session that a browser's cookie stands for, and whose account it is.
import type { SessionId } from '../domain/ids.ts'
import type { Account } from '../domain/members.ts'
import { readSessionCookie } from '../identity/session-cookie.ts'
import { sessionOf } from '../identity/sessions.ts'
import type { App } from '../usecases/app.ts'
import { accountById } from '../usecases/people.ts'

export interface Visitor {
  readonly sessionId: SessionId
  readonly account: Account
}

/** Undefined for a cookie that stands for nothing any more. */
export async function visitorOf(app: App, cookie: string | undefined, publicUrl: string): Promise<Visitor | undefined> {
  const session = await sessionOf(app, readSessionCookie(publicUrl, cookie))
  const account = session && (await accountById(app, session.userId))
  return account && { sessionId: session.sessionId, account }
}
