// What the invited person does: accept, and be in with everything that was promised, or decline.
import { refuse } from '../domain/faults.ts'
import type { InvitationId, OrgId, ProjectId, UserId } from '../domain/ids.ts'
import { type Invitation, mergedAssignments } from '../domain/invitations.ts'
import type { Member, Person } from '../domain/members.ts'
import type { Tx } from '../store/db.ts'
import * as invitationLinks from '../store/invitation-links.ts'
import * as invitations from '../store/invitations.ts'
import { memberOf } from '../store/member-rows.ts'
import * as organizations from '../store/organizations.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { join } from './joining.ts'
import { tellAnswer } from './mailing.ts'

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
  app.db.write((tx) => acceptIn(app, tx, addressee, accepting))

/** The same as a part of a transaction that does more. */
export async function acceptIn(app: App, tx: Tx, addressee: Addressee, accepting?: Accepting): Promise<Member> {
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
