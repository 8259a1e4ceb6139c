// What a seed file must satisfy beyond its form: names that resolve, roles that exist, identifiers used once.
import { idAfter, isObjectId } from '../../domain/ids.ts'
import { isOrgRole, isProjectRole } from '../../domain/roles.ts'
import { parseUsername } from '../../domain/usernames.ts'
import type { Seed, SeedInvitation, SeedOrganization, SeedUser } from './seed-schema.ts'
import { completed } from './seed-schema-defaults.ts'

/** The keys that lead to a value; numbers count in lists. */
export type Place = readonly (string | number)[]

export interface Problem {
  readonly place: Place
  /** Completes a sentence that begins with the place. */
  readonly says: string
}

/** Called with every problem as it is found. */
type Report = (place: Place, says: string) => void

interface Roles {
  readonly orgRoles?: readonly string[]
  readonly projectRoles?: Readonly<Record<string, readonly string[]>>
}

interface Names {
  readonly projects: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
}

/** Everything that is wrong with a well-formed seed; nothing when it can be applied. */
export function problemsOf(seed: Seed): readonly Problem[] {
  const problems: Problem[] = []
  const report: Report = (place, says) => problems.push({ place, says })
  const { organizations } = completed(seed)
  for (const [index, organization] of organizations.entries()) {
    checkOrganization(organization, ['organizations', index], report)
  }
  checkIdentifiers(organizations, report)
  checkPendingIds(organizations, report)
  checkPeople(organizations, report)
  return problems
}

function checkOrganization(organization: SeedOrganization, at: Place, report: Report): void {
  const { users = [], projects = [], teams = [], apiKeys = [], serviceAccounts = [], invitations = [] } = organization
  const names: Names = {
    projects: distinct(projects, [...at, 'projects'], report),
    teams: distinct(teams, [...at, 'teams'], report),
  }
  for (const [kind, holders] of Object.entries({ users, teams, apiKeys, serviceAccounts })) {
    for (const [index, holder] of holders.entries()) checkRoles(holder, names, [...at, kind, index], report)
  }
  for (const [index, user] of users.entries()) {
    checkNames(user.teams ?? [], names.teams, 'team', [...at, 'users', index, 'teams'], report)
  }
  const members = new Set(users.map((user) => user.username.toLowerCase()))
  for (const [index, invitation] of invitations.entries()) {
    checkInvitation(invitation, names, members, [...at, 'invitations', index], report)
  }
  checkPending(invitations, [...at, 'invitations'], report)
  if (invitations.length > 0 && users.length + apiKeys.length + serviceAccounts.length === 0) {
    report([...at, 'invitations'], 'need a user, an API key or a service account who can have sent them')
  }
}

function distinct(items: readonly { readonly name: string }[], at: Place, report: Report): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [index, { name }] of items.entries()) {
    if (names.has(name)) report([...at, index, 'name'], `is a name used before, ${JSON.stringify(name)}`)
    names.add(name)
  }
  return names
}

function checkRoles(holder: Roles, names: Names, at: Place, report: Report): void {
  checkOrgRoles(holder.orgRoles ?? [], [...at, 'orgRoles'], report)
  for (const [project, roles] of Object.entries(holder.projectRoles ?? {})) {
    const place = [...at, 'projectRoles', project]
    if (!names.projects.has(project)) report(place, 'names no project of this organization')
    checkProjectRoles(roles, place, report)
  }
}

function checkOrgRoles(roles: readonly string[], at: Place, report: Report): void {
  for (const [index, role] of roles.entries()) {
    if (!isOrgRole(role)) report([...at, index], `must be an organization role, not ${JSON.stringify(role)}`)
  }
}

function checkProjectRoles(roles: readonly string[], at: Place, report: Report): void {
  for (const [index, role] of roles.entries()) {
    if (!isProjectRole(role)) report([...at, index], `must be a project role, not ${JSON.stringify(role)}`)
  }
}

function checkNames(
  given: readonly string[],
  known: ReadonlySet<string>,
  what: string,
  at: Place,
  report: Report,
): void {
  for (const [index, name] of given.entries()) {
    if (!known.has(name)) report([...at, index], `names no ${what} of this organization, ${JSON.stringify(name)}`)
  }
}

function checkInvitation(
  invitation: SeedInvitation,
  names: Names,
  members: ReadonlySet<string>,
  at: Place,
  report: Report,
): void {
  const { username, project, roles, teams = [], projectRoles = {} } = invitation
  checkUsername(username, [...at, 'username'], report)
  checkNames(teams, names.teams, 'team', [...at, 'teams'], report)
  if (project === undefined) {
    checkRoles({ projectRoles }, names, at, report)
    checkOrgRoles(roles, [...at, 'roles'], report)
    if (members.has(username.toLowerCase())) report([...at, 'username'], 'is a member of this organization already')
    return
  }
  if (!names.projects.has(project)) report([...at, 'project'], 'names no project of this organization')
  checkProjectRoles(roles, [...at, 'roles'], report)
  for (const [name, grants] of Object.entries({ teams, projectRoles })) {
    if (Object.keys(grants).length > 0) report([...at, name], 'cannot stand in the invitation to a project')
  }
}

