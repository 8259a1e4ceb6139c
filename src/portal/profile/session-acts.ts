// Ending sessions of one's own. What the form names is looked for among the person's own, and nowhere else.
import { isObjectId, type SessionId } from '../../domain/ids.ts'
import { endOthers, endSessionById } from '../../identity/sessions.ts'
import { goTo, type PortalAnswer, type PortalContext } from '../route.ts'
import type { Visitor } from '../visitor.ts'
import { profileAfter } from './paths.ts'

/** One that is over already is over. */
export async function endOne({ app, request }: PortalContext, { account }: Visitor): Promise<PortalAnswer> {
  const sessionId = request.form.get('session') ?? ''
  if (isObjectId<SessionId>(sessionId)) await endSessionById(app, account.userId, sessionId)
  return goTo(profileAfter('session'))
}

export async function endOtherSessions({ app }: PortalContext, visitor: Visitor): Promise<PortalAnswer> {
  await endOthers(app, visitor.account.userId, visitor.sessionId)
  return goTo(profileAfter('sessions'))
}
