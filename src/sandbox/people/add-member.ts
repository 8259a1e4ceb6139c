// Membership without an invitation: as if one had been accepted, but that nobody was written to.
import { refuse } from '../../domain/faults.ts'
import type { OrgId } from '../../domain/ids.ts'
import type { Grants } from '../../domain/invitations.ts'
import type { Member, Person } from '../../domain/members.ts'
import type { Tx } from '../../store/db.ts'
import * as invitations from '../../store/invitations.ts'
import { memberOf } from '../../store/member-rows.ts'
import * as members from '../../store/members.ts'
import * as organizations from '../../store/organizations.ts'
import * as users from '../../store/users.ts'
import type { App } from '../../usecases/app.ts'
import { refuseUnknownGrants } from '../../usecases/grants.ts'
import { join } from '../../usecases/joining.ts'
import { refuseFullOrganization } from '../../usecases/limits.ts'

/**
 * Makes the person a member with these grants, and proves their address as accepting would. The record says that they
 * joined. Refused for a member and for somebody whom the organization invites, as inviting them again would be.
 */
export async function addMember(app: App, tx: Tx, orgId: OrgId, person: Person, grants: Grants): Promise<Member> {
  const organization = await organizations.lock(tx, orgId)
  if (!organization) refuse({ code: 'org_not_found', id: orgId })
  await refuseUnknownGrants(tx, orgId, grants)
  const now = app.ambient.now()
  const { userId, username } = person
  const invited = await invitations.atPlace(tx, orgId, 'org', undefined, username, now)
  if (invited || (await members.idOf(tx, orgId, username)) !== undefined) refuse({ code: 'already_in_org', username })
  await users.prove(tx, userId, now)
  await join(app, tx, orgId, person, [{ face: 'org', projectId: undefined, ...grants }])
  await refuseFullOrganization(app, tx, organization)
  await organizations.raiseRevisionsOf(tx, userId)
  const member = await memberOf(tx, orgId, userId)
  if (!member) throw new Error(`User ${userId} has joined, and is no member.`)
  return member
}
