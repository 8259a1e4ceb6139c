// Leaving an organization, and answering an invitation to one without the link that was sent.
import { type Fault, Refusal } from '../../domain/faults.ts'
import type { Account } from '../../domain/members.ts'
import type { App } from '../../usecases/app.ts'
import { acceptOwnInvitation, declineOwnInvitation } from '../../usecases/own-invitations.ts'
import { leaveOrganization, type OwnOrganization, ownOrganization } from '../../usecases/own-organizations.ts'
import { problemPage } from '../problem-page.ts'
import { goTo, type PortalAnswer, type PortalContext } from '../route.ts'
import type { Visitor } from '../visitor.ts'
import type { Done } from '../words/profile/words.ts'
import { leavePage } from './leave-page.ts'
import { profileAfter } from './paths.ts'

/** Asked once; of what they are not in, people learn nothing. */
export const askToLeave = (context: PortalContext, { account }: Visitor): Promise<PortalAnswer> =>
  inOwnOrganization(context, account, async (organization) => leavePage(context, organization))

export const leave = (context: PortalContext, { account }: Visitor): Promise<PortalAnswer> =>
  inOwnOrganization(context, account, async (organization) => {
    const { app, request } = context
    const refused = await refusalOf(leaveOrganization(app, account, request.address, organization.orgId))
    if (refused?.code === 'last_org_owner_removed') return leavePage(context, { ...organization, isLastOwner: true })
    return goTo(profileAfter('left'))
  })

export const accept = (context: PortalContext, visitor: Visitor): Promise<PortalAnswer> =>
  answer(context, visitor, acceptOwnInvitation, 'accepted')

export const decline = (context: PortalContext, visitor: Visitor): Promise<PortalAnswer> =>
  answer(context, visitor, declineOwnInvitation, 'declined')

async function answer(
  { app, request }: PortalContext,
  { account }: Visitor,
  act: (app: App, account: Account, id: string) => Promise<void>,
  done: Done,
): Promise<PortalAnswer> {
  const refused = await refusalOf(act(app, account, request.form.get('invitation') ?? ''))
  if (refused === undefined) return goTo(profileAfter(done))
  return goTo(profileAfter(refused.code === 'invitation_not_found' ? 'gone' : 'full'))
}

async function inOwnOrganization(
  context: PortalContext,
  account: Account,
  run: (organization: OwnOrganization) => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  const organization = await ownOrganization(context.app, account, context.request.params['orgId'] ?? '')
  return organization ? run(organization) : problemPage(context, 'not-found')
}

/** Why it was refused; undefined when it was done. */
async function refusalOf(act: Promise<void>): Promise<Fault | undefined> {
  try {
    await act
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.fault
    throw error
  }
}
