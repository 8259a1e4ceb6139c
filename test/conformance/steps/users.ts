// People, and the users of a project.
import type { Json } from '../../../src/api/wire/json.ts'
import { newProject, ORG, PROJECT, type Step } from './step.ts'

const OLD = { Accept: 'application/vnd.atlas.2023-01-01+json' }
const ACCESS = { Accept: 'application/vnd.atlas.2023-02-01+json' }

const ACCOUNT: Json = {
  country: 'US',
  firstName: 'TestFirstName',
  lastName: 'TestLastName',
  mobileNumber: '2125550198',
  password: 'not-used-by-anybody',
  roles: [],
  username: 'cli-test-2123@example.com',
}

export const users: readonly Step[] = [
  { of: ['atlasusers', 'Describe_by_username'], method: 'GET', path: '/users/byName/user1@example.com' },
  { of: ['atlasusers', 'Describe_by_ID'], method: 'GET', path: '/users/5e4bc367c6b0f41bb9bbb178' },
  { of: ['atlasusers', 'Invite'], method: 'POST', path: '/users', body: ACCOUNT },
  { method: 'POST', path: '/users', body: ACCOUNT },
]

const entry = (username: string, role: string): Json => ({ roles: [role], username })
const HOST = '/groups/{userHost}'
const MEMBER = `${HOST}/users/5ddbf98d7a3e5a77d8174cf6`

export const projectUsers: readonly Step[] = [
  { of: ['atlasusers', 'List'], method: 'GET', path: `/groups/${PROJECT}/users` },
  { method: 'POST', path: '/groups', body: newProject('users-e2e-939'), makes: 'userHost' },
  { of: ['atlasprojects', 'Users'], method: 'GET', path: `${HOST}/users` },
  { method: 'GET', path: `${HOST}/users`, headers: OLD },
  { method: 'POST', path: `${HOST}/users`, body: entry('user6@example.com', 'GROUP_READ_ONLY') },
  { method: 'POST', path: `${HOST}/users`, body: entry('user6@example.com', 'GROUP_READ_ONLY') },
  {
    method: 'POST',
    path: `${HOST}/users`,
    body: entry('project-newcomer@example.com', 'GROUP_READ_ONLY'),
    makes: 'newcomer',
  },
  { method: 'GET', path: `${HOST}/users/{newcomer}` },
  { method: 'GET', path: `${HOST}/users?orgMembershipStatuses=PENDING` },
  { method: 'GET', path: MEMBER },
  { method: 'POST', path: `${HOST}/users/{newcomer}:addRole`, body: { groupRole: 'GROUP_OWNER' } },
  { method: 'POST', path: `${MEMBER}:addRole`, body: { groupRole: 'GROUP_OWNER' } },
  { method: 'POST', path: `${MEMBER}:removeRole`, body: { groupRole: 'GROUP_OWNER' } },
  { method: 'POST', path: `${MEMBER}:removeRole`, body: { groupRole: 'GROUP_READ_ONLY' } },
  { method: 'PUT', path: `${MEMBER}/roles`, body: { groupRoles: ['GROUP_READ_ONLY'] } },
  { method: 'POST', path: `${HOST}/access`, headers: ACCESS, body: entry('user5@example.com', 'GROUP_READ_ONLY') },
  {
    method: 'POST',
    path: `${HOST}/access`,
    headers: ACCESS,
    body: entry('project-stranger@example.com', 'GROUP_READ_ONLY'),
  },
  {
    method: 'POST',
    path: `${HOST}/access`,
    headers: ACCESS,
    body: entry('project-stranger@example.com', 'GROUP_READ_ONLY'),
  },
  { method: 'DELETE', path: MEMBER, headers: OLD },
  { method: 'DELETE', path: `${HOST}/users/{newcomer}` },
  { method: 'DELETE', path: `/orgs/${ORG}/users/{newcomer}` },
  { method: 'DELETE', path: HOST },
]
