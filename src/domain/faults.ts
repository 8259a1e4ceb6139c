// Every way in which Atrium says no: a closed union, by subject, that api/faults.ts must translate completely.
import type { AccessListFault } from './faults/access-lists.ts'
import type { AccountFault } from './faults/accounts.ts'
import type { ApiKeyFault } from './faults/api-keys.ts'
import type { EventFault } from './faults/events.ts'
import type { InvitationFault } from './faults/invitations.ts'
import type { LimitFault } from './faults/limits.ts'
import type { OrganizationFault } from './faults/organizations.ts'
import type { ProjectFault } from './faults/projects.ts'
import type { RequestFault } from './faults/request.ts'
import type { ServiceAccountFault } from './faults/service-accounts.ts'
import type { TeamFault } from './faults/teams.ts'
import type { UserFault } from './faults/users.ts'

export type Fault =
  | AccessListFault
  | ApiKeyFault
  | AccountFault
  | RequestFault
  | OrganizationFault
  | ProjectFault
  | ServiceAccountFault
  | UserFault
  | TeamFault
  | InvitationFault
  | EventFault
  | LimitFault

/** Thrown by rules and use cases; the API and the sandbox turn it into an answer. */
export class Refusal extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.code)
    this.name = 'Refusal'
    this.fault = fault
  }
}

/** Says no: never returns. */
export function refuse(fault: Fault): never {
  throw new Refusal(fault)
}
