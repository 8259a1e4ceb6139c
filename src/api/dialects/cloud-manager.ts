// The Cloud Manager public API v1.0.
import type { Fault } from '../../domain/faults.ts'
import type { Action } from '../../domain/permissions.ts'
import { CLOUD_MANAGER_ORG_ROLES, CLOUD_MANAGER_PROJECT_ROLES } from '../../domain/roles.ts'
import { presentCloudManagerOrgInvitation, presentCloudManagerProjectInvitation } from '../present/invitations.ts'
import { presentCloudManagerOrganization } from '../present/organizations.ts'
import { presentCloudManagerProject } from '../present/projects.ts'
import { presentCloudManagerStatus, presentEmptyObject } from '../present/system-status.ts'
import { presentCloudManagerUser } from '../present/users.ts'
import type { WireError } from '../wire/errors.ts'
import { cloudManagerPageLinks } from '../wire/paging.ts'
import { isCloudManagers } from './cloud-manager-operations.ts'
import type { Dialect } from './dialect.ts'

/** Its pages name a privilege of their own on invitations; whoever lacks it reads so. */
const MISSING_PRIVILEGES: Readonly<Partial<Record<Action, Pick<WireError, 'errorCode' | 'detail'>>>> = {
  'org.invitations.manage': {
    errorCode: 'NOT_ORG_USER_ADMIN',
    detail: 'The current user is not a user administrator of the organization.',
  },
  'project.invitations.manage': {
    errorCode: 'NOT_GROUP_USER_ADMIN',
    detail: 'The current user is not a user administrator of the group.',
  },
}

function wording(fault: Fault): WireError | undefined {
  const missing = fault.code === 'not_allowed' ? MISSING_PRIVILEGES[fault.action] : undefined
  return missing && { status: 401, ...missing, parameters: [] }
}

export const cloudManager: Dialect = {
  name: 'cloud-manager',
  prefix: '/api/public/v1.0',
  serves: isCloudManagers,
  versioned: false,
  announcesSunsets: false,
  relBase: 'http://mms.mongodb.com/',
  challengeType: 'application/json;charset=ISO-8859-1',
  headers: { Vary: 'Accept-Encoding' },
  strictTransportSecurity: 'max-age=300',
  alwaysStrictTransport: true,
  pageLinks: cloudManagerPageLinks,
  refusedAttributes: ['groupRoleAssignments'],
  statuses: { createOrgInvite: 201, createGroupInvite: 201 },
  successHeaders: {},
  wording,
  orgRoles: CLOUD_MANAGER_ORG_ROLES,
  projectRoles: CLOUD_MANAGER_PROJECT_ROLES,
  present: {
    emptyObject: presentEmptyObject,
    systemStatus: presentCloudManagerStatus,
    organization: presentCloudManagerOrganization,
    listedOrganization: presentCloudManagerOrganization,
    project: presentCloudManagerProject,
    listedProject: presentCloudManagerProject,
    orgInvitation: presentCloudManagerOrgInvitation,
    projectInvitation: presentCloudManagerProjectInvitation,
    user: presentCloudManagerUser,
  },
}
