// Acting for people: making them members without a mail, and answering invitations in their place.
import { refuse } from '../../domain/faults.ts'
import { type InvitationId, isObjectId, type OrgId, type UserId } from '../../domain/ids.ts'
import type { Grants, Invitation } from '../../domain/invitations.ts'
import type { Language } from '../../domain/languages.ts'
import type { Member, Person } from '../../domain/members.ts'
import type { Secret } from '../../platform/secret.ts'
import type { Tx } from '../../store/db.ts'
import { orgOf } from '../../store/directory.ts'
import * as invitations from '../../store/invitations.ts'
import { pendingAddresses } from '../../store/pending-addresses.ts'
import * as users from '../../store/users.ts'
import type { App } from '../../usecases/app.ts'
import { type Addressee, acceptIn, acceptInvitation, declineInvitation } from '../../usecases/invitee.ts'
import { refuseToDrive } from '../refusal.ts'
import { addMember } from './add-member.ts'

/** An account, and where it is to be a member. What it says of the person is for an address that has no account. */
export interface NewPerson {
  /** In its canonical form. */
  readonly username: string
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  /** ISO 3166-1 alpha-2; US unless given. */
  readonly country?: string | undefined
  readonly language?: Language | undefined
  /** One is made unless given. */
  readonly password?: Secret | undefined
  /** null for an account without an organization. */
  readonly orgId: OrgId | null
  readonly grants: Grants
}

/** Somebody who is in now: a member, or only an account. */
export type AddedPerson = (
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'account'; readonly person: Person }
) & {
  /** What was made for them to sign in with. */
  readonly password: Secret | undefined
}

/** Each refuses like the API, and changes nothing then. */
export interface People {
  /** Makes somebody an active member at once. Refused where they are a member or invited already. */
  addUser(person: NewPerson): Promise<AddedPerson>
  /** Accepts as the invited person. */
  accept(invitationId: string): Promise<Member>
  /** Accepts all that waits for an address, in one organization or in all; one member for each organization. */
  acceptAll(username: string, orgId?: OrgId): Promise<readonly Member[]>
  /** Declines as the invited person. */
  decline(invitationId: string): Promise<Invitation>
}

/** As many addresses as a sentence can name. */
const MOST_NAMED = 20

export const createPeople = (app: App): People => ({
  addUser: (person) => addUser(app, person),
  accept: async (invitationId) => acceptInvitation(app, await addresseeOf(app, invitationId)),
  acceptAll: (username, orgId) => app.db.write((tx) => acceptAll(app, tx, username, orgId)),
  decline: async (invitationId) => declineInvitation(app, await addresseeOf(app, invitationId)),
})

async function addUser(app: App, wanted: NewPerson): Promise<AddedPerson> {
  const password = wanted.password ?? app.minting.password()
  // Outside the transaction, which may run twice; in vain for somebody who has an account.
  const newcomer = await accountFor(app, wanted, password)
  const { grants, orgId, username } = wanted
  return app.db.write(async (tx) => {
    const isNew = await users.insertIfNew(tx, newcomer)
    if (!isNew && (orgId === null || describesPerson(wanted))) refuse({ code: 'username_taken', username })
    const made = isNew && wanted.password === undefined ? password : undefined
    if (orgId === null) return { kind: 'account', person: newcomer, password: made }
    const person = isNew ? newcomer : await holderOf(tx, username)
    return { kind: 'member', member: await addMember(app, tx, orgId, person, grants), password: made }
  })
}

async function holderOf(tx: Tx, username: string): Promise<Person> {
  const person = await users.byUsername(tx, username)
  if (!person) throw new Error(`The address ${username} is taken by nobody.`)
  return person
}

/** An account whose address counts as proven, as after accepting an invitation. */
async function accountFor(app: App, wanted: NewPerson, password: Secret): Promise<users.NewUser> {
  const { country = 'US', firstName, language, lastName = '', username } = wanted
  const now = app.ambient.now()
  return {
    userId: app.ambient.newId<UserId>(),
    username,
    firstName: firstName ?? username.slice(0, username.lastIndexOf('@')),
    lastName,
    country,
    createdAt: now,
    lastAuthAt: undefined,
    passwordHash: await app.minting.passwords.hash(password),
    verifiedAt: now,
    language,
  }
}

const describesPerson = ({ firstName, lastName, country, language, password }: NewPerson): boolean =>
  [firstName, lastName, country, language, password].some((given) => given !== undefined)

/** One transaction: whoever is refused one place gets none. Accepting one may close others, so that each is looked for anew. */
async function acceptAll(app: App, tx: Tx, username: string, orgId: OrgId | undefined): Promise<readonly Member[]> {
  const members = new Map<OrgId, Member>()
  for (;;) {
    const pending = await invitations.pendingOf(tx, username, app.ambient.now())
    const next = pending.find((invitation) => orgId === undefined || invitation.orgId === orgId)
    if (!next) return members.size > 0 ? [...members.values()] : refuseUninvited(app, tx, username, orgId)
    members.set(next.orgId, await acceptIn(app, tx, { orgId: next.orgId, invitationId: next.id }))
  }
}

async function refuseUninvited(app: App, tx: Tx, username: string, orgId: OrgId | undefined): Promise<never> {
  const named = await pendingAddresses(tx, app.ambient.now(), MOST_NAMED)
  const place = orgId === undefined ? '' : ` in organization ${orgId}`
  const choices = named.length === 0 ? 'nobody is invited' : `invited are ${named.join(', ')}`
  const detail = `No invitation waits for ${username}${place}: ${choices}.`
  return refuseToDrive(404, 'INVITATION_NOT_FOUND', detail, [username])
}

async function addresseeOf(app: App, id: string): Promise<Addressee> {
  if (!isObjectId<InvitationId>(id)) refuse({ code: 'malformed_id', kind: 'invitation', id })
  const orgId = await orgOf(app.db.read, `invitation:${id}`)
  return orgId ? { orgId, invitationId: id } : refuse({ code: 'invitation_not_found', id })
}
