// What can be wrong with organizations.
import type { Action } from '../permissions.ts'

export type OrganizationFault =
  | { code: 'org_not_found'; id: string }
  | { code: 'invalid_org_name'; name: string }
  | { code: 'org_not_empty'; id: string }
  | { code: 'invalid_contact'; attribute: string }
  | { code: 'cannot_create_projects'; orgId: string }
  | { code: 'not_allowed'; action: Action }
