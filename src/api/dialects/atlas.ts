// What both Atlas dialects share: v1.0 is v2 at version 2023-01-01 with plain JSON.
import { ATLAS_ORG_ROLES, ATLAS_PROJECT_ROLES } from '../../domain/roles.ts'
import { presentOrgInvitation, presentProjectInvitation } from '../present/invitations.ts'
import { presentListedOrganization, presentOrganization } from '../present/organizations.ts'
import { presentListedProject, presentProject } from '../present/projects.ts'
import { presentEmptyObject, presentSystemStatus } from '../present/system-status.ts'
import { presentUser } from '../present/users.ts'
import { atlasPageLinks } from '../wire/paging.ts'
import { isCloudManagersOwn } from './cloud-manager-operations.ts'
import type { Dialect } from './dialect.ts'

export const atlas = {
  serves: (operationId) => !isCloudManagersOwn(operationId),
  announcesSunsets: true,
  relBase: 'https://cloud.mongodb.com/',
  challengeType: 'application/json',
  headers: {},
  strictTransportSecurity: 'max-age=31536000; includeSubdomains;',
  alwaysStrictTransport: false,
  pageLinks: atlasPageLinks,
  refusedAttributes: [],
  statuses: {},
  // The live service's Location is of no use, and clients have never seen another (docs/wire/projects.md#create).
  successHeaders: { createGroup: (base) => ({ Location: `${base}//api/atlas/v1.0` }) },
  wording: () => undefined,
  orgRoles: ATLAS_ORG_ROLES,
  projectRoles: ATLAS_PROJECT_ROLES,
  present: {
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
