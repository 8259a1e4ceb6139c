// What can be wrong with an account that somebody makes for another person, in the words of the wire.
import type { AccountFault } from '../../domain/faults/accounts.ts'
import { echo, error, type Wording } from './wording.ts'

export const accountFaults: Wording<AccountFault> = {
  username_taken: ({ username }) =>
    error(409, 'USER_ALREADY_EXISTS', `A user with username ${username} already exists.`, username),
  weak_password: () => error(400, 'WEAK_PASSWORD', 'The specified password is too short or too long.'),
  invalid_country_code: ({ country }) =>
    error(400, 'INVALID_COUNTRY_CODE', `An invalid country code ${echo(country)} was specified.`, echo(country)),
  role_needs_org_id: ({ role }) =>
    error(400, 'ROLE_NEEDS_ORG_ID', `The role ${role} must be accompanied by an organization ID.`, role),
  role_needs_group_id: ({ role }) =>
    error(400, 'ROLE_NEEDS_GROUP_ID', `The role ${role} must be accompanied by a group ID.`, role),
  role_needs_no_org_id: ({ role }) =>
    error(400, 'ROLE_NEEDS_NO_ORG_ID', `The role ${role} must not be accompanied by an organization ID.`, role),
  role_needs_no_group_id: ({ role }) =>
    error(400, 'ROLE_NEEDS_NO_GROUP_ID', `The role ${role} must not be accompanied by a group ID.`, role),
}
