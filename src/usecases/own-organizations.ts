// The organizations that somebody is in, as they see them, and leaving one.
import type { Author } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { OrgId } from '../domain/ids.ts'
import type { Promised } from '../domain/letters.ts'
import type { HeldRoles, Member, Person } from '../domain/members.ts'
import { inCatalogueOrder } from '../domain/roles.ts'
import type { Sql, Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import { memberOf } from '../store/member-rows.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import type { Membership } from '../store/own-accounts.ts'
import * as ownAccounts from '../store/own-accounts.ts'
import * as projects from '../store/projects.ts'
import * as teams from '../store/teams.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'

export interface OwnOrganization extends Membership {
  /** What the person may do there, as an invitation would promise it. */
  readonly held: readonly Promised[]
  /** Whoever owns an organization alone cannot leave it. */
  readonly isLastOwner: boolean
}

/** The person's organizations by name. */
export async function ownOrganizations(
  { db }: App,
  { userId }: Pick<Person, 'userId'>,
): Promise<readonly OwnOrganization[]> {
  const found: OwnOrganization[] = []
  for (const membership of await ownAccounts.membershipsOf(db.read, userId)) {
    const own = await described(db.read, membership, userId)
    if (own) found.push(own)
  }
  return found
}

/** One of them; undefined for what the person is not in, whether or not it exists. */
export async function ownOrganization(
  { db }: App,
  { userId }: Pick<Person, 'userId'>,
  orgId: string,
): Promise<OwnOrganization | undefined> {
  const memberships = await ownAccounts.membershipsOf(db.read, userId)
  const membership = memberships.find((each) => each.orgId === orgId)
  return membership && described(db.read, membership, userId)
}

/** What the person's organizations are called. */
export const namesOfOwnOrganizations = async (
  { db }: App,
  { userId }: Pick<Person, 'userId'>,
): Promise<readonly string[]> => (await ownAccounts.membershipsOf(db.read, userId)).map(({ orgName }) => orgName)

/** Ends the person's own membership, with all that was granted there; refused to the last owner. */
export const leaveOrganization = (
  app: App,
  { userId, username }: Pick<Person, 'userId' | 'username'>,
  address: string,
  orgId: OrgId,
): Promise<void> =>
  app.db.write(async (tx) => {
    const known = await organizations.lock(tx, orgId)
    const member = known && (await memberOf(tx, orgId, userId))
    if (!member) refuse({ code: 'user_not_in_org', id: userId, orgId })
    await endMembership(app, tx, orgId, member, { kind: 'user', id: userId, name: username, address })
  })

/** The same by whoever may; the organization must be locked. */
export async function endMembership(app: App, tx: Tx, orgId: OrgId, member: Member, author: Author): Promise<void> {
  const { userId, username } = member
  if (await isLastOwner(tx, orgId, member)) refuse({ code: 'last_org_owner_removed' })
  await members.remove(tx, orgId, userId)
  await invitations.revokeDeclined(tx, orgId, username, app.ambient.now())
  await organizations.raiseRevision(tx, orgId)
  await record(app, tx, { type: 'REMOVED_FROM_ORG', orgId, author, details: { targetUsername: username } })
}

const isLastOwner = async (sql: Sql, orgId: OrgId, { orgRoles, userId }: Member): Promise<boolean> =>
  orgRoles.includes('ORG_OWNER') && !(await members.hasOtherOwner(sql, orgId, userId))

async function described(
  sql: Sql,
  membership: Membership,
  userId: Person['userId'],
): Promise<OwnOrganization | undefined> {
  const { orgId } = membership
  const member = await memberOf(sql, orgId, userId)
  if (!member) return undefined
  const held: Promised[] = inCatalogueOrder(member.orgRoles).map((role) => ({ kind: 'org-role', role }))
  held.push(...(await inProjects(sql, orgId, member)))
  for (const teamId of member.teamIds) {
    const team = await teams.byId(sql, orgId, teamId)
    if (team) held.push({ kind: 'team', teamName: team.name })
  }
  return { ...membership, held, isLastOwner: await isLastOwner(sql, orgId, member) }
}

async function inProjects(sql: Sql, orgId: OrgId, { projectRoles }: HeldRoles): Promise<readonly Promised[]> {
  const held: Promised[] = []
  for (const [projectId, roles] of projectRoles) {
    const project = await projects.byId(sql, orgId, projectId)
    if (!project) continue
    for (const role of inCatalogueOrder(roles)) held.push({ kind: 'project-role', role, projectName: project.name })
  }
  return held
}
