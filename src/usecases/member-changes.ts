// What an Organization Owner changes of a member: roles in the organization, in its projects, and places in teams.
import type { Caller } from '../domain/actors.ts'
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { OrgId, ProjectId, TeamId } from '../domain/ids.ts'
import { type GroupRoleAssignment, mergedAssignments } from '../domain/invitations.ts'
import type { Member } from '../domain/members.ts'
import type { Tx } from '../store/db.ts'
import type { GrantsChange } from '../store/invitations.ts'
import * as invitations from '../store/invitations.ts'
import { memberOf } from '../store/member-rows.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import type { ProjectIdOrNone } from '../store/schema.ts'
import * as teams from '../store/teams.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { refuseUnknownGrants } from './grants.ts'
import { placesOf, refuseFullPlaces, refuseManyPlaces } from './place-limits.ts'

/** Whose change it is, and of whom, in a transaction that has locked the organization. */
interface Subject {
  readonly app: App
  readonly tx: Tx
  readonly by: Caller
  readonly orgId: OrgId
  readonly member: Member
}

/** Replaces what the change names, and answers the member as they are then. The organization must be locked. */
export async function changeMember(
  app: App,
  tx: Tx,
  by: Caller,
  member: Member,
  { roles, teamIds, groupRoleAssignments }: GrantsChange,
): Promise<Member> {
  const { orgId } = by.organization
  const subject: Subject = { app, tx, by, orgId, member }
  await refuseUnknownGrants(tx, orgId, { teamIds, groupRoleAssignments })
  const changes = [
    roles ? await setOrgRoles(subject, roles) : false,
    groupRoleAssignments ? await setProjects(subject, groupRoleAssignments) : false,
    teamIds ? await setTeams(subject, teamIds) : false,
  ]
  if (!changes.includes(true)) return member
  await refuseFullPlaces(app, tx, orgId, placesOf({ teamIds, groupRoleAssignments }))
  await refuseManyPlaces(app, tx, orgId, member)
  await organizations.raiseRevision(tx, orgId)
  return (await memberOf(tx, orgId, member.userId)) ?? refuse({ code: 'user_not_in_org', id: member.userId, orgId })
}

/** Somebody must stay who owns the organization, and nobody is a member without a role. */
async function setOrgRoles(subject: Subject, wanted: readonly string[]): Promise<boolean> {
  const { tx, orgId, member } = subject
  const isDemoted = member.orgRoles.includes('ORG_OWNER') && !wanted.includes('ORG_OWNER')
  if (isDemoted && !(await members.hasOtherOwner(tx, orgId, member.userId))) refuse({ code: 'last_org_owner_demoted' })
  if (wanted.length === 0) refuse({ code: 'no_roles_left' })
  const isChanged = await setRoles(subject, '', member.orgRoles, wanted)
  if (isChanged) await recordOf(subject, 'USER_ROLES_CHANGED_AUDIT')
  return isChanged
}

/** Projects that the assignments leave out are left. */
async function setProjects(subject: Subject, wanted: readonly GroupRoleAssignment[]): Promise<boolean> {
  const { app, tx, orgId } = subject
  const { projectRoles, username } = subject.member
  const rolesThen = new Map(mergedAssignments(wanted).map(({ groupId, roles }) => [groupId, roles]))
  let isChanged = false
  for (const projectId of new Set([...projectRoles.keys(), ...rolesThen.keys()])) {
    const before = projectRoles.get(projectId) ?? []
    const then = rolesThen.get(projectId) ?? []
    if (!(await setRoles(subject, projectId, before, then))) continue
    if (then.length === 0) await invitations.revokeDeclined(tx, orgId, username, app.ambient.now(), projectId)
    await recordOf(subject, changeInProject(before, then), { projectId })
    isChanged = true
  }
  return isChanged
}

function changeInProject(before: readonly string[], then: readonly string[]): EventType {
  if (before.length === 0) return 'JOINED_GROUP'
  return then.length === 0 ? 'REMOVED_FROM_GROUP' : 'USER_ROLES_CHANGED_AUDIT'
}

async function setRoles(
  { tx, orgId, member }: Subject,
  projectId: ProjectIdOrNone,
  before: readonly string[],
  then: readonly string[],
): Promise<boolean> {
  const won = then.filter((role) => !before.includes(role))
  const lost = before.filter((role) => !then.includes(role))
  await roleAssignments.grant(tx, orgId, member.userId, projectId, won)
  await roleAssignments.revoke(tx, orgId, member.userId, projectId, lost)
  return won.length + lost.length > 0
}

async function setTeams(subject: Subject, wanted: readonly TeamId[]): Promise<boolean> {
  const { tx, orgId, member } = subject
  const won = wanted.filter((teamId) => !member.teamIds.includes(teamId))
  const lost = member.teamIds.filter((teamId) => !wanted.includes(teamId))
  for (const teamId of won) {
    await teams.addMember(tx, orgId, teamId, member.userId)
    await recordOf(subject, 'JOINED_TEAM', { teamId })
  }
  for (const teamId of lost) {
    await teams.removeMember(tx, orgId, teamId, member.userId)
    await recordOf(subject, 'REMOVED_FROM_TEAM', { teamId })
  }
  return won.length + lost.length > 0
}

const recordOf = (
  { app, tx, by, orgId, member }: Subject,
  type: EventType,
  { projectId, teamId }: { readonly projectId?: ProjectId; readonly teamId?: TeamId } = {},
): Promise<void> =>
  record(app, tx, {
    type,
    orgId,
    projectId,
    author: authorOf(by),
    details: { targetUsername: member.username, ...(teamId === undefined ? {} : { teamId }) },
  })
