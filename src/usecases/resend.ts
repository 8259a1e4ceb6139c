// Sending an invitation again: under the same id, with a new link and a new expiry, whether it is pending or expired.
import type { Caller } from '../domain/actors.ts'
import { type Author, authorOf } from '../domain/events.ts'
import type { UserFault } from '../domain/faults/users.ts'
import { refuse } from '../domain/faults.ts'
import type { InvitationId, UserId } from '../domain/ids.ts'
import { expiryOf, type Invitation } from '../domain/invitations.ts'
import { type InvitedStatus, type InvitedUser, type OrgUser, pendingUser } from '../domain/org-users.ts'
import { mayGrantInProject, type ProjectAction, permitsOrg, permitsProject } from '../domain/permissions.ts'
import { ownRolesIn } from '../domain/project-users.ts'
import type { Sql, Tx } from '../store/db.ts'
import * as invitationLinks from '../store/invitation-links.ts'
import * as invitations from '../store/invitations.ts'
import * as links from '../store/links.ts'
import * as members from '../store/members.ts'
import * as orgUsers from '../store/org-users.ts'
import type { OrganizationAccess } from '../store/organizations.ts'
import * as organizations from '../store/organizations.ts'
import * as outbox from '../store/outbox.ts'
import * as projects from '../store/projects.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed, AllowedInProject } from './authorize.ts'
import { withoutWhatHasGone } from './grants.ts'
import { refuseFullOrganization } from './limits.ts'
import { sendInvitation } from './mailing.ts'
import type { MintedLink } from './minting.ts'
import { placesOf, refuseFullPlaces } from './place-limits.ts'

/** Who can be sent their invitation again. */
const RESENDABLE: readonly InvitedStatus[] = ['PENDING', 'INVITATION_EXPIRED']

/** Sends the organization's own invitation again; any other, and one that has been answered, is not found. */
export const resendOrgInvitation = (
  app: App,
  by: Allowed<'org.invitations.manage'>,
  id: InvitationId,
): Promise<Invitation> => {
  const { orgId } = by.organization
  return resending(app, by, id, async (tx) => {
    const found = await invitations.whatever(tx, orgId, id)
    return found?.invitation.face === 'org' ? found.invitation : undefined
  })
}

/** The same for an invitation that the project made by its old endpoint. */
export const resendProjectInvitation = (
  app: App,
  by: AllowedInProject<'project.invitations.manage'>,
  id: InvitationId,
): Promise<Invitation> => {
  const { orgId, projectId } = by.project
  return resending(app, by, id, async (tx) => {
    const found = await invitations.whatever(tx, orgId, id)
    if (found?.invitation.projectId !== projectId) return undefined
    refuseClimbing(by, 'project.invitations.manage', found.invitation.roles)
    return found.invitation
  })
}

/** The same for somebody who is shown among the organization's users. */
export function resendToOrgUser(app: App, by: Allowed<'org.users.manage'>, userId: UserId): Promise<OrgUser> {
  const { orgId } = by.organization
  return resendingToUser(app, by, userId, { code: 'user_not_in_org', id: userId, orgId }, () => true)
}

/** The same for somebody who is shown among the project's users; the whole invitation is sent again. */
export function resendToProjectUser(
  app: App,
  by: AllowedInProject<'project.users.manage'>,
  userId: UserId,
): Promise<OrgUser> {
  const groupId = by.project.projectId
  return resendingToUser(app, by, userId, { code: 'user_not_in_group', id: userId, groupId }, (user) => {
    const promised = ownRolesIn(user, groupId)
    refuseClimbing(by, 'project.users.manage', promised)
    return promised.length > 0
  })
}

/** Who may not give a role may not keep the offer of it alive either. */
function refuseClimbing<Permitted extends ProjectAction>(
  { actor, project }: AllowedInProject<Permitted>,
  action: Permitted,
  roles: readonly string[],
): void {
  if (!mayGrantInProject(actor, project.projectId, roles)) refuse({ code: 'not_allowed', action })
}

async function resendingToUser(
  app: App,
  by: Caller,
  userId: UserId,
  stranger: UserFault,
  isHere: (user: InvitedUser) => boolean,
): Promise<OrgUser> {
  const { orgId } = by.organization
  const waiting = async (sql: Sql): Promise<InvitedUser> => {
    const user = await orgUsers.byId(sql, orgId, userId, app.ambient.now())
    if (user?.kind !== 'invited' || !RESENDABLE.includes(user.status) || !isHere(user)) refuse(stranger)
    return user
  }
  // A link is sealed for its invitation, so that the invitation must be known before the transaction begins.
  const { id } = (await waiting(app.db.read)).invitation
  return pendingUser(await resending(app, by, id, async (tx) => (await waiting(tx)).invitation))
}

/** What a renewal by its link comes to. */
export type Renewal =
  | { readonly kind: 'renewed'; readonly invitation: Invitation; readonly orgName: string }
  /** The link is unknown, used or too old. */
  | { readonly kind: 'unknown-link' }
  /** The invitation has been answered, withdrawn or made anew meanwhile. */
  | { readonly kind: 'not-expired' }
  /** Whoever the link was sent to may not invite there any more. */
  | { readonly kind: 'not-allowed' }

