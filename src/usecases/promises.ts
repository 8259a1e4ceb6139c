// Promising roles to somebody who is no member: their pending organization invitation grows, or a first one is made.
import type { Caller } from '../domain/actors.ts'
import { authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { ProjectId } from '../domain/ids.ts'
import { type GroupRoleAssignment, type Invitation, mergedAssignments } from '../domain/invitations.ts'
import type { Language } from '../domain/languages.ts'
import type { InvitedUser, OrgUser } from '../domain/org-users.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { refuseFullOrganization } from './limits.ts'
import { insertAndSend } from './mailing.ts'
import { type FreshInvitation, newInvitation } from './new-invitation.ts'

export interface Promised {
  /** None means that membership is all that is promised beside the projects. */
  readonly orgRoles: readonly string[]
  /** Each project once. */
  readonly groupRoleAssignments: readonly GroupRoleAssignment[]
}

/** The invitation to be made if there is none to grow; minted before the transaction, which may run twice. */
export const invitationPromising = (
  app: App,
  by: Caller,
  username: string,
  promised: Promised,
  language?: Language,
): FreshInvitation =>
  newInvitation(app, by, {
    face: 'org',
    projectId: undefined,
    username,
    roles: promised.orgRoles.length > 0 ? promised.orgRoles : ['ORG_MEMBER'],
    teamIds: [],
    groupRoleAssignments: promised.groupRoleAssignments,
    language,
  })

/**
 * Grows the pending invitation, or inserts `fresh` where `known` is no pending one. The organization must be locked,
 * and the person no member.
 */
export async function promise(
  app: App,
  tx: Tx,
  by: Caller,
  known: OrgUser | undefined,
  promised: Promised,
  fresh: FreshInvitation,
): Promise<InvitedUser> {
  const pending = known?.kind === 'invited' && known.status === 'PENDING' ? known.invitation : undefined
  const invitation = pending ? await grow(app, tx, pending, promised) : await insert(app, tx, by, fresh)
  for (const { groupId } of promised.groupRoleAssignments) {
    await recordInvited(app, tx, by, invitation, { type: 'INVITED_TO_GROUP', projectId: groupId })
  }
  return { kind: 'invited', status: 'PENDING', invitation }
}

async function grow(app: App, tx: Tx, pending: Invitation, promised: Promised): Promise<Invitation> {
  const roles = [...new Set([...pending.roles, ...promised.orgRoles])]
  const groupRoleAssignments = mergedAssignments([...pending.groupRoleAssignments, ...promised.groupRoleAssignments])
  const { orgId, id } = pending
  const grown = await invitations.change(tx, orgId, id, { roles, groupRoleAssignments }, app.ambient.now())
  return grown ?? refuse({ code: 'invitation_not_found', id })
}

async function insert(app: App, tx: Tx, by: Caller, fresh: FreshInvitation): Promise<Invitation> {
  if (!(await insertAndSend(app, tx, fresh))) refuse({ code: 'already_in_org', username: fresh.username })
  await refuseFullOrganization(app, tx, by.organization)
  await recordInvited(app, tx, by, fresh, { type: 'INVITED_TO_ORG', projectId: undefined })
  return fresh
}

const recordInvited = (
  app: App,
  tx: Tx,
  by: Caller,
  { orgId, username }: Invitation,
  event: { readonly type: 'INVITED_TO_ORG' | 'INVITED_TO_GROUP'; readonly projectId: ProjectId | undefined },
): Promise<void> => record(app, tx, { ...event, orgId, author: authorOf(by), details: { targetUsername: username } })
