// What each role permits: one table for all dialects, deny by default.
import type { Actor } from './actors.ts'
import type { ProjectId } from './ids.ts'
import { ATLAS_ORG_ROLES, impliedProjectRoles, isProjectRole } from './roles.ts'

const OWNER = ['ORG_OWNER'] as const
const READERS = ['ORG_OWNER', 'ORG_READ_ONLY', 'ORG_STREAM_PROCESSING_ADMIN'] as const

/** Who may do what with an organization: any one of the roles suffices, and every role includes reading. */
export const ORG_ACTIONS = {
  'org.read': ATLAS_ORG_ROLES,
  'org.create': OWNER,
  'org.update': OWNER,
  'org.delete': OWNER,
  'org.settings.update': OWNER,
  'org.projects.create': ['ORG_OWNER', 'ORG_GROUP_CREATOR'],
  'org.projects.receive': OWNER,
  'org.invitations.manage': OWNER,
  'org.users.manage': OWNER,
  'org.teams.manage': OWNER,
  'org.apiKeys.manage': OWNER,
  'org.serviceAccounts.read': READERS,
  'org.serviceAccounts.manage': OWNER,
} as const satisfies Record<string, readonly string[]>

const PROJECT_OWNER = ['GROUP_OWNER'] as const
const ACCESS_MANAGERS = ['GROUP_OWNER', 'GROUP_ACCESS_MANAGER', 'GROUP_USER_ADMIN'] as const

/**
 * Who may do what with a project; `'any'` means every project role, since each includes reading. Organization roles
 * count here too: what moves something across projects is the organization's to decide.
 */
export const PROJECT_ACTIONS = {
  'project.read': 'any',
  'project.update': PROJECT_OWNER,
  'project.delete': PROJECT_OWNER,
  'project.migrate': OWNER,
  'project.invitations.manage': ['GROUP_OWNER', 'GROUP_USER_ADMIN'],
  'project.users.add': PROJECT_OWNER,
  'project.users.manage': ACCESS_MANAGERS,
  'project.users.setRoles': PROJECT_OWNER,
  'project.teams.manage': ACCESS_MANAGERS,
  'project.apiKeys.manage': ACCESS_MANAGERS,
  'project.apiKeys.assign': PROJECT_OWNER,
  'project.serviceAccounts.manage': PROJECT_OWNER,
  'project.serviceAccounts.invite': OWNER,
  'project.serviceAccounts.accessList.manage': ACCESS_MANAGERS,
  'project.accessList.manage': ['GROUP_OWNER', 'GROUP_NETWORK_ACCESS_MANAGER'],
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
  return allowed === 'any' ? held.length > 0 : [...held, ...actor.orgRoles].some((role) => allowed.includes(role))
}

/** Roles of one service, or some of them. */
export interface RoleSet {
  readonly orgRoles: readonly string[]
  readonly projectRoles: readonly string[]
}

/**
 * Those of a service's roles that permit an action, any one of them; owners only where no lesser role does. Project
 * roles are those in the project that it is about.
 */
export function rolesPermitting(action: Action, { orgRoles, projectRoles }: RoleSet): RoleSet {
  if (!isProjectAction(action)) {
    const allowed: readonly string[] = ORG_ACTIONS[action]
    return { orgRoles: weakest(orgRoles.filter((role) => allowed.includes(role))), projectRoles: [] }
  }
  const allowed: readonly string[] | 'any' = PROJECT_ACTIONS[action]
  const suffices = (role: string): boolean => (allowed === 'any' ? isProjectRole(role) : allowed.includes(role))
  return {
    orgRoles: weakest(orgRoles.filter((role) => [role, ...impliedProjectRoles([role])].some(suffices))),
    projectRoles: weakest(projectRoles.filter(suffices)),
  }
}

function weakest(roles: readonly string[]): readonly string[] {
  const others = roles.filter((role) => role !== 'ORG_OWNER' && role !== 'GROUP_OWNER')
  return others.length > 0 ? others : roles
}

/** Whether the actor may read a project, for asking about many of them. */
export function readerOf(actor: Actor): (projectId: ProjectId) => boolean {
  const readsAll = impliedProjectRoles(actor.orgRoles).length > 0
  return (projectId) => readsAll || (actor.projectRoles.get(projectId)?.length ?? 0) > 0
}

/** Nobody gives ownership of a project who does not own it: an access manager cannot climb by giving roles. */
export const mayGrantInProject = (actor: Actor, projectId: ProjectId, roles: readonly string[]): boolean =>
  !roles.includes('GROUP_OWNER') || effectiveProjectRoles(actor, projectId).includes('GROUP_OWNER')
