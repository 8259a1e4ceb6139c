// Roles and names within an organization: the ones that exist, granted where they can be.
import { isOrgRole, isProjectRole } from '../domain/roles.ts'
import type { Place, Report } from './seed-problem.ts'

interface Roles {
  readonly orgRoles?: readonly string[]
  readonly projectRoles?: Readonly<Record<string, readonly string[]>>
}

/** What an organization's other parts may name. */
export interface Names {
  readonly projects: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
}

/** The names of the items, each of which must be used once. */
export function distinct(items: readonly { readonly name: string }[], at: Place, report: Report): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [index, { name }] of items.entries()) {
    if (names.has(name)) report([...at, index, 'name'], `is a name used before, ${JSON.stringify(name)}`)
    names.add(name)
  }
  return names
}

export function checkRoles(holder: Roles, names: Names, at: Place, report: Report): void {
  checkOrgRoles(holder.orgRoles ?? [], [...at, 'orgRoles'], report)
  for (const [project, roles] of Object.entries(holder.projectRoles ?? {})) {
    const place = [...at, 'projectRoles', project]
    if (!names.projects.has(project)) report(place, 'names no project of this organization')
    checkProjectRoles(roles, place, report)
  }
}

export function checkOrgRoles(roles: readonly string[], at: Place, report: Report): void {
  for (const [index, role] of roles.entries()) {
    if (!isOrgRole(role)) report([...at, index], `must be an organization role, not ${JSON.stringify(role)}`)
  }
}

export function checkProjectRoles(roles: readonly string[], at: Place, report: Report): void {
  for (const [index, role] of roles.entries()) {
    if (!isProjectRole(role)) report([...at, index], `must be a project role, not ${JSON.stringify(role)}`)
  }
}

export function checkTeamNames(given: readonly string[], names: Names, at: Place, report: Report): void {
  for (const [index, name] of given.entries()) {
    if (!names.teams.has(name)) report([...at, index], `names no team of this organization, ${JSON.stringify(name)}`)
  }
}
