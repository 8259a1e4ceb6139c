// Invitations to an organization: what an Organization Owner does with them.
import type { Caller } from '../domain/actors.ts'
import { authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { InvitationId } from '../domain/ids.ts'
import type { Grants, Invitation } from '../domain/invitations.ts'
import type { Language } from '../domain/languages.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed } from './authorize.ts'
import { refuseUnknownGrants } from './grants.ts'
import { holdForOneMore, refuseFullOrganization } from './limits.ts'
import { insertAndSend } from './mailing.ts'
import { newInvitation } from './new-invitation.ts'
import { placesOf, refuseFullPlaces } from './place-limits.ts'

type Manager = Allowed<'org.invitations.manage'>

export interface InviteToOrg extends Grants {
  readonly username: string
  readonly language?: Language | undefined
}

/** The pending invitations that the organization sees, by username; `username` narrows them to one address. */
export const listOrgInvitations = (app: App, by: Manager, username?: string): Promise<readonly Invitation[]> =>
  invitations.listOfOrganization(app.db.read, by.organization.orgId, app.ambient.now(), username)

export async function getOrgInvitation(app: App, by: Manager, id: InvitationId): Promise<Invitation> {
  const invitation = await invitations.ofOrganization(app.db.read, by.organization.orgId, id, app.ambient.now())
  return invitation ?? refuse({ code: 'invitation_not_found', id })
}

type Inviter = Allowed<'org.invitations.manage' | 'org.users.manage'>

/** Makes a pending invitation; refused while the address has one already, or is a member's. */
export const inviteToOrg = (app: App, by: Inviter, input: InviteToOrg): Promise<Invitation> =>
  app.db.write(invitingToOrg(app, by, input))

/** The same as work for a transaction that does more. */
export function invitingToOrg(app: App, by: Inviter, input: InviteToOrg): (tx: Tx) => Promise<Invitation> {
  const { orgId } = by.organization
  const invitation = newInvitation(app, by, { ...input, face: 'org', projectId: undefined })
  return async (tx) => {
    const organization = await holdForOneMore(app, tx, orgId)
    if (!organization) refuse({ code: 'org_not_found', id: orgId })
    await refuseUnknownGrants(tx, orgId, input)
    const taken = (await members.idOf(tx, orgId, input.username)) !== undefined
    if (taken || !(await insertAndSend(app, tx, invitation))) {
      refuse({ code: 'already_in_org', username: input.username })
    }
    await refuseFullOrganization(app, tx, organization)
    await refuseFullPlaces(app, tx, orgId, placesOf(invitation))
    await record(app, tx, {
      type: 'INVITED_TO_ORG',
      orgId,
      author: authorOf(by),
      details: { targetUsername: input.username },
    })
    return invitation
  }
}

/** What a change may name: given parts are replaced, absent ones stay. */
export interface OrgInvitationChange extends invitations.GrantsChange {
  /** Only ever the invited address itself: it cannot be changed. */
  readonly username?: string | undefined
}

/** Changes the pending invitation with this id. */
export const updateOrgInvitation = (
  app: App,
  by: Manager,
  id: InvitationId,
  change: OrgInvitationChange,
): Promise<Invitation> =>
  app.db.write(async (tx) => {
    if (!(await holdForOneMore(app, tx, by.organization.orgId))) refuse({ code: 'invitation_not_found', id })
    const current = await ownInvitation(app, tx, by, id)
    if (change.username !== undefined && change.username !== current.username) {
      refuse({ code: 'read_only_attribute', attribute: 'username' })
    }
    return changeInvitation(app, tx, by, current, change)
  })

/** Changes the pending organization invitation of an address. */
export const updateOrgInvitationOf = (
  app: App,
  by: Manager,
  username: string,
  change: invitations.GrantsChange,
): Promise<Invitation> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    const known = await holdForOneMore(app, tx, orgId)
    const current = known && (await invitations.atPlace(tx, orgId, 'org', undefined, username, app.ambient.now()))
    if (!current) refuse({ code: 'invitation_not_found', id: username })
    return changeInvitation(app, tx, by, current, change)
  })

/** Revokes the pending invitation. Exactly one caller ever succeeds. */
export const revokeOrgInvitation = (app: App, by: Manager, id: InvitationId): Promise<void> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    if (!(await organizations.share(tx, orgId))) refuse({ code: 'invitation_not_found', id })
    const { username } = await ownInvitation(app, tx, by, id)
    const revoked = await invitations.close(tx, orgId, id, 'REVOKED', app.ambient.now())
    if (!revoked) refuse({ code: 'invitation_not_found', id })
    await record(app, tx, {
      type: 'ORG_INVITATION_DELETED',
      orgId,
      author: authorOf(by),
      details: { targetUsername: username },
    })
  })

/** The organization's own invitation: a project's is visible here, but changed only through its project. */
async function ownInvitation(app: App, tx: Tx, by: Manager, id: InvitationId): Promise<Invitation> {
  const current = await invitations.ofOrganization(tx, by.organization.orgId, id, app.ambient.now())
  if (!current) refuse({ code: 'invitation_not_found', id })
  if (current.face !== 'org') refuse({ code: 'not_an_org_invitation', id })
  return current
}

/** Replaces what the change names of an invitation that has been found pending in this transaction. */
export async function changeInvitation(
  app: App,
  tx: Tx,
  by: Caller,
  current: Invitation,
  change: invitations.GrantsChange,
): Promise<Invitation> {
  const { orgId, id } = current
  await refuseUnknownGrants(tx, orgId, change)
  const changed = await invitations.change(tx, orgId, id, change, app.ambient.now())
  if (!changed) refuse({ code: 'invitation_not_found', id })
  await refuseFullPlaces(app, tx, orgId, placesOf(change))
  if (!hasSameGrants(current, changed)) {
    await record(app, tx, {
      type: 'USER_ROLES_CHANGED_AUDIT',
      orgId,
      author: authorOf(by),
      details: { targetUsername: current.username },
    })
  }
  return changed
}

const hasSameGrants = (a: Grants, b: Grants): boolean => grantsText(a) === grantsText(b)

const grantsText = ({ roles, teamIds, groupRoleAssignments }: Grants): string =>
  JSON.stringify([roles, teamIds, groupRoleAssignments])
