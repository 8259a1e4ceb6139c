// Invitations: found as each endpoint is shown them, inserted, changed and closed.
import type { InvitationId, OrgId, ProjectId, TeamId } from '../domain/ids.ts'
import type { GroupRoleAssignment, Invitation, InvitationFace, InvitationStatus } from '../domain/invitations.ts'
import type { Sql, Tx } from './db.ts'
import * as directory from './directory.ts'
import { becameOf, fromRow, toInvitation, toRow, type WhateverBecame } from './invitation-rows.ts'
import {
  allOfOrganization,
  allOfProject,
  anyById,
  changeRow,
  closeRow,
  dueRows,
  expireAtPlace,
  expireRow,
  insertRow,
  namedOfOrganization,
  oneAtPlace,
  oneById,
  oneOfOrganization,
  pendingOfAddress,
  withdrawRow,
} from './invitation-statements.ts'

/** The pending invitation as the organization's endpoints see it. */
export const ofOrganization = async (
  sql: Sql,
  orgId: OrgId,
  id: InvitationId,
  now: number,
): Promise<Invitation | undefined> => toInvitation(await sql.first(oneOfOrganization, { orgId, id, now }))

/** All pending invitations that the organization's endpoints see, by username, then id; or those of one address. */
export async function listOfOrganization(
  sql: Sql,
  orgId: OrgId,
  now: number,
  username?: string,
): Promise<readonly Invitation[]> {
  const rows =
    username === undefined
      ? await sql.all(allOfOrganization, { orgId, now })
      : await sql.all(namedOfOrganization, { orgId, username, now })
  return rows.map(fromRow)
}

/** The pending invitation with this id, whatever its face. */
export const byId = async (sql: Sql, orgId: OrgId, id: InvitationId, now: number): Promise<Invitation | undefined> =>
  toInvitation(await sql.first(oneById, { orgId, id, now }))

/** The pending invitations of a project's old endpoint, by username. */
export const listOfProject = async (
  sql: Sql,
  orgId: OrgId,
  projectId: ProjectId,
  now: number,
): Promise<readonly Invitation[]> => (await sql.all(allOfProject, { orgId, projectId, now })).map(fromRow)

/** The one pending invitation of an address at a level and face. */
export const atPlace = async (
  sql: Sql,
  orgId: OrgId,
  face: InvitationFace,
  projectId: ProjectId | undefined,
  username: string,
  now: number,
): Promise<Invitation | undefined> =>
  toInvitation(await sql.first(oneAtPlace, { orgId, face, projectId: projectId ?? '', username, now }))

/**
 * False, and nothing written, when the address has a pending invitation at that level and face. `secretHash` is the
 * SHA-256 of its link's secret in hexadecimal; without one it has no link.
 */
export async function insert(tx: Tx, invitation: Invitation, secretHash?: string): Promise<boolean> {
  const { orgId, face, username, createdAt } = invitation
  const projectId = invitation.projectId ?? ''
  await tx.run(expireAtPlace, { orgId, face, projectId, username, now: createdAt })
  if ((await tx.run(insertRow, toRow(invitation, secretHash))) !== 1) return false
  await directory.insert(tx, `invitation:${invitation.id}`, orgId)
  return true
}

/** Writes down what became of an invitation long ago; it has no link. */
export async function insertClosed(tx: Tx, invitation: Invitation, closedAt: number): Promise<void> {
  await tx.run(insertRow, { ...toRow(invitation, undefined), closed_at: closedAt })
  await directory.insert(tx, `invitation:${invitation.id}`, invitation.orgId)
}

/** Closes a pending invitation. Exactly one caller ever gets the same invitation back. */
export const close = async (
  tx: Tx,
  orgId: OrgId,
  id: InvitationId,
  status: Exclude<InvitationStatus, 'PENDING'>,
  now: number,
): Promise<Invitation | undefined> => toInvitation(await tx.first(closeRow, { orgId, id, status, now }))

/** The invitation whatever has become of it and when, with the hash of its link's secret. */
export const whatever = async (sql: Sql, orgId: OrgId, id: InvitationId): Promise<WhateverBecame | undefined> =>
  becameOf(await sql.first(anyById, { orgId, id }))

/** The pending invitations of an address in all organizations, oldest first: what a person sees who signs in. */
export const pendingOf = async (sql: Sql, username: string, now: number): Promise<readonly Invitation[]> =>
  (await sql.all(pendingOfAddress, { username, now })).map(fromRow)

/** Revokes an invitation that is still shown, pending or not. Exactly one caller ever sees `true`. */
export const withdraw = async (tx: Tx, orgId: OrgId, id: InvitationId, now: number): Promise<boolean> =>
  (await tx.run(withdrawRow, { orgId, id, now })) === 1