/** One pending invitation for each address, in the organization and in each project; and none that ends before it begins. */
function checkPending(invitations: readonly SeedInvitation[], at: Place, report: Report): void {
  const places = new Set<string>()
  for (const [index, { username, project, createdAt, expiresAt }] of invitations.entries()) {
    const key = JSON.stringify([project, username.toLowerCase()])
    if (places.has(key)) report([...at, index, 'username'], 'has an invitation of the same kind above')
    places.add(key)
    for (const [name, time] of Object.entries({ createdAt, expiresAt })) {
      const isTime = time === undefined || !Number.isNaN(Date.parse(time))
      if (!isTime) report([...at, index, name], 'must be a time that exists')
    }
    if (createdAt !== undefined && expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(createdAt)) {
      report([...at, index, 'expiresAt'], 'must be later than createdAt')
    }
  }
}

function checkUsername(username: string, at: Place, report: Report): void {
  // An empty one stands for what has been reported as missing.
  const isFine = username === '' || parseUsername(username) !== undefined
  if (!isFine) report(at, `must be an e-mail address, not ${JSON.stringify(username)}`)
}

/** Ids, public keys and client ids are unique over the whole store; people are looked at by `checkPeople`. */
function checkIdentifiers(organizations: readonly SeedOrganization[], report: Report): void {
  const used = new Set<string>()
  const once = (value: string | undefined, place: Place): void => {
    if (value === undefined) return
    if (used.has(value)) report(place, `is used before, ${JSON.stringify(value)}`)
    used.add(value)
  }
  for (const [index, organization] of organizations.entries()) {
    const at = ['organizations', index]
    once(organization.id, [...at, 'id'])
    const { projects = [], teams = [], apiKeys = [], serviceAccounts = [], invitations = [] } = organization
    for (const [kind, items] of Object.entries({ projects, teams, apiKeys, invitations })) {
      for (const [item, { id }] of items.entries()) once(id, [...at, kind, item, 'id'])
    }
    for (const [item, { publicKey }] of apiKeys.entries()) once(publicKey, [...at, 'apiKeys', item, 'publicKey'])
    for (const [item, { clientId }] of serviceAccounts.entries()) {
      once(clientId, [...at, 'serviceAccounts', item, 'clientId'])
    }
  }
}

/** An account made by accepting takes the id after its invitation's, so that nobody may have that one already. */
function checkPendingIds(organizations: readonly SeedOrganization[], report: Report): void {
  const ofUsers = new Set(organizations.flatMap(({ users = [] }) => users.map(({ id }) => id)))
  for (const [index, { invitations = [] }] of organizations.entries()) {
    for (const [item, { id }] of invitations.entries()) {
      if (id === undefined || !isObjectId(id) || !ofUsers.has(idAfter(id))) continue
      report(['organizations', index, 'invitations', item, 'id'], 'is followed by the id of a user; leave a gap of one')
    }
  }
}

/** Somebody may be in several organizations, and is then the same person, described once or alike. */
function checkPeople(organizations: readonly SeedOrganization[], report: Report): void {
  const people = new Map<string, SeedUser>()
  const owners = new Map<string, string>()
  for (const [index, { users = [] }] of organizations.entries()) {
    const here = new Set<string>()
    for (const [item, user] of users.entries()) {
      const at = ['organizations', index, 'users', item]
      const username = user.username.toLowerCase()
      checkUsername(user.username, [...at, 'username'], report)
      if (here.has(username)) report([...at, 'username'], 'is in this organization already')
      here.add(username)
      checkSamePerson(people.get(username), user, at, report)
      people.set(username, { ...user, ...people.get(username) })
      checkOwner(owners, user.id, username, [...at, 'id'], report)
    }
  }
}

function checkOwner(
  owners: Map<string, string>,
  id: string | undefined,
  username: string,
  at: Place,
  report: Report,
): void {
  if (id === undefined) return
  const owner = owners.get(id) ?? username
  if (owner !== username) report(at, `belongs to ${owner}`)
  owners.set(id, owner)
}

function checkSamePerson(before: SeedUser | undefined, user: SeedUser, at: Place, report: Report): void {
  if (!before) return
  for (const field of ['id', 'firstName', 'lastName', 'country', 'password'] as const) {
    if (user[field] !== undefined && before[field] !== undefined && user[field] !== before[field]) {
      report([...at, field], `differs from what another organization says of ${user.username}`)
    }
  }
}
