// Invitations between rows and domain values.
import type { TeamId } from '../domain/ids.ts'
import type { GroupRoleAssignment, Invitation } from '../domain/invitations.ts'
import { fromJson } from './json.ts'
import type { Tables } from './schema.ts'

type Row = Tables['invitations']

/** `secretHash` is the SHA-256 of the link's secret in hexadecimal. */
export const toRow = (invitation: Invitation, secretHash: string | undefined): Row => ({
  org_id: invitation.orgId,
  invitation_id: invitation.id,
  view_id: invitation.viewId,
  face: invitation.face,
  project_id: invitation.projectId ?? '',
  username: invitation.username,
  roles: JSON.stringify(invitation.roles),
  team_ids: JSON.stringify(invitation.teamIds),
  group_role_assignments: JSON.stringify(invitation.groupRoleAssignments),
  inviter_kind: invitation.inviterKind,
  inviter_username: invitation.inviterUsername,
  status: invitation.status,
  created_at: invitation.createdAt,
  expires_at: invitation.expiresAt,
  closed_at: null,
  secret_hash: secretHash ?? null,
  language: invitation.language ?? null,
})

export interface WhateverBecame {
  readonly invitation: Invitation
  readonly secretHash: string | undefined
  /** Undefined while it is pending. */
  readonly closedAt: number | undefined
}

export const toInvitation = (row: Row | undefined): Invitation | undefined => row && fromRow(row)

export const fromRow = (row: Row): Invitation => ({
  id: row.invitation_id,
  viewId: row.view_id,
  orgId: row.org_id,
  face: row.face,
  projectId: row.project_id === '' ? undefined : row.project_id,
  username: row.username,
  roles: fromJson<readonly string[]>(row.roles),
  teamIds: fromJson<readonly TeamId[]>(row.team_ids),
  groupRoleAssignments: fromJson<readonly GroupRoleAssignment[]>(row.group_role_assignments),
  inviterKind: row.inviter_kind,
  inviterUsername: row.inviter_username,
  status: row.status,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  language: row.language ?? undefined,
})

export const becameOf = (row: Row | undefined): WhateverBecame | undefined =>
  row && {
    invitation: fromRow(row),
    secretHash: row.secret_hash ?? undefined,
    closedAt: row.closed_at ?? undefined,
  }
