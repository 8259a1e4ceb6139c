// Who may do what, written from the official roles and not from the code: what each operation requires, who has that,
// and what everybody else is told.
import { CALLER_NAMES, type CallerName } from './case-seed.ts'

export type Name = Exclude<CallerName, 'stranger'>

const EVERYBODY: readonly Name[] = CALLER_NAMES
/** They have roles in Project 0 alone, or none at all. */
const WITHOUT_ORG_ROLE: readonly Name[] = ['projectOwner', 'projectUserAdmin', 'nobody']
const ORG_READERS: readonly Name[] = ['owner', 'orgReader', 'streamAdmin']
/** An organization owner owns every project. */
const PROJECT_OWNERS: readonly Name[] = ['owner', 'projectOwner']
/** GROUP_USER_ADMIN is Cloud Manager's, and keeps its meaning in every dialect. */
const PROJECT_ACCESS_MANAGERS: readonly Name[] = [...PROJECT_OWNERS, 'projectUserAdmin', 'accessManager']

/** The callers of Project 0 and of Acme that fulfil each requirement, by the official description of the roles. */
const HOLDERS = {
  Nobody: EVERYBODY,
  'Any Role': EVERYBODY.filter((name) => name !== 'nobody'),
  'Organization Member': EVERYBODY.filter((name) => !WITHOUT_ORG_ROLE.includes(name)),
  'Organization Read Only': ORG_READERS,
  'Organization Owner': ['owner'],
  'Organization Project Creator': ['owner', 'groupCreator'],
  // Every project role includes reading, and the organization's readers read every project.
  'Project Read Only': [...PROJECT_ACCESS_MANAGERS, 'networkManager', 'projectReader', 'orgReader', 'streamAdmin'],
  'Project Network Access Manager': [...PROJECT_OWNERS, 'networkManager'],
  'Project Access Manager': PROJECT_ACCESS_MANAGERS,
  'Project Inviter': [...PROJECT_OWNERS, 'projectUserAdmin'],
  'Project Owner': PROJECT_OWNERS,
} as const satisfies Record<string, readonly Name[]>

type Requirement = keyof typeof HOLDERS

/** What the outcome of a call looks like: `2xx` without a code, anything else with its code. */
export interface Rule {
  readonly requires: Requirement
  /** What those are told who do not have it, and what on Cloud Manager where its words differ. */
  readonly refusal: string
  readonly cloudManagerRefusal?: string
  /** What those of them are told who have a role in the organization, where that differs. */
  readonly membersRefusal?: string
  /** What the owner of another organization is told. */
  readonly stranger: string
  /** What those are told who have it, unless it is a success. */
  readonly success?: string
  /** Whether nobody is asked for credentials. */
  readonly isPublic?: boolean
}

export const holdersOf = ({ requires }: Rule): readonly Name[] => HOLDERS[requires]

/** What a caller is told who does not have what the rule requires. */
export function refusalOf(rule: Rule, name: Name, isAtlas: boolean): string {
  const isMember = HOLDERS['Organization Member'].includes(name)
  if (isMember && rule.membersRefusal !== undefined) return rule.membersRefusal
  return isAtlas ? rule.refusal : (rule.cloudManagerRefusal ?? rule.refusal)
}

const UNAUTHORIZED = '401 USER_UNAUTHORIZED'
const NO_ORG = '404 ORG_NOT_FOUND'

const inOrg = (requires: Requirement, more: Partial<Rule> = {}): Rule => ({
  requires,
  refusal: UNAUTHORIZED,
  stranger: NO_ORG,
  ...more,
})
const inProject = (requires: Requirement, more: Partial<Rule> = {}): Rule => ({
  requires,
  refusal: UNAUTHORIZED,
  stranger: '404 GROUP_NOT_FOUND',
  ...more,
})
/** Shows each caller what is its own. */
const own = (stranger = '200'): Rule => ({ requires: 'Nobody', refusal: '', stranger })

const every = (rule: Rule, operations: readonly string[]): Readonly<Record<string, Rule>> =>
  Object.fromEntries(operations.map((operation) => [operation, rule]))

const ORG_INVITER = { cloudManagerRefusal: '401 NOT_ORG_USER_ADMIN' }
const PROJECT_INVITER = { cloudManagerRefusal: '401 NOT_GROUP_USER_ADMIN' }
/** A key's access list is the key's own affair, and its organization's owners'. */
const KEYS_OWN = { membersRefusal: '401 API_KEY_ACCESS_LIST_ACCESS_DENIED' }

