// The life of an invitation: its states, the grants it carries and the rules that need no store.
import type { InvitationId, OrgId, ProjectId, TeamId, UserId } from './ids.ts'

/** `legacy-project` is made by the old project endpoint, `project` by POST /groups/{groupId}/users. */
export type InvitationFace = 'org' | 'legacy-project' | 'project'

/** PENDING is the only state that changes; a PENDING row past its expiry counts as EXPIRED everywhere. */
export type InvitationStatus = 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'REVOKED' | 'EXPIRED'

export type PrincipalKind = 'user' | 'api_key' | 'service_account'

export interface GroupRoleAssignment {
  readonly groupId: ProjectId
  readonly roles: readonly string[]
}

/** What acceptance gives. For a project's own invitation `roles` are project roles and the rest is empty. */
export interface Grants {
  readonly roles: readonly string[]
  readonly teamIds: readonly TeamId[]
  readonly groupRoleAssignments: readonly GroupRoleAssignment[]
}

export interface Invitation extends Grants {
  readonly id: InvitationId
  readonly viewId: UserId
  readonly orgId: OrgId
  readonly face: InvitationFace
  /** Set exactly when the face is a project's. */
  readonly projectId: ProjectId | undefined
  readonly username: string
  readonly inviterKind: PrincipalKind
  readonly inviterUsername: string
  readonly status: InvitationStatus
  readonly createdAt: number
  readonly expiresAt: number
}

const DAY = 86_400_000

/** When an invitation made now stops being pending, in milliseconds. */
export const expiryOf = (createdAt: number, days: number): number => createdAt + days * DAY

/** The same (project, role) twice, in one assignment or in two of the same project. */
export function hasDuplicateAssignments(assignments: readonly GroupRoleAssignment[]): boolean {
  const pairs = assignments.flatMap(({ groupId, roles }) => roles.map((role) => `${groupId} ${role}`))
  return new Set(pairs).size !== pairs.length
}

/** The grants without anything of that project. */
export const withoutProject = (
  assignments: readonly GroupRoleAssignment[],
  projectId: ProjectId,
): readonly GroupRoleAssignment[] => assignments.filter(({ groupId }) => groupId !== projectId)
