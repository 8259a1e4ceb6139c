// The roles of a project's users: one more, one less, or all of them anew.
import { refuse } from '../domain/faults.ts'
import type { UserId } from '../domain/ids.ts'
import { withRolesIn } from '../domain/invitations.ts'
import { type OrgUser, USUAL_STATUSES } from '../domain/org-users.ts'
import type { ProjectAction } from '../domain/permissions.ts'
import { ownRolesIn } from '../domain/project-users.ts'
import type { Tx } from '../store/db.ts'
import { memberOf } from '../store/member-rows.ts'
import * as organizations from '../store/organizations.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import type { App } from './app.ts'
import type { AllowedInProject } from './authorize.ts'
import { refuseFullProject } from './limits.ts'
import {
  activeUser,
  changePromises,
  joinProject,
  lockProject,
  recordOf,
  refuseClimbing,
  userInProject,
} from './project-users.ts'

type Manager = AllowedInProject<'project.users.manage'>

/** Gives the user one role more; one that is held already changes nothing. */
export function addProjectUserRole(app: App, by: Manager, userId: UserId, role: string): Promise<OrgUser> {
  refuseClimbing(by, 'project.users.manage', [role])
  return changeRoles(app, by, userId, (roles) => [...new Set([...roles, role])])
}

/** Takes one role from the user; one that is not held changes nothing, and the last one stays. */
export const removeProjectUserRole = (app: App, by: Manager, userId: UserId, role: string): Promise<OrgUser> =>
  changeRoles(app, by, userId, (roles) => roles.filter((held) => held !== role))

/** Gives a member who is a user of the project exactly these roles in it. */
export function setProjectUserRoles(
  app: App,
  by: AllowedInProject<'project.users.setRoles'>,
  userId: UserId,
  roles: readonly string[],
): Promise<OrgUser> {
  refuseClimbing(by, 'project.users.setRoles', roles)
  return app.db.write(async (tx) => {
    await lockProject(tx, by)
    return replaceRoles(app, tx, by, await userInProject(app, tx, by, userId, ['ACTIVE']), roles)
  })
}

export interface RolesOfMember {
  readonly userId: UserId
  readonly roles: readonly string[]
}

/** Gives members of the organization exactly these roles in the project, whether they had some there or not. */
export function setMembersRoles(app: App, by: Manager, wanted: readonly RolesOfMember[]): Promise<void> {
  for (const { roles } of wanted) refuseClimbing(by, 'project.users.manage', roles)
  return app.db.write(async (tx) => {
    await lockProject(tx, by)
    const { orgId, projectId } = by.project
    for (const { userId, roles } of wanted) {
      const member = await memberOf(tx, orgId, userId)
      if (!member) refuse({ code: 'user_not_found', id: userId })
      if (member.projectRoles.has(projectId)) await replaceRoles(app, tx, by, { kind: 'member', member }, roles)
      else await joinProject(app, tx, by, member, roles)
    }
    await refuseFullProject(app, tx, by.project)
  })
}

const changeRoles = (
  app: App,
  by: Manager,
  userId: UserId,
  change: (roles: readonly string[]) => readonly string[],
): Promise<OrgUser> =>
  app.db.write(async (tx) => {
    await lockProject(tx, by)
    const user = await userInProject(app, tx, by, userId, USUAL_STATUSES)
    return replaceRoles(app, tx, by, user, change(ownRolesIn(user, by.project.projectId)))
  })

async function replaceRoles(
  app: App,
  tx: Tx,
  by: AllowedInProject<ProjectAction>,
  user: OrgUser,
  roles: readonly string[],
): Promise<OrgUser> {
  const { orgId, projectId } = by.project
  const before = ownRolesIn(user, projectId)
  if (roles.length === 0) refuse({ code: 'no_roles_left' })
  const lost = before.filter((role) => !roles.includes(role))
  const won = roles.filter((role) => !before.includes(role))
  if (lost.length + won.length === 0) return user
  if (user.kind === 'invited') {
    const { invitation } = user
    await recordOf(app, tx, by, 'USER_ROLES_CHANGED_AUDIT', invitation.username)
    return changePromises(app, tx, invitation, withRolesIn(invitation.groupRoleAssignments, projectId, roles))
  }
  const { userId, username } = user.member
  await roleAssignments.grant(tx, orgId, userId, projectId, won)
  await roleAssignments.revoke(tx, orgId, userId, projectId, lost)
  await organizations.raiseRevision(tx, orgId)
  await recordOf(app, tx, by, 'USER_ROLES_CHANGED_AUDIT', username)
  return activeUser(tx, by, userId)
}
