// The users of a project: found, added and removed. What counts is what somebody holds or is promised themselves.
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { UserId } from '../domain/ids.ts'
import { type Invitation, withoutProject } from '../domain/invitations.ts'
import type { Language } from '../domain/languages.ts'
import type { Member } from '../domain/members.ts'
import { type OrgMembershipStatus, type OrgUser, statusOf, USUAL_STATUSES } from '../domain/org-users.ts'
import { mayGrantInProject, type ProjectAction } from '../domain/permissions.ts'
import { ownRolesIn } from '../domain/project-users.ts'
import type { Sql, Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import { memberOf } from '../store/member-rows.ts'
import type { UserFilter, UserPage } from '../store/org-user-pages.ts'
import * as orgUsers from '../store/org-users.ts'
import { listOfProject, type ProjectListing } from '../store/org-users-of-project.ts'
import * as organizations from '../store/organizations.ts'
import * as projects from '../store/projects.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { AllowedInProject } from './authorize.ts'
import { refuseFullProject } from './limits.ts'
import { refuseManyProjectsOfUser } from './place-limits.ts'
import { invitationPromising, promise } from './promises.ts'

type Reader = AllowedInProject<'project.read'>
type Manager = AllowedInProject<'project.users.manage'>
type InProject = AllowedInProject<ProjectAction>

/** A page of the project's users by username, over the wanted states. */
export const listProjectUsers = (
  app: App,
  by: Reader | Manager,
  listing: ProjectListing,
  filter: Omit<UserFilter, 'now'>,
): Promise<UserPage> => {
  const { orgId, projectId } = by.project
  return listOfProject(app.db.read, orgId, projectId, listing, { ...filter, now: app.ambient.now() })
}

/** The user of the project with this id, in one of the wanted states. */
export const getProjectUser = (
  app: App,
  by: Reader,
  userId: UserId,
  statuses: readonly OrgMembershipStatus[],
): Promise<OrgUser> => userInProject(app, app.db.read, by, userId, statuses)

export interface NewProjectUser {
  readonly username: string
  readonly roles: readonly string[]
  /** What somebody is written to in who gets an invitation by this. */
  readonly language?: Language | undefined
}

/**
 * Gives a member access at once; anybody else is promised it by their organization invitation, which is made if there
 * is none. Refused when the person holds or is promised roles of their own here already.
 */
export const addProjectUser = async (app: App, by: Manager, input: NewProjectUser): Promise<OrgUser> =>
  app.db.write(addingProjectUser(app, by, input))

/** The same as work for a transaction that does more. */
export function addingProjectUser(
  app: App,
  by: Manager,
  { username, roles, language }: NewProjectUser,
): (tx: Tx) => Promise<OrgUser> {
  const { orgId, projectId } = by.project
  refuseClimbing(by, 'project.users.manage', roles)
  const promised = { orgRoles: [], groupRoleAssignments: [{ groupId: projectId, roles }] }
  const fresh = invitationPromising(app, by, username, promised, language)
  return async (tx) => {
    await lockProject(tx, by)
    const known = await orgUsers.byUsername(tx, orgId, username, app.ambient.now())
    const isKnown = known !== undefined && USUAL_STATUSES.includes(statusOf(known))
    if (isKnown && ownRolesIn(known, projectId).length > 0) refuse({ code: 'already_in_group', username })
    const added =
      known?.kind === 'member'
        ? await joinProject(app, tx, by, known.member, roles)
        : await promise(app, tx, by, known, promised, fresh)
    await refuseFullProject(app, tx, by.project)
    return added
  }
}

/** Gives a member these roles in the project beside those they have. The organization must be locked. */
export async function joinProject(
  app: App,
  tx: Tx,
  by: InProject,
  { userId, username }: Pick<Member, 'userId' | 'username'>,
  roles: readonly string[],
): Promise<OrgUser> {
  const { orgId, projectId } = by.project
  const granted = await roleAssignments.grant(tx, orgId, userId, projectId, roles)
  if (granted > 0) {
    await refuseManyProjectsOfUser(app, tx, userId)
    await organizations.raiseRevision(tx, orgId)
    await recordOf(app, tx, by, 'JOINED_GROUP', username)
  }
  return activeUser(tx, by, userId)
}

/** Takes the person's own roles here away, or what they are promised here. Roles of their teams stay. */
export const removeProjectUser = (
  app: App,
  by: Manager,
  userId: UserId,
  statuses: readonly OrgMembershipStatus[],
): Promise<void> =>
  app.db.write(async (tx) => {
    await lockProject(tx, by)
    const { orgId, projectId } = by.project
    const user = await userInProject(app, tx, by, userId, statuses)
    if (user.kind === 'invited') {
      await changePromises(app, tx, user.invitation, withoutProject(user.invitation.groupRoleAssignments, projectId))
      return recordOf(app, tx, by, 'GROUP_INVITATION_DELETED', user.invitation.username)
    }
    const { username } = user.member
    await roleAssignments.revoke(tx, orgId, userId, projectId, ownRolesIn(user, projectId))
    await invitations.revokeDeclined(tx, orgId, username, app.ambient.now(), projectId)
    await organizations.raiseRevision(tx, orgId)
    return recordOf(app, tx, by, 'REMOVED_FROM_GROUP', username)
  })

/** Keeps everybody's access as it is until the transaction ends; the project may have gone since it was judged. */
export async function lockProject(tx: Tx, by: InProject): Promise<void> {
  const { orgId, projectId } = by.project
  const known = (await organizations.lock(tx, orgId)) && (await projects.byId(tx, orgId, projectId))
  if (!known) refuse({ code: 'group_not_found', id: projectId })
}

/** Whoever is not a user of this project is refused alike, whether or not they exist elsewhere. */
export async function userInProject(
  app: App,
  sql: Sql,
  by: InProject,
  userId: UserId,
  statuses: readonly OrgMembershipStatus[],
): Promise<OrgUser> {
  const { orgId, projectId } = by.project
  const user = await orgUsers.byId(sql, orgId, userId, app.ambient.now())
  const isHere = user && statuses.includes(statusOf(user)) && ownRolesIn(user, projectId).length > 0
  return isHere ? user : refuse({ code: 'user_not_in_group', id: userId, groupId: projectId })
}

/** A member as they are now. */
export async function activeUser(tx: Tx, by: InProject, userId: UserId): Promise<OrgUser> {
  const { orgId, projectId } = by.project
  const member = await memberOf(tx, orgId, userId)
  return member ? { kind: 'member', member } : refuse({ code: 'user_not_in_group', id: userId, groupId: projectId })
}

/** Replaces what a pending invitation promises in projects. */
export async function changePromises(
  app: App,
  tx: Tx,
  { orgId, id }: Invitation,
  groupRoleAssignments: Invitation['groupRoleAssignments'],
): Promise<OrgUser> {
  const invitation = await invitations.change(tx, orgId, id, { groupRoleAssignments }, app.ambient.now())
  return invitation ? { kind: 'invited', status: 'PENDING', invitation } : refuse({ code: 'invitation_not_found', id })
}

export function refuseClimbing(by: InProject, action: ProjectAction, roles: readonly string[]): void {
  if (!mayGrantInProject(by.actor, by.project.projectId, roles)) refuse({ code: 'not_allowed', action })
}

export const recordOf = (app: App, tx: Tx, by: InProject, type: EventType, targetUsername: string): Promise<void> => {
  const { orgId, projectId } = by.project
  return record(app, tx, { type, orgId, projectId, author: authorOf(by), details: { targetUsername } })
}