const IN_ORGANIZATIONS: Readonly<Record<string, Rule>> = {
  ...every(inOrg('Organization Member'), [
    ...[
      'getOrg',
      'getOrgGroups',
      'getOrgSettings',
      'getOrgMailSettings',
      'listOrgEvents',
      'getOrgEvent',
      'listOrgUsers',
      'getOrgUser',
    ],
    ...['listOrgTeams', 'getOrgTeam', 'getOrgTeamByName', 'listOrgTeamUsers', 'listOrgApiKeys', 'getOrgApiKey'],
    ...['listOrgApiKeyAccessListEntries', 'getOrgApiKeyAccessListEntry'],
    ...['listOrgApiKeyWhitelistEntries', 'getOrgApiKeyWhitelistEntry'],
  ]),
  ...every(inOrg('Organization Read Only'), [
    ...['listOrgServiceAccounts', 'getOrgServiceAccount', 'getOrgServiceAccountGroups'],
    'listOrgServiceAccountAccessList',
  ]),
  ...every(inOrg('Organization Owner'), [
    ...['updateOrg', 'updateOrgSettings', 'updateOrgMailSettings', 'resendOrgUser', 'batchOrgUsers'],
    ...['createOrgUser', 'updateOrgUser', 'removeOrgUser', 'addOrgUserRole', 'removeOrgUserRole', 'updateOrgUserRoles'],
    ...['createOrgTeam', 'renameOrgTeam', 'deleteOrgTeam', 'addOrgTeamUsers', 'removeOrgTeamUserFromTeam'],
    ...['addOrgTeamUser', 'removeOrgTeamUser', 'createOrgApiKey', 'updateOrgApiKey', 'deleteOrgApiKey'],
    ...['createOrgServiceAccount', 'updateOrgServiceAccount', 'deleteOrgServiceAccount'],
    ...['createOrgServiceAccountSecret', 'deleteOrgServiceAccountSecret', 'createOrgServiceAccountAccessList'],
    'deleteOrgServiceAccountAccessListEntry',
  ]),
  ...every(inOrg('Organization Owner', ORG_INVITER), [
    ...['listOrgInvites', 'createOrgInvite', 'updateOrgInvites', 'getOrgInvite', 'updateOrgInviteById'],
    ...['deleteOrgInvite', 'resendOrgInvite', 'batchOrgInvites', 'listOrgInviteMails'],
  ]),
  ...every(inOrg('Organization Owner', KEYS_OWN), [
    ...['createOrgApiKeyAccessListEntry', 'deleteOrgApiKeyAccessListEntry'],
    ...['createOrgApiKeyWhitelistEntry', 'deleteOrgApiKeyWhitelistEntry'],
  ]),
  deleteOrg: inOrg('Organization Owner', { success: '409 ORG_NOT_EMPTY' }),
}

const IN_PROJECTS: Readonly<Record<string, Rule>> = {
  ...every(inProject('Project Read Only'), [
    ...['getGroup', 'getGroupSettings', 'listGroupLimits', 'getGroupLimit', 'getGroupIpAddresses', 'listClusters'],
    ...['getGroupManagedSlowMs', 'listGroupEvents', 'getGroupEvent', 'listGroupUsers', 'getGroupUser'],
    ...['listGroupTeams', 'getGroupTeam', 'listGroupApiKeys', 'listGroupServiceAccounts', 'getGroupServiceAccount'],
    ...['listGroupServiceAccountAccessList', 'listGroupAccessListEntries', 'getGroupAccessListEntry'],
    'getGroupAccessListStatus',
  ]),
  ...every(inProject('Project Owner'), [
    ...['updateGroup', 'deleteGroup', 'updateGroupSettings', 'setGroupLimit', 'deleteGroupLimit'],
    ...['enableGroupManagedSlowMs', 'disableGroupManagedSlowMs', 'addGroupAccessUser', 'updateGroupUserRoles'],
    ...['addGroupApiKey', 'createGroupServiceAccount', 'updateGroupServiceAccount', 'deleteGroupServiceAccount'],
    ...['createGroupServiceAccountSecret', 'deleteGroupServiceAccountSecret'],
  ]),
  ...every(inProject('Project Inviter', PROJECT_INVITER), [
    ...['listGroupInvites', 'createGroupInvite', 'updateGroupInvites', 'getGroupInvite', 'updateGroupInviteById'],
    ...['deleteGroupInvite', 'resendGroupInvite', 'batchGroupInvites', 'listGroupInviteMails'],
  ]),
  ...every(inProject('Project Access Manager'), [
    ...['addGroupUsers', 'setGroupUsersRoles', 'removeGroupUser', 'addGroupUserRole', 'removeGroupUserRole'],
    ...['resendGroupUser', 'batchGroupUsers', 'addGroupTeams', 'updateGroupTeam', 'removeGroupTeam'],
    ...['createGroupApiKey', 'updateGroupApiKeyRoles', 'removeGroupApiKey'],
    ...['createGroupServiceAccountAccessList', 'deleteGroupServiceAccountAccessListEntry'],
  ]),
  ...every(inProject('Project Network Access Manager'), ['createGroupAccessListEntry', 'deleteGroupAccessListEntry']),
  ...every(inProject('Organization Owner'), ['migrateGroup', 'inviteGroupServiceAccount']),
}

/** By operationId. */
export const RULES: Readonly<Record<string, Rule>> = {
  ...IN_ORGANIZATIONS,
  ...IN_PROJECTS,
  ...every(own(), ['getSystemStatus', 'listOrgs', 'listGroups', 'listRateLimits', 'getRateLimit']),
  listControlPlaneIpAddresses: { ...own(), isPublic: true },
  listEventTypes: { ...own(), requires: 'Any Role', refusal: UNAUTHORIZED },
  getUserByName: own('404 USERNAME_NOT_FOUND'),
  getUser: own('404 USER_NOT_FOUND'),
  createUser: inOrg('Organization Owner', ORG_INVITER),
  createOrg: inOrg('Organization Owner', { stranger: '404 USER_NOT_FOUND' }),
  createGroup: inOrg('Organization Project Creator', { refusal: '401 NOT_ORG_GROUP_CREATOR' }),
  getGroupByName: inProject('Project Read Only', { stranger: '404 GROUP_NAME_NOT_FOUND' }),
}
