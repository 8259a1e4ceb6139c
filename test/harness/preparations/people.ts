// People of the organization and of its projects, and teams.
import { ACME } from '../case-seed.ts'
import { newMember, newProjectMember, newProjectTeam, newTeam } from './makers.ts'
import type { Preparations } from './preparation.ts'

export const users: Preparations = {
  listOrgUsers: () => ({}),
  createOrgUser: (given) => ({ body: { roles: { orgRoles: ['ORG_MEMBER'] }, username: given.address() } }),
  getOrgUser: () => ({ params: { userId: ACME.member.id } }),
  updateOrgUser: async (given) => ({
    params: { userId: (await newMember(given)).id },
    body: { roles: { orgRoles: ['ORG_READ_ONLY'] } },
  }),
  removeOrgUser: async (given) => ({ params: { userId: (await newMember(given)).id } }),
  addOrgUserRole: async (given) => ({
    params: { userId: (await newMember(given)).id },
    body: { orgRole: 'ORG_READ_ONLY' },
  }),
  removeOrgUserRole: async (given) => ({
    params: { userId: (await newMember(given, ['ORG_MEMBER', 'ORG_READ_ONLY'])).id },
    body: { orgRole: 'ORG_READ_ONLY' },
  }),
  updateOrgUserRoles: async (given) => ({
    params: { userId: (await newMember(given)).id },
    body: { orgRoles: ['ORG_READ_ONLY'] },
  }),
  listGroupUsers: () => ({}),
  addGroupUsers: (given) => ({ body: { roles: ['GROUP_READ_ONLY'], username: given.address() } }),
  getGroupUser: async (given) => ({ params: { userId: (await newProjectMember(given)).id } }),
  removeGroupUser: async (given) => ({ params: { userId: (await newProjectMember(given)).id } }),
  addGroupUserRole: async (given) => ({
    params: { userId: (await newProjectMember(given)).id },
    body: { groupRole: 'GROUP_DATA_ACCESS_ADMIN' },
  }),
  removeGroupUserRole: async (given) => ({
    params: { userId: (await newProjectMember(given, ['GROUP_READ_ONLY', 'GROUP_DATA_ACCESS_ADMIN'])).id },
    body: { groupRole: 'GROUP_DATA_ACCESS_ADMIN' },
  }),
  updateGroupUserRoles: async (given) => ({
    params: { userId: (await newProjectMember(given)).id },
    body: { groupRoles: ['GROUP_DATA_ACCESS_ADMIN'] },
  }),
  setGroupUsersRoles: async (given) => ({
    body: [{ id: (await newMember(given)).id, roles: [{ roleName: 'GROUP_READ_ONLY' }] }],
  }),
  addGroupAccessUser: (given) => ({ body: { roles: ['GROUP_READ_ONLY'], username: given.address() } }),
  createUser: (given) => {
    const username = given.address()
    const name = { firstName: 'Ada', lastName: 'Example' }
    const contact = { country: 'DE', emailAddress: username, mobileNumber: '5551234567' }
    const roles = [{ orgId: ACME.id, roleName: 'ORG_MEMBER' }]
    return { body: { ...contact, ...name, password: 'a long enough pass phrase', roles, username } }
  },
  getUser: () => ({ params: { userId: ACME.member.id } }),
  getUserByName: () => ({ params: { userName: ACME.member.username } }),
}

export const teams: Preparations = {
  listOrgTeams: () => ({}),
  createOrgTeam: (given) => ({ body: { name: given.name(), usernames: [ACME.member.username] } }),
  getOrgTeam: () => ({ params: { teamId: ACME.team0 } }),
  getOrgTeamByName: () => ({ params: { teamName: 'Team 0' } }),
  renameOrgTeam: async (given) => ({ params: { teamId: await newTeam(given) }, body: { name: given.name() } }),
  deleteOrgTeam: async (given) => ({ params: { teamId: await newTeam(given) } }),
  listOrgTeamUsers: () => ({ params: { teamId: ACME.team0 } }),
  addOrgTeamUsers: async (given) => ({ params: { teamId: await newTeam(given) }, body: [{ id: ACME.member.id }] }),
  removeOrgTeamUserFromTeam: async (given) => ({
    params: { teamId: await newTeam(given), userId: ACME.teammate.id },
  }),
  addOrgTeamUser: async (given) => ({ params: { teamId: await newTeam(given) }, body: { id: ACME.member.id } }),
  removeOrgTeamUser: async (given) => ({ params: { teamId: await newTeam(given) }, body: { id: ACME.teammate.id } }),
  listGroupTeams: () => ({}),
  addGroupTeams: async (given) => ({ body: [{ roleNames: ['GROUP_READ_ONLY'], teamId: await newTeam(given) }] }),
  getGroupTeam: () => ({ params: { teamId: ACME.team0 } }),
  updateGroupTeam: async (given) => ({
    params: { teamId: await newProjectTeam(given) },
    body: { roleNames: ['GROUP_DATA_ACCESS_ADMIN'] },
  }),
  removeGroupTeam: async (given) => ({ params: { teamId: await newProjectTeam(given) } }),
}
