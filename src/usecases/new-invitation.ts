// An invitation as it begins, whatever it invites to.
import type { Caller } from '../domain/actors.ts'
import { expiryOf, type Grants, type Invitation } from '../domain/invitations.ts'
import type { App } from './app.ts'

type Beginning = Pick<Invitation, 'face' | 'projectId' | 'username'> & Grants

/** Pending from now on, by the caller, for as many days as are configured. */
export function newInvitation(app: App, { actor, organization }: Caller, beginning: Beginning): Invitation {
  const createdAt = app.ambient.now()
  const [id, viewId] = app.ambient.newIdPair<Invitation['id'], Invitation['viewId']>()
  return {
    id,
    viewId,
    orgId: organization.orgId,
    face: beginning.face,
    projectId: beginning.projectId,
    username: beginning.username,
    roles: beginning.roles,
    teamIds: beginning.teamIds,
    groupRoleAssignments: beginning.groupRoleAssignments,
    inviterKind: actor.kind,
    inviterUsername: actor.name,
    status: 'PENDING',
    createdAt,
    expiresAt: expiryOf(createdAt, app.settings.invitationDays),
  }
}
