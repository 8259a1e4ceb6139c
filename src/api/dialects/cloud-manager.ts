// The Cloud Manager public API v1.0.
import type { Fault } from '../../domain/faults.ts'
import type { Action } from '../../domain/permissions.ts'
import { CLOUD_MANAGER_ORG_ROLES, CLOUD_MANAGER_PROJECT_ROLES } from '../../domain/roles.ts'
import { accessListPresenters } from '../present/access-lists.ts'
import { apiKeyPresenters } from '../present/api-keys.ts'
import { batchPresenters } from '../present/batches.ts'
import { cloudManagerEvents } from '../present/events.ts'
import { presentCloudManagerOrgInvitation, presentCloudManagerProjectInvitation } from '../present/invitations.ts'
import { mailPresenters } from '../present/mails.ts'
import { cloudManagerNewOrganizations } from '../present/new-organizations.ts'
import { cloudManagerOrgUsers } from '../present/org-users.ts'
import { presentCloudManagerOrganization } from '../present/organizations.ts'
import { projectSettingsPresenters } from '../present/project-settings.ts'
import { projectUserPresenters } from '../present/project-users.ts'
import { presentCloudManagerProject } from '../present/projects.ts'
import { rateLimitPresenters } from '../present/rate-limits.ts'
import { serviceAccountPresenters } from '../present/service-accounts.ts'
import { presentCloudManagerStatus, presentEmptyObject } from '../present/system-status.ts'
import { teamPresenters } from '../present/teams.ts'
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
  unserved: [],
  versioned: false,
  announcesSunsets: false,
  relBase: 'http://mms.mongodb.com/',
  challengeType: 'application/json;charset=ISO-8859-1',
  headers: { Vary: 'Accept-Encoding' },
  strictTransportSecurity: 'max-age=300',
  alwaysStrictTransport: true,
  pageLinks: cloudManagerPageLinks,
  // Its clients send a name and nothing else (docs/wire/organizations.md#create).
  namesOrgOwner: false,
  // Its answer to a new organization has no place for a credential's secrets (docs/wire/organizations.md#create).
  refusedAttributes: ['apiKey', 'groupRoleAssignments', 'serviceAccount'],
  statuses: { createOrgInvite: 201, createGroupInvite: 201 },
  successHeaders: { createUser: (base, { id }) => ({ Location: `${base}/api/public/v1.0/users/${id}` }) },
  wording,
  orgRoles: CLOUD_MANAGER_ORG_ROLES,
  projectRoles: CLOUD_MANAGER_PROJECT_ROLES,
  present: {
    ...serviceAccountPresenters,
    ...accessListPresenters,
    ...apiKeyPresenters,
    ...cloudManagerEvents,
    ...rateLimitPresenters,
    ...teamPresenters,
    ...projectUserPresenters,
    ...cloudManagerOrgUsers,
    ...cloudManagerNewOrganizations,
    ...projectSettingsPresenters,
    ...mailPresenters,
    ...batchPresenters({
      ...cloudManagerOrgUsers,
      orgInvitation: presentCloudManagerOrgInvitation,
      projectInvitation: presentCloudManagerProjectInvitation,
    }),
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
