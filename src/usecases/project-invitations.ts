// Invitations made by the old project endpoint: what a Project Owner does with them.
import { authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { InvitationId } from '../domain/ids.ts'
import type { Invitation } from '../domain/invitations.ts'
import type { Language } from '../domain/languages.ts'
import { mayGrantInProject, type ProjectAction } from '../domain/permissions.ts'
import type { Sql, Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import * as members from '../store/members.ts'
import * as projects from '../store/projects.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { AllowedInProject } from './authorize.ts'
import { holdForOneMore, refuseFullOrganization, refuseFullProject } from './limits.ts'
import { insertAndSend } from './mailing.ts'
import { type FreshInvitation, newInvitation } from './new-invitation.ts'

type Manager = AllowedInProject<'project.invitations.manage'>

export interface InviteToProject {
  readonly username: string
  readonly roles: readonly string[]
  readonly language?: Language | undefined
}

/** The project's pending invitations, by username; `username` narrows them to one address. */
export async function listProjectInvitations(app: App, by: Manager, username?: string): Promise<readonly Invitation[]> {
  const { orgId, projectId } = by.project
  const now = app.ambient.now()
  if (username === undefined) return invitations.listOfProject(app.db.read, orgId, projectId, now)
  const invitation = await invitations.atPlace(app.db.read, orgId, 'legacy-project', projectId, username, now)
  return invitation ? [invitation] : []
}

export const getProjectInvitation = (app: App, by: Manager, id: InvitationId): Promise<Invitation> =>
  visibleInvitation(app, app.db.read, by, id)

/** Makes a pending invitation; refused while the address has one for this project, or a role in it. */
export const inviteToProject = async (app: App, by: Manager, input: InviteToProject): Promise<Invitation> =>
  app.db.write(invitingToProject(app, by, input))

/** The same as work for a transaction that does more. */
export function invitingToProject(app: App, by: Manager, input: InviteToProject): (tx: Tx) => Promise<Invitation> {
  const { projectId } = by.project
  refuseClimbing(by, input.roles)
  const invitation = newInvitation(app, by, {
    ...input,
    face: 'legacy-project',
    projectId,
    teamIds: [],
    groupRoleAssignments: [],
  })
  return async (tx) => {
    await holdProject(app, tx, by)
    return insertInvitation(app, tx, by, invitation)
  }
}

/** Writes a new invitation to the project, which must be held; refused like `inviteToProject`. */
export async function insertInvitation(
  app: App,
  tx: Tx,
  by: AllowedInProject<ProjectAction>,
  invitation: FreshInvitation,
): Promise<Invitation> {
  const { orgId, projectId } = by.project
  const { username } = invitation
  const taken = await members.isInProject(tx, orgId, projectId, username)
  if (taken || !(await insertAndSend(app, tx, invitation))) refuse({ code: 'already_in_group', username })
  await refuseFullProject(app, tx, by.project)
  const details = { targetUsername: username }
  if ((await members.idOf(tx, orgId, username)) === undefined) {
    await refuseFullOrganization(app, tx, by.organization)
    await record(app, tx, { type: 'INVITED_TO_ORG', orgId, author: authorOf(by), details })
  }
  await record(app, tx, { type: 'INVITED_TO_GROUP', orgId, projectId, author: authorOf(by), details })
  return invitation
}

/** Only ever the invited address itself: `username` cannot be changed. */
export interface ProjectInvitationChange {
  readonly roles?: readonly string[] | undefined
  readonly username?: string | undefined
}

/** Changes the pending invitation with this id. */
export const updateProjectInvitation = (
  app: App,
  by: Manager,
  id: InvitationId,
  change: ProjectInvitationChange,
): Promise<Invitation> =>
  app.db.write(async (tx) => {
    await holdProject(app, tx, by)
    const current = await ownInvitation(app, tx, by, id)
    if (change.username !== undefined && change.username !== current.username) {
      refuse({ code: 'read_only_attribute', attribute: 'username' })
    }
    return applyChange(app, tx, by, current, change.roles)
  })

/** Changes the pending project invitation of an address. */
export const updateProjectInvitationOf = (
  app: App,
  by: Manager,
  username: string,
  roles: readonly string[] | undefined,
): Promise<Invitation> =>
  app.db.write(async (tx) => {
    await holdProject(app, tx, by)
    const { orgId, projectId } = by.project
    const now = app.ambient.now()
    const current = await invitations.atPlace(tx, orgId, 'legacy-project', projectId, username, now)
    if (!current) refuse({ code: 'invitation_not_found', id: username })
    return applyChange(app, tx, by, current, roles)
  })

/** Revokes the pending invitation. Exactly one caller ever succeeds. */
export const revokeProjectInvitation = (app: App, by: Manager, id: InvitationId): Promise<void> =>
  app.db.write(async (tx) => {
    await holdProject(app, tx, by)
    const { orgId, projectId } = by.project
    const { username } = await ownInvitation(app, tx, by, id)
    const revoked = await invitations.close(tx, orgId, id, 'REVOKED', app.ambient.now())
    if (!revoked) refuse({ code: 'invitation_not_found', id })
    const details = { targetUsername: username }
    await record(app, tx, { type: 'GROUP_INVITATION_DELETED', orgId, projectId, author: authorOf(by), details })
  })

/** Keeps the project as it is until the transaction ends; it may have been deleted since the request was judged. */
async function holdProject(app: App, tx: Tx, by: Manager): Promise<void> {
  const { orgId, projectId } = by.project
  const held = (await holdForOneMore(app, tx, orgId)) && (await projects.byId(tx, orgId, projectId))
  if (!held) refuse({ code: 'group_not_found', id: projectId })
}

async function visibleInvitation(app: App, sql: Sql, by: Manager, id: InvitationId): Promise<Invitation> {
  const { orgId, projectId } = by.project
  const found = await invitations.byId(sql, orgId, id, app.ambient.now())
  if (found?.face !== 'legacy-project' || found.projectId !== projectId) refuse({ code: 'invitation_not_found', id })
  return found
}

/** The project's own invitation. An organization's that grants this project must be changed in the organization. */
async function ownInvitation(app: App, tx: Tx, by: Manager, id: InvitationId): Promise<Invitation> {
  const { orgId, projectId } = by.project
  const found = await invitations.byId(tx, orgId, id, app.ambient.now())
  if (found?.face === 'org' && found.groupRoleAssignments.some(({ groupId }) => groupId === projectId)) {
    refuse({ code: 'not_a_group_invitation', id })
  }
  return visibleInvitation(app, tx, by, id)
}

async function applyChange(
  app: App,
  tx: Tx,
  by: Manager,
  current: Invitation,
  roles: readonly string[] | undefined,
): Promise<Invitation> {
  if (roles) refuseClimbing(by, roles)
  const { orgId, id, projectId } = current
  const changed = await invitations.change(tx, orgId, id, { roles }, app.ambient.now())
  if (!changed) refuse({ code: 'invitation_not_found', id })
  if (changed.roles.join() !== current.roles.join()) {
    const details = { targetUsername: current.username }
    await record(app, tx, { type: 'USER_ROLES_CHANGED_AUDIT', orgId, projectId, author: authorOf(by), details })
  }
  return changed
}

function refuseClimbing(by: Manager, roles: readonly string[]): void {
  if (mayGrantInProject(by.actor, by.project.projectId, roles)) return
  refuse({ code: 'not_allowed', action: 'project.invitations.manage' })
}
