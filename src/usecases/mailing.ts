// Which mails an act causes. They are written down in its transaction, and written and sent later by others.
import { refuse } from '../domain/faults.ts'
import type { InvitationId, MailId, OrgId } from '../domain/ids.ts'
import { type Invitation, reminderOf } from '../domain/invitations.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import * as outbox from '../store/outbox.ts'
import type { NewMail } from '../store/outbox-rows.ts'
import type { App } from './app.ts'
import type { MintedLink } from './minting.ts'
import type { FreshInvitation } from './new-invitation.ts'

/** After an answer has been told, further ones are gathered for this long. */
const GATHERED_FOR = 600_000

const DAY = 86_400_000

type Writer = Pick<App, 'ambient' | 'outbox'>

type Inviting = Writer & Pick<App, 'settings'>

/** Writes the invitation down and sends it; false, and nothing done, when its address has one at that level and face. */
export async function insertAndSend(app: Inviting, tx: Tx, fresh: FreshInvitation): Promise<boolean> {
  if (!(await invitations.insert(tx, fresh, fresh.link.hash))) return false
  await sendInvitation(app, tx, fresh, fresh.link)
  return true
}

/**
 * The invitation's mail at once, and a reminder some days before its end; refused when the organization has written
 * to the address too often already.
 */
export async function sendInvitation(app: Inviting, tx: Tx, invitation: Invitation, link: MintedLink): Promise<void> {
  const { id, orgId, username } = invitation
  await refuseManyMails(app, tx, invitation)
  const about = { orgId, invitationIds: [id], recipient: username, sealedSecret: link.sealed }
  await post(app, tx, { ...about, kind: 'invitation' })
  const reminder = reminderOf({ createdAt: app.ambient.now(), expiresAt: invitation.expiresAt })
  if (reminder !== undefined) await post(app, tx, { ...about, kind: 'reminder', dueAt: reminder })
}

/** Whoever may invite must not be able to fill somebody's mailbox. */
async function refuseManyMails(app: Inviting, tx: Tx, { orgId, username }: Invitation): Promise<void> {
  const limit = app.settings.invitationMailsPerDay ?? 0
  if (!app.outbox || limit === 0) return
  const now = app.ambient.now()
  const written = await outbox.newest(tx, orgId, 'invitation', username, { since: now - DAY, limit })
  const oldest = written[limit - 1]
  if (oldest === undefined) return
  refuse({ code: 'too_many_mails', limit, username, retryAfter: Math.ceil((oldest + DAY - now) / 1000) })
}

/** Tells the inviter that nobody answered in time, or that a new invitation is asked for; keys are told nothing. */
export async function tellInviter(
  app: Writer,
  tx: Tx,
  kind: 'expired' | 'renewal-asked',
  invitation: Invitation,
): Promise<void> {
  if (invitation.inviterKind !== 'user') return
  const { id, inviterUsername, orgId } = invitation
  await post(app, tx, { orgId, kind, invitationIds: [id], recipient: inviterUsername, sealedSecret: undefined })
}

/** Tells the inviter how somebody answered: the first answer at once, those that follow soon in one mail. */
export async function tellAnswer(app: Writer, tx: Tx, invitation: Invitation): Promise<void> {
  if (!app.outbox || invitation.inviterKind !== 'user') return
  const { id, inviterUsername, orgId } = invitation
  if (await outbox.gather(tx, orgId, 'answered', inviterUsername, id)) return
  const last = await outbox.lastDue(tx, orgId, 'answered', inviterUsername)
  const now = app.ambient.now()
  const dueAt = last === undefined ? now : Math.max(now, last + GATHERED_FOR)
  const about = { orgId, invitationIds: [id], recipient: inviterUsername, sealedSecret: undefined }
  await post(app, tx, { ...about, kind: 'answered', dueAt })
}

/** Whoever asks for a new password is written to if there is such an account, which is looked up when it is sent. */
export const sendPasswordReset = (app: Writer, tx: Tx, username: string): Promise<void> =>
  post(app, tx, {
    orgId: '',
    kind: 'password-reset',
    invitationIds: [],
    recipient: username,
    sealedSecret: undefined,
  })

interface Posted extends Pick<NewMail, 'kind' | 'recipient' | 'sealedSecret'> {
  readonly orgId: OrgId | ''
  readonly invitationIds: readonly InvitationId[]
  readonly dueAt?: number
}

async function post(app: Writer, tx: Tx, { dueAt, ...mail }: Posted): Promise<void> {
  const now = app.ambient.now()
  await app.outbox?.add(tx, {
    ...mail,
    mailId: app.ambient.newId<MailId>(),
    createdAt: now,
    dueAt: dueAt ?? now,
  })
}
