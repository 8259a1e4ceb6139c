// Every fault in the words of the wire, by subject. A fault without a line does not compile.
import { type Fault, Refusal } from '../domain/faults.ts'
import type { Dialect } from './dialects/dialect.ts'
import { accessListFaults } from './faults/access-lists.ts'
import { accountFaults } from './faults/accounts.ts'
import { apiKeyFaults } from './faults/api-keys.ts'
import { eventFaults } from './faults/events.ts'
import { invitationFaults } from './faults/invitations.ts'
import { limitFaults } from './faults/limits.ts'
import { organizationFaults } from './faults/organizations.ts'
import { projectFaults } from './faults/projects.ts'
import { requestFaults } from './faults/request.ts'
import { serviceAccountFaults } from './faults/service-accounts.ts'
import { teamFaults } from './faults/teams.ts'
import { userFaults } from './faults/users.ts'
import type { Wording } from './faults/wording.ts'
import type { Trace } from './trace.ts'
import type { WireError } from './wire/errors.ts'

const FAULTS: Wording<Fault> = {
  ...accountFaults,
  ...requestFaults,
  ...organizationFaults,
  ...projectFaults,
  ...serviceAccountFaults,
  ...userFaults,
  ...teamFaults,
  ...invitationFaults,
  ...accessListFaults,
  ...apiKeyFaults,
  ...eventFaults,
  ...limitFaults,
}

/** Fault and presenter are correlated by the code, which the index cannot express on a union. */
export function presentFault<Code extends Fault['code']>(fault: Extract<Fault, { code: Code }>): WireError {
  const present: (fault: Extract<Fault, { code: Code }>) => WireError = FAULTS[fault.code]
  return present(fault)
}

/** A refusal in the words of the dialect; anything else is not for callers and goes on. */
export function toWireError(error: unknown, { wording }: Pick<Dialect, 'wording'>, trace?: Trace): WireError {
  if (!(error instanceof Refusal)) throw error
  trace?.note({ fault: error.fault })
  return wording(error.fault) ?? presentFault(error.fault)
}
