// What the invited person does: accept, and be in with everything that was promised, or decline.
import type { Author } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { InvitationId, OrgId, ProjectId, UserId } from '../domain/ids.ts'
import { type Invitation, mergedAssignments } from '../domain/invitations.ts'
import type { Member, Person } from '../domain/members.ts'
import type { Tx } from '../store/db.ts'
import * as invitationLinks from '../store/invitation-links.ts'
import * as invitations from '../store/invitations.ts'
import { memberOf } from '../store/member-rows.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as teams from '../store/teams.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { tellAnswer } from './mailing.ts'
import { placesOf, refuseFullPlaces, refuseManyOrganizations, refuseManyPlaces } from './place-limits.ts'

/** A pending invitation whose addressee is acting: by the link that was sent, or as whoever vouches for them. */
export interface Addressee {
  readonly orgId: OrgId
  readonly invitationId: InvitationId
  /** SHA-256 of the link's secret in hexadecimal; once the invitation has been sent again, the link opens nothing. */
  readonly secretHash?: string | undefined
}

/** Who accepts. Without it the address's account, made if there is none: only for whoever vouches for the person. */
export type Accepting =
  | ({ readonly kind: 'newcomer' } & users.Claim)
  /** Somebody who is signed in as the invited, proven address. */
  | { readonly kind: 'account'; readonly userId: UserId }

/**
 * Closes the invitation and grants all it promised in one transaction; an account is made for an address that has
 * none. A project's own invitation and the organization's are accepted with each other where they overlap, so that
 * nobody is in and invited at once (docs/wire/users.md#accepting). Exactly one caller ever succeeds.
 */
export const acceptInvitation = (app: App, addressee: Addressee, accepting?: Accepting): Promise<Member> =>
  app.db.write(async (tx) => {
    const { orgId, invitationId } = addressee
    const now = app.ambient.now()
    const known = await organizations.lock(tx, orgId)
    const invitation = known && (await closeAs(tx, addressee, 'ACCEPTED', now))
    if (!invitation) refuse({ code: 'invitation_not_found', id: invitationId })
    const accepted = await acceptAlongside(tx, invitation, now)
    const person = await accountOf(tx, accepted[0] ?? invitation, accepting, now)
    await join(app, tx, orgId, person, accepted)
    await organizations.raiseRevisionsOf(tx, person.userId)
    await tellAnswer(app, tx, invitation)
    const member = await memberOf(tx, orgId, person.userId)
    if (!member) throw new Error(`User ${person.userId} has accepted, and is no member.`)
    return member
  })

/** Makes the person a member who is none, and gives what was promised; refused where a place is full. */
async function join(app: App, tx: Tx, orgId: OrgId, person: Person, accepted: readonly Invitation[]): Promise<void> {
  const isNew = await members.insert(tx, orgId, person.userId, app.ambient.now())
  if (isNew) await recordJoining(app, tx, orgId, person)
  for (const each of accepted) await grant(app, tx, each, person, isNew)
  for (const each of accepted) await refuseFullPlaces(app, tx, orgId, placesOf(each))
  await refuseManyPlaces(app, tx, orgId, person)
  if (isNew) await refuseManyOrganizations(app, tx, person.userId)
}

/** Closes the invitation without granting anything. Exactly one caller ever succeeds. */
export const declineInvitation = (app: App, addressee: Addressee): Promise<Invitation> =>
  app.db.write(async (tx) => {
    const { orgId, invitationId } = addressee
    const known = await organizations.share(tx, orgId)
    const declined = known && (await closeAs(tx, addressee, 'DECLINED', app.ambient.now()))
    if (!declined) refuse({ code: 'invitation_not_found', id: invitationId })
    const person = await users.byUsername(tx, declined.username)
    await record(app, tx, {
      type: declined.face === 'org' ? 'ORG_INVITATION_DELETED' : 'GROUP_INVITATION_DELETED',
      orgId,
      projectId: declined.projectId,
      author: { kind: 'user', id: person?.userId ?? declined.viewId, name: declined.username },
      details: { targetUsername: declined.username },
    })
    await tellAnswer(app, tx, declined)
    return declined
  })

const closeAs = (
  tx: Tx,
  { orgId, invitationId, secretHash }: Addressee,
  status: 'ACCEPTED' | 'DECLINED',
  now: number,
): Promise<Invitation | undefined> =>
  secretHash === undefined
    ? invitations.close(tx, orgId, invitationId, status, now)
    : invitationLinks.close(tx, { orgId, invitationId, secretHash }, status, now)

