// What no official document has: sending again, many at once, and the mails that follow.
import { invitedToOrg, invitedToProject } from '../cases.ts'
import { newInvitedUser, newInvitedUserOfProject } from './makers.ts'
import type { Preparations } from './preparation.ts'

export const extensions: Preparations = {
  resendOrgInvite: async (given) => ({ params: { invitationId: (await invitedToOrg(given)).id } }),
  resendGroupInvite: async (given) => ({ params: { invitationId: (await invitedToProject(given)).id } }),
  resendOrgUser: async (given) => ({ params: { userId: await newInvitedUser(given) } }),
  resendGroupUser: async (given) => ({ params: { userId: await newInvitedUserOfProject(given) } }),
  batchOrgInvites: (given) => ({ body: { invitations: [{ roles: ['ORG_MEMBER'], username: given.address() }] } }),
  batchGroupInvites: (given) => ({
    body: { invitations: [{ roles: ['GROUP_READ_ONLY'], username: given.address() }] },
  }),
  batchOrgUsers: (given) => ({
    body: { invitations: [{ roles: { orgRoles: ['ORG_MEMBER'] }, username: given.address() }] },
  }),
  batchGroupUsers: (given) => ({ body: { invitations: [{ roles: ['GROUP_READ_ONLY'], username: given.address() }] } }),
  getOrgMailSettings: () => ({}),
  updateOrgMailSettings: () => ({ body: { language: 'ko' } }),
  listOrgInviteMails: async (given) => ({ params: { invitationId: (await invitedToOrg(given)).id } }),
  listGroupInviteMails: async (given) => ({ params: { invitationId: (await invitedToProject(given)).id } }),
}
