// One organization's rows as they are looked things up in while it is written down: by identifier, and by name.
import type { PrincipalId, ProjectId, TeamId } from '../../domain/ids.ts'
import type { ProjectIdOrNone, Tables } from '../../store/schema.ts'
import type { OrganizationRows } from '../../store/whole-state.ts'
import { exactly } from '../clock/instants.ts'

export interface Names {
  readonly now: number
  projectName(id: ProjectId): string | undefined
  teamName(id: TeamId): string | undefined
  /** What a principal holds, in the seed's words; undefined for nothing. */
  grantsOf(id: PrincipalId): Grants
  /** The entries of an owner's list that are not over. */
  entriesOf(id: Tables['access_lists']['owner_id']): readonly Tables['access_lists'][]
}

interface Grants {
  readonly orgRoles: readonly string[] | undefined
  readonly projectRoles: Readonly<Record<string, readonly string[]>> | undefined
}

/** `now` is when what ends has ended. */
export function namesIn(rows: OrganizationRows, now: number): Names {
  const projects = new Map(rows.projects.map((row) => [row.project_id, row.name]))
  const teams = new Map(rows.teams.map((row) => [row.team_id, row.name]))
  const roles = Map.groupBy(rows.roles, (row) => row.principal_id)
  const live = rows.accessLists.filter((row) => row.expires_at === null || row.expires_at > now)
  const entries = Map.groupBy(live, (row) => row.owner_id)
  return {
    now,
    projectName: (id) => projects.get(id),
    teamName: (id) => teams.get(id),
    grantsOf: (id) => grantsOf(roles.get(id) ?? [], projects),
    entriesOf: (id) => entries.get(id) ?? [],
  }
}

function grantsOf(held: readonly Tables['role_assignments'][], projects: ReadonlyMap<ProjectIdOrNone, string>): Grants {
  const byProject = Map.groupBy(held, (row) => row.project_id)
  const inProjects = [...projects].flatMap(([id, name]) => {
    const own = byProject.get(id)
    return own ? [[name, own.map(({ role }) => role)] as const] : []
  })
  return {
    orgRoles: someOf((byProject.get('') ?? []).map(({ role }) => role)),
    projectRoles: inProjects.length > 0 ? Object.fromEntries(inProjects) : undefined,
  }
}

/** The list, unless it is empty. */
export const someOf = <Item>(list: readonly Item[]): readonly Item[] | undefined => (list.length > 0 ? list : undefined)

const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** A time as seeds have it, which know no later year than 9999. */
export const timeText = (at: number): string => exactly(Math.min(at, LAST_INSTANT))

/** The same of a time that need not have come. */
export const timeTextIf = (at: number | null): string | undefined => (at === null ? undefined : timeText(at))

/** The value, unless it is what a seed would mean without it. */
export const unlessUsual = <Value>(value: Value, usual: Value): Value | undefined =>
  value === usual ? undefined : value