/**
 * Revokes what the address declined, in one project or everywhere in the organization, so that nobody who has been
 * turned out takes a refusal back to come in again.
 */
export async function revokeDeclined(
  tx: Tx,
  orgId: OrgId,
  username: string,
  now: number,
  projectId?: ProjectId,
): Promise<void> {
  const declined = tx.q
    .updateTable('invitations')
    .set({ status: 'REVOKED', closed_at: now })
    .where('org_id', '=', orgId)
    .where('username', '=', username)
    .where('status', '=', 'DECLINED')
  await (projectId === undefined ? declined : declined.where('project_id', '=', projectId)).execute()
}

export interface GrantsChange {
  readonly roles?: readonly string[] | undefined
  readonly teamIds?: readonly TeamId[] | undefined
  readonly groupRoleAssignments?: readonly GroupRoleAssignment[] | undefined
}

/** Replaces what the change names, keeps the rest; undefined when the invitation is no longer pending. */
export async function change(
  tx: Tx,
  orgId: OrgId,
  id: InvitationId,
  grants: GrantsChange,
  now: number,
): Promise<Invitation | undefined> {
  const json = (document: unknown): string | null => (document === undefined ? null : JSON.stringify(document))
  const row = await tx.first(changeRow, {
    orgId,
    id,
    now,
    roles: json(grants.roles),
    teamIds: json(grants.teamIds),
    groupRoleAssignments: json(grants.groupRoleAssignments),
  })
  return toInvitation(row)
}

/** Pending organization invitations that would give roles in the project. */
export const grantingProject = (
  sql: Sql,
  orgId: OrgId,
  projectId: ProjectId,
  now: number,
): Promise<readonly Invitation[]> => promising(sql, orgId, 'group_role_assignments', projectId, now)

/** Pending organization invitations that would put somebody into the team. */
export const grantingTeam = (sql: Sql, orgId: OrgId, teamId: TeamId, now: number): Promise<readonly Invitation[]> =>
  promising(sql, orgId, 'team_ids', teamId, now)

/** The id is looked for in the JSON, which no other text of it resembles. */
async function promising(
  sql: Sql,
  orgId: OrgId,
  column: 'group_role_assignments' | 'team_ids',
  id: ProjectId | TeamId,
  now: number,
): Promise<readonly Invitation[]> {
  const rows = await sql.q
    .selectFrom('invitations')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('status', '=', 'PENDING')
    .where('expires_at', '>', now)
    .where(column, 'like', `%"${id}"%`)
    .execute()
  return rows.map(fromRow)
}

/** Revokes every pending invitation that is the project's own, and returns them. */
export async function revokeOfProject(
  tx: Tx,
  orgId: OrgId,
  projectId: ProjectId,
  now: number,
): Promise<readonly Invitation[]> {
  const rows = await tx.q
    .updateTable('invitations')
    .set({ status: 'REVOKED', closed_at: now })
    .where('org_id', '=', orgId)
    .where('status', '=', 'PENDING')
    .where('project_id', '=', projectId)
    .where('expires_at', '>', now)
    .returningAll()
    .execute()
  return rows.map(fromRow)
}

/** Revokes every pending invitation of the organization and its projects, and returns them. */
export async function revokeOfOrganization(tx: Tx, orgId: OrgId, now: number): Promise<readonly Invitation[]> {
  const rows = await tx.q
    .updateTable('invitations')
    .set({ status: 'REVOKED', closed_at: now })
    .where('org_id', '=', orgId)
    .where('status', '=', 'PENDING')
    .where('expires_at', '>', now)
    .returningAll()
    .execute()
  return rows.map(fromRow)
}

/** An invitation whose time is over, or will be. */
export interface DueInvitation {
  readonly orgId: OrgId
  readonly id: InvitationId
  readonly expiresAt: number
}

/** Up to `limit` pending invitations that expire before or at `until`, those that expire first ahead. */
export const dueToExpire = async (sql: Sql, until: number, limit: number): Promise<readonly DueInvitation[]> =>
  (await sql.all(dueRows, { until, limit })).map((row) => ({
    orgId: row.org_id,
    id: row.invitation_id,
    expiresAt: row.expires_at,
  }))

/** Marks a pending invitation as expired whose time is over by `now`. Exactly one caller ever gets it back. */
export const expire = async (
  tx: Tx,
  { orgId, id }: Pick<DueInvitation, 'orgId' | 'id'>,
  now: number,
): Promise<Invitation | undefined> => toInvitation(await tx.first(expireRow, { orgId, id, now }))
