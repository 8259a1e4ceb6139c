// The bodies of the team endpoints, and their reading into what the use cases take.
import Type from 'typebox'
import { refuse } from '../../domain/faults.ts'
import type { TeamId, UserId } from '../../domain/ids.ts'
import { isTeamName } from '../../domain/teams.ts'
import { parseId } from '../../usecases/authorize.ts'
import { bodyOf } from './body.ts'
import { type RoleCatalogues, RoleNames, readProjectRoles, readUsername, Username } from './roles.ts'
import { closed } from './vocabulary.ts'

const LONGEST_NAME = 64
const LONGEST_ID = 100
/** As many as Atlas allows in a team, and teams in an organization. */
const MOST_AT_ONCE = 250

/** The service's own. They are read and dropped, because the Go SDK sends its whole struct. */
const readOnly = { id: Type.Optional(Type.String()), links: Type.Optional(Type.Array(Type.Unknown())) }
const Name = Type.String({ minLength: 1, maxLength: LONGEST_NAME })
const IdText = Type.String({ minLength: 1, maxLength: LONGEST_ID })
const links = { links: readOnly.links }

export const newTeam = bodyOf(
  closed({
    ...readOnly,
    name: Name,
    usernames: Type.Optional(Type.Array(Username, { maxItems: MOST_AT_ONCE, uniqueItems: true })),
  }),
)
export const teamName = bodyOf(closed({ ...readOnly, name: Name }))

export const teamUser = bodyOf(closed({ id: IdText }))
export const teamUsers = bodyOf(Type.Array(closed({ ...links, id: IdText }), { maxItems: MOST_AT_ONCE }))

export const newProjectTeams = bodyOf(
  Type.Array(closed({ ...links, roleNames: RoleNames, teamId: IdText }), { maxItems: MOST_AT_ONCE }),
)
export const projectTeamRoles = bodyOf(closed({ ...links, roleNames: RoleNames, teamId: Type.Optional(Type.String()) }))

export const readTeamName = (name: string): string =>
  isTeamName(name) ? name : refuse({ code: 'invalid_team_name', name })

/** Addresses in their canonical form, each once. */
export const readTeamUsernames = (usernames: readonly string[]): readonly string[] =>
  eachOnce('usernames', usernames.map(readUsername))

export const readUserIds = (users: readonly { readonly id: string }[]): readonly UserId[] =>
  eachOnce('id', users.map(readUserId))

export const readUserId = ({ id }: { readonly id: string }): UserId => parseId<UserId>('user', id)

interface RolesOfTeam {
  readonly roleNames: readonly string[]
  readonly teamId: string
}

/** What is assigned to a project, each team once. Roles are judged before what ids stand for. */
export function readProjectTeams(assignments: readonly RolesOfTeam[], catalogues: RoleCatalogues) {
  const roles = assignments.map(({ roleNames }) => readProjectRoles(roleNames, catalogues))
  const teamIds = assignments.map(({ teamId }) => parseId<TeamId>('team', teamId))
  return eachOnce('teamId', teamIds).map((teamId, index) => ({ teamId, roles: roles[index] ?? [] }))
}

/**
 * The roles that a team is to have; the body may repeat whose they are, but name no other team. An empty id names none:
 * the Go SDK sends it where its caller gave none.
 */
export function readProjectTeamRoles(
  { roleNames, teamId }: Pick<RolesOfTeam, 'roleNames'> & Partial<RolesOfTeam>,
  own: TeamId,
  catalogues: RoleCatalogues,
): readonly string[] {
  if (teamId && teamId !== own) refuse({ code: 'read_only_attribute', attribute: 'teamId' })
  return readProjectRoles(roleNames, catalogues)
}

const eachOnce = <Item extends string>(attribute: string, items: readonly Item[]): readonly Item[] =>
  new Set(items).size === items.length ? items : refuse({ code: 'invalid_attribute', attribute })
