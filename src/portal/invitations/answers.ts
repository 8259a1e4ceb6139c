// What else one can do with an invitation's link: decline, take that back, ask for a new one, come as somebody else.
import { Refusal } from '../../domain/faults.ts'
import { noSessionCookie, readSessionCookie } from '../../identity/session-cookie.ts'
import { endSession } from '../../identity/sessions.ts'
import { askForRenewal, undoDecline } from '../../usecases/invitation-links.ts'
import { declineInvitation } from '../../usecases/invitee.ts'
import { problemPage } from '../problem-page.ts'
import { goTo, type PortalAnswer, type PortalContext } from '../route.ts'
import { invitationWords } from '../words/invitations.ts'
import { asItIsNow, showInvitation } from './joining.ts'
import type { Held } from './link.ts'
import { act, linkTo, saying } from './saying.ts'
import { toldIn } from './told.ts'

/** Asks before anything is declined. */
export async function askToDecline(context: PortalContext, held: Held): Promise<PortalAnswer> {
  if (held.status !== 'PENDING') return showInvitation(context, held)
  const { language, pathPrefix } = context
  const words = invitationWords[language].answer
  const said = { title: words.declineQuestion(toldIn(language, held.facts)), text: words.declineMeans }
  const back = linkTo(pathPrefix + held.page, words.back, 'quiet')
  return saying(context, said, { actions: [act(context, `${held.page}/decline`, words.declineInvitation), back] })
}

/** Declines, for which the link is enough: it gives nothing to anybody. */
export const decline = (context: PortalContext, held: Held): Promise<PortalAnswer> =>
  changing(context, held, () => declineInvitation(context.app, held))

/** Takes a refusal back, not without end: each time is recorded, and told to the inviter. */
export async function undo(context: PortalContext, held: Held): Promise<PortalAnswer> {
  const attempt = await context.throttle.attempt({ kind: 'undo', invitationId: held.invitationId })
  if (!attempt.allowed) return problemPage(context, 'too-many', attempt.retryAfter)
  return changing(context, held, () => undoDecline(context.app, held))
}

/** Writes to the inviter, once a day; whoever asks again is told the same. */
export async function ask({ app, throttle }: PortalContext, held: Held): Promise<PortalAnswer> {
  if (held.status !== 'EXPIRED') return goTo(held.page)
  const attempt = await throttle.attempt({ kind: 'renewal', invitationId: held.invitationId })
  if (attempt.allowed) await askForRenewal(app, held)
  return goTo(`${held.page}?asked`)
}

/** Ends the session of whoever is signed in, so that the invited person can sign in. */
export async function changeVisitor({ app, publicUrl, request }: PortalContext, held: Held): Promise<PortalAnswer> {
  await endSession(app, readSessionCookie(publicUrl(), request.cookie))
  return goTo(held.page, [noSessionCookie(publicUrl())])
}

async function changing(context: PortalContext, held: Held, change: () => Promise<unknown>): Promise<PortalAnswer> {
  try {
    await change()
  } catch (error) {
    if (error instanceof Refusal && error.fault.code === 'invitation_not_found') return asItIsNow(context)
    throw error
  }
  return goTo(held.page)
}
