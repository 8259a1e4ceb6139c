// How an organization writes to people, and what has become of its mails about an invitation.
import { authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { InvitationId } from '../domain/ids.ts'
import type { Invitation } from '../domain/invitations.ts'
import type { Language } from '../domain/languages.ts'
import * as invitations from '../store/invitations.ts'
import * as details from '../store/organization-details.ts'
import * as organizations from '../store/organizations.ts'
import * as outbox from '../store/outbox.ts'
import type { StoredMail } from '../store/outbox-rows.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed, AllowedInProject } from './authorize.ts'

export interface MailSettings {
  /** What people are written to in, unless an invitation says otherwise; undefined leaves it to the server. */
  readonly language: Language | undefined
}

export const getMailSettings = async (app: App, { organization }: Allowed<'org.read'>): Promise<MailSettings> =>
  (await details.mailSettings(app.db.read, organization.orgId)) ??
  refuse({ code: 'org_not_found', id: organization.orgId })

/** Replaces what is named; null takes it away again. Mails that wait already are written in the new language. */
export const updateMailSettings = (
  app: App,
  by: Allowed<'org.settings.update'>,
  { language }: { readonly language?: Language | null | undefined },
): Promise<MailSettings> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    const known = await organizations.lock(tx, orgId)
    const before = known && (await details.mailSettings(tx, orgId))
    if (!before) refuse({ code: 'org_not_found', id: orgId })
    const after = { language: language === undefined ? before.language : (language ?? undefined) }
    if (after.language === before.language) return before
    await details.writeMailSettings(tx, orgId, after)
    await record(app, tx, { type: 'ORG_SETTINGS_UPDATED', orgId, author: authorOf(by) })
    return after
  })

/** What has become of a mail to an invited person. */
export type InvitationMail = Pick<
  StoredMail,
  'attempts' | 'createdAt' | 'dueAt' | 'failure' | 'kind' | 'mailId' | 'sentAt' | 'status'
>

/** The mails to the invited person about an invitation of the organization or its projects, closed or not. */
export const mailsOfOrgInvitation = async (
  app: App,
  by: Allowed<'org.invitations.manage'>,
  id: InvitationId,
): Promise<readonly InvitationMail[]> => {
  const found = await invitations.whatever(app.db.read, by.organization.orgId, id)
  return mailsAbout(app, found?.invitation ?? refuse({ code: 'invitation_not_found', id }))
}

/** The same for an invitation that the project made by its old endpoint. */
export const mailsOfProjectInvitation = async (
  app: App,
  by: AllowedInProject<'project.invitations.manage'>,
  id: InvitationId,
): Promise<readonly InvitationMail[]> => {
  const { orgId, projectId } = by.project
  const found = await invitations.whatever(app.db.read, orgId, id)
  if (found?.invitation.projectId !== projectId) refuse({ code: 'invitation_not_found', id })
  return mailsAbout(app, found.invitation)
}

/** What is written to somebody as the inviter is about the invitation too, and no affair of whoever asks for its mails. */
async function mailsAbout(app: App, { id, orgId, username }: Invitation): Promise<readonly InvitationMail[]> {
  const mails = await outbox.ofInvitation(app.db.read, orgId, username, id)
  return mails.filter(({ kind }) => kind === 'invitation' || kind === 'reminder')
}
