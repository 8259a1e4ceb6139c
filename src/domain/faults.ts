// Every way in which Atrium says no: a closed union that api/faults.ts must translate completely.
import type { Action } from './permissions.ts'

export type Fault =
  // the request itself
  | { code: 'malformed_json' }
  | { code: 'not_an_object' }
  | { code: 'wrong_type'; attribute: string }
  | { code: 'invalid_attribute'; attribute: string }
  | { code: 'missing_attribute'; attribute: string }
  | { code: 'read_only_attribute'; attribute: string }
  | { code: 'invalid_query_parameter'; name: string; value: string }
  | { code: 'invalid_username'; username: string }
  | { code: 'invalid_group_name'; name: string }
  | { code: 'unknown_role'; role: string }
  | { code: 'project_role_on_organization'; role: string }
  | { code: 'organization_role_on_project'; role: string }
  // what it names
  | { code: 'malformed_id'; kind: IdKind; id: string }
  | { code: 'org_not_found'; id: string }
  | { code: 'group_not_found'; id: string }
  | { code: 'group_name_not_found'; name: string }
  | { code: 'team_not_found'; id: string }
  | { code: 'user_not_found'; id: string }
  | { code: 'username_not_found'; username: string }
  | { code: 'invitation_not_found'; id: string }
  // who asks
  | { code: 'not_allowed'; action: Action }
  | { code: 'cannot_create_projects'; orgId: string }
  // what stands in the way
  | { code: 'already_in_org'; username: string }
  | { code: 'already_in_group'; username: string }
  | { code: 'group_exists'; name: string }
  | { code: 'org_is_full'; limit: number; name: string }
  | { code: 'group_is_full'; limit: number; name: string }
  | { code: 'too_many_groups'; limit: number; name: string }
  | { code: 'not_an_org_invitation'; id: string }
  | { code: 'not_a_group_invitation'; id: string }

export type IdKind = 'org' | 'group' | 'team' | 'user' | 'invitation'

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
