// An invitation as it begins, whatever it invites to.
import type { Caller } from '../domain/actors.ts'
import { expiryOf, type Grants, type Invitation } from '../domain/invitations.ts'
import type { Language } from '../domain/languages.ts'
import type { App } from './app.ts'
import type { MintedLink } from './minting.ts'

interface Beginning extends Pick<Invitation, 'face' | 'projectId' | 'username'>, Grants {
  /** What the invited person is written to in; without it, the organization's language. */
  readonly language?: Language | undefined
}

/** An invitation that is about to be written and sent. */
export interface FreshInvitation extends Invitation {
  readonly link: MintedLink
}

/** Pending from now on, by the caller, for as many days as are configured. */
export function newInvitation(app: App, { actor, organization }: Caller, beginning: Beginning): FreshInvitation {
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
    language: beginning.language,
    link: app.minting.invitationLink(id),
  }
}
