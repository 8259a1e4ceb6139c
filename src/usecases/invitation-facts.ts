// What the invited person is told of an invitation, on the page and in mails: names in place of identifiers.

import { type Invitation, mergedAssignments } from '../domain/invitations.ts'
import type { InvitationFacts, Promised } from '../domain/letters.ts'
import type { Person } from '../domain/members.ts'
import { inCatalogueOrder } from '../domain/roles.ts'
import type { Sql } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import * as projects from '../store/projects.ts'
import * as teams from '../store/teams.ts'
import * as users from '../store/users.ts'

/** How a person is called where the reader lives. */
export type NameOf = (person: Pick<Person, 'firstName' | 'lastName' | 'username'>) => string

/** Undefined when the organization, or the project that invites, has gone. What has gone of the rest is not named. */
export async function invitationFacts(
  sql: Sql,
  invitation: Invitation,
  nameOf: NameOf,
): Promise<InvitationFacts | undefined> {
  const { orgId, projectId, username, face, expiresAt } = invitation
  const organization = await organizations.access(sql, orgId)
  const project = projectId && (await projects.byId(sql, orgId, projectId))
  if (!organization || (projectId && !project)) return undefined
  const inviter =
    invitation.inviterKind === 'user' ? await users.byUsername(sql, invitation.inviterUsername) : undefined
  return {
    face,
    username,
    orgName: organization.name,
    projectName: project ? project.name : undefined,
    inviterName: inviter && nameOf(inviter),
    promised: await promisedBy(sql, invitation),
    expiresAt,
  }
}

async function promisedBy(sql: Sql, invitation: Invitation): Promise<readonly Promised[]> {
  const { orgId, projectId, roles, teamIds } = invitation
  const own = projectId ? [{ groupId: projectId, roles }] : []
  const promised: Promised[] = projectId ? [] : inCatalogueOrder(roles).map((role) => ({ kind: 'org-role', role }))
  for (const { groupId, roles: given } of mergedAssignments([...own, ...invitation.groupRoleAssignments])) {
    const project = await projects.byId(sql, orgId, groupId)
    if (!project) continue
    for (const role of inCatalogueOrder(given)) promised.push({ kind: 'project-role', role, projectName: project.name })
  }
  for (const teamId of teamIds) {
    const team = await teams.byId(sql, orgId, teamId)
    if (team) promised.push({ kind: 'team', teamName: team.name })
  }
  return promised
}
