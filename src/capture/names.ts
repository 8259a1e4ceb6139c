// Identifiers of answers as the names that a seed has instead of them.
import { byText, listAt, someOf, textAt, textsAt } from './fields.ts'
import type { Answers } from './read-organization.ts'

export interface Names {
  readonly orgId: string
  /** What was not read has no name. */
  projectName(id: string): string | undefined
  teamName(id: string): string | undefined
  /** Identifiers that were asked for and have no name. */
  readonly missing: ReadonlySet<string>
}

interface Grants {
  readonly orgRoles: readonly string[] | undefined
  readonly projectRoles: RolesByProject | undefined
}

export type RolesByProject = Readonly<Record<string, readonly string[]>>

export function namesIn({ organization, projects, teams }: Answers): Names {
  const missing = new Set<string>()
  const lookup = (bodies: readonly object[]): Names['teamName'] => {
    const names = new Map(bodies.map((body) => [textAt(body, 'id'), textAt(body, 'name')]))
    return (id) => {
      const name = names.get(id)
      if (name === undefined) missing.add(id)
      return name
    }
  }
  return {
    orgId: textAt(organization, 'id') ?? '',
    projectName: lookup(projects.map(({ project }) => project)),
    teamName: lookup(teams),
    missing,
  }
}

/** The names of teams, in order. */
export const teamsAt = (body: object, { teamName }: Names): readonly string[] | undefined =>
  someOf(
    textsAt(body, 'teamIds')
      .flatMap((id) => teamName(id) ?? [])
      .sort(),
  )

/** Roles by the names of their projects, in the order given; undefined for none. */
export function projectRolesOf(
  pairs: readonly (readonly [groupId: string | undefined, roles: readonly string[]])[],
  { projectName }: Names,
): RolesByProject | undefined {
  const roles = new Map<string, readonly string[]>()
  for (const [groupId = '', more] of pairs) {
    const name = projectName(groupId)
    if (name !== undefined && more.length > 0) roles.set(name, [...new Set([...(roles.get(name) ?? []), ...more])])
  }
  return roles.size > 0 ? Object.fromEntries(roles) : undefined
}

/** Roles as people have them: those of projects apart, in an object. The live service gives them in any order. */
export function grantsOf(roles: unknown, names: Names): Grants {
  const pairs = assignmentsIn(roles).sort(byText(([groupId]) => names.projectName(groupId ?? '') ?? ''))
  return {
    orgRoles: someOf([...textsAt(roles, 'orgRoles')].sort()),
    projectRoles: projectRolesOf(
      pairs.map(([groupId, held]) => [groupId, [...held].sort()]),
      names,
    ),
  }
}

/** Project roles as people have them, in the order given. */
export const assignmentsIn = (roles: unknown): (readonly [string | undefined, readonly string[]])[] =>
  listAt(roles, 'groupRoleAssignments').map((each) => [textAt(each, 'groupId'), textsAt(each, 'groupRoles')])

/** Roles as API keys have them: one entry each, in the organization or in a project. */
export function flatGrantsOf(key: object, names: Names): Grants {
  const entries = listAt(key, 'roles').map((entry) => ({
    orgId: textAt(entry, 'orgId'),
    groupId: textAt(entry, 'groupId'),
    roleName: textAt(entry, 'roleName') ?? '',
  }))
  const byProject = Map.groupBy(
    entries.filter(({ groupId }) => groupId !== undefined),
    ({ groupId }) => groupId,
  )
  return grantsOf(
    {
      orgRoles: entries.filter(({ orgId }) => orgId === names.orgId).map(({ roleName }) => roleName),
      groupRoleAssignments: [...byProject].map(([groupId, held]) => ({
        groupId,
        groupRoles: held.map(({ roleName }) => roleName),
      })),
    },
    names,
  )
}