/** The invitation that a renewal's link is about, for showing it before anything is done. */
export async function renewableByLink(
  app: App,
  linkHash: string,
): Promise<{ readonly invitation: Invitation; readonly orgName: string } | undefined> {
  const link = await links.find(app.db.read, linkHash, 'renewal', app.ambient.now())
  if (!link?.about) return undefined
  const found = await invitations.whatever(app.db.read, link.about.orgId, link.about.invitationId)
  const organization = await organizations.access(app.db.read, link.about.orgId)
  return found && organization && { invitation: found.invitation, orgName: organization.name }
}

/** Sends an expired invitation again for the inviter who holds the link that their mail carried; it works once. */
export async function renewByLink(app: App, linkHash: string): Promise<Renewal> {
  const about = (await links.find(app.db.read, linkHash, 'renewal', app.ambient.now()))?.about
  if (!about) return { kind: 'unknown-link' }
  const minted = app.minting.invitationLink(about.invitationId)
  return app.db.write(async (tx): Promise<Renewal> => {
    const organization = await organizations.lock(tx, about.orgId)
    const link = await links.take(tx, linkHash, 'renewal', app.ambient.now())
    const found = organization && link && (await invitations.whatever(tx, about.orgId, about.invitationId))
    if (!found) return { kind: 'unknown-link' }
    const author = await inviterStill(tx, link.userId, found.invitation)
    if (!author) return { kind: 'not-allowed' }
    const renewed = await renew(app, tx, organization, found.invitation, minted, author)
    return renewed ? { kind: 'renewed', invitation: renewed, orgName: organization.name } : { kind: 'not-expired' }
  })
}

/** The person as an author, if their roles still let them make such an invitation. */
async function inviterStill(sql: Sql, userId: UserId, invitation: Invitation): Promise<Author | undefined> {
  const { orgId, projectId, roles } = invitation
  const person = await users.accountById(sql, userId)
  if (!person || !(await members.has(sql, orgId, userId))) return undefined
  const held = await roleAssignments.ofPerson(sql, orgId, userId)
  const actor = { kind: 'user', id: userId, name: person.username, orgId, ...held } as const
  const may =
    projectId === undefined
      ? permitsOrg(actor, 'org.invitations.manage')
      : permitsProject(actor, 'project.invitations.manage', projectId) && mayGrantInProject(actor, projectId, roles)
  return may ? actor : undefined
}

async function resending(
  app: App,
  by: Caller,
  id: InvitationId,
  find: (tx: Tx) => Promise<Invitation | undefined>,
): Promise<Invitation> {
  const minted = app.minting.invitationLink(id)
  return app.db.write(async (tx) => {
    const organization = await organizations.lock(tx, by.organization.orgId)
    const invitation = organization && (await find(tx))
    const renewed = invitation && (await renew(app, tx, organization, invitation, minted, authorOf(by)))
    return renewed ?? refuse({ code: 'invitation_not_found', id })
  })
}

/**
 * Undefined for an invitation that is answered or withdrawn, or whose project has gone; refused where a newer one or a
 * membership stands, and where an expired one would be one too many.
 */
async function renew(
  app: App,
  tx: Tx,
  organization: OrganizationAccess,
  invitation: Invitation,
  minted: MintedLink,
  author: Author,
): Promise<Invitation | undefined> {
  const { orgId, projectId, username, id } = invitation
  if (invitation.status !== 'PENDING' && invitation.status !== 'EXPIRED') return undefined
  if (!(await leadsSomewhere(tx, invitation))) return undefined
  const now = app.ambient.now()
  const renewal = { secretHash: minted.hash, expiresAt: expiryOf(now, app.settings.invitationDays) }
  const pending = (await isIn(tx, invitation)) ? undefined : await invitationLinks.renew(tx, invitation, renewal, now)
  if (!pending) refuse({ code: projectId ? 'already_in_group' : 'already_in_org', username })
  const renewed = await withoutWhatHasGone(tx, pending, now)
  if (invitation.status === 'EXPIRED' || invitation.expiresAt <= now) {
    await refuseFullOrganization(app, tx, organization)
    await refuseFullPlaces(app, tx, orgId, placesOf(renewed))
  }
  await record(app, tx, {
    type: projectId ? 'INVITED_TO_GROUP' : 'INVITED_TO_ORG',
    orgId,
    projectId,
    author,
    details: { targetUsername: username },
  })
  await outbox.supersede(tx, orgId, username, id)
  await sendInvitation(app, tx, renewed, minted)
  return renewed
}

/** Whether what it invites to is still there; the organization must be known to be. */
export const leadsSomewhere = async (sql: Sql, { orgId, projectId }: Invitation): Promise<boolean> =>
  projectId === undefined || (await projects.byId(sql, orgId, projectId)) !== undefined

/** Whether the invited person is where the invitation leads already. */
export const isIn = async (sql: Sql, { orgId, projectId, username }: Invitation): Promise<boolean> =>
  projectId
    ? members.isInProject(sql, orgId, projectId, username)
    : (await members.idOf(sql, orgId, username)) !== undefined
