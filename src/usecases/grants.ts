// What an invitation may promise: only teams and projects that the organization has.
import { refuse } from '../domain/faults.ts'
import type { OrgId, TeamId } from '../domain/ids.ts'
import type { GroupRoleAssignment } from '../domain/invitations.ts'
import type { Tx } from '../store/db.ts'
import * as projects from '../store/projects.ts'
import * as teams from '../store/teams.ts'

export interface PromisedGrants {
  readonly teamIds?: readonly TeamId[] | undefined
  readonly groupRoleAssignments?: readonly GroupRoleAssignment[] | undefined
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
