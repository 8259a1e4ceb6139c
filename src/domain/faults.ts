// Every way in which Atrium says no: a closed union, by subject, that api/faults.ts must translate completely.
import type { InvitationFault } from './faults/invitations.ts'
import type { OrganizationFault } from './faults/organizations.ts'
import type { ProjectFault } from './faults/projects.ts'
import type { RequestFault } from './faults/request.ts'
import type { TeamFault } from './faults/teams.ts'
import type { UserFault } from './faults/users.ts'

export type Fault = RequestFault | OrganizationFault | ProjectFault | UserFault | TeamFault | InvitationFault

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
