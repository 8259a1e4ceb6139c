// What somebody does who holds an invitation's link: sees it, takes a refusal back, asks for a new one, wants no mail.
import { timingSafeEqual } from 'node:crypto'
import { refuse } from '../domain/faults.ts'
import type { InvitationId } from '../domain/ids.ts'
import type { Invitation, InvitationStatus } from '../domain/invitations.ts'
import * as invitationLinks from '../store/invitation-links.ts'
import * as suppressions from '../store/mail-suppressions.ts'
import * as organizations from '../store/organizations.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { withoutWhatHasGone } from './grants.ts'
import type { Addressee } from './invitee.ts'
import { tellInviter } from './mailing.ts'
import { isIn, leadsSomewhere } from './resend.ts'

/** An invitation whose link somebody holds. */
export interface LinkHolder extends Addressee {
  readonly secretHash: string
  readonly invitation: Invitation
  /** What has become of it by now. */
  readonly status: InvitationStatus
  readonly orgName: string
}

/** The invitation, if the secret is that of its newest link and its organization still lives. */
export async function findByLink(
  app: App,
  { invitationId, secretHash }: { readonly invitationId: InvitationId; readonly secretHash: string },
): Promise<LinkHolder | undefined> {
  const found = await invitationLinks.whatever(app.db.read, invitationId)
  if (!found || !isSame(found.secretHash, secretHash)) return undefined
  const { invitation } = found
  const organization = await organizations.access(app.db.read, invitation.orgId)
  if (!organization) return undefined
  const isOver = invitation.status === 'PENDING' && invitation.expiresAt <= app.ambient.now()
  return {
    orgId: invitation.orgId,
    invitationId,
    secretHash,
    invitation,
    status: isOver ? 'EXPIRED' : invitation.status,
    orgName: organization.name,
  }
}

/** Takes a refusal back; refused when the invitation is over, is not declined or has been made anew. */
export const undoDecline = (app: App, holder: LinkHolder): Promise<Invitation> =>
  app.db.write(async (tx) => {
    const { orgId, invitationId } = holder
    const known = await organizations.lock(tx, orgId)
    const isOpen = known && (await leadsSomewhere(tx, holder.invitation)) && !(await isIn(tx, holder.invitation))
    const again = isOpen && (await invitationLinks.undecline(tx, holder, app.ambient.now()))
    if (!again) refuse({ code: 'invitation_not_found', id: invitationId })
    const whole = await withoutWhatHasGone(tx, again, app.ambient.now())
    await record(app, tx, {
      type: again.face === 'org' ? 'INVITED_TO_ORG' : 'INVITED_TO_GROUP',
      orgId,
      projectId: again.projectId,
      author: { kind: 'user', id: again.viewId, name: again.username },
      details: { targetUsername: again.username },
    })
    return whole
  })

/** Asks the inviter for a new invitation, by mail; does nothing for one that is not expired or that a key made. */
export const askForRenewal = (app: App, { invitation, status }: LinkHolder): Promise<void> =>
  app.db.write(async (tx) => {
    if (status === 'EXPIRED') await tellInviter(app, tx, 'renewal-asked', invitation)
  })

/** From now on the organization writes nothing more to the invited address. */
export const stopMail = (app: App, { invitation }: LinkHolder): Promise<void> =>
  app.db.write((tx) => suppressions.insert(tx, invitation.orgId, invitation.username, app.ambient.now()))

/** Takes `stopMail` back. */
export const allowMail = (app: App, { invitation }: LinkHolder): Promise<void> =>
  app.db.write((tx) => suppressions.remove(tx, invitation.orgId, invitation.username))

/** Whether the organization may not write to the invited address. */
export const isMailStopped = (app: App, { invitation }: LinkHolder): Promise<boolean> =>
  suppressions.has(app.db.read, invitation.orgId, invitation.username)

function isSame(kept: string | undefined, given: string): boolean {
  const expected = Buffer.from(kept ?? '')
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
