// The life of an invitation: its states, the grants it carries and the rules that need no store.
import type { InvitationId, OrgId, ProjectId, TeamId, UserId } from './ids.ts'
import type { Language } from './languages.ts'

/** `legacy-project` is made by the old project endpoint, `org` by everything else, also by a project's users. */
export type InvitationFace = 'org' | 'legacy-project'

/**
 * A PENDING row past its expiry counts as EXPIRED everywhere. What has been declined or has expired may still be REVOKED,
 * so that the organization's users show it no longer; no other state changes again.
 */
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
  /** What the invited person is written to in; undefined leaves it to the organization. */
  readonly language: Language | undefined
}

const DAY = 86_400_000

/** When an invitation made now stops being pending, in milliseconds. */
export const expiryOf = (createdAt: number, days: number): number => createdAt + days * DAY

/** How long before its end a pending person is reminded. */
const REMINDED_BEFORE = 3 * DAY

/** When the reminder is due; undefined for an invitation so short that it would follow on the invitation's heels. */
export function reminderOf({ createdAt, expiresAt }: { createdAt: number; expiresAt: number }): number | undefined {
  const due = expiresAt - REMINDED_BEFORE
  return due - createdAt >= DAY ? due : undefined
}

/** The same (project, role) twice, in one assignment or in two of the same project. */
export function hasDuplicateAssignments(assignments: readonly GroupRoleAssignment[]): boolean {
  const pairs = assignments.flatMap(({ groupId, roles }) => roles.map((role) => `${groupId} ${role}`))
  return new Set(pairs).size !== pairs.length
}

/** The same grants with one assignment for each project, and every role in it once. */
export const mergedAssignments = (assignments: readonly GroupRoleAssignment[]): readonly GroupRoleAssignment[] =>
  [...Map.groupBy(assignments, ({ groupId }) => groupId)].map(([groupId, same]) => ({
    groupId,
    roles: [...new Set(same.flatMap(({ roles }) => roles))],
  }))

/** The grants without anything of that project. */
export const withoutProject = (
  assignments: readonly GroupRoleAssignment[],
  projectId: ProjectId,
): readonly GroupRoleAssignment[] => assignments.filter(({ groupId }) => groupId !== projectId)

/** The grants with exactly these roles in that project; no roles take it out. */
export const withRolesIn = (
  assignments: readonly GroupRoleAssignment[],
  projectId: ProjectId,
  roles: readonly string[],
): readonly GroupRoleAssignment[] => [
  ...withoutProject(assignments, projectId),
  ...(roles.length > 0 ? [{ groupId: projectId, roles }] : []),
]
