// What a seed file must satisfy beyond its form: names that resolve, roles that exist, identifiers used once.
import { idAfter, isObjectId } from '../domain/ids.ts'
import { checkCredentials } from './seed-credential-rules.ts'
import { checkInvitations } from './seed-invitation-rules.ts'
import { checkPeople } from './seed-people-rules.ts'
import type { Place, Problem, Report } from './seed-problem.ts'
import { checkRoles, checkTeamNames, distinct, type Names } from './seed-role-rules.ts'
import type { Seed, SeedOrganization } from './seed-schema.ts'
import { completed } from './seed-schema-defaults.ts'

/** Everything that is wrong with a well-formed seed; nothing when it can be applied. */
export function problemsOf(seed: Seed): readonly Problem[] {
  const problems: Problem[] = []
  const report: Report = (place, says) => problems.push({ place, says })
  const whole = completed(seed)
  for (const [index, organization] of whole.organizations.entries()) {
    checkOrganization(organization, ['organizations', index], report)
  }
  checkIdentifiers(whole.organizations, report)
  checkPendingIds(whole, report)
  checkPeople(whole, report)
  checkTimes(seed, [], report)
  return problems
}

function checkOrganization(organization: SeedOrganization, at: Place, report: Report): void {
  const { users = [], projects = [], teams = [], apiKeys = [], serviceAccounts = [] } = organization
  const names: Names = {
    projects: distinct(projects, [...at, 'projects'], report),
    teams: distinct(teams, [...at, 'teams'], report),
  }
  for (const [kind, holders] of Object.entries({ users, teams, apiKeys, serviceAccounts })) {
    for (const [index, holder] of holders.entries()) checkRoles(holder, names, [...at, kind, index], report)
  }
  for (const [index, user] of users.entries()) {
    checkTeamNames(user.teams ?? [], names, [...at, 'users', index, 'teams'], report)
  }
  checkCredentials(organization, at, report)
  checkInvitations(organization, names, [...at, 'invitations'], report)
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

/** An account made by accepting takes the id after its invitation's, so that nobody else may have that one already. */
function checkPendingIds({ organizations, people = [] }: Seed, report: Report): void {
  const everybody = [...organizations.flatMap(({ users = [] }) => users), ...people]
  const owners = new Map(everybody.map(({ id, username }) => [id, username.toLowerCase()]))
  for (const [index, { invitations = [] }] of organizations.entries()) {
    for (const [item, { id, username }] of invitations.entries()) {
      const owner = id !== undefined && isObjectId(id) ? owners.get(idAfter(id)) : undefined
      if (owner === undefined || owner === username.toLowerCase()) continue
      report(['organizations', index, 'invitations', item, 'id'], 'is followed by the id of a user; leave a gap of one')
    }
  }
}

const TIMES: readonly string[] = ['createdAt', 'lastAuthAt', 'joinedAt', 'expiresAt', 'closedAt', 'deleteAfterDate']

/** Every time of the right form must exist, wherever it stands. */
function checkTimes(value: unknown, at: Place, report: Report): void {
  if (!(value instanceof Object)) return
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  for (const [key, part] of entries) {
    if (typeof part === 'string' && TIMES.includes(String(key)) && Number.isNaN(Date.parse(part))) {
      report([...at, key], 'must be a time that exists')
    }
    // Settings are the organization's own, whatever they are called.
    if (key !== 'settings') checkTimes(part, [...at, key], report)
  }
}
