// Invitations to the organization and to a project.
import type { Json } from '../../../src/api/wire/json.ts'
import { newProject, ORG, type Step } from './step.ts'

const invite = (role: string, username: string): Json => ({ roles: [role], username })

const orgInvites = `/orgs/${ORG}/invites`
const orgStep = (step: string, method: string, path: string, body?: Json, makes?: string): Step => ({
  of: ['atlasorginvitations', step],
  method,
  path: `${orgInvites}${path}`,
  ...(body === undefined ? {} : { body }),
  ...(makes === undefined ? {} : { makes }),
})

export const orgInvitations: readonly Step[] = [
  orgStep('Invite', 'POST', '', invite('ORG_MEMBER', 'test-783@example.com'), 'first'),
  orgStep('Invite_with_File', 'POST', '', invite('ORG_READ_ONLY', 'test-file-812@example.com')),
  orgStep('Invite_with_File#01', 'POST', '', invite('ORG_READ_ONLY', 'test-file-853@example.com'), 'third'),
  orgStep('List', 'GET', ''),
  orgStep('Describe', 'GET', '/{first}'),
  orgStep('Update_by_email', 'PATCH', '', invite('ORG_READ_ONLY', 'test-783@example.com')),
  orgStep('Update_by_ID', 'PATCH', '/{first}', { roles: ['ORG_READ_ONLY'] }),
  orgStep('Update_with_File', 'PATCH', '/{first}', { roles: ['ORG_GROUP_CREATOR'] }),
  orgStep('Update_with_File#01', 'PATCH', '/{first}', { roles: ['ORG_GROUP_CREATOR'] }),
  orgStep('Delete', 'DELETE', '/{first}'),
  orgStep('Delete_Invitation_from_File_Test', 'DELETE', '/{third}'),
]

const projectStep = (step: string, method: string, path: string, body?: Json, makes?: string): Step => ({
  of: ['atlasprojectinvitations', step],
  method,
  path: `/groups/{host}/invites${path}`,
  ...(body === undefined ? {} : { body }),
  ...(makes === undefined ? {} : { makes }),
})

const BOTH = ['GROUP_READ_ONLY', 'GROUP_DATA_ACCESS_READ_ONLY']

export const projectInvitations: readonly Step[] = [
  {
    of: ['atlasprojectinvitations', '(setup)'],
    method: 'POST',
    path: '/groups',
    body: newProject('invitations-e2e-233'),
    makes: 'host',
  },
  projectStep('Invite', 'POST', '', invite('GROUP_READ_ONLY', 'test-738@example.com'), 'guest'),
  projectStep('List', 'GET', ''),
  projectStep('Describe', 'GET', '/{guest}'),
  projectStep('Update_by_email', 'PATCH', '', { roles: BOTH, username: 'test-738@example.com' }),
  projectStep('Update_by_ID', 'PATCH', '/{guest}', { roles: BOTH }),
  projectStep('Delete', 'DELETE', '/{guest}'),
]
