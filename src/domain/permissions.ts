// What each role permits: one table for all dialects, deny by default.
import type { Actor } from './actors.ts'
import type { ProjectId } from './ids.ts'
import { ATLAS_ORG_ROLES, impliedProjectRoles } from './roles.ts'

/** Who may do what with an organization: any one of the roles suffices, and every role includes reading. */
export const ORG_ACTIONS = {
  'org.read': ATLAS_ORG_ROLES,
  'org.invitations.manage': ['ORG_OWNER'],
  'org.projects.create': ['ORG_OWNER', 'ORG_GROUP_CREATOR'],
} as const satisfies Record<string, readonly string[]>

/** Who may do what with a project; `'any'` means every project role, since each includes reading. */
export const PROJECT_ACTIONS = {
  'project.read': 'any',
  'project.delete': ['GROUP_OWNER'],
  'project.invitations.manage': ['GROUP_OWNER', 'GROUP_USER_ADMIN'],
} as const satisfies Record<string, readonly string[] | 'any'>

export type OrgAction = keyof typeof ORG_ACTIONS
export type ProjectAction = keyof typeof PROJECT_ACTIONS
export type Action = OrgAction | ProjectAction

export const isProjectAction = (action: Action): action is ProjectAction => action in PROJECT_ACTIONS

/** The actor's effective roles in a project: its own there, and what its organization roles imply. */
export const effectiveProjectRoles = (actor: Actor, projectId: ProjectId): readonly string[] => [
  ...(actor.projectRoles.get(projectId) ?? []),
  ...impliedProjectRoles(actor.orgRoles),
]

export function permitsOrg(actor: Actor, action: OrgAction): boolean {
  const allowed: readonly string[] = ORG_ACTIONS[action]
  return actor.orgRoles.some((role) => allowed.includes(role))
}

export function permitsProject(actor: Actor, action: ProjectAction, projectId: ProjectId): boolean {
  const allowed: readonly string[] | 'any' = PROJECT_ACTIONS[action]
  const held = effectiveProjectRoles(actor, projectId)
  return allowed === 'any' ? held.length > 0 : held.some((role) => allowed.includes(role))
}

/** Nobody gives ownership of a project who does not own it: a user administrator cannot climb by inviting. */
export const mayGrantInProject = (actor: Actor, projectId: ProjectId, roles: readonly string[]): boolean =>
  !roles.includes('GROUP_OWNER') || effectiveProjectRoles(actor, projectId).includes('GROUP_OWNER')
