// What an invitation may promise: only teams and projects that the organization has.
import { refuse } from '../domain/faults.ts'
import type { OrgId, TeamId } from '../domain/ids.ts'
import type { GroupRoleAssignment, Invitation } from '../domain/invitations.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import * as projects from '../store/projects.ts'
import * as teams from '../store/teams.ts'

export interface PromisedGrants {
  readonly teamIds?: readonly TeamId[] | undefined
  readonly groupRoleAssignments?: readonly GroupRoleAssignment[] | undefined
}

/**
 * The pending invitation without promises of teams and projects that were deleted while it was not pending: only from
 * pending ones they are struck at once.
 */
export async function withoutWhatHasGone(tx: Tx, pending: Invitation, now: number): Promise<Invitation> {
  const { orgId, id, teamIds: wanted, groupRoleAssignments: assignments } = pending
  const known = await teams.existing(tx, orgId, wanted)
  const teamIds = wanted.filter((teamId) => known.has(teamId))
  const groupRoleAssignments: GroupRoleAssignment[] = []
  for (const each of assignments) if (await projects.byId(tx, orgId, each.groupId)) groupRoleAssignments.push(each)
  if (teamIds.length === wanted.length && groupRoleAssignments.length === assignments.length) return pending
  return (await invitations.change(tx, orgId, id, { teamIds, groupRoleAssignments }, now)) ?? pending
}

/** Refuses the first team or project that is not the organization's; one of another organization reads as unknown. */
export async function refuseUnknownGrants(tx: Tx, orgId: OrgId, grants: PromisedGrants): Promise<void> {
  const assignments = grants.groupRoleAssignments ?? []
  const wanted = grants.teamIds ?? []
  const known = await teams.existing(tx, orgId, wanted)
  const unknown = wanted.find((teamId) => !known.has(teamId))
  if (unknown) refuse({ code: 'team_not_found', id: unknown })
  for (const { groupId } of assignments) {
    if (!(await projects.byId(tx, orgId, groupId))) refuse({ code: 'group_not_found', id: groupId })
  }
}
