// Organizations and their invitations.
import { ACME, keyOf, STRANGER } from '../case-seed.ts'
import { invitedToOrg, invitedToProject } from '../cases.ts'
import { newOwnedProject, someEvent } from './makers.ts'
import type { Preparations } from './preparation.ts'

export const organizations: Preparations = {
  getSystemStatus: () => ({}),
  listOrgs: () => ({}),
  createOrg: (given) => ({ body: { name: given.name(), orgOwnerId: ACME.owner.id } }),
  getOrg: () => ({}),
  updateOrg: () => ({ body: { name: ACME.name } }),
  // Acme has projects, so that whoever may delete it is told so.
  deleteOrg: () => ({}),
  getOrgGroups: () => ({}),
  getOrgSettings: () => ({}),
  updateOrgSettings: () => ({ body: { multiFactorAuthRequired: true } }),
  listOrgEvents: () => ({}),
  getOrgEvent: async (given) => {
    await invitedToOrg(given)
    return { params: { eventId: await someEvent(given, `/orgs/${ACME.id}/events`, 'INVITED_TO_ORG') } }
  },
  listEventTypes: () => ({}),
  listRateLimits: () => ({}),
  getRateLimit: () => ({ params: { endpointSetId: 'orgUsers' } }),
  listControlPlaneIpAddresses: () => ({}),
  listOrgInvites: () => ({}),
  createOrgInvite: (given) => ({ body: { roles: ['ORG_MEMBER'], username: given.address() } }),
  updateOrgInvites: async (given) => {
    const { username } = await invitedToOrg(given)
    return { body: { roles: ['ORG_OWNER'], username } }
  },
  getOrgInvite: async (given) => ({ params: { invitationId: (await invitedToOrg(given)).id } }),
  updateOrgInviteById: async (given) => ({
    params: { invitationId: (await invitedToOrg(given)).id },
    body: { roles: ['ORG_OWNER'] },
  }),
  deleteOrgInvite: async (given) => ({ params: { invitationId: (await invitedToOrg(given)).id } }),
}

export const projects: Preparations = {
  listGroups: () => ({}),
  createGroup: (given) => ({ body: { name: given.name(), orgId: ACME.id } }),
  getGroupByName: () => ({ params: { groupName: 'Project 0' } }),
  getGroup: () => ({}),
  updateGroup: async (given) => ({ params: { groupId: await newOwnedProject(given) }, body: { name: given.name() } }),
  deleteGroup: async (given) => ({ params: { groupId: await newOwnedProject(given) } }),
  getGroupSettings: () => ({}),
  updateGroupSettings: () => ({ body: { isSchemaAdvisorEnabled: true } }),
  listGroupLimits: () => ({}),
  getGroupLimit: () => ({ params: { limitName: 'atlas.project.deployment.clusters' } }),
  setGroupLimit: () => ({ params: { limitName: 'atlas.project.deployment.clusters' }, body: { value: 20 } }),
  deleteGroupLimit: () => ({ params: { limitName: 'atlas.project.deployment.clusters' } }),
  getGroupIpAddresses: () => ({}),
  getGroupManagedSlowMs: () => ({}),
  enableGroupManagedSlowMs: () => ({}),
  disableGroupManagedSlowMs: () => ({}),
  listClusters: () => ({}),
  migrateGroup: async (given) => ({
    params: { groupId: await newOwnedProject(given) },
    body: {
      destinationOrgId: STRANGER.id,
      destinationOrgPrivateApiKey: keyOf('stranger').privateKey,
      destinationOrgPublicApiKey: keyOf('stranger').publicKey,
    },
  }),
  listGroupEvents: () => ({}),
  getGroupEvent: async (given) => {
    await invitedToProject(given)
    return { params: { eventId: await someEvent(given, `/groups/${ACME.project0}/events`, 'INVITED_TO_GROUP') } }
  },
  listGroupInvites: () => ({}),
  createGroupInvite: (given) => ({ body: { roles: ['GROUP_READ_ONLY'], username: given.address() } }),
  updateGroupInvites: async (given) => {
    const { username } = await invitedToProject(given)
    return { body: { roles: ['GROUP_DATA_ACCESS_ADMIN'], username } }
  },
  getGroupInvite: async (given) => ({ params: { invitationId: (await invitedToProject(given)).id } }),
  updateGroupInviteById: async (given) => ({
    params: { invitationId: (await invitedToProject(given)).id },
    body: { roles: ['GROUP_DATA_ACCESS_ADMIN'] },
  }),
  deleteGroupInvite: async (given) => ({ params: { invitationId: (await invitedToProject(given)).id } }),
}
