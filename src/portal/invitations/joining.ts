// The moment of accepting, and what is shown when it comes too late or finds no room.
import { Refusal } from '../../domain/faults.ts'
import type { UserId } from '../../domain/ids.ts'
import { type Accepting, acceptInvitation } from '../../usecases/invitee.ts'
import type { PortalAnswer, PortalContext } from '../route.ts'
import { invitationWords } from '../words/invitations.ts'
import { closedPage } from './closed-page.ts'
import { type Held, holderOf, unknownLink } from './link.ts'
import { pendingPage } from './pending-page.ts'
import { saying } from './saying.ts'
import { toldIn } from './told.ts'
import { inviteeOf } from './visitor.ts'

export type Joined =
  | { readonly kind: 'in'; readonly userId: UserId }
  | { readonly kind: 'refused'; readonly answer: PortalAnswer }

/** Of all who try, exactly one gets in; the others are shown what has become of the invitation. */
export async function join(context: PortalContext, held: Held, accepting: Accepting): Promise<Joined> {
  try {
    const { userId } = await acceptInvitation(context.app, held, accepting)
    return { kind: 'in', userId }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code } = error.fault
    const isLate = code === 'invitation_not_found' || code === 'username_taken'
    return { kind: 'refused', answer: isLate ? await asItIsNow(context) : noRoom(context, held) }
  }
}

/** The invitation's page as it is for whoever looks at it. */
export async function showInvitation(context: PortalContext, held: Held, status = 200): Promise<PortalAnswer> {
  if (held.status !== 'PENDING') return closedPage(context, held, status)
  return pendingPage(context, held, await inviteeOf(context, held), { status })
}

/** After something came too late: what it found. */
export async function asItIsNow(context: PortalContext): Promise<PortalAnswer> {
  const held = await holderOf(context)
  return held ? showInvitation(context, held, 409) : unknownLink(context)
}

/** The rules that are left to refuse it are all bounds on how many there may be. */
const noRoom = (context: PortalContext, { facts }: Held): PortalAnswer => {
  const { language } = context
  return saying(context, invitationWords[language].closed.full(toldIn(language, facts)), { status: 409 })
}
