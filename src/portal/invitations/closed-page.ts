// What has become of an invitation that can no longer be accepted, and what to do about it.
import { html } from '../../platform/html.ts'
import type { PortalAnswer, PortalContext } from '../route.ts'
import { instant } from '../time.ts'
import { invitationWords } from '../words/invitations.ts'
import type { Held } from './link.ts'
import { onwards } from './onwards.ts'
import { act, linkTo, saying } from './saying.ts'
import { toldIn } from './told.ts'

/** The page for every state but a pending one. */
export function closedPage(context: PortalContext, held: Held, status = 200): PortalAnswer {
  const words = invitationWords[context.language].closed
  const told = toldIn(context.language, held.facts)
  switch (held.status) {
    case 'ACCEPTED':
      return acceptedPage(context, held, status)
    case 'DECLINED':
      return declinedPage(context, held, status)
    case 'EXPIRED':
      return expiredPage(context, held, status)
    case 'REVOKED':
      return saying(context, words.revoked(told), { status })
    case 'PENDING':
      throw new Error(`Invitation ${held.invitationId} is pending, not closed.`)
    default:
      return held.status satisfies never
  }
}

function acceptedPage(context: PortalContext, { invitation }: Held, status: number): PortalAnswer {
  const { language, pathPrefix, visitor } = context
  const words = invitationWords[language].closed
  return visitor?.account.username === invitation.username
    ? saying(context, words.inAlready, { status, actions: onwards(context) })
    : saying(context, words.used, { status, actions: [linkTo(`${pathPrefix}/sign-in`, words.signIn)] })
}

function declinedPage(context: PortalContext, held: Held, status: number): PortalAnswer {
  const words = invitationWords[context.language].closed
  const said = words.declined(toldIn(context.language, held.facts))
  if (held.invitation.expiresAt <= context.app.ambient.now()) return saying(context, said, { status })
  const actions = [act(context, `${held.page}/undo`, words.undo, 'quiet')]
  return saying(context, said, { status, more: html`<p>${words.declinedUndo}</p>`, actions })
}

/** A person who invited can be asked by a button; keys read no mail. */
function expiredPage(context: PortalContext, held: Held, status: number): PortalAnswer {
  const { language, request } = context
  const words = invitationWords[language].closed
  const told = toldIn(language, held.facts)
  if (request.query.has('asked')) return saying(context, words.asked(told), { status })
  const when = html`<p>${words.wasValidUntil(instant(language, held.invitation.expiresAt))}</p>`
  return told.inviter === undefined
    ? saying(
        context,
        { title: words.expired(told) },
        { status, more: html`${when}<p>${words.askWhoever(told.org)}</p>` },
      )
    : saying(
        context,
        { title: words.expired(told) },
        { status, more: when, actions: [act(context, `${held.page}/ask`, words.askInviter(told.inviter))] },
      )
}
