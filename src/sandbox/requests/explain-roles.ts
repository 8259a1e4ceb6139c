// Which roles an action needs and which ones the caller has, in words.
import type { Actor, Caller } from '../../domain/actors.ts'
import type { ProjectId } from '../../domain/ids.ts'
import {
  type Action,
  isProjectAction,
  permitsProject,
  type RoleSet,
  rolesPermitting,
} from '../../domain/permissions.ts'
import { listed } from './words.ts'

/** The project that a request is about. */
export interface NamedProject {
  readonly id: ProjectId
  /** Where it has been looked up. */
  readonly name?: string | undefined
}

/** More than that are not worth naming: they are all but the owner. */
const MOST_NAMED = 4

const anyOf = (roles: readonly string[]): string => (roles.length > MOST_NAMED ? 'any role' : listed(roles, 'or'))
const allOf = (roles: readonly string[]): string => listed(roles, 'and') || 'no role'

/** `needs ORG_OWNER, has ORG_MEMBER in the organization Acme`; the roles are those of the caller's service. */
export function explainRoles(
  action: Action,
  { actor, organization }: Caller,
  catalogues: RoleSet,
  project: NamedProject | undefined,
): string {
  const needed = rolesPermitting(action, catalogues)
  if (action === 'org.projects.receive') return 'needs ORG_OWNER in the organization that would receive the project'
  if (!isProjectAction(action)) {
    return `needs ${anyOf(needed.orgRoles)}, has ${allOf(actor.orgRoles)} in the organization ${organization.name}`
  }
  const where = projectText(project)
  return `needs ${anyOf(needed.projectRoles)} ${where} or ${anyOf(needed.orgRoles)}, has ${allOf(heldIn(actor, project))}`
}

/**
 * The same for a refusal: whoever may do it as such is refused for what would come of it, more than the caller's own to
 * give.
 */
export function explainLackingRoles(
  action: Action,
  caller: Caller,
  catalogues: RoleSet,
  project: NamedProject | undefined,
): string {
  const { actor } = caller
  if (!project || !isProjectAction(action) || !permitsProject(actor, action, project.id)) {
    return explainRoles(action, caller, catalogues, project)
  }
  const held = heldIn(actor, project)
  const has = `has ${allOf(held)}`
  return held.includes('GROUP_OWNER')
    ? `needs ORG_OWNER, because it reaches beyond the project, ${has}`
    : `needs GROUP_OWNER ${projectText(project)} or ORG_OWNER for what was asked, ${has}`
}

const heldIn = (actor: Actor, project: NamedProject | undefined): readonly string[] => [
  ...((project && actor.projectRoles.get(project.id)) ?? []),
  ...actor.orgRoles,
]

function projectText(project: NamedProject | undefined): string {
  if (!project) return 'in the project'
  return project.name === undefined ? `in project ${project.id}` : `in project ${project.name} (${project.id})`
}