const accountOf = (tx: Tx, invitation: Invitation, accepting: Accepting | undefined, now: number): Promise<Person> =>
  accepting?.kind === 'account'
    ? accountOfVisitor(tx, invitation, accepting.userId)
    : accountOfInvited(tx, invitation, accepting, now)

/** Only a proven address accepts: an account that somebody else made for it could be theirs. */
async function accountOfVisitor(tx: Tx, { id, username }: Invitation, userId: UserId): Promise<Person> {
  const account = await users.account(tx, username)
  const isTheirs = account?.userId === userId && account.verifiedAt !== undefined
  return isTheirs ? account : refuse({ code: 'invitation_not_found', id })
}

/** The account of the address, made if there is none: with the id under which the person was shown as pending. */
async function accountOfInvited(
  tx: Tx,
  { username, viewId }: Invitation,
  claim: users.Claim | undefined,
  now: number,
): Promise<Person> {
  const named = claim ?? { firstName: username.slice(0, username.lastIndexOf('@')), lastName: '' }
  const newcomer = {
    userId: viewId,
    username,
    firstName: named.firstName,
    lastName: named.lastName,
    country: 'US',
    createdAt: now,
    lastAuthAt: claim && now,
    passwordHash: claim?.passwordHash,
    verifiedAt: now,
    language: claim?.language,
  }
  if (await users.insertIfNew(tx, newcomer)) return newcomer
  const person = await users.byUsername(tx, username)
  if (!person) throw new Error(`The address of user ${viewId} is taken by nobody.`)
  if (!claim) await users.prove(tx, person.userId, now)
  else if (!(await users.claim(tx, person.userId, claim, now))) refuse({ code: 'username_taken', username })
  return person
}

/** The invitation and what is accepted with it, the organization's first: under its id the person was shown. */
async function acceptAlongside(tx: Tx, invitation: Invitation, now: number): Promise<readonly Invitation[]> {
  const ofOrg = invitation.face === 'org' ? invitation : await acceptAt(tx, invitation, undefined, now)
  const ofProjects = invitation.face === 'org' ? [] : [invitation]
  for (const { groupId } of mergedAssignments(ofOrg?.groupRoleAssignments ?? [])) {
    const ofProject = await acceptAt(tx, invitation, groupId, now)
    if (ofProject) ofProjects.push(ofProject)
  }
  return ofOrg ? [ofOrg, ...ofProjects] : ofProjects
}

/** Accepts what else is pending for the address, in the organization or by the project itself. */
async function acceptAt(
  tx: Tx,
  { orgId, username }: Invitation,
  projectId: ProjectId | undefined,
  now: number,
): Promise<Invitation | undefined> {
  const face = projectId ? 'legacy-project' : 'org'
  const waiting = await invitations.atPlace(tx, orgId, face, projectId, username, now)
  return waiting && invitations.close(tx, orgId, waiting.id, 'ACCEPTED', now)
}

const authorOf = ({ userId, username }: Person) => ({ kind: 'user', id: userId, name: username }) as const

const recordJoining = (app: App, tx: Tx, orgId: OrgId, person: Person): Promise<void> =>
  record(app, tx, {
    type: 'JOINED_ORG',
    orgId,
    author: authorOf(person),
    details: { targetUsername: person.username },
  })

async function grant(app: App, tx: Tx, invitation: Invitation, person: Person, isNew: boolean): Promise<void> {
  const { orgId, projectId, face, roles } = invitation
  const author = authorOf(person)
  const details = { targetUsername: person.username }
  const orgRoles = face === 'org' ? roles : isNew ? ['ORG_MEMBER'] : []
  const granted = await roleAssignments.grant(tx, orgId, person.userId, '', orgRoles)
  if (!isNew && granted > 0) await record(app, tx, { type: 'USER_ROLES_CHANGED_AUDIT', orgId, author, details })
  for (const teamId of invitation.teamIds) {
    const joined = await teams.addMember(tx, orgId, teamId, person.userId)
    if (joined) await record(app, tx, { type: 'JOINED_TEAM', orgId, author, details: { ...details, teamId } })
  }
  const own = projectId ? [{ groupId: projectId, roles }] : []
  for (const assignment of [...own, ...invitation.groupRoleAssignments]) {
    await joinProject(app, tx, orgId, assignment, author)
  }
}

async function joinProject(
  app: App,
  tx: Tx,
  orgId: OrgId,
  { groupId, roles }: { groupId: ProjectId; roles: readonly string[] },
  author: Author & { id: Person['userId'] },
): Promise<void> {
  const granted = await roleAssignments.grant(tx, orgId, author.id, groupId, roles)
  if (granted === 0) return
  const details = { targetUsername: author.name }
  await record(app, tx, { type: 'JOINED_GROUP', orgId, projectId: groupId, author, details })
}
