// The inviter's one click from a mail: the same person is invited again, with the same access.
import { Refusal } from '../../domain/faults.ts'
import { calledIn } from '../../i18n/called.ts'
import { invitationFacts } from '../../usecases/invitation-facts.ts'
import { type Renewal, renewableByLink, renewByLink } from '../../usecases/resend.ts'
import { linkHashOf, wrongLink } from '../mailed-links.ts'
import { goTo, type PortalAnswer, type PortalContext } from '../route.ts'
import { linkWords } from '../words/links.ts'
import { act, saying } from './saying.ts'
import { toldIn } from './told.ts'

export const RENEWED_PATH = '/renewals/done'

/** Whom, and where; opening it changes nothing. */
export async function askToRenew(context: PortalContext): Promise<PortalAnswer> {
  const { app, language, path } = context
  const words = linkWords[language].renewal
  const linkHash = linkHashOf(context.request.params['secret'])
  const renewable = linkHash && (await renewableByLink(app, linkHash))
  if (!renewable) return unknownRenewal(context)
  const { invitation } = renewable
  const facts = await invitationFacts(app.db.read, invitation, calledIn(language))
  if (!facts || !['PENDING', 'EXPIRED'].includes(invitation.status)) return saying(context, words.settled)
  const told = toldIn(language, facts)
  const said = { title: words.question(told), text: words.means(told) }
  return saying(context, said, { actions: [act(context, path, words.inviteAgain)] })
}

/** Invites again; a second press finds the link used. */
export async function renew(context: PortalContext): Promise<PortalAnswer> {
  const words = linkWords[context.language].renewal
  const linkHash = linkHashOf(context.request.params['secret'])
  const renewal = linkHash ? await renewing(context, linkHash) : ({ kind: 'unknown-link' } as const)
  switch (renewal.kind) {
    case 'renewed':
      return goTo(RENEWED_PATH)
    case 'unknown-link':
      return unknownRenewal(context)
    case 'not-expired':
      return saying(context, words.settled, { status: 409 })
    case 'not-allowed':
      return saying(context, words.notAllowed, { status: 403 })
    default:
      return renewal satisfies never
  }
}

/** After it, at an address without a secret. */
export const renewed = async (context: PortalContext): Promise<PortalAnswer> =>
  saying(context, linkWords[context.language].renewal.done)

/** Refused where the person is in, or invited anew, by now. */
async function renewing({ app }: PortalContext, linkHash: string): Promise<Renewal> {
  try {
    return await renewByLink(app, linkHash)
  } catch (error) {
    const code = error instanceof Refusal ? error.fault.code : undefined
    if (code === 'already_in_org' || code === 'already_in_group') return { kind: 'not-expired' }
    throw error
  }
}

const unknownRenewal = (context: PortalContext): Promise<PortalAnswer> =>
  wrongLink(context, saying(context, linkWords[context.language].renewal.unknown, { status: 404 }))
