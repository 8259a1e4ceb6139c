// API keys, service accounts and access lists.
import { ACME } from '../case-seed.ts'
import type { Given } from '../cases.ts'
import { newAccount, newEntry, newIpAddress, newKey, newProjectAccount, newProjectKey } from './makers.ts'
import type { Preparations, Prepared } from './preparation.ts'

const ofKey = async (given: Given): Promise<Prepared> => ({ params: { apiUserId: await newKey(given) } })
const ofProjectKey = async (given: Given): Promise<Prepared> => ({ params: { apiUserId: await newProjectKey(given) } })

async function ofKeysEntry(given: Given): Promise<Prepared> {
  const apiUserId = await newKey(given)
  const ipAddress = await newEntry(given, `/orgs/${ACME.id}/apiKeys/${apiUserId}/accessList`)
  return { params: { apiUserId, ipAddress } }
}

export const apiKeys: Preparations = {
  listOrgApiKeys: () => ({}),
  createOrgApiKey: (given) => ({ body: { desc: given.name(), roles: ['ORG_MEMBER'] } }),
  getOrgApiKey: ofKey,
  updateOrgApiKey: async (given) => ({ ...(await ofKey(given)), body: { desc: given.name() } }),
  deleteOrgApiKey: ofKey,
  listOrgApiKeyAccessListEntries: ofKey,
  createOrgApiKeyAccessListEntry: async (given) => ({
    ...(await ofKey(given)),
    body: [{ ipAddress: newIpAddress(given) }],
  }),
  getOrgApiKeyAccessListEntry: ofKeysEntry,
  deleteOrgApiKeyAccessListEntry: ofKeysEntry,
  listOrgApiKeyWhitelistEntries: ofKey,
  createOrgApiKeyWhitelistEntry: async (given) => ({
    ...(await ofKey(given)),
    body: [{ ipAddress: newIpAddress(given) }],
  }),
  getOrgApiKeyWhitelistEntry: ofKeysEntry,
  deleteOrgApiKeyWhitelistEntry: ofKeysEntry,
  listGroupApiKeys: () => ({}),
  createGroupApiKey: (given) => ({ body: { desc: given.name(), roles: ['GROUP_READ_ONLY'] } }),
  addGroupApiKey: async (given) => ({ ...(await ofKey(given)), body: [{ roles: ['GROUP_READ_ONLY'] }] }),
  updateGroupApiKeyRoles: async (given) => ({
    ...(await ofProjectKey(given)),
    body: { roles: ['GROUP_DATA_ACCESS_ADMIN'] },
  }),
  removeGroupApiKey: ofProjectKey,
}

type Making = (given: Given) => Promise<{ readonly clientId: string; readonly secretId: string }>

const ofAccount =
  (make: Making) =>
  async (given: Given): Promise<Prepared> => {
    const { clientId } = await make(given)
    return { params: { clientId } }
  }

const ofSecret =
  (make: Making) =>
  async (given: Given): Promise<Prepared> => ({ params: { ...(await make(given)) } })

const ofAccountsEntry =
  (make: Making, parent: string) =>
  async (given: Given): Promise<Prepared> => {
    const { clientId } = await make(given)
    const ipAddress = await newEntry(given, `${parent}/serviceAccounts/${clientId}/accessList`)
    return { params: { clientId, ipAddress } }
  }

const ofOrg = ofAccount(newAccount)
const ofProject = ofAccount(newProjectAccount)

const newServiceAccount = (given: Given, role: string): Prepared => ({
  body: { description: 'Made by a test', name: given.name(), roles: [role], secretExpiresAfterHours: 24 },
})

export const serviceAccounts: Preparations = {
  listOrgServiceAccounts: () => ({}),
  createOrgServiceAccount: (given) => newServiceAccount(given, 'ORG_MEMBER'),
  getOrgServiceAccount: ofOrg,
  updateOrgServiceAccount: async (given) => ({ ...(await ofOrg(given)), body: { name: given.name() } }),
  deleteOrgServiceAccount: ofOrg,
  getOrgServiceAccountGroups: ofOrg,
  createOrgServiceAccountSecret: async (given) => ({ ...(await ofOrg(given)), body: { secretExpiresAfterHours: 24 } }),
  deleteOrgServiceAccountSecret: ofSecret(newAccount),
  listOrgServiceAccountAccessList: ofOrg,
  createOrgServiceAccountAccessList: async (given) => ({
    ...(await ofOrg(given)),
    body: [{ ipAddress: newIpAddress(given) }],
  }),
  deleteOrgServiceAccountAccessListEntry: ofAccountsEntry(newAccount, `/orgs/${ACME.id}`),
  listGroupServiceAccounts: () => ({}),
  createGroupServiceAccount: (given) => newServiceAccount(given, 'GROUP_READ_ONLY'),
  getGroupServiceAccount: ofProject,
  updateGroupServiceAccount: async (given) => ({ ...(await ofProject(given)), body: { name: given.name() } }),
  deleteGroupServiceAccount: ofProject,
  createGroupServiceAccountSecret: async (given) => ({
    ...(await ofProject(given)),
    body: { secretExpiresAfterHours: 24 },
  }),
  deleteGroupServiceAccountSecret: ofSecret(newProjectAccount),
  listGroupServiceAccountAccessList: ofProject,
  createGroupServiceAccountAccessList: async (given) => ({
    ...(await ofProject(given)),
    body: [{ ipAddress: newIpAddress(given) }],
  }),
  deleteGroupServiceAccountAccessListEntry: ofAccountsEntry(newProjectAccount, `/groups/${ACME.project0}`),
  inviteGroupServiceAccount: async (given) => ({ ...(await ofOrg(given)), body: { roles: ['GROUP_READ_ONLY'] } }),
}

const PROJECT_LIST = `/groups/${ACME.project0}/accessList`

export const accessLists: Preparations = {
  listGroupAccessListEntries: () => ({}),
  createGroupAccessListEntry: (given) => ({ body: [{ ipAddress: newIpAddress(given) }] }),
  getGroupAccessListEntry: async (given) => ({ params: { entryValue: await newEntry(given, PROJECT_LIST) } }),
  deleteGroupAccessListEntry: async (given) => ({ params: { entryValue: await newEntry(given, PROJECT_LIST) } }),
  getGroupAccessListStatus: async (given) => ({ params: { entryValue: await newEntry(given, PROJECT_LIST) } }),
}
