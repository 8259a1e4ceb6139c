// The users of an organization: members and people whom it invites, seen and changed as one list.
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { UserId } from '../domain/ids.ts'
import type { Grants } from '../domain/invitations.ts'
import type { Member } from '../domain/members.ts'
import { type OrgMembershipStatus, type OrgUser, pendingUser, statusOf, USUAL_STATUSES } from '../domain/org-users.ts'
import type { Sql, Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import type { UserFilter, UserPage } from '../store/org-user-pages.ts'
import * as orgUsers from '../store/org-users.ts'
import * as organizations from '../store/organizations.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed } from './authorize.ts'
import { changeMember } from './member-changes.ts'
import { changeInvitation, type InviteToOrg, inviteToOrg } from './org-invitations.ts'
import { endMembership } from './own-organizations.ts'

type Reader = Allowed<'org.read'>
type Manager = Allowed<'org.users.manage'>

/** A page of the organization's users by username, over the wanted states. */
export async function listOrgUsers(app: App, by: Reader, filter: Omit<UserFilter, 'now'>): Promise<UserPage> {
  const { orgId } = by.organization
  const asked = { ...filter, now: app.ambient.now() }
  const members = await app.kept.members(by.organization)
  return members
    ? orgUsers.listAmong(app.db.read, orgId, members, asked)
    : orgUsers.listOfOrg(app.db.read, { orgId }, asked)
}

/** The user with this id, in one of the wanted states. */
export async function getOrgUser(
  app: App,
  by: Reader,
  userId: UserId,
  statuses: readonly OrgMembershipStatus[],
): Promise<OrgUser> {
  const member = statuses.includes('ACTIVE') ? await app.kept.member(by.organization, userId) : undefined
  return member ? { kind: 'member', member } : userInOrg(app, app.db.read, by, userId, statuses)
}

/** Invites the address, whether or not it has an account; what expired or was declined before is shown no longer. */
export const inviteOrgUser = async (app: App, by: Manager, input: InviteToOrg): Promise<OrgUser> =>
  pendingUser(await inviteToOrg(app, by, input))

/** Replaces what the change names, at once for a member, in the promise for somebody who is invited. */
export const updateOrgUser = (
  app: App,
  by: Manager,
  userId: UserId,
  change: invitations.GrantsChange,
): Promise<OrgUser> => changeOrgUser(app, by, userId, USUAL_STATUSES, () => change)

/** Gives one role more; one that is held already changes nothing. */
export const addOrgUserRole = (app: App, by: Manager, userId: UserId, role: string): Promise<OrgUser> =>
  changeOrgUser(app, by, userId, USUAL_STATUSES, ({ roles }) =>
    roles.includes(role) ? {} : { roles: [...roles, role] },
  )

/** Takes one role; one that is not held changes nothing, and the last one stays. */
export const removeOrgUserRole = (app: App, by: Manager, userId: UserId, role: string): Promise<OrgUser> =>
  changeOrgUser(app, by, userId, USUAL_STATUSES, ({ roles }) =>
    roles.includes(role) ? { roles: roles.filter((held) => held !== role) } : {},
  )

/** Gives a member exactly these roles in the organization. */
export const setOrgRoles = (app: App, by: Manager, userId: UserId, roles: readonly string[]): Promise<Member> =>
  app.db.write(async (tx) => {
    const user = await lockedUser(app, tx, by, userId, ['ACTIVE'])
    if (user.kind === 'invited') refuseStranger(by, userId)
    return changeMember(app, tx, by, user.member, { roles })
  })

/**
 * Ends a membership, or withdraws the invitation. Of a member everything goes that the organization granted; the
 * account stays, and so do pending invitations that projects have made.
 */
export const removeOrgUser = (
  app: App,
  by: Manager,
  userId: UserId,
  statuses: readonly OrgMembershipStatus[],
): Promise<void> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    const user = await lockedUser(app, tx, by, userId, statuses)
    if (user.kind === 'invited') {
      const { id, username } = user.invitation
      if (!(await invitations.withdraw(tx, orgId, id, app.ambient.now()))) refuseStranger(by, userId)
      return recordOf(app, tx, by, 'ORG_INVITATION_DELETED', username)
    }
    return endMembership(app, tx, orgId, user.member, authorOf(by))
  })

const changeOrgUser = (
  app: App,
  by: Manager,
  userId: UserId,
  statuses: readonly OrgMembershipStatus[],
  changeOf: (held: Pick<Grants, 'roles'>) => invitations.GrantsChange,
): Promise<OrgUser> =>
  app.db.write(async (tx) => {
    const user = await lockedUser(app, tx, by, userId, statuses)
    const change = changeOf({ roles: user.kind === 'member' ? user.member.orgRoles : user.invitation.roles })
    if (user.kind === 'member') return { kind: 'member', member: await changeMember(app, tx, by, user.member, change) }
    if (change.roles?.length === 0) refuse({ code: 'no_roles_left' })
    return { ...user, invitation: await changeInvitation(app, tx, by, user.invitation, change) }
  })

/** The user as they are until the transaction ends: nobody accepts, is removed or changed in between. */
async function lockedUser(
  app: App,
  tx: Tx,
  by: Manager,
  userId: UserId,
  statuses: readonly OrgMembershipStatus[],
): Promise<OrgUser> {
  const { orgId } = by.organization
  if (!(await organizations.lock(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
  return userInOrg(app, tx, by, userId, statuses)
}

async function userInOrg(
  app: App,
  sql: Sql,
  by: Reader | Manager,
  userId: UserId,
  statuses: readonly OrgMembershipStatus[],
): Promise<OrgUser> {
  const user = await orgUsers.byId(sql, by.organization.orgId, userId, app.ambient.now())
  return user && statuses.includes(statusOf(user)) ? user : refuseStranger(by, userId)
}

/** Whoever is no user of this organization is refused alike, whether or not they exist elsewhere. */
function refuseStranger({ organization }: Reader | Manager, id: UserId): never {
  refuse({ code: 'user_not_in_org', id, orgId: organization.orgId })
}

const recordOf = (app: App, tx: Tx, by: Manager, type: EventType, targetUsername: string): Promise<void> =>
  record(app, tx, { type, orgId: by.organization.orgId, author: authorOf(by), details: { targetUsername } })
