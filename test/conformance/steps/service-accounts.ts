// Service accounts of the organization and of a project, of which there are no recordings.
import type { Json } from '../../../src/api/wire/json.ts'
import { ORG, PROJECT, type Step } from './step.ts'

const inOrg = `/orgs/${ORG}/serviceAccounts`
const inProject = `/groups/${PROJECT}/serviceAccounts`

const account = (role: string): Json => ({
  name: 'Robot',
  description: 'A machine',
  roles: [role],
  secretExpiresAfterHours: 2160,
})

const step = (method: string, path: string, body?: Json): Step => ({
  method,
  path,
  ...(body === undefined ? {} : { body }),
})

/** What both levels have alike; `name` is the account's in later paths. */
const managing = (base: string, name: string, role: string): readonly Step[] => [
  { ...step('POST', base, account(role)), makes: name, idAt: 'clientId' },
  step('GET', base),
  step('GET', `${base}/{${name}}`),
  step('PATCH', `${base}/{${name}}`, { name: 'Renamed' }),
  {
    ...step('POST', `${base}/{${name}}/secrets`, { secretExpiresAfterHours: 8 }),
    makes: `${name}Secret`,
  },
  step('POST', `${base}/{${name}}/secrets`, { secretExpiresAfterHours: 8 }),
  step('POST', `${base}/{${name}}/secrets`, { secretExpiresAfterHours: 1 }),
  step('GET', `${base}/{${name}}`),
  step('DELETE', `${base}/{${name}}/secrets/{${name}Secret}`),
  step('POST', `${base}/{${name}}/accessList`, [{ ipAddress: '192.0.2.1' }, { cidrBlock: '10.0.0.0/8' }]),
  step('POST', `${base}/{${name}}/accessList`, [{ ipAddress: '192.0.2.1' }]),
  step('GET', `${base}/{${name}}/accessList`),
  step('DELETE', `${base}/{${name}}/accessList/10.0.0.0%2F8`),
]

export const serviceAccounts: readonly Step[] = [
  ...managing(inOrg, 'robot', 'ORG_READ_ONLY'),
  step('POST', `${inProject}/{robot}:invite`, { roles: ['GROUP_READ_ONLY'] }),
  step('POST', `${inProject}/{robot}:invite`, { roles: ['GROUP_READ_ONLY'] }),
  step('GET', `${inOrg}/{robot}/groups`),
  step('DELETE', `${inOrg}/{robot}`),
  ...managing(inProject, 'projectRobot', 'GROUP_READ_ONLY'),
  step('DELETE', `${inProject}/{projectRobot}`),
]
