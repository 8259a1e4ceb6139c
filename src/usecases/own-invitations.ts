// The invitations that wait for somebody who is signed in, in all organizations, and their answers to them.
import { refuse } from '../domain/faults.ts'
import type { InvitationId } from '../domain/ids.ts'
import type { Invitation } from '../domain/invitations.ts'
import type { InvitationFacts } from '../domain/letters.ts'
import type { Account } from '../domain/members.ts'
import * as invitations from '../store/invitations.ts'
import type { App } from './app.ts'
import { invitationFacts, type NameOf } from './invitation-facts.ts'
import { acceptInvitation, declineInvitation } from './invitee.ts'

export interface OwnInvitation {
  readonly invitationId: InvitationId
  readonly facts: InvitationFacts
}

/** Oldest first; none for an address that is not proven. */
export async function ownInvitations(app: App, account: Account, nameOf: NameOf): Promise<readonly OwnInvitation[]> {
  const found: OwnInvitation[] = []
  for (const invitation of await pendingOf(app, account)) {
    const facts = await invitationFacts(app.db.read, invitation, nameOf)
    if (facts) found.push({ invitationId: invitation.id, facts })
  }
  return found
}

/** Accepts an invitation of the person's own address; any other is refused like none. */
export async function acceptOwnInvitation(app: App, account: Account, id: string): Promise<void> {
  const { orgId, id: invitationId } = await own(app, account, id)
  await acceptInvitation(app, { orgId, invitationId }, { kind: 'account', userId: account.userId })
}

/** Declines one likewise. */
export async function declineOwnInvitation(app: App, account: Account, id: string): Promise<void> {
  const { orgId, id: invitationId } = await own(app, account, id)
  await declineInvitation(app, { orgId, invitationId })
}

async function own(app: App, account: Account, id: string): Promise<Invitation> {
  const found = (await pendingOf(app, account)).find((invitation) => invitation.id === id)
  return found ?? refuse({ code: 'invitation_not_found', id })
}

const pendingOf = async ({ db, ambient }: App, { username, verifiedAt }: Account): Promise<readonly Invitation[]> =>
  verifiedAt === undefined ? [] : invitations.pendingOf(db.read, username, ambient.now())
