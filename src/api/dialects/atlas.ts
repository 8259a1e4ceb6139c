// What both Atlas dialects share: v1.0 is v2 at version 2023-01-01 with plain JSON.
import { ATLAS_ORG_ROLES, ATLAS_PROJECT_ROLES } from '../../domain/roles.ts'
import { accessListPresenters } from '../present/access-lists.ts'
import { apiKeyPresenters } from '../present/api-keys.ts'
import { batchPresenters } from '../present/batches.ts'
import { atlasEvents } from '../present/events.ts'
import { presentOrgInvitation, presentProjectInvitation } from '../present/invitations.ts'
import { mailPresenters } from '../present/mails.ts'
import { atlasNewOrganizations } from '../present/new-organizations.ts'
import { atlasOrgUsers } from '../present/org-users.ts'
import { presentListedOrganization, presentOrganization } from '../present/organizations.ts'
import { projectSettingsPresenters } from '../present/project-settings.ts'
import { projectUserPresenters } from '../present/project-users.ts'
import { presentListedProject, presentProject } from '../present/projects.ts'
import { rateLimitPresenters } from '../present/rate-limits.ts'
import { serviceAccountPresenters } from '../present/service-accounts.ts'
import { presentEmptyObject, presentSystemStatus } from '../present/system-status.ts'
import { teamPresenters } from '../present/teams.ts'
import { presentUser } from '../present/users.ts'
import { atlasPageLinks } from '../wire/paging.ts'
import { isCloudManagersOwn } from './cloud-manager-operations.ts'
import type { Dialect } from './dialect.ts'

export const atlas = {
  serves: (operationId) => !isCloudManagersOwn(operationId),
  // The Atlas CLI's first request to a project that it sets up (docs/wire/projects.md#database-users).
  unserved: ['databaseUsers'],
  announcesSunsets: true,
  relBase: 'https://cloud.mongodb.com/',
  challengeType: 'application/json',
  headers: {},
  strictTransportSecurity: 'max-age=31536000; includeSubdomains;',
  alwaysStrictTransport: false,
  pageLinks: atlasPageLinks,
  namesOrgOwner: true,
  refusedAttributes: [],
  statuses: {},
  // The live service's Locations are of no use, and clients have never seen others (docs/wire/projects.md#create).
  successHeaders: {
    createUser: (base, { id }) => ({ Location: `${base}/api/atlas/v1.0/users/${id}` }),
    createGroup: (base) => ({ Location: `${base}//api/atlas/v1.0` }),
    getGroupSettings: (base) => ({ Location: `${base}//api/atlas/v1.0` }),
    updateGroupSettings: (base) => ({ Location: `${base}//api/atlas/v1.0` }),
    createOrgTeam: (base, { params, id }) => ({ Location: `${base}/orgs/${params['orgId']}/teams/${id}` }),
  },
  wording: () => undefined,
  orgRoles: ATLAS_ORG_ROLES,
  projectRoles: ATLAS_PROJECT_ROLES,
  present: {
    ...serviceAccountPresenters,
    ...accessListPresenters,
    ...apiKeyPresenters,
    ...atlasEvents,
    ...rateLimitPresenters,
    ...teamPresenters,
    ...projectUserPresenters,
    ...atlasOrgUsers,
    ...atlasNewOrganizations,
    ...projectSettingsPresenters,
    ...mailPresenters,
    ...batchPresenters({
      ...atlasOrgUsers,
      orgInvitation: presentOrgInvitation,
      projectInvitation: presentProjectInvitation,
    }),
    emptyObject: presentEmptyObject,
    systemStatus: presentSystemStatus,
    organization: presentOrganization,
    listedOrganization: presentListedOrganization,
    project: presentProject,
    listedProject: presentListedProject,
    orgInvitation: presentOrgInvitation,
    projectInvitation: presentProjectInvitation,
    user: presentUser,
  },
} as const satisfies Omit<Dialect, 'name' | 'prefix' | 'versioned'>
