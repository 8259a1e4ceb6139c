// Invitations that could stand: to places and people that there are, one of a kind while it is pending.
import type { Place, Report } from './seed-problem.ts'
import { checkUsername } from './seed-problem.ts'
import { checkOrgRoles, checkProjectRoles, checkRoles, checkTeamNames, type Names } from './seed-role-rules.ts'
import type { SeedInvitation, SeedOrganization } from './seed-schema.ts'

/** Everything about the invitations of one organization but the ids, which are unique over all of them. */
export function checkInvitations(organization: SeedOrganization, names: Names, at: Place, report: Report): void {
  const { users = [], apiKeys = [], serviceAccounts = [], invitations = [] } = organization
  const members = new Set(users.map((user) => user.username.toLowerCase()))
  for (const [index, invitation] of invitations.entries()) {
    checkGrants(invitation, names, [...at, index], report)
    checkTimes(invitation, [...at, index], report)
    const isInside = invitation.project === undefined && members.has(invitation.username.toLowerCase())
    if (isInside && isPending(invitation)) {
      report([...at, index, 'username'], 'is a member of this organization already')
    }
  }
  checkPending(invitations, at, report)
  const needsInviter = invitations.some(({ inviter }) => inviter === undefined)
  if (needsInviter && users.length + apiKeys.length + serviceAccounts.length === 0) {
    report(at, 'need a user, an API key or a service account who can have sent them')
  }
}

const isPending = ({ status = 'PENDING' }: SeedInvitation): boolean => status === 'PENDING'

function checkGrants(invitation: SeedInvitation, names: Names, at: Place, report: Report): void {
  const { username, project, roles, teams = [], projectRoles = {} } = invitation
  checkUsername(username, [...at, 'username'], report)
  checkTeamNames(teams, names, [...at, 'teams'], report)
  if (project === undefined) {
    checkRoles({ projectRoles }, names, at, report)
    checkOrgRoles(roles, [...at, 'roles'], report)
    return
  }
  if (!names.projects.has(project)) report([...at, 'project'], 'names no project of this organization')
  checkProjectRoles(roles, [...at, 'roles'], report)
  for (const [name, grants] of Object.entries({ teams, projectRoles })) {
    if (Object.keys(grants).length > 0) report([...at, name], 'cannot stand in the invitation to a project')
  }
}

/** None ends before it begins, or is closed while it is pending. */
function checkTimes(invitation: SeedInvitation, at: Place, report: Report): void {
  const { createdAt, expiresAt, closedAt } = invitation
  if (createdAt !== undefined && expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(createdAt)) {
    report([...at, 'expiresAt'], 'must be later than createdAt')
  }
  if (closedAt !== undefined && isPending(invitation)) {
    report([...at, 'closedAt'], 'cannot stand in an invitation that is pending')
  }
}

/** One pending invitation for each address, in the organization and in each project. */
function checkPending(invitations: readonly SeedInvitation[], at: Place, report: Report): void {
  const places = new Set<string>()
  for (const [index, invitation] of invitations.entries()) {
    if (!isPending(invitation)) continue
    const key = JSON.stringify([invitation.project, invitation.username.toLowerCase()])
    if (places.has(key)) report([...at, index, 'username'], 'has an invitation of the same kind above')
    places.add(key)
  }
}
