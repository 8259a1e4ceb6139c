// Accounts that somebody makes for another person: unproven until whoever reads that mailbox accepts an invitation.
import type { WantedRole } from '../domain/accounts.ts'
import type { Caller } from '../domain/actors.ts'
import { refuse } from '../domain/faults.ts'
import type { UserId } from '../domain/ids.ts'
import { mergedAssignments } from '../domain/invitations.ts'
import type { Person } from '../domain/members.ts'
import { mayGrantInProject } from '../domain/permissions.ts'
import type { Secret } from '../platform/secret.ts'
import * as orgUsers from '../store/org-users.ts'
import * as organizations from '../store/organizations.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'
import { authorize, authorizeInProject } from './authorize.ts'
import { refuseUnknownGrants } from './grants.ts'
import { placesOf, refuseFullPlaces } from './place-limits.ts'
import { invitationPromising, type Promised, promise } from './promises.ts'

export interface NewAccount extends Pick<Person, 'username' | 'firstName' | 'lastName' | 'country'> {
  readonly password: Secret
  /** Each becomes part of an invitation, which only the person can accept. */
  readonly roles: readonly WantedRole[]
}

/**
 * Makes an account for an address that has none, and invites it to what was asked for. The password is kept as a hash
 * and opens nothing: it goes when the address is proven.
 */
export async function createAccount(app: App, caller: Caller, account: NewAccount): Promise<Person> {
  const { username, firstName, lastName, country, roles } = account
  const { orgId } = caller.actor
  await refuseForbiddenRoles(app, caller, roles)
  const person: Person = {
    userId: app.ambient.newId<UserId>(),
    username,
    firstName,
    lastName,
    country,
    createdAt: app.ambient.now(),
    lastAuthAt: undefined,
  }
  const promised = promisedBy(roles)
  const fresh = invitationPromising(app, caller, username, promised)
  const passwordHash = await app.minting.passwords.hash(account.password)
  return app.db.write(async (tx) => {
    if (!(await organizations.lock(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
    if (!(await users.insertIfNew(tx, { ...person, passwordHash, verifiedAt: undefined }))) {
      refuse({ code: 'username_taken', username })
    }
    if (roles.length === 0) return person
    await refuseUnknownGrants(tx, orgId, promised)
    const known = await orgUsers.byUsername(tx, orgId, username, app.ambient.now())
    await promise(app, tx, caller, known, promised, fresh)
    await refuseFullPlaces(app, tx, orgId, placesOf(promised))
    return person
  })
}

/** Each role needs the right to invite to it; an account without any is for whoever manages the organization's users. */
async function refuseForbiddenRoles(app: App, caller: Caller, roles: readonly WantedRole[]): Promise<void> {
  if (roles.length === 0) authorize(caller, 'org.users.manage', caller.actor.orgId)
  for (const { orgId, groupId, role } of roles) {
    if (orgId !== undefined) {
      authorize(caller, 'org.invitations.manage', orgId)
      continue
    }
    const { actor } = await authorizeInProject(app, caller, 'project.users.manage', groupId)
    if (!mayGrantInProject(actor, groupId, [role])) refuse({ code: 'not_allowed', action: 'project.users.manage' })
  }
}

function promisedBy(roles: readonly WantedRole[]): Promised {
  const orgRoles = roles.flatMap(({ orgId, role }) => (orgId === undefined ? [] : [role]))
  const ofProjects = roles.flatMap(({ groupId, role }) => (groupId === undefined ? [] : [{ groupId, roles: [role] }]))
  return { orgRoles: [...new Set(orgRoles)], groupRoleAssignments: mergedAssignments(ofProjects) }
}
