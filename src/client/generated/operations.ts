// Generated from the rows by `node tools/generate-client.ts`; edit those instead.
import type { Link, ListOperation, Operation, OperationMaker, Page } from '../operation.ts'

/** What addGroupAccessUser is sent. */
export interface AddGroupAccessUserBody {
  readonly roles: readonly string[]
  readonly username: string
}

/** What addGroupAccessUser asks for. */
export interface AddGroupAccessUserInput {
  readonly body: AddGroupAccessUserBody
  readonly groupId: string
  readonly language?: 'en' | 'pt-BR' | 'es' | 'ja' | 'ko' | 'zh-CN' | undefined
}

/** What addGroupApiKey is sent. */
export type AddGroupApiKeyBody = readonly {
  readonly roles?: readonly string[] | undefined
}[]

/** What addGroupApiKey asks for. */
export interface AddGroupApiKeyInput {
  readonly body: AddGroupApiKeyBody
  readonly apiUserId: string
  readonly groupId: string
}

/** What addGroupTeams is sent. */
export type AddGroupTeamsBody = readonly {
  readonly roleNames: readonly string[]
  readonly teamId: string
}[]

/** What addGroupTeams asks for. */
export interface AddGroupTeamsInput {
  readonly body: AddGroupTeamsBody
  readonly groupId: string
}

/** What addGroupUserRole is sent. */
export interface AddGroupUserRoleBody {
  readonly groupRole: string
}

/** What addGroupUserRole asks for. */
export interface AddGroupUserRoleInput {
  readonly body: AddGroupUserRoleBody
  readonly groupId: string
  readonly userId: string
}

/** What addGroupUsers is sent. */
export type AddGroupUsersBody = AddGroupAccessUserBody

/** What addGroupUsers asks for. */
export interface AddGroupUsersInput {
  readonly body: AddGroupUsersBody
  readonly groupId: string
  readonly language?: 'en' | 'pt-BR' | 'es' | 'ja' | 'ko' | 'zh-CN' | undefined
}

/** What addOrgTeamUser is sent. */
export interface AddOrgTeamUserBody {
  readonly id: string
}

/** What addOrgTeamUser asks for. */
export interface AddOrgTeamUserInput {
  readonly body: AddOrgTeamUserBody
  readonly orgId: string
  readonly teamId: string
}

/** What addOrgTeamUsers is sent. */
export type AddOrgTeamUsersBody = readonly {
  readonly id: string
}[]

/** What addOrgTeamUsers asks for. */
export interface AddOrgTeamUsersInput {
  readonly body: AddOrgTeamUsersBody
  readonly orgId: string
  readonly teamId: string
}

/** What addOrgUserRole is sent. */
export interface AddOrgUserRoleBody {
  readonly orgRole: string
}

/** What addOrgUserRole asks for. */
export interface AddOrgUserRoleInput {
  readonly body: AddOrgUserRoleBody
  readonly orgId: string
  readonly userId: string
}

/** As the API shows it. */
export interface ApiKey {
  readonly desc: string
  readonly id: string
  readonly links?: readonly Link[]
  readonly privateKey: string
  readonly publicKey: string
  readonly roles: readonly {
    readonly groupId?: string
    readonly orgId?: string
    readonly roleName: string
  }[]
}

/** As the API shows it. */
export interface ApiKeyAccessListEntry {
  readonly cidrBlock: string
  readonly count: number
  readonly created: string
  readonly ipAddress?: string
  readonly lastUsed?: string
  readonly lastUsedAddress?: string
  readonly links?: readonly Link[]
}

/** What batchGroupInvites is sent. */
export interface BatchGroupInvitesBody {
  readonly invitations: readonly {
    /** One of en, pt-BR, es, ja, ko, zh-CN. */
    readonly language?: string | undefined
    readonly roles: readonly string[]
    readonly username: string
  }[]
}

/** What batchGroupInvites asks for. */
export interface BatchGroupInvitesInput {
  readonly body: BatchGroupInvitesBody
  readonly groupId: string
  readonly idempotencyKey?: string | undefined
}

/** What batchGroupUsers is sent. */
export type BatchGroupUsersBody = BatchGroupInvitesBody

/** What batchGroupUsers asks for. */
export interface BatchGroupUsersInput {
  readonly body: BatchGroupUsersBody
  readonly groupId: string
  readonly idempotencyKey?: string | undefined
}

/** What batchOrgInvites is sent. */
export interface BatchOrgInvitesBody {
  readonly invitations: readonly {
    readonly groupRoleAssignments?: readonly {
      readonly groupId: string
      readonly roles: readonly string[]
    }[] | undefined
    /** One of en, pt-BR, es, ja, ko, zh-CN. */
    readonly language?: string | undefined
    readonly roles: readonly string[]
    readonly teamIds?: readonly string[] | undefined
    readonly username: string
  }[]
}

/** What batchOrgInvites asks for. */
export interface BatchOrgInvitesInput {
  readonly body: BatchOrgInvitesBody
  readonly idempotencyKey?: string | undefined
  readonly orgId: string
}

/** What batchOrgUsers is sent. */
export interface BatchOrgUsersBody {
  readonly invitations: readonly {
    /** One of en, pt-BR, es, ja, ko, zh-CN. */
    readonly language?: string | undefined
    readonly roles: {
      readonly groupRoleAssignments?: readonly {
        readonly groupId: string
        readonly groupRoles: readonly string[]
      }[] | undefined
      readonly orgRoles: readonly string[]
    }
    readonly teamIds?: readonly string[] | undefined
    readonly username: string
  }[]
}

/** What batchOrgUsers asks for. */
export interface BatchOrgUsersInput {
  readonly body: BatchOrgUsersBody
  readonly idempotencyKey?: string | undefined
  readonly orgId: string
}

/** As the API shows it. */
export interface ClientSecret {
  readonly createdAt: string
  readonly expiresAt: string
  readonly id: string
  readonly lastUsedAt: string | null
  readonly maskedSecretValue?: string
  readonly secret?: string
}

/** As the API shows it. */
export interface ControlPlane {
  readonly inbound: {
    readonly aws: Readonly<Record<string, never>>
    readonly azure: Readonly<Record<string, never>>
    readonly gcp: Readonly<Record<string, never>>
  }
  readonly outbound: {
    readonly aws: Readonly<Record<string, never>>
    readonly azure: Readonly<Record<string, never>>
    readonly gcp: Readonly<Record<string, never>>
  }
}

/** What createGroupAccessListEntry is sent. */
export type CreateGroupAccessListEntryBody = readonly {
  readonly awsSecurityGroup?: string | undefined
  readonly cidrBlock?: string | undefined
  readonly comment?: string | undefined
  readonly deleteAfterDate?: string | undefined
  readonly ipAddress?: string | undefined
}[]

/** What createGroupAccessListEntry asks for. */
export interface CreateGroupAccessListEntryInput {
  readonly body: CreateGroupAccessListEntryBody
  readonly groupId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly pageNum?: number | undefined
}

/** What createGroupApiKey is sent. */
export interface CreateGroupApiKeyBody {
  readonly desc: string
  readonly roles: readonly string[]
}

/** What createGroupApiKey asks for. */
export interface CreateGroupApiKeyInput {
  readonly body: CreateGroupApiKeyBody
  readonly groupId: string
}

/** What createGroup is sent. */
export interface CreateGroupBody {
  readonly clusterCount?: number | undefined
  readonly created?: string | undefined
  readonly id?: string | undefined
  readonly name: string
  readonly orgId: string
  readonly regionUsageRestrictions?: 'COMMERCIAL_FEDRAMP_REGIONS_ONLY' | 'GOV_REGIONS_ONLY' | undefined
  readonly tags?: readonly {
    readonly key: string
    readonly value: string
  }[] | undefined
  readonly withDefaultAlertsSettings?: boolean | undefined
}

/** What createGroup asks for. */
export interface CreateGroupInput {
  readonly body: CreateGroupBody
  readonly projectOwnerId?: string | undefined
}

/** What createGroupInvite is sent. */
export type CreateGroupInviteBody = AddGroupAccessUserBody

/** What createGroupInvite asks for. */
export interface CreateGroupInviteInput {
  readonly body: CreateGroupInviteBody
  readonly groupId: string
  readonly language?: 'en' | 'pt-BR' | 'es' | 'ja' | 'ko' | 'zh-CN' | undefined
}

/** What createGroupServiceAccountAccessList is sent. */
export type CreateGroupServiceAccountAccessListBody = readonly {
  readonly cidrBlock?: string | undefined
  readonly ipAddress?: string | undefined
}[]

/** What createGroupServiceAccountAccessList asks for. */
export interface CreateGroupServiceAccountAccessListInput {
  readonly body: CreateGroupServiceAccountAccessListBody
  readonly clientId: string
  readonly groupId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly pageNum?: number | undefined
}

/** What createGroupServiceAccount is sent. */
export interface CreateGroupServiceAccountBody {
  readonly description: string
  readonly name: string
  readonly roles: readonly string[]
  readonly secretExpiresAfterHours?: number | undefined
  readonly withoutInitialSecret?: boolean | undefined
}

/** What createGroupServiceAccount asks for. */
export interface CreateGroupServiceAccountInput {
  readonly body: CreateGroupServiceAccountBody
  readonly groupId: string
}

/** What createGroupServiceAccountSecret is sent. */
export interface CreateGroupServiceAccountSecretBody {
  readonly secretExpiresAfterHours: number
}

/** What createGroupServiceAccountSecret asks for. */
export interface CreateGroupServiceAccountSecretInput {
  readonly body: CreateGroupServiceAccountSecretBody
  readonly clientId: string
  readonly groupId: string
}

/** What createOrgApiKeyAccessListEntry is sent. */
export type CreateOrgApiKeyAccessListEntryBody = CreateGroupServiceAccountAccessListBody

/** What createOrgApiKeyAccessListEntry asks for. */
export interface CreateOrgApiKeyAccessListEntryInput {
  readonly body: CreateOrgApiKeyAccessListEntryBody
  readonly apiUserId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What createOrgApiKey is sent. */
export type CreateOrgApiKeyBody = CreateGroupApiKeyBody

/** What createOrgApiKey asks for. */
export interface CreateOrgApiKeyInput {
  readonly body: CreateOrgApiKeyBody
  readonly orgId: string
}

/** What createOrg is sent. */
export interface CreateOrgBody {
  readonly apiKey?: {
    readonly desc: string
    readonly roles: readonly string[]
  } | undefined
  readonly name: string
  readonly orgOwnerId?: string | undefined
  readonly serviceAccount?: {
    readonly description: string
    readonly name: string
    readonly roles: readonly string[]
    readonly secretExpiresAfterHours?: number | undefined
    readonly withoutInitialSecret?: boolean | undefined
  } | undefined
  readonly skipDefaultAlertsSettings?: boolean | undefined
}

/** What createOrg asks for. */
export interface CreateOrgInput {
  readonly body: CreateOrgBody
}

/** What createOrgInvite is sent. */
export interface CreateOrgInviteBody {
  readonly groupRoleAssignments?: readonly {
    readonly groupId: string
    readonly roles: readonly string[]
  }[] | undefined
  readonly roles: readonly string[]
  readonly teamIds?: readonly string[] | undefined
  readonly username: string
}

/** What createOrgInvite asks for. */
export interface CreateOrgInviteInput {
  readonly body: CreateOrgInviteBody
  readonly language?: 'en' | 'pt-BR' | 'es' | 'ja' | 'ko' | 'zh-CN' | undefined
  readonly orgId: string
}

/** What createOrgServiceAccountAccessList is sent. */
export type CreateOrgServiceAccountAccessListBody = CreateGroupServiceAccountAccessListBody

/** What createOrgServiceAccountAccessList asks for. */
export interface CreateOrgServiceAccountAccessListInput {
  readonly body: CreateOrgServiceAccountAccessListBody
  readonly clientId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What createOrgServiceAccount is sent. */
export type CreateOrgServiceAccountBody = CreateGroupServiceAccountBody

/** What createOrgServiceAccount asks for. */
export interface CreateOrgServiceAccountInput {
  readonly body: CreateOrgServiceAccountBody
  readonly orgId: string
}

/** What createOrgServiceAccountSecret is sent. */
export type CreateOrgServiceAccountSecretBody = CreateGroupServiceAccountSecretBody

/** What createOrgServiceAccountSecret asks for. */
export interface CreateOrgServiceAccountSecretInput {
  readonly body: CreateOrgServiceAccountSecretBody
  readonly clientId: string
  readonly orgId: string
}

/** What createOrgTeam is sent. */
export interface CreateOrgTeamBody {
  readonly id?: string | undefined
  readonly name: string
  readonly usernames?: readonly string[] | undefined
}

/** What createOrgTeam asks for. */
export interface CreateOrgTeamInput {
  readonly body: CreateOrgTeamBody
  readonly orgId: string
}

/** What createOrgUser is sent. */
export interface CreateOrgUserBody {
  readonly roles: {
    readonly groupRoleAssignments?: readonly {
      readonly groupId: string
      readonly groupRoles: readonly string[]
    }[] | undefined
    readonly orgRoles: readonly string[]
  }
  readonly teamIds?: readonly string[] | undefined
  readonly username: string
}

/** What createOrgUser asks for. */
export interface CreateOrgUserInput {
  readonly body: CreateOrgUserBody
  readonly language?: 'en' | 'pt-BR' | 'es' | 'ja' | 'ko' | 'zh-CN' | undefined
  readonly orgId: string
}

/** What createUser is sent. */
export interface CreateUserBody {
  readonly country?: string | undefined
  readonly createdAt?: string | undefined
  readonly emailAddress?: string | undefined
  readonly firstName: string
  readonly id?: string | undefined
  readonly lastAuth?: string | undefined
  readonly lastName: string
  readonly mobileNumber?: string | undefined
  readonly password: string
  readonly roles?: readonly {
    readonly groupId?: string | undefined
    readonly orgId?: string | undefined
    readonly roleName: string
  }[] | undefined
  readonly username: string
}

/** What createUser asks for. */
export interface CreateUserInput {
  readonly body: CreateUserBody
}

/** As the API shows it. */
export interface CreatedOrganization {
  readonly apiKey?: {
    readonly desc: string
    readonly id: string
    readonly links?: readonly Link[]
    readonly privateKey: string
    readonly publicKey: string
    readonly roles: readonly {
      readonly groupId?: string
      readonly orgId?: string
      readonly roleName: string
    }[]
  }
  readonly orgOwnerId: string
  readonly organization: {
    readonly id: string
    readonly isDeleted: boolean
    readonly links?: readonly Link[]
    readonly name: string
    readonly skipDefaultAlertsSettings: boolean
  }
  readonly serviceAccount?: {
    readonly clientId: string
    readonly createdAt: string
    readonly description: string
    readonly name: string
    readonly roles: readonly string[]
    readonly secrets: readonly {
      readonly createdAt: string
      readonly expiresAt: string
      readonly id: string
      readonly lastUsedAt: string | null
      readonly maskedSecretValue?: string
      readonly secret?: string
    }[]
  }
  readonly skipDefaultAlertsSettings: boolean
}

/** As the API shows it. */
export interface CreatedTeam {
  readonly id: string
  readonly links?: readonly Link[]
  readonly name: string
  readonly usernames: readonly string[]
}

/** What deleteGroupAccessListEntry asks for. */
export interface DeleteGroupAccessListEntryInput {
  readonly entryValue: string
  readonly groupId: string
}

/** What deleteGroup asks for. */
export interface DeleteGroupInput {
  readonly groupId: string
}

/** What deleteGroupInvite asks for. */
export interface DeleteGroupInviteInput {
  readonly groupId: string
  readonly invitationId: string
}

/** What deleteGroupLimit asks for. */
export interface DeleteGroupLimitInput {
  readonly groupId: string
  readonly limitName: string
}

/** What deleteGroupServiceAccountAccessListEntry asks for. */
export interface DeleteGroupServiceAccountAccessListEntryInput {
  readonly clientId: string
  readonly groupId: string
  readonly ipAddress: string
}

/** What deleteGroupServiceAccount asks for. */
export interface DeleteGroupServiceAccountInput {
  readonly clientId: string
  readonly groupId: string
}

/** What deleteGroupServiceAccountSecret asks for. */
export interface DeleteGroupServiceAccountSecretInput {
  readonly clientId: string
  readonly groupId: string
  readonly secretId: string
}

/** What deleteOrgApiKeyAccessListEntry asks for. */
export interface DeleteOrgApiKeyAccessListEntryInput {
  readonly apiUserId: string
  readonly ipAddress: string
  readonly orgId: string
}

/** What deleteOrgApiKey asks for. */
export interface DeleteOrgApiKeyInput {
  readonly apiUserId: string
  readonly orgId: string
}

/** What deleteOrg asks for. */
export interface DeleteOrgInput {
  readonly orgId: string
}

/** What deleteOrgInvite asks for. */
export interface DeleteOrgInviteInput {
  readonly invitationId: string
  readonly orgId: string
}

/** What deleteOrgServiceAccountAccessListEntry asks for. */
export interface DeleteOrgServiceAccountAccessListEntryInput {
  readonly clientId: string
  readonly ipAddress: string
  readonly orgId: string
}

/** What deleteOrgServiceAccount asks for. */
export interface DeleteOrgServiceAccountInput {
  readonly clientId: string
  readonly orgId: string
}

/** What deleteOrgServiceAccountSecret asks for. */
export interface DeleteOrgServiceAccountSecretInput {
  readonly clientId: string
  readonly orgId: string
  readonly secretId: string
}

/** What deleteOrgTeam asks for. */
export interface DeleteOrgTeamInput {
  readonly orgId: string
  readonly teamId: string
}

/** What disableGroupManagedSlowMs asks for. */
export type DisableGroupManagedSlowMsInput = DeleteGroupInput

/** As the API shows it. */
export type EmptyObject = Readonly<Record<string, never>>

/** What enableGroupManagedSlowMs asks for. */
export type EnableGroupManagedSlowMsInput = DeleteGroupInput

/** As the API shows it. */
export interface EventType {
  readonly alertable: boolean
  readonly description: string
  readonly eventType: 'ORG_CREATED' | 'ORG_RENAMED' | 'ORG_PUBLIC_API_ACCESS_LIST_REQUIRED' | 'ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_OPTIONAL' | 'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED' | 'CUSTOM_SESSION_TIMEOUT_MODIFIED' | 'ORG_EMPLOYEE_ACCESS_RESTRICTED' | 'ORG_EMPLOYEE_ACCESS_UNRESTRICTED' | 'ORG_SETTINGS_UPDATED' | 'OPERATIONS_CONTACT_MODIFIED' | 'SECURITY_CONTACT_MODIFIED' | 'GROUP_MOVED_FROM_ORG' | 'INVITED_TO_ORG' | 'ORG_INVITATION_DELETED' | 'JOINED_ORG' | 'REMOVED_FROM_ORG' | 'USER_ROLES_CHANGED_AUDIT' | 'INVITED_TO_TEAM' | 'JOINED_TEAM' | 'REMOVED_FROM_TEAM' | 'INVITED_TO_GROUP' | 'GROUP_INVITATION_DELETED' | 'JOINED_GROUP' | 'REMOVED_FROM_GROUP' | 'GROUP_CREATED' | 'GROUP_DELETED' | 'GROUP_MOVED' | 'GROUP_NAME_CHANGED' | 'GROUP_DEFAULT_ALERTS_SETTINGS_CHANGED' | 'PROJECT_LIMIT_UPDATED' | 'DATA_EXPLORER_ENABLED' | 'DATA_EXPLORER_DISABLED' | 'PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED' | 'PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED' | 'GROUP_TAGS_MODIFIED' | 'TEAM_CREATED' | 'TEAM_DELETED' | 'TEAM_NAME_CHANGED' | 'TEAM_ADDED_TO_GROUP' | 'TEAM_REMOVED_FROM_GROUP' | 'TEAM_ROLES_MODIFIED' | 'API_KEY_CREATED' | 'API_KEY_DELETED' | 'API_KEY_ROLES_CHANGED' | 'API_KEY_DESCRIPTION_CHANGED' | 'API_KEY_ADDED_TO_GROUP' | 'API_KEY_REMOVED_FROM_GROUP' | 'API_KEY_ACCESS_LIST_ENTRY_ADDED' | 'API_KEY_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_CREATED' | 'SERVICE_ACCOUNT_DELETED' | 'SERVICE_ACCOUNT_ROLES_CHANGED' | 'SERVICE_ACCOUNT_DETAILS_CHANGED' | 'SERVICE_ACCOUNT_ADDED_TO_GROUP' | 'SERVICE_ACCOUNT_REMOVED_FROM_GROUP' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_SECRET_ADDED' | 'SERVICE_ACCOUNT_SECRET_DELETED' | 'NETWORK_PERMISSION_ENTRY_ADDED' | 'NETWORK_PERMISSION_ENTRY_REMOVED' | 'NETWORK_PERMISSION_ENTRY_UPDATED'
}

/** As the API shows it. */
export type Flag = boolean

/** What getGroupAccessListEntry asks for. */
export type GetGroupAccessListEntryInput = DeleteGroupAccessListEntryInput

/** What getGroupAccessListStatus asks for. */
export type GetGroupAccessListStatusInput = DeleteGroupAccessListEntryInput

/** What getGroupByName asks for. */
export interface GetGroupByNameInput {
  readonly groupName: string
}

/** What getGroupEvent asks for. */
export interface GetGroupEventInput {
  readonly eventId: string
  readonly groupId: string
  readonly includeRaw?: boolean | undefined
}

/** What getGroup asks for. */
export type GetGroupInput = DeleteGroupInput

/** What getGroupInvite asks for. */
export type GetGroupInviteInput = DeleteGroupInviteInput

/** What getGroupIpAddresses asks for. */
export type GetGroupIpAddressesInput = DeleteGroupInput

/** What getGroupLimit asks for. */
export type GetGroupLimitInput = DeleteGroupLimitInput

/** What getGroupManagedSlowMs asks for. */
export type GetGroupManagedSlowMsInput = DeleteGroupInput

/** What getGroupServiceAccount asks for. */
export type GetGroupServiceAccountInput = DeleteGroupServiceAccountInput

/** What getGroupSettings asks for. */
export type GetGroupSettingsInput = DeleteGroupInput

/** What getGroupTeam asks for. */
export interface GetGroupTeamInput {
  readonly groupId: string
  readonly teamId: string
}

/** What getGroupUser asks for. */
export interface GetGroupUserInput {
  readonly groupId: string
  readonly orgMembershipStatuses?: readonly ('ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED')[] | undefined
  readonly userId: string
}

/** What getOrgApiKeyAccessListEntry asks for. */
export type GetOrgApiKeyAccessListEntryInput = DeleteOrgApiKeyAccessListEntryInput

/** What getOrgApiKey asks for. */
export type GetOrgApiKeyInput = DeleteOrgApiKeyInput

/** What getOrgEvent asks for. */
export interface GetOrgEventInput {
  readonly eventId: string
  readonly includeRaw?: boolean | undefined
  readonly orgId: string
}

/** What getOrgGroups asks for. */
export interface GetOrgGroupsInput {
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly name?: string | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What getOrg asks for. */
export type GetOrgInput = DeleteOrgInput

/** What getOrgInvite asks for. */
export type GetOrgInviteInput = DeleteOrgInviteInput

/** What getOrgMailSettings asks for. */
export type GetOrgMailSettingsInput = DeleteOrgInput

/** What getOrgServiceAccountGroups asks for. */
export interface GetOrgServiceAccountGroupsInput {
  readonly clientId: string
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What getOrgServiceAccount asks for. */
export type GetOrgServiceAccountInput = DeleteOrgServiceAccountInput

/** What getOrgSettings asks for. */
export type GetOrgSettingsInput = DeleteOrgInput

/** What getOrgTeamByName asks for. */
export interface GetOrgTeamByNameInput {
  readonly orgId: string
  readonly teamName: string
}

/** What getOrgTeam asks for. */
export type GetOrgTeamInput = DeleteOrgTeamInput

/** What getOrgUser asks for. */
export interface GetOrgUserInput {
  readonly orgId: string
  readonly orgMembershipStatuses?: readonly ('ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED')[] | undefined
  readonly userId: string
}

/** What getRateLimit asks for. */
export interface GetRateLimitInput {
  readonly endpointSetId: string
  readonly groupId?: string | undefined
  readonly ipAddress?: string | undefined
  readonly orgId?: string | undefined
  readonly userId?: string | undefined
}

/** What getUserByName asks for. */
export interface GetUserByNameInput {
  readonly userName: string
}

/** What getUser asks for. */
export interface GetUserInput {
  readonly userId: string
}

/** As the API shows it. */
export interface GroupRoles {
  readonly groupRoles: readonly string[]
  readonly links?: readonly Link[]
}

/** As the API shows it. */
export type GroupUser = {
  readonly country: string
  readonly createdAt: string
  readonly firstName: string
  readonly id: string
  readonly lastAuth?: string
  readonly lastName: string
  readonly mobileNumber: null
  readonly orgMembershipStatus: 'ACTIVE'
  readonly roles: readonly string[]
  readonly username: string
} | {
  readonly id: string
  readonly invitationCreatedAt: string
  readonly invitationExpiresAt: string | null
  readonly inviterUsername: string
  readonly orgMembershipStatus: 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED'
  readonly roles: readonly string[]
  readonly username: string
}

/** As the API shows it. */
export interface GroupUserBatch {
  readonly results: readonly ({
    readonly status: number
    readonly user: {
      readonly country: string
      readonly createdAt: string
      readonly firstName: string
      readonly id: string
      readonly lastAuth?: string
      readonly lastName: string
      readonly mobileNumber: null
      readonly orgMembershipStatus: 'ACTIVE'
      readonly roles: readonly string[]
      readonly username: string
    } | {
      readonly id: string
      readonly invitationCreatedAt: string
      readonly invitationExpiresAt: string | null
      readonly inviterUsername: string
      readonly orgMembershipStatus: 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED'
      readonly roles: readonly string[]
      readonly username: string
    }
  } | {
    readonly error: {
      readonly badRequestDetail?: unknown
      readonly detail: string
      readonly error: number
      readonly errorCode: string
      readonly parameters?: readonly unknown[] | null
      readonly reason: string
    }
    readonly status: number
  })[]
}

/** As the API shows it. */
export interface InvitationMail {
  readonly attempts: number
  readonly createdAt: string
  readonly dueAt: string | null
  readonly failure: string | null
  readonly id: string
  readonly kind: 'INVITATION' | 'REMINDER'
  readonly sentAt: string | null
  readonly status: 'WAITING' | 'SENT' | 'FAILED' | 'DROPPED'
}

/** What inviteGroupServiceAccount is sent. */
export interface InviteGroupServiceAccountBody {
  readonly roles: readonly string[]
}

/** What inviteGroupServiceAccount asks for. */
export interface InviteGroupServiceAccountInput {
  readonly body: InviteGroupServiceAccountBody
  readonly clientId: string
  readonly groupId: string
}

/** What listClusters asks for. */
export interface ListClustersInput {
  readonly groupId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly pageNum?: number | undefined
}

/** What listEventTypes asks for. */
export interface ListEventTypesInput {
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly pageNum?: number | undefined
}

/** What listGroupAccessListEntries asks for. */
export type ListGroupAccessListEntriesInput = ListClustersInput

/** What listGroupApiKeys asks for. */
export type ListGroupApiKeysInput = ListClustersInput

/** What listGroupEvents asks for. */
export interface ListGroupEventsInput {
  readonly clusterNames?: readonly string[] | undefined
  readonly eventType?: readonly ('ORG_CREATED' | 'ORG_RENAMED' | 'ORG_PUBLIC_API_ACCESS_LIST_REQUIRED' | 'ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_OPTIONAL' | 'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED' | 'CUSTOM_SESSION_TIMEOUT_MODIFIED' | 'ORG_EMPLOYEE_ACCESS_RESTRICTED' | 'ORG_EMPLOYEE_ACCESS_UNRESTRICTED' | 'ORG_SETTINGS_UPDATED' | 'OPERATIONS_CONTACT_MODIFIED' | 'SECURITY_CONTACT_MODIFIED' | 'GROUP_MOVED_FROM_ORG' | 'INVITED_TO_ORG' | 'ORG_INVITATION_DELETED' | 'JOINED_ORG' | 'REMOVED_FROM_ORG' | 'USER_ROLES_CHANGED_AUDIT' | 'INVITED_TO_TEAM' | 'JOINED_TEAM' | 'REMOVED_FROM_TEAM' | 'INVITED_TO_GROUP' | 'GROUP_INVITATION_DELETED' | 'JOINED_GROUP' | 'REMOVED_FROM_GROUP' | 'GROUP_CREATED' | 'GROUP_DELETED' | 'GROUP_MOVED' | 'GROUP_NAME_CHANGED' | 'GROUP_DEFAULT_ALERTS_SETTINGS_CHANGED' | 'PROJECT_LIMIT_UPDATED' | 'DATA_EXPLORER_ENABLED' | 'DATA_EXPLORER_DISABLED' | 'PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED' | 'PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED' | 'GROUP_TAGS_MODIFIED' | 'TEAM_CREATED' | 'TEAM_DELETED' | 'TEAM_NAME_CHANGED' | 'TEAM_ADDED_TO_GROUP' | 'TEAM_REMOVED_FROM_GROUP' | 'TEAM_ROLES_MODIFIED' | 'API_KEY_CREATED' | 'API_KEY_DELETED' | 'API_KEY_ROLES_CHANGED' | 'API_KEY_DESCRIPTION_CHANGED' | 'API_KEY_ADDED_TO_GROUP' | 'API_KEY_REMOVED_FROM_GROUP' | 'API_KEY_ACCESS_LIST_ENTRY_ADDED' | 'API_KEY_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_CREATED' | 'SERVICE_ACCOUNT_DELETED' | 'SERVICE_ACCOUNT_ROLES_CHANGED' | 'SERVICE_ACCOUNT_DETAILS_CHANGED' | 'SERVICE_ACCOUNT_ADDED_TO_GROUP' | 'SERVICE_ACCOUNT_REMOVED_FROM_GROUP' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_SECRET_ADDED' | 'SERVICE_ACCOUNT_SECRET_DELETED' | 'NETWORK_PERMISSION_ENTRY_ADDED' | 'NETWORK_PERMISSION_ENTRY_REMOVED' | 'NETWORK_PERMISSION_ENTRY_UPDATED')[] | undefined
  readonly excludedEventType?: readonly ('ORG_CREATED' | 'ORG_RENAMED' | 'ORG_PUBLIC_API_ACCESS_LIST_REQUIRED' | 'ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_OPTIONAL' | 'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED' | 'CUSTOM_SESSION_TIMEOUT_MODIFIED' | 'ORG_EMPLOYEE_ACCESS_RESTRICTED' | 'ORG_EMPLOYEE_ACCESS_UNRESTRICTED' | 'ORG_SETTINGS_UPDATED' | 'OPERATIONS_CONTACT_MODIFIED' | 'SECURITY_CONTACT_MODIFIED' | 'GROUP_MOVED_FROM_ORG' | 'INVITED_TO_ORG' | 'ORG_INVITATION_DELETED' | 'JOINED_ORG' | 'REMOVED_FROM_ORG' | 'USER_ROLES_CHANGED_AUDIT' | 'INVITED_TO_TEAM' | 'JOINED_TEAM' | 'REMOVED_FROM_TEAM' | 'INVITED_TO_GROUP' | 'GROUP_INVITATION_DELETED' | 'JOINED_GROUP' | 'REMOVED_FROM_GROUP' | 'GROUP_CREATED' | 'GROUP_DELETED' | 'GROUP_MOVED' | 'GROUP_NAME_CHANGED' | 'GROUP_DEFAULT_ALERTS_SETTINGS_CHANGED' | 'PROJECT_LIMIT_UPDATED' | 'DATA_EXPLORER_ENABLED' | 'DATA_EXPLORER_DISABLED' | 'PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED' | 'PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED' | 'GROUP_TAGS_MODIFIED' | 'TEAM_CREATED' | 'TEAM_DELETED' | 'TEAM_NAME_CHANGED' | 'TEAM_ADDED_TO_GROUP' | 'TEAM_REMOVED_FROM_GROUP' | 'TEAM_ROLES_MODIFIED' | 'API_KEY_CREATED' | 'API_KEY_DELETED' | 'API_KEY_ROLES_CHANGED' | 'API_KEY_DESCRIPTION_CHANGED' | 'API_KEY_ADDED_TO_GROUP' | 'API_KEY_REMOVED_FROM_GROUP' | 'API_KEY_ACCESS_LIST_ENTRY_ADDED' | 'API_KEY_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_CREATED' | 'SERVICE_ACCOUNT_DELETED' | 'SERVICE_ACCOUNT_ROLES_CHANGED' | 'SERVICE_ACCOUNT_DETAILS_CHANGED' | 'SERVICE_ACCOUNT_ADDED_TO_GROUP' | 'SERVICE_ACCOUNT_REMOVED_FROM_GROUP' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_SECRET_ADDED' | 'SERVICE_ACCOUNT_SECRET_DELETED' | 'NETWORK_PERMISSION_ENTRY_ADDED' | 'NETWORK_PERMISSION_ENTRY_REMOVED' | 'NETWORK_PERMISSION_ENTRY_UPDATED')[] | undefined
  readonly groupId: string
  readonly includeCount?: boolean | undefined
  readonly includeRaw?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly maxDate?: string | undefined
  readonly minDate?: string | undefined
  readonly pageNum?: number | undefined
}

/** What listGroupInviteMails asks for. */
export type ListGroupInviteMailsInput = DeleteGroupInviteInput

/** What listGroupInvites asks for. */
export interface ListGroupInvitesInput {
  readonly groupId: string
  readonly username?: string | undefined
}

/** What listGroupLimits asks for. */
export type ListGroupLimitsInput = DeleteGroupInput

/** What listGroupServiceAccountAccessList asks for. */
export interface ListGroupServiceAccountAccessListInput {
  readonly clientId: string
  readonly groupId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly pageNum?: number | undefined
}

/** What listGroupServiceAccounts asks for. */
export interface ListGroupServiceAccountsInput {
  readonly groupId: string
  readonly includeSystemManaged?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly pageNum?: number | undefined
}

/** What listGroupTeams asks for. */
export type ListGroupTeamsInput = ListClustersInput

/** What listGroupUsers asks for. */
export interface ListGroupUsersInput {
  readonly flattenTeams?: boolean | undefined
  readonly groupId: string
  readonly includeCount?: boolean | undefined
  readonly includeOrgUsers?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly orgMembershipStatus?: 'ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED' | undefined
  readonly orgMembershipStatuses?: readonly ('ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED')[] | undefined
  readonly pageNum?: number | undefined
  readonly username?: string | undefined
}

/** What listGroups asks for. */
export type ListGroupsInput = ListEventTypesInput

/** What listOrgApiKeyAccessListEntries asks for. */
export interface ListOrgApiKeyAccessListEntriesInput {
  readonly apiUserId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What listOrgApiKeys asks for. */
export interface ListOrgApiKeysInput {
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What listOrgEvents asks for. */
export interface ListOrgEventsInput {
  readonly eventType?: readonly ('ORG_CREATED' | 'ORG_RENAMED' | 'ORG_PUBLIC_API_ACCESS_LIST_REQUIRED' | 'ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_OPTIONAL' | 'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED' | 'CUSTOM_SESSION_TIMEOUT_MODIFIED' | 'ORG_EMPLOYEE_ACCESS_RESTRICTED' | 'ORG_EMPLOYEE_ACCESS_UNRESTRICTED' | 'ORG_SETTINGS_UPDATED' | 'OPERATIONS_CONTACT_MODIFIED' | 'SECURITY_CONTACT_MODIFIED' | 'GROUP_MOVED_FROM_ORG' | 'INVITED_TO_ORG' | 'ORG_INVITATION_DELETED' | 'JOINED_ORG' | 'REMOVED_FROM_ORG' | 'USER_ROLES_CHANGED_AUDIT' | 'INVITED_TO_TEAM' | 'JOINED_TEAM' | 'REMOVED_FROM_TEAM' | 'INVITED_TO_GROUP' | 'GROUP_INVITATION_DELETED' | 'JOINED_GROUP' | 'REMOVED_FROM_GROUP' | 'GROUP_CREATED' | 'GROUP_DELETED' | 'GROUP_MOVED' | 'GROUP_NAME_CHANGED' | 'GROUP_DEFAULT_ALERTS_SETTINGS_CHANGED' | 'PROJECT_LIMIT_UPDATED' | 'DATA_EXPLORER_ENABLED' | 'DATA_EXPLORER_DISABLED' | 'PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED' | 'PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED' | 'GROUP_TAGS_MODIFIED' | 'TEAM_CREATED' | 'TEAM_DELETED' | 'TEAM_NAME_CHANGED' | 'TEAM_ADDED_TO_GROUP' | 'TEAM_REMOVED_FROM_GROUP' | 'TEAM_ROLES_MODIFIED' | 'API_KEY_CREATED' | 'API_KEY_DELETED' | 'API_KEY_ROLES_CHANGED' | 'API_KEY_DESCRIPTION_CHANGED' | 'API_KEY_ADDED_TO_GROUP' | 'API_KEY_REMOVED_FROM_GROUP' | 'API_KEY_ACCESS_LIST_ENTRY_ADDED' | 'API_KEY_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_CREATED' | 'SERVICE_ACCOUNT_DELETED' | 'SERVICE_ACCOUNT_ROLES_CHANGED' | 'SERVICE_ACCOUNT_DETAILS_CHANGED' | 'SERVICE_ACCOUNT_ADDED_TO_GROUP' | 'SERVICE_ACCOUNT_REMOVED_FROM_GROUP' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_SECRET_ADDED' | 'SERVICE_ACCOUNT_SECRET_DELETED' | 'NETWORK_PERMISSION_ENTRY_ADDED' | 'NETWORK_PERMISSION_ENTRY_REMOVED' | 'NETWORK_PERMISSION_ENTRY_UPDATED')[] | undefined
  readonly includeCount?: boolean | undefined
  readonly includeRaw?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly maxDate?: string | undefined
  readonly minDate?: string | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What listOrgInviteMails asks for. */
export type ListOrgInviteMailsInput = DeleteOrgInviteInput

/** What listOrgInvites asks for. */
export interface ListOrgInvitesInput {
  readonly orgId: string
  readonly username?: string | undefined
}

/** What listOrgServiceAccountAccessList asks for. */
export interface ListOrgServiceAccountAccessListInput {
  readonly clientId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What listOrgServiceAccounts asks for. */
export interface ListOrgServiceAccountsInput {
  readonly includeSystemManaged?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly pageNum?: number | undefined
}

/** What listOrgTeamUsers asks for. */
export interface ListOrgTeamUsersInput {
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly orgMembershipStatus?: 'ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED' | undefined
  readonly orgMembershipStatuses?: readonly ('ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED')[] | undefined
  readonly pageNum?: number | undefined
  readonly teamId: string
  readonly userId?: string | undefined
  readonly username?: string | undefined
}

/** What listOrgTeams asks for. */
export type ListOrgTeamsInput = ListOrgApiKeysInput

/** What listOrgUsers asks for. */
export interface ListOrgUsersInput {
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly orgId: string
  readonly orgMembershipStatus?: 'ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED' | undefined
  readonly orgMembershipStatuses?: readonly ('ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED')[] | undefined
  readonly pageNum?: number | undefined
  readonly username?: string | undefined
}

/** What listOrgs asks for. */
export interface ListOrgsInput {
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly name?: string | undefined
  readonly pageNum?: number | undefined
}

/** What listRateLimits asks for. */
export interface ListRateLimitsInput {
  readonly endpointPath?: string | undefined
  readonly groupId?: string | undefined
  readonly ipAddress?: string | undefined
  readonly itemsPerPage?: number | undefined
  readonly name?: string | undefined
  readonly orgId?: string | undefined
  readonly pageNum?: number | undefined
  readonly userId?: string | undefined
}

/** As the API shows it. */
export interface ListedOrganization {
  readonly id: string
  readonly isDeleted: boolean
  readonly links?: readonly Link[]
  readonly name: string
  readonly skipDefaultAlertsSettings: boolean
}

/** As the API shows it. */
export interface ListedProject {
  readonly clusterCount: number
  readonly created: string
  readonly id: string
  readonly links?: readonly Link[]
  readonly name: string
  readonly orgId: string
  readonly regionUsageRestrictions?: 'COMMERCIAL_FEDRAMP_REGIONS_ONLY' | 'GOV_REGIONS_ONLY'
  readonly tags: readonly {
    readonly key: string
    readonly value: string
  }[]
  readonly withDefaultAlertsSettings: boolean
}

/** As the API shows it. */
export interface MailSettings {
  readonly language: 'en' | 'pt-BR' | 'es' | 'ja' | 'ko' | 'zh-CN' | null
}

/** What migrateGroup is sent. */
export interface MigrateGroupBody {
  readonly destinationOrgId: string
  readonly destinationOrgPrivateApiKey?: string | undefined
  readonly destinationOrgPublicApiKey?: string | undefined
}

/** What migrateGroup asks for. */
export interface MigrateGroupInput {
  readonly body: MigrateGroupBody
  readonly groupId: string
}

/** As the API shows it. */
export interface NetworkEntry {
  readonly awsSecurityGroup?: string
  readonly cidrBlock?: string
  readonly comment?: string
  readonly deleteAfterDate?: string
  readonly groupId: string
  readonly ipAddress?: string
  readonly links?: readonly Link[]
}

/** As the API shows it. */
export interface NetworkEntryStatus {
  readonly STATUS: 'ACTIVE'
}

/** As the API shows it. */
export interface OrgEvent {
  readonly apiKeyId?: string
  readonly created: string
  readonly eventTypeName: 'ORG_CREATED' | 'ORG_RENAMED' | 'ORG_PUBLIC_API_ACCESS_LIST_REQUIRED' | 'ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_OPTIONAL' | 'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED' | 'CUSTOM_SESSION_TIMEOUT_MODIFIED' | 'ORG_EMPLOYEE_ACCESS_RESTRICTED' | 'ORG_EMPLOYEE_ACCESS_UNRESTRICTED' | 'ORG_SETTINGS_UPDATED' | 'OPERATIONS_CONTACT_MODIFIED' | 'SECURITY_CONTACT_MODIFIED' | 'GROUP_MOVED_FROM_ORG' | 'INVITED_TO_ORG' | 'ORG_INVITATION_DELETED' | 'JOINED_ORG' | 'REMOVED_FROM_ORG' | 'USER_ROLES_CHANGED_AUDIT' | 'INVITED_TO_TEAM' | 'JOINED_TEAM' | 'REMOVED_FROM_TEAM' | 'INVITED_TO_GROUP' | 'GROUP_INVITATION_DELETED' | 'JOINED_GROUP' | 'REMOVED_FROM_GROUP' | 'GROUP_CREATED' | 'GROUP_DELETED' | 'GROUP_MOVED' | 'GROUP_NAME_CHANGED' | 'GROUP_DEFAULT_ALERTS_SETTINGS_CHANGED' | 'PROJECT_LIMIT_UPDATED' | 'DATA_EXPLORER_ENABLED' | 'DATA_EXPLORER_DISABLED' | 'PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED' | 'PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED' | 'GROUP_TAGS_MODIFIED' | 'TEAM_CREATED' | 'TEAM_DELETED' | 'TEAM_NAME_CHANGED' | 'TEAM_ADDED_TO_GROUP' | 'TEAM_REMOVED_FROM_GROUP' | 'TEAM_ROLES_MODIFIED' | 'API_KEY_CREATED' | 'API_KEY_DELETED' | 'API_KEY_ROLES_CHANGED' | 'API_KEY_DESCRIPTION_CHANGED' | 'API_KEY_ADDED_TO_GROUP' | 'API_KEY_REMOVED_FROM_GROUP' | 'API_KEY_ACCESS_LIST_ENTRY_ADDED' | 'API_KEY_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_CREATED' | 'SERVICE_ACCOUNT_DELETED' | 'SERVICE_ACCOUNT_ROLES_CHANGED' | 'SERVICE_ACCOUNT_DETAILS_CHANGED' | 'SERVICE_ACCOUNT_ADDED_TO_GROUP' | 'SERVICE_ACCOUNT_REMOVED_FROM_GROUP' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_SECRET_ADDED' | 'SERVICE_ACCOUNT_SECRET_DELETED' | 'NETWORK_PERMISSION_ENTRY_ADDED' | 'NETWORK_PERMISSION_ENTRY_REMOVED' | 'NETWORK_PERMISSION_ENTRY_UPDATED'
  readonly groupId?: string
  readonly id: string
  readonly isGlobalAdmin: boolean
  readonly links?: readonly Link[]
  readonly orgId: string
  readonly publicKey?: string
  readonly raw?: {
    readonly _t: 'AUDIT'
    readonly cid?: string
    readonly cre: string
    readonly description: string
    readonly id: string
    readonly orgId: string
    readonly severity: 'INFO'
  }
  readonly remoteAddress?: string
  readonly resourceId?: string
  readonly resourceType?: 'project'
  readonly targetPublicKey?: string
  readonly targetUsername?: string
  readonly teamId?: string
  readonly userId?: string
  readonly username?: string
  readonly whitelistEntry?: string
}

/** As the API shows it. */
export interface OrgInvitation {
  readonly createdAt: string
  readonly expiresAt: string
  readonly groupRoleAssignments: readonly {
    readonly groupId: string
    readonly groupRole: string
  }[]
  readonly id: string
  readonly inviterUsername: string
  readonly links?: readonly Link[]
  readonly orgId: string
  readonly orgName: string
  readonly roles: readonly string[]
  readonly teamIds: readonly string[]
  readonly username: string
}

/** As the API shows it. */
export interface OrgInvitationBatch {
  readonly results: readonly ({
    readonly invitation: {
      readonly createdAt: string
      readonly expiresAt: string
      readonly groupRoleAssignments: readonly {
        readonly groupId: string
        readonly groupRole: string
      }[]
      readonly id: string
      readonly inviterUsername: string
      readonly links?: readonly Link[]
      readonly orgId: string
      readonly orgName: string
      readonly roles: readonly string[]
      readonly teamIds: readonly string[]
      readonly username: string
    }
    readonly status: number
  } | {
    readonly error: {
      readonly badRequestDetail?: unknown
      readonly detail: string
      readonly error: number
      readonly errorCode: string
      readonly parameters?: readonly unknown[] | null
      readonly reason: string
    }
    readonly status: number
  })[]
}

/** As the API shows it. */
export interface OrgRoles {
  readonly links?: readonly Link[]
  readonly orgRoles: readonly string[]
}

/** As the API shows it. */
export type OrgUser = {
  readonly country: string
  readonly createdAt: string
  readonly firstName: string
  readonly id: string
  readonly lastAuth?: string
  readonly lastName: string
  readonly mobileNumber: null
  readonly orgMembershipStatus: 'ACTIVE'
  readonly roles: {
    readonly groupRoleAssignments: readonly {
      readonly groupId: string
      readonly groupRoles: readonly string[]
    }[]
    readonly orgRoles: readonly string[]
  }
  readonly teamIds: readonly string[]
  readonly username: string
} | {
  readonly id: string
  readonly invitationCreatedAt: string
  readonly invitationExpiresAt: string | null
  readonly inviterUsername: string
  readonly orgMembershipStatus: 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED'
  readonly roles: {
    readonly groupRoleAssignments: readonly {
      readonly groupId: string
      readonly groupRoles: readonly string[]
    }[]
    readonly orgRoles: readonly string[]
  }
  readonly teamIds: readonly string[]
  readonly username: string
}

/** As the API shows it. */
export interface OrgUserBatch {
  readonly results: readonly ({
    readonly status: number
    readonly user: {
      readonly country: string
      readonly createdAt: string
      readonly firstName: string
      readonly id: string
      readonly lastAuth?: string
      readonly lastName: string
      readonly mobileNumber: null
      readonly orgMembershipStatus: 'ACTIVE'
      readonly roles: {
        readonly groupRoleAssignments: readonly {
          readonly groupId: string
          readonly groupRoles: readonly string[]
        }[]
        readonly orgRoles: readonly string[]
      }
      readonly teamIds: readonly string[]
      readonly username: string
    } | {
      readonly id: string
      readonly invitationCreatedAt: string
      readonly invitationExpiresAt: string | null
      readonly inviterUsername: string
      readonly orgMembershipStatus: 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED'
      readonly roles: {
        readonly groupRoleAssignments: readonly {
          readonly groupId: string
          readonly groupRoles: readonly string[]
        }[]
        readonly orgRoles: readonly string[]
      }
      readonly teamIds: readonly string[]
      readonly username: string
    }
  } | {
    readonly error: {
      readonly badRequestDetail?: unknown
      readonly detail: string
      readonly error: number
      readonly errorCode: string
      readonly parameters?: readonly unknown[] | null
      readonly reason: string
    }
    readonly status: number
  })[]
}

/** As the API shows it. */
export type Organization = ListedOrganization

/** As the API shows it. */
export interface OrganizationSettings {
  readonly apiAccessListRequired: boolean
  readonly customSessionTimeouts: {
    readonly absoluteSessionTimeoutInSeconds?: number
    readonly idleSessionTimeoutInSeconds?: number
  }
  readonly genAIFeaturesEnabled: boolean
  readonly maxServiceAccountSecretValidityInHours?: number
  readonly multiFactorAuthRequired: boolean
  readonly operationsContact: string | null
  readonly restrictEmployeeAccess: boolean
  readonly securityContact?: string
  readonly streamsCrossGroupEnabled: boolean
}

/** As the API shows it. */
export interface Project {
  readonly clusterCount: number
  readonly created: string
  readonly id: string
  readonly links?: readonly Link[]
  readonly name: string
  readonly orgId: string
  readonly regionUsageRestrictions?: 'COMMERCIAL_FEDRAMP_REGIONS_ONLY' | 'GOV_REGIONS_ONLY'
  readonly tags?: readonly {
    readonly key: string
    readonly value: string
  }[]
  readonly withDefaultAlertsSettings: boolean
}

/** As the API shows it. */
export interface ProjectAddresses {
  readonly groupId: string
  readonly services: {
    readonly clusters: readonly {
      readonly clusterName: string
      readonly inbound: readonly string[]
      readonly outbound: readonly string[]
    }[]
  }
}

/** As the API shows it. */
export interface ProjectEvent {
  readonly apiKeyId?: string
  readonly created: string
  readonly eventTypeName: 'ORG_CREATED' | 'ORG_RENAMED' | 'ORG_PUBLIC_API_ACCESS_LIST_REQUIRED' | 'ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_REQUIRED' | 'ORG_TWO_FACTOR_AUTH_OPTIONAL' | 'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED' | 'CUSTOM_SESSION_TIMEOUT_MODIFIED' | 'ORG_EMPLOYEE_ACCESS_RESTRICTED' | 'ORG_EMPLOYEE_ACCESS_UNRESTRICTED' | 'ORG_SETTINGS_UPDATED' | 'OPERATIONS_CONTACT_MODIFIED' | 'SECURITY_CONTACT_MODIFIED' | 'GROUP_MOVED_FROM_ORG' | 'INVITED_TO_ORG' | 'ORG_INVITATION_DELETED' | 'JOINED_ORG' | 'REMOVED_FROM_ORG' | 'USER_ROLES_CHANGED_AUDIT' | 'INVITED_TO_TEAM' | 'JOINED_TEAM' | 'REMOVED_FROM_TEAM' | 'INVITED_TO_GROUP' | 'GROUP_INVITATION_DELETED' | 'JOINED_GROUP' | 'REMOVED_FROM_GROUP' | 'GROUP_CREATED' | 'GROUP_DELETED' | 'GROUP_MOVED' | 'GROUP_NAME_CHANGED' | 'GROUP_DEFAULT_ALERTS_SETTINGS_CHANGED' | 'PROJECT_LIMIT_UPDATED' | 'DATA_EXPLORER_ENABLED' | 'DATA_EXPLORER_DISABLED' | 'PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED' | 'PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED' | 'GROUP_TAGS_MODIFIED' | 'TEAM_CREATED' | 'TEAM_DELETED' | 'TEAM_NAME_CHANGED' | 'TEAM_ADDED_TO_GROUP' | 'TEAM_REMOVED_FROM_GROUP' | 'TEAM_ROLES_MODIFIED' | 'API_KEY_CREATED' | 'API_KEY_DELETED' | 'API_KEY_ROLES_CHANGED' | 'API_KEY_DESCRIPTION_CHANGED' | 'API_KEY_ADDED_TO_GROUP' | 'API_KEY_REMOVED_FROM_GROUP' | 'API_KEY_ACCESS_LIST_ENTRY_ADDED' | 'API_KEY_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_CREATED' | 'SERVICE_ACCOUNT_DELETED' | 'SERVICE_ACCOUNT_ROLES_CHANGED' | 'SERVICE_ACCOUNT_DETAILS_CHANGED' | 'SERVICE_ACCOUNT_ADDED_TO_GROUP' | 'SERVICE_ACCOUNT_REMOVED_FROM_GROUP' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED' | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED' | 'SERVICE_ACCOUNT_SECRET_ADDED' | 'SERVICE_ACCOUNT_SECRET_DELETED' | 'NETWORK_PERMISSION_ENTRY_ADDED' | 'NETWORK_PERMISSION_ENTRY_REMOVED' | 'NETWORK_PERMISSION_ENTRY_UPDATED'
  readonly groupId: string
  readonly id: string
  readonly isGlobalAdmin: boolean
  readonly links?: readonly Link[]
  readonly publicKey?: string
  readonly raw?: {
    readonly _t: 'AUDIT'
    readonly cid?: string
    readonly cre: string
    readonly description: string
    readonly id: string
    readonly orgId: string
    readonly severity: 'INFO'
  }
  readonly remoteAddress?: string
  readonly resourceId?: string
  readonly resourceType?: 'project'
  readonly targetPublicKey?: string
  readonly targetUsername?: string
  readonly teamId?: string
  readonly userId?: string
  readonly username?: string
  readonly whitelistEntry?: string
}

/** As the API shows it. */
export interface ProjectInvitation {
  readonly createdAt: string
  readonly expiresAt: string
  readonly groupId: string
  readonly groupName: string
  readonly id: string
  readonly inviterUsername: string
  readonly links?: readonly Link[]
  readonly roles: readonly string[]
  readonly username: string
}

/** As the API shows it. */
export interface ProjectInvitationBatch {
  readonly results: readonly ({
    readonly invitation: {
      readonly createdAt: string
      readonly expiresAt: string
      readonly groupId: string
      readonly groupName: string
      readonly id: string
      readonly inviterUsername: string
      readonly links?: readonly Link[]
      readonly roles: readonly string[]
      readonly username: string
    }
    readonly status: number
  } | {
    readonly error: {
      readonly badRequestDetail?: unknown
      readonly detail: string
      readonly error: number
      readonly errorCode: string
      readonly parameters?: readonly unknown[] | null
      readonly reason: string
    }
    readonly status: number
  })[]
}

/** As the API shows it. */
export interface ProjectLimit {
  readonly currentUsage?: number
  readonly defaultLimit?: number
  readonly maximumLimit?: number
  readonly name: string
  readonly value: number
}

/** As the API shows it. */
export interface ProjectSettings {
  readonly isClusterAiAssistantEnabled: boolean
  readonly isCollectDatabaseSpecificsStatisticsEnabled: boolean
  readonly isDataExplorerEnabled: boolean
  readonly isDataExplorerGenAIFeaturesEnabled: boolean
  readonly isDataExplorerGenAISampleDocumentPassingEnabled: boolean
  readonly isDataValidationEnabled: boolean
  readonly isExtendedStorageSizesEnabled: boolean
  readonly isNativeRerankingEnabled: boolean
  readonly isPerformanceAdvisorEnabled: boolean
  readonly isRealtimePerformancePanelEnabled: boolean
  readonly isSchemaAdvisorEnabled: boolean
}

/** As the API shows it. */
export interface ProjectTeam {
  readonly links?: readonly Link[]
  readonly roleNames: readonly string[]
  readonly teamId: string
}

/** As the API shows it. */
export interface RateLimit {
  readonly capacity: {
    readonly defaultValue: number
    readonly value: number
  }
  readonly endpointSetId: 'root' | 'unauthenticated' | 'allOrganizations' | 'organizations' | 'orgSettings' | 'allProjects' | 'projects' | 'users' | 'orgUsers' | 'projectUsers' | 'orgTeams' | 'projectTeams' | 'orgApiKeys' | 'projectApiKeys' | 'orgServiceAccounts' | 'projectServiceAccounts' | 'orgEvents' | 'projectEvents' | 'eventTypes' | 'rateLimits'
  readonly endpointSetName: string
  readonly endpoints: readonly {
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
    readonly path: string
  }[]
  readonly refillDurationSeconds: {
    readonly defaultValue: number
    readonly value: number
  }
  readonly refillRate: {
    readonly defaultValue: number
    readonly value: number
  }
  readonly scope: 'IP' | 'GROUP' | 'ORGANIZATION' | 'USER'
}

/** What removeGroupApiKey asks for. */
export interface RemoveGroupApiKeyInput {
  readonly apiUserId: string
  readonly groupId: string
}

/** What removeGroupTeam asks for. */
export type RemoveGroupTeamInput = GetGroupTeamInput

/** What removeGroupUser asks for. */
export interface RemoveGroupUserInput {
  readonly groupId: string
  readonly userId: string
}

/** What removeGroupUserRole is sent. */
export type RemoveGroupUserRoleBody = AddGroupUserRoleBody

/** What removeGroupUserRole asks for. */
export interface RemoveGroupUserRoleInput {
  readonly body: RemoveGroupUserRoleBody
  readonly groupId: string
  readonly userId: string
}

/** What removeOrgTeamUser is sent. */
export type RemoveOrgTeamUserBody = AddOrgTeamUserBody

/** What removeOrgTeamUserFromTeam asks for. */
export interface RemoveOrgTeamUserFromTeamInput {
  readonly orgId: string
  readonly teamId: string
  readonly userId: string
}

/** What removeOrgTeamUser asks for. */
export interface RemoveOrgTeamUserInput {
  readonly body: RemoveOrgTeamUserBody
  readonly orgId: string
  readonly teamId: string
}

/** What removeOrgUser asks for. */
export interface RemoveOrgUserInput {
  readonly orgId: string
  readonly userId: string
}

/** What removeOrgUserRole is sent. */
export type RemoveOrgUserRoleBody = AddOrgUserRoleBody

/** What removeOrgUserRole asks for. */
export interface RemoveOrgUserRoleInput {
  readonly body: RemoveOrgUserRoleBody
  readonly orgId: string
  readonly userId: string
}

/** What renameOrgTeam is sent. */
export interface RenameOrgTeamBody {
  readonly id?: string | undefined
  readonly name: string
}

/** What renameOrgTeam asks for. */
export interface RenameOrgTeamInput {
  readonly body: RenameOrgTeamBody
  readonly orgId: string
  readonly teamId: string
}

/** What resendGroupInvite asks for. */
export type ResendGroupInviteInput = DeleteGroupInviteInput

/** What resendGroupUser asks for. */
export type ResendGroupUserInput = RemoveGroupUserInput

/** What resendOrgInvite asks for. */
export type ResendOrgInviteInput = DeleteOrgInviteInput

/** What resendOrgUser asks for. */
export type ResendOrgUserInput = RemoveOrgUserInput

/** As the API shows it. */
export interface ServiceAccount {
  readonly clientId: string
  readonly createdAt: string
  readonly description: string
  readonly name: string
  readonly roles: readonly string[]
  readonly secrets: readonly {
    readonly createdAt: string
    readonly expiresAt: string
    readonly id: string
    readonly lastUsedAt: string | null
    readonly maskedSecretValue?: string
    readonly secret?: string
  }[]
}

/** As the API shows it. */
export interface ServiceAccountAddress {
  readonly cidrBlock: string
  readonly createdAt: string
  readonly ipAddress: string | null
  readonly lastUsedAddress: string | null
  readonly lastUsedAt: string | null
  readonly requestCount: number
}

/** As the API shows it. */
export interface ServiceAccountProject {
  readonly groupId: string
  readonly roles: readonly string[]
}

/** What setGroupLimit is sent. */
export interface SetGroupLimitBody {
  readonly currentUsage?: number | undefined
  readonly defaultLimit?: number | undefined
  readonly maximumLimit?: number | undefined
  readonly name?: string | undefined
  readonly value: number
}

/** What setGroupLimit asks for. */
export interface SetGroupLimitInput {
  readonly body: SetGroupLimitBody
  readonly groupId: string
  readonly limitName: string
}

/** As the API shows it. */
export interface SystemStatus {
  readonly apiKey: {
    readonly accessList: readonly {
      readonly cidrBlock: string
      readonly ipAddress: string | null
    }[]
    readonly id: string
    readonly publicKey: string
    readonly roles: readonly {
      readonly groupId?: string
      readonly orgId?: string
      readonly roleName: string
    }[]
  } | null
  readonly appName: string
  readonly build: string
  readonly links?: readonly Link[]
  readonly throttling: boolean
}

/** As the API shows it. */
export interface Team {
  readonly id: string
  readonly links?: readonly Link[]
  readonly name: string
}

/** What updateGroupApiKeyRoles is sent. */
export interface UpdateGroupApiKeyRolesBody {
  readonly desc?: string | undefined
  readonly roles?: readonly string[] | undefined
}

/** What updateGroupApiKeyRoles asks for. */
export interface UpdateGroupApiKeyRolesInput {
  readonly body: UpdateGroupApiKeyRolesBody
  readonly apiUserId: string
  readonly groupId: string
  readonly includeCount?: boolean | undefined
  readonly itemsPerPage?: number | undefined
  readonly pageNum?: number | undefined
}

/** What updateGroup is sent. */
export interface UpdateGroupBody {
  readonly clusterCount?: number | undefined
  readonly created?: string | undefined
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly orgId?: string | undefined
  readonly tags?: readonly {
    readonly key: string
    readonly value: string
  }[] | undefined
  readonly withDefaultAlertsSettings?: boolean | undefined
}

/** What updateGroup asks for. */
export interface UpdateGroupInput {
  readonly body: UpdateGroupBody
  readonly groupId: string
}

/** What updateGroupInviteById is sent. */
export interface UpdateGroupInviteByIdBody {
  readonly roles?: readonly string[] | undefined
  readonly username?: string | undefined
}

/** What updateGroupInviteById asks for. */
export interface UpdateGroupInviteByIdInput {
  readonly body: UpdateGroupInviteByIdBody
  readonly groupId: string
  readonly invitationId: string
}

/** What updateGroupInvites is sent. */
export interface UpdateGroupInvitesBody {
  readonly roles?: readonly string[] | undefined
  readonly username: string
}

/** What updateGroupInvites asks for. */
export interface UpdateGroupInvitesInput {
  readonly body: UpdateGroupInvitesBody
  readonly groupId: string
}

/** What updateGroupServiceAccount is sent. */
export interface UpdateGroupServiceAccountBody {
  readonly description?: string | undefined
  readonly name?: string | undefined
  readonly roles?: readonly string[] | undefined
}

/** What updateGroupServiceAccount asks for. */
export interface UpdateGroupServiceAccountInput {
  readonly body: UpdateGroupServiceAccountBody
  readonly clientId: string
  readonly groupId: string
}

/** What updateGroupSettings is sent. */
export interface UpdateGroupSettingsBody {
  readonly isClusterAiAssistantEnabled?: boolean | undefined
  readonly isCollectDatabaseSpecificsStatisticsEnabled?: boolean | undefined
  readonly isDataExplorerEnabled?: boolean | undefined
  readonly isDataExplorerGenAIFeaturesEnabled?: boolean | undefined
  readonly isDataExplorerGenAISampleDocumentPassingEnabled?: boolean | undefined
  readonly isDataValidationEnabled?: boolean | undefined
  readonly isExtendedStorageSizesEnabled?: boolean | undefined
  readonly isNativeRerankingEnabled?: boolean | undefined
  readonly isPerformanceAdvisorEnabled?: boolean | undefined
  readonly isRealtimePerformancePanelEnabled?: boolean | undefined
  readonly isSchemaAdvisorEnabled?: boolean | undefined
}

/** What updateGroupSettings asks for. */
export interface UpdateGroupSettingsInput {
  readonly body: UpdateGroupSettingsBody
  readonly groupId: string
}

/** What updateGroupTeam is sent. */
export interface UpdateGroupTeamBody {
  readonly roleNames: readonly string[]
  readonly teamId?: string | undefined
}

/** What updateGroupTeam asks for. */
export interface UpdateGroupTeamInput {
  readonly body: UpdateGroupTeamBody
  readonly groupId: string
  readonly teamId: string
}

/** What updateGroupUserRoles is sent. */
export interface UpdateGroupUserRolesBody {
  readonly groupRoles: readonly string[]
}

/** What updateGroupUserRoles asks for. */
export interface UpdateGroupUserRolesInput {
  readonly body: UpdateGroupUserRolesBody
  readonly groupId: string
  readonly userId: string
}

/** What updateOrgApiKey is sent. */
export type UpdateOrgApiKeyBody = UpdateGroupApiKeyRolesBody

/** What updateOrgApiKey asks for. */
export interface UpdateOrgApiKeyInput {
  readonly body: UpdateOrgApiKeyBody
  readonly apiUserId: string
  readonly orgId: string
}

/** What updateOrg is sent. */
export interface UpdateOrgBody {
  readonly id?: string | undefined
  readonly isDeleted?: boolean | undefined
  readonly name: string
  readonly skipDefaultAlertsSettings?: boolean | undefined
}

/** What updateOrg asks for. */
export interface UpdateOrgInput {
  readonly body: UpdateOrgBody
  readonly orgId: string
}

/** What updateOrgInviteById is sent. */
export interface UpdateOrgInviteByIdBody {
  readonly groupRoleAssignments?: readonly {
    readonly groupId: string
    readonly roles: readonly string[]
  }[] | undefined
  readonly roles?: readonly string[] | undefined
  readonly teamIds?: readonly string[] | undefined
  readonly username?: string | undefined
}

/** What updateOrgInviteById asks for. */
export interface UpdateOrgInviteByIdInput {
  readonly body: UpdateOrgInviteByIdBody
  readonly invitationId: string
  readonly orgId: string
}

/** What updateOrgInvites is sent. */
export interface UpdateOrgInvitesBody {
  readonly groupRoleAssignments?: readonly {
    readonly groupId: string
    readonly roles: readonly string[]
  }[] | undefined
  readonly roles?: readonly string[] | undefined
  readonly teamIds?: readonly string[] | undefined
  readonly username: string
}

/** What updateOrgInvites asks for. */
export interface UpdateOrgInvitesInput {
  readonly body: UpdateOrgInvitesBody
  readonly orgId: string
}

/** What updateOrgMailSettings is sent. */
export interface UpdateOrgMailSettingsBody {
  readonly language?: string | null | undefined
}

/** What updateOrgMailSettings asks for. */
export interface UpdateOrgMailSettingsInput {
  readonly body: UpdateOrgMailSettingsBody
  readonly orgId: string
}

/** What updateOrgServiceAccount is sent. */
export type UpdateOrgServiceAccountBody = UpdateGroupServiceAccountBody

/** What updateOrgServiceAccount asks for. */
export interface UpdateOrgServiceAccountInput {
  readonly body: UpdateOrgServiceAccountBody
  readonly clientId: string
  readonly orgId: string
}

/** What updateOrgSettings is sent. */
export interface UpdateOrgSettingsBody {
  readonly apiAccessListRequired?: boolean | undefined
  readonly customSessionTimeouts?: {
    readonly absoluteSessionTimeoutInSeconds?: number | null | undefined
    readonly idleSessionTimeoutInSeconds?: number | null | undefined
  } | null | undefined
  readonly genAIFeaturesEnabled?: boolean | undefined
  readonly maxServiceAccountSecretValidityInHours?: number | null | undefined
  readonly multiFactorAuthRequired?: boolean | undefined
  readonly operationsContact?: string | null | undefined
  readonly restrictEmployeeAccess?: boolean | undefined
  readonly securityContact?: string | null | undefined
  readonly streamsCrossGroupEnabled?: boolean | undefined
}

/** What updateOrgSettings asks for. */
export interface UpdateOrgSettingsInput {
  readonly body: UpdateOrgSettingsBody
  readonly orgId: string
}

/** What updateOrgUser is sent. */
export interface UpdateOrgUserBody {
  readonly roles?: {
    readonly groupRoleAssignments?: readonly {
      readonly groupId: string
      readonly groupRoles: readonly string[]
    }[] | undefined
    readonly orgRoles?: readonly string[] | undefined
  } | undefined
  readonly teamIds?: readonly string[] | undefined
}

/** What updateOrgUser asks for. */
export interface UpdateOrgUserInput {
  readonly body: UpdateOrgUserBody
  readonly orgId: string
  readonly userId: string
}

/** What updateOrgUserRoles is sent. */
export interface UpdateOrgUserRolesBody {
  readonly orgRoles: readonly string[]
}

/** What updateOrgUserRoles asks for. */
export interface UpdateOrgUserRolesInput {
  readonly body: UpdateOrgUserRolesBody
  readonly orgId: string
  readonly userId: string
}

/** As the API shows it. */
export interface User {
  readonly country: string
  readonly createdAt: string
  readonly emailAddress: string
  readonly firstName: string
  readonly id: string
  readonly lastAuth?: string
  readonly lastName: string
  readonly links?: readonly Link[]
  readonly roles: readonly {
    readonly groupId?: string
    readonly orgId?: string
    readonly roleName: string
  }[]
  readonly teamIds: readonly string[]
  readonly username: string
}

/** The 135 operations of the API v2, each under its official name. */
export class AtlasOperations {
  /**
   * `POST /groups/{groupId}/access`: Add group access user. Needs GROUP_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly addGroupAccessUser: Operation<AddGroupAccessUserInput, { '2023-02-01': OrgInvitation | undefined }, '2023-02-01'>

  /**
   * `POST /groups/{groupId}/apiKeys/{apiUserId}`: Add group API key. Needs GROUP_OWNER.
   */
  readonly addGroupApiKey: Operation<AddGroupApiKeyInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/teams`: Add group teams. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly addGroupTeams: Operation<AddGroupTeamsInput, { '2023-01-01': Page<ProjectTeam> }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/users/{userId}:addRole`: Add group user role. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly addGroupUserRole: Operation<AddGroupUserRoleInput, { '2025-02-19': GroupUser }, '2025-02-19'>

  /**
   * `POST /groups/{groupId}/users`: Add group users. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly addGroupUsers: Operation<AddGroupUsersInput, { '2025-02-19': GroupUser }, '2025-02-19'>

  /**
   * `POST /orgs/{orgId}/teams/{teamId}:addUser`: Add org team user. Needs ORG_OWNER.
   */
  readonly addOrgTeamUser: Operation<AddOrgTeamUserInput, { '2025-02-19': OrgUser }, '2025-02-19'>

  /**
   * `POST /orgs/{orgId}/teams/{teamId}/users`: Add org team users. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly addOrgTeamUsers: Operation<AddOrgTeamUsersInput, { '2023-01-01': Page<User> }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/users/{userId}:addRole`: Add org user role. Needs ORG_OWNER.
   */
  readonly addOrgUserRole: Operation<AddOrgUserRoleInput, { '2025-02-19': OrgUser }, '2025-02-19'>

  /**
   * `POST /groups/{groupId}/invites:batch`: Batch group invites. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * Atrium's own: Atlas has no such operation.
   */
  readonly batchGroupInvites: Operation<BatchGroupInvitesInput, { '2023-01-01': ProjectInvitationBatch }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/users:batch`: Batch group users. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   * Atrium's own: Atlas has no such operation.
   */
  readonly batchGroupUsers: Operation<BatchGroupUsersInput, { '2023-01-01': GroupUserBatch }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/invites:batch`: Batch org invites. Needs ORG_OWNER.
   * Atrium's own: Atlas has no such operation.
   */
  readonly batchOrgInvites: Operation<BatchOrgInvitesInput, { '2023-01-01': OrgInvitationBatch }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/users:batch`: Batch org users. Needs ORG_OWNER.
   * Atrium's own: Atlas has no such operation.
   */
  readonly batchOrgUsers: Operation<BatchOrgUsersInput, { '2023-01-01': OrgUserBatch }, '2023-01-01'>

  /**
   * `POST /groups`: Create group.
   */
  readonly createGroup: Operation<CreateGroupInput, { '2023-01-01': Project }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/accessList`: Create group access list entry. Needs GROUP_OWNER or GROUP_NETWORK_ACCESS_MANAGER.
   */
  readonly createGroupAccessListEntry: Operation<CreateGroupAccessListEntryInput, { '2023-01-01': Page<NetworkEntry> }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/apiKeys`: Create group API key. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly createGroupApiKey: Operation<CreateGroupApiKeyInput, { '2023-01-01': ApiKey }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/invites`: Create group invite. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * @deprecated Since 2023-10-04, and ends on 2027-07-01.
   */
  readonly createGroupInvite: Operation<CreateGroupInviteInput, { '2023-01-01': ProjectInvitation }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/serviceAccounts`: Create group service account. Needs GROUP_OWNER.
   */
  readonly createGroupServiceAccount: Operation<CreateGroupServiceAccountInput, { '2024-08-05': ServiceAccount }, '2024-08-05'>

  /**
   * `POST /groups/{groupId}/serviceAccounts/{clientId}/accessList`: Create group service account access list. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly createGroupServiceAccountAccessList: Operation<CreateGroupServiceAccountAccessListInput, { '2024-08-05': Page<ServiceAccountAddress> }, '2024-08-05'>

  /**
   * `POST /groups/{groupId}/serviceAccounts/{clientId}/secrets`: Create group service account secret. Needs GROUP_OWNER.
   */
  readonly createGroupServiceAccountSecret: Operation<CreateGroupServiceAccountSecretInput, { '2024-08-05': ClientSecret }, '2024-08-05'>

  /**
   * `POST /orgs`: Create org.
   */
  readonly createOrg: Operation<CreateOrgInput, { '2023-01-01': CreatedOrganization }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/apiKeys`: Create org API key. Needs ORG_OWNER.
   */
  readonly createOrgApiKey: Operation<CreateOrgApiKeyInput, { '2023-01-01': ApiKey }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/apiKeys/{apiUserId}/accessList`: Create org API key access list entry. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly createOrgApiKeyAccessListEntry: Operation<CreateOrgApiKeyAccessListEntryInput, { '2023-01-01': Page<ApiKeyAccessListEntry> }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/invites`: Create org invite. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly createOrgInvite: Operation<CreateOrgInviteInput, { '2023-01-01': OrgInvitation }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/serviceAccounts`: Create org service account. Needs ORG_OWNER.
   */
  readonly createOrgServiceAccount: Operation<CreateOrgServiceAccountInput, { '2024-08-05': ServiceAccount }, '2024-08-05'>

  /**
   * `POST /orgs/{orgId}/serviceAccounts/{clientId}/accessList`: Create org service account access list. Needs ORG_OWNER.
   */
  readonly createOrgServiceAccountAccessList: Operation<CreateOrgServiceAccountAccessListInput, { '2024-08-05': Page<ServiceAccountAddress> }, '2024-08-05'>

  /**
   * `POST /orgs/{orgId}/serviceAccounts/{clientId}/secrets`: Create org service account secret. Needs ORG_OWNER.
   */
  readonly createOrgServiceAccountSecret: Operation<CreateOrgServiceAccountSecretInput, { '2024-08-05': ClientSecret }, '2024-08-05'>

  /**
   * `POST /orgs/{orgId}/teams`: Create org team. Needs ORG_OWNER.
   */
  readonly createOrgTeam: Operation<CreateOrgTeamInput, { '2023-01-01': CreatedTeam }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/users`: Create org user. Needs ORG_OWNER.
   */
  readonly createOrgUser: Operation<CreateOrgUserInput, { '2025-02-19': OrgUser }, '2025-02-19'>

  /**
   * `POST /users`: Create user.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly createUser: Operation<CreateUserInput, { '2023-01-01': User }, '2023-01-01'>

  /**
   * `DELETE /groups/{groupId}`: Delete group. Needs GROUP_OWNER.
   */
  readonly deleteGroup: Operation<DeleteGroupInput, { '2023-01-01': EmptyObject }, '2023-01-01'>

  /**
   * `DELETE /groups/{groupId}/accessList/{entryValue}`: Delete group access list entry. Needs GROUP_OWNER or GROUP_NETWORK_ACCESS_MANAGER.
   */
  readonly deleteGroupAccessListEntry: Operation<DeleteGroupAccessListEntryInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /groups/{groupId}/invites/{invitationId}`: Delete group invite. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * @deprecated Since 2023-10-04, and ends on 2027-07-01.
   */
  readonly deleteGroupInvite: Operation<DeleteGroupInviteInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /groups/{groupId}/limits/{limitName}`: Delete group limit. Needs GROUP_OWNER.
   */
  readonly deleteGroupLimit: Operation<DeleteGroupLimitInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /groups/{groupId}/serviceAccounts/{clientId}`: Delete group service account. Needs GROUP_OWNER.
   */
  readonly deleteGroupServiceAccount: Operation<DeleteGroupServiceAccountInput, { '2024-08-05': undefined }, '2024-08-05'>

  /**
   * `DELETE /groups/{groupId}/serviceAccounts/{clientId}/accessList/{ipAddress}`: Delete group service account access list entry. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly deleteGroupServiceAccountAccessListEntry: Operation<DeleteGroupServiceAccountAccessListEntryInput, { '2024-08-05': undefined }, '2024-08-05'>

  /**
   * `DELETE /groups/{groupId}/serviceAccounts/{clientId}/secrets/{secretId}`: Delete group service account secret. Needs GROUP_OWNER.
   */
  readonly deleteGroupServiceAccountSecret: Operation<DeleteGroupServiceAccountSecretInput, { '2024-08-05': undefined }, '2024-08-05'>

  /**
   * `DELETE /orgs/{orgId}`: Delete org. Needs ORG_OWNER.
   */
  readonly deleteOrg: Operation<DeleteOrgInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /orgs/{orgId}/apiKeys/{apiUserId}`: Delete org API key. Needs ORG_OWNER.
   */
  readonly deleteOrgApiKey: Operation<DeleteOrgApiKeyInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}`: Delete org API key access list entry. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly deleteOrgApiKeyAccessListEntry: Operation<DeleteOrgApiKeyAccessListEntryInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /orgs/{orgId}/invites/{invitationId}`: Delete org invite. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly deleteOrgInvite: Operation<DeleteOrgInviteInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /orgs/{orgId}/serviceAccounts/{clientId}`: Delete org service account. Needs ORG_OWNER.
   */
  readonly deleteOrgServiceAccount: Operation<DeleteOrgServiceAccountInput, { '2024-08-05': undefined }, '2024-08-05'>

  /**
   * `DELETE /orgs/{orgId}/serviceAccounts/{clientId}/accessList/{ipAddress}`: Delete org service account access list entry. Needs ORG_OWNER.
   */
  readonly deleteOrgServiceAccountAccessListEntry: Operation<DeleteOrgServiceAccountAccessListEntryInput, { '2024-08-05': undefined }, '2024-08-05'>

  /**
   * `DELETE /orgs/{orgId}/serviceAccounts/{clientId}/secrets/{secretId}`: Delete org service account secret. Needs ORG_OWNER.
   */
  readonly deleteOrgServiceAccountSecret: Operation<DeleteOrgServiceAccountSecretInput, { '2024-08-05': undefined }, '2024-08-05'>

  /**
   * `DELETE /orgs/{orgId}/teams/{teamId}`: Delete org team. Needs ORG_OWNER.
   */
  readonly deleteOrgTeam: Operation<DeleteOrgTeamInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /groups/{groupId}/managedSlowMs/disable`: Disable group managed slow ms. Needs GROUP_OWNER.
   */
  readonly disableGroupManagedSlowMs: Operation<DisableGroupManagedSlowMsInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/managedSlowMs/enable`: Enable group managed slow ms. Needs GROUP_OWNER.
   */
  readonly enableGroupManagedSlowMs: Operation<EnableGroupManagedSlowMsInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}`: Get group. Needs any project role.
   */
  readonly getGroup: Operation<GetGroupInput, { '2023-01-01': Project }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/accessList/{entryValue}`: Get group access list entry. Needs any project role.
   */
  readonly getGroupAccessListEntry: Operation<GetGroupAccessListEntryInput, { '2023-01-01': NetworkEntry }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/accessList/{entryValue}/status`: Get group access list status. Needs any project role.
   */
  readonly getGroupAccessListStatus: Operation<GetGroupAccessListStatusInput, { '2023-01-01': NetworkEntryStatus }, '2023-01-01'>

  /**
   * `GET /groups/byName/{groupName}`: Get group by name.
   */
  readonly getGroupByName: Operation<GetGroupByNameInput, { '2023-01-01': Project }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/events/{eventId}`: Get group event. Needs any project role.
   */
  readonly getGroupEvent: Operation<GetGroupEventInput, { '2023-01-01': ProjectEvent }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/invites/{invitationId}`: Get group invite. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * @deprecated Since 2023-10-04, and ends on 2027-07-01.
   */
  readonly getGroupInvite: Operation<GetGroupInviteInput, { '2023-01-01': ProjectInvitation }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/ipAddresses`: Get group IP addresses. Needs any project role.
   */
  readonly getGroupIpAddresses: Operation<GetGroupIpAddressesInput, { '2023-01-01': ProjectAddresses }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/limits/{limitName}`: Get group limit. Needs any project role.
   */
  readonly getGroupLimit: Operation<GetGroupLimitInput, { '2023-01-01': ProjectLimit }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/managedSlowMs`: Get group managed slow ms. Needs any project role.
   */
  readonly getGroupManagedSlowMs: Operation<GetGroupManagedSlowMsInput, { '2023-01-01': Flag }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/serviceAccounts/{clientId}`: Get group service account. Needs any project role.
   */
  readonly getGroupServiceAccount: Operation<GetGroupServiceAccountInput, { '2024-08-05': ServiceAccount }, '2024-08-05'>

  /**
   * `GET /groups/{groupId}/settings`: Get group settings. Needs any project role.
   */
  readonly getGroupSettings: Operation<GetGroupSettingsInput, { '2023-01-01': ProjectSettings }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/teams/{teamId}`: Get group team. Needs any project role.
   */
  readonly getGroupTeam: Operation<GetGroupTeamInput, { '2023-01-01': ProjectTeam }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/users/{userId}`: Get group user. Needs any project role.
   */
  readonly getGroupUser: Operation<GetGroupUserInput, { '2025-02-19': GroupUser }, '2025-02-19'>

  /**
   * `GET /orgs/{orgId}`: Get org. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrg: Operation<GetOrgInput, { '2023-01-01': Organization }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/apiKeys/{apiUserId}`: Get org API key. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrgApiKey: Operation<GetOrgApiKeyInput, { '2023-01-01': ApiKey }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}`: Get org API key access list entry. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrgApiKeyAccessListEntry: Operation<GetOrgApiKeyAccessListEntryInput, { '2023-01-01': ApiKeyAccessListEntry }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/events/{eventId}`: Get org event. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrgEvent: Operation<GetOrgEventInput, { '2023-01-01': OrgEvent }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/groups`: Get org groups. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrgGroups: ListOperation<GetOrgGroupsInput, { '2023-01-01': Page<ListedProject> }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/invites/{invitationId}`: Get org invite. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly getOrgInvite: Operation<GetOrgInviteInput, { '2023-01-01': OrgInvitation }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/mailSettings`: Get org mail settings. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   * Atrium's own: Atlas has no such operation.
   */
  readonly getOrgMailSettings: Operation<GetOrgMailSettingsInput, { '2023-01-01': MailSettings }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/serviceAccounts/{clientId}`: Get org service account. Needs ORG_OWNER, ORG_READ_ONLY or ORG_STREAM_PROCESSING_ADMIN.
   */
  readonly getOrgServiceAccount: Operation<GetOrgServiceAccountInput, { '2024-08-05': ServiceAccount }, '2024-08-05'>

  /**
   * `GET /orgs/{orgId}/serviceAccounts/{clientId}/groups`: Get org service account groups. Needs ORG_OWNER, ORG_READ_ONLY or ORG_STREAM_PROCESSING_ADMIN.
   */
  readonly getOrgServiceAccountGroups: ListOperation<GetOrgServiceAccountGroupsInput, { '2024-08-05': Page<ServiceAccountProject> }, '2024-08-05'>

  /**
   * `GET /orgs/{orgId}/settings`: Get org settings. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrgSettings: Operation<GetOrgSettingsInput, { '2023-01-01': OrganizationSettings }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/teams/{teamId}`: Get org team. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrgTeam: Operation<GetOrgTeamInput, { '2023-01-01': Team }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/teams/byName/{teamName}`: Get org team by name. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrgTeamByName: Operation<GetOrgTeamByNameInput, { '2023-01-01': Team }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/users/{userId}`: Get org user. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly getOrgUser: Operation<GetOrgUserInput, { '2025-02-19': OrgUser }, '2025-02-19'>

  /**
   * `GET /rateLimits/{endpointSetId}`: Get rate limit.
   * Versions 2025-03-12, preview.
   */
  readonly getRateLimit: Operation<GetRateLimitInput, { '2025-03-12': RateLimit; 'preview': RateLimit }, '2025-03-12'>

  /**
   * `GET /`: Get system status.
   */
  readonly getSystemStatus: Operation<Readonly<Record<string, never>> | void, { '2023-01-01': SystemStatus }, '2023-01-01'>

  /**
   * `GET /users/{userId}`: Get user.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly getUser: Operation<GetUserInput, { '2023-01-01': User }, '2023-01-01'>

  /**
   * `GET /users/byName/{userName}`: Get user by name.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly getUserByName: Operation<GetUserByNameInput, { '2023-01-01': User }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/serviceAccounts/{clientId}:invite`: Invite group service account. Needs ORG_OWNER.
   */
  readonly inviteGroupServiceAccount: Operation<InviteGroupServiceAccountInput, { '2024-08-05': ServiceAccount }, '2024-08-05'>

  /**
   * `GET /groups/{groupId}/clusters`: List clusters. Needs any project role.
   */
  readonly listClusters: ListOperation<ListClustersInput, { '2024-08-05': Page<EmptyObject> }, '2024-08-05'>

  /**
   * `GET /unauth/controlPlaneIPAddresses`: List control plane IP addresses.
   */
  readonly listControlPlaneIpAddresses: Operation<Readonly<Record<string, never>> | void, { '2023-11-15': ControlPlane }, '2023-11-15'>

  /**
   * `GET /eventTypes`: List event types.
   */
  readonly listEventTypes: ListOperation<ListEventTypesInput | void, { '2023-01-01': Page<EventType> }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/accessList`: List group access list entries. Needs any project role.
   */
  readonly listGroupAccessListEntries: ListOperation<ListGroupAccessListEntriesInput, { '2023-01-01': Page<NetworkEntry> }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/apiKeys`: List group API keys. Needs any project role.
   */
  readonly listGroupApiKeys: ListOperation<ListGroupApiKeysInput, { '2023-01-01': Page<ApiKey> }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/events`: List group events. Needs any project role.
   */
  readonly listGroupEvents: ListOperation<ListGroupEventsInput, { '2023-01-01': Page<ProjectEvent> }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/invites/{invitationId}/mails`: List group invite mails. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * Atrium's own: Atlas has no such operation.
   */
  readonly listGroupInviteMails: ListOperation<ListGroupInviteMailsInput, { '2023-01-01': readonly InvitationMail[] }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/invites`: List group invites. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * @deprecated Since 2023-10-04, and ends on 2027-07-01.
   */
  readonly listGroupInvites: ListOperation<ListGroupInvitesInput, { '2023-01-01': readonly ProjectInvitation[] }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/limits`: List group limits. Needs any project role.
   */
  readonly listGroupLimits: ListOperation<ListGroupLimitsInput, { '2023-01-01': readonly ProjectLimit[] }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/serviceAccounts/{clientId}/accessList`: List group service account access list. Needs any project role.
   */
  readonly listGroupServiceAccountAccessList: ListOperation<ListGroupServiceAccountAccessListInput, { '2024-08-05': Page<ServiceAccountAddress> }, '2024-08-05'>

  /**
   * `GET /groups/{groupId}/serviceAccounts`: List group service accounts. Needs any project role.
   */
  readonly listGroupServiceAccounts: ListOperation<ListGroupServiceAccountsInput, { '2024-08-05': Page<ServiceAccount> }, '2024-08-05'>

  /**
   * `GET /groups/{groupId}/teams`: List group teams. Needs any project role.
   */
  readonly listGroupTeams: ListOperation<ListGroupTeamsInput, { '2023-01-01': Page<ProjectTeam> }, '2023-01-01'>

  /**
   * `GET /groups/{groupId}/users`: List group users. Needs any project role.
   * Versions 2023-01-01, 2025-02-19.
   */
  readonly listGroupUsers: ListOperation<ListGroupUsersInput, { '2023-01-01': Page<User>; '2025-02-19': Page<GroupUser> }, '2025-02-19'>

  /**
   * `GET /groups`: List groups.
   */
  readonly listGroups: ListOperation<ListGroupsInput | void, { '2023-01-01': Page<ListedProject> }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/apiKeys/{apiUserId}/accessList`: List org API key access list entries. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly listOrgApiKeyAccessListEntries: ListOperation<ListOrgApiKeyAccessListEntriesInput, { '2023-01-01': Page<ApiKeyAccessListEntry> }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/apiKeys`: List org API keys. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly listOrgApiKeys: ListOperation<ListOrgApiKeysInput, { '2023-01-01': Page<ApiKey> }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/events`: List org events. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly listOrgEvents: ListOperation<ListOrgEventsInput, { '2023-01-01': Page<OrgEvent> }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/invites/{invitationId}/mails`: List org invite mails. Needs ORG_OWNER.
   * Atrium's own: Atlas has no such operation.
   */
  readonly listOrgInviteMails: ListOperation<ListOrgInviteMailsInput, { '2023-01-01': readonly InvitationMail[] }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/invites`: List org invites. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly listOrgInvites: ListOperation<ListOrgInvitesInput, { '2023-01-01': readonly OrgInvitation[] }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/serviceAccounts/{clientId}/accessList`: List org service account access list. Needs ORG_OWNER, ORG_READ_ONLY or ORG_STREAM_PROCESSING_ADMIN.
   */
  readonly listOrgServiceAccountAccessList: ListOperation<ListOrgServiceAccountAccessListInput, { '2024-08-05': Page<ServiceAccountAddress> }, '2024-08-05'>

  /**
   * `GET /orgs/{orgId}/serviceAccounts`: List org service accounts. Needs ORG_OWNER, ORG_READ_ONLY or ORG_STREAM_PROCESSING_ADMIN.
   */
  readonly listOrgServiceAccounts: ListOperation<ListOrgServiceAccountsInput, { '2024-08-05': Page<ServiceAccount> }, '2024-08-05'>

  /**
   * `GET /orgs/{orgId}/teams/{teamId}/users`: List org team users. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   * Versions 2023-01-01, 2025-02-19.
   */
  readonly listOrgTeamUsers: ListOperation<ListOrgTeamUsersInput, { '2023-01-01': Page<User>; '2025-02-19': Page<OrgUser> }, '2025-02-19'>

  /**
   * `GET /orgs/{orgId}/teams`: List org teams. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   */
  readonly listOrgTeams: ListOperation<ListOrgTeamsInput, { '2023-01-01': Page<Team> }, '2023-01-01'>

  /**
   * `GET /orgs/{orgId}/users`: List org users. Needs ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN or ORG_READ_ONLY.
   * Versions 2023-01-01, 2025-02-19.
   */
  readonly listOrgUsers: ListOperation<ListOrgUsersInput, { '2023-01-01': Page<User>; '2025-02-19': Page<OrgUser> }, '2025-02-19'>

  /**
   * `GET /orgs`: List orgs.
   */
  readonly listOrgs: ListOperation<ListOrgsInput | void, { '2023-01-01': Page<ListedOrganization> }, '2023-01-01'>

  /**
   * `GET /rateLimits`: List rate limits.
   * Versions 2025-03-12, preview.
   */
  readonly listRateLimits: ListOperation<ListRateLimitsInput | void, { '2025-03-12': Page<RateLimit>; 'preview': Page<RateLimit> }, '2025-03-12'>

  /**
   * `POST /groups/{groupId}:migrate`: Migrate group. Needs ORG_OWNER.
   */
  readonly migrateGroup: Operation<MigrateGroupInput, { '2024-05-30': Project }, '2024-05-30'>

  /**
   * `DELETE /groups/{groupId}/apiKeys/{apiUserId}`: Remove group API key. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly removeGroupApiKey: Operation<RemoveGroupApiKeyInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /groups/{groupId}/teams/{teamId}`: Remove group team. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly removeGroupTeam: Operation<RemoveGroupTeamInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /groups/{groupId}/users/{userId}`: Remove group user. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   * Versions 2023-01-01, 2025-02-19.
   */
  readonly removeGroupUser: Operation<RemoveGroupUserInput, { '2023-01-01': undefined; '2025-02-19': undefined }, '2025-02-19'>

  /**
   * `POST /groups/{groupId}/users/{userId}:removeRole`: Remove group user role. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly removeGroupUserRole: Operation<RemoveGroupUserRoleInput, { '2025-02-19': GroupUser }, '2025-02-19'>

  /**
   * `POST /orgs/{orgId}/teams/{teamId}:removeUser`: Remove org team user. Needs ORG_OWNER.
   */
  readonly removeOrgTeamUser: Operation<RemoveOrgTeamUserInput, { '2025-02-19': OrgUser }, '2025-02-19'>

  /**
   * `DELETE /orgs/{orgId}/teams/{teamId}/users/{userId}`: Remove org team user from team. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly removeOrgTeamUserFromTeam: Operation<RemoveOrgTeamUserFromTeamInput, { '2023-01-01': undefined }, '2023-01-01'>

  /**
   * `DELETE /orgs/{orgId}/users/{userId}`: Remove org user. Needs ORG_OWNER.
   * Versions 2023-01-01, 2025-02-19.
   */
  readonly removeOrgUser: Operation<RemoveOrgUserInput, { '2023-01-01': undefined; '2025-02-19': undefined }, '2025-02-19'>

  /**
   * `POST /orgs/{orgId}/users/{userId}:removeRole`: Remove org user role. Needs ORG_OWNER.
   */
  readonly removeOrgUserRole: Operation<RemoveOrgUserRoleInput, { '2025-02-19': OrgUser }, '2025-02-19'>

  /**
   * `PATCH /orgs/{orgId}/teams/{teamId}`: Rename org team. Needs ORG_OWNER.
   */
  readonly renameOrgTeam: Operation<RenameOrgTeamInput, { '2023-01-01': Team }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/invites/{invitationId}:resend`: Resend group invite. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * Atrium's own: Atlas has no such operation.
   */
  readonly resendGroupInvite: Operation<ResendGroupInviteInput, { '2023-01-01': ProjectInvitation }, '2023-01-01'>

  /**
   * `POST /groups/{groupId}/users/{userId}:resend`: Resend group user. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   * Atrium's own: Atlas has no such operation.
   */
  readonly resendGroupUser: Operation<ResendGroupUserInput, { '2023-01-01': GroupUser }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/invites/{invitationId}:resend`: Resend org invite. Needs ORG_OWNER.
   * Atrium's own: Atlas has no such operation.
   */
  readonly resendOrgInvite: Operation<ResendOrgInviteInput, { '2023-01-01': OrgInvitation }, '2023-01-01'>

  /**
   * `POST /orgs/{orgId}/users/{userId}:resend`: Resend org user. Needs ORG_OWNER.
   * Atrium's own: Atlas has no such operation.
   */
  readonly resendOrgUser: Operation<ResendOrgUserInput, { '2023-01-01': OrgUser }, '2023-01-01'>

  /**
   * `PATCH /groups/{groupId}/limits/{limitName}`: Set group limit. Needs GROUP_OWNER.
   */
  readonly setGroupLimit: Operation<SetGroupLimitInput, { '2023-01-01': ProjectLimit }, '2023-01-01'>

  /**
   * `PATCH /groups/{groupId}`: Update group. Needs GROUP_OWNER.
   */
  readonly updateGroup: Operation<UpdateGroupInput, { '2023-01-01': Project }, '2023-01-01'>

  /**
   * `PATCH /groups/{groupId}/apiKeys/{apiUserId}`: Update group API key roles. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly updateGroupApiKeyRoles: Operation<UpdateGroupApiKeyRolesInput, { '2023-01-01': ApiKey }, '2023-01-01'>

  /**
   * `PATCH /groups/{groupId}/invites/{invitationId}`: Update group invite by id. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * @deprecated Since 2023-10-04, and ends on 2027-07-01.
   */
  readonly updateGroupInviteById: Operation<UpdateGroupInviteByIdInput, { '2023-01-01': ProjectInvitation }, '2023-01-01'>

  /**
   * `PATCH /groups/{groupId}/invites`: Update group invites. Needs GROUP_OWNER or GROUP_USER_ADMIN.
   * @deprecated Since 2023-10-04, and ends on 2027-07-01.
   */
  readonly updateGroupInvites: Operation<UpdateGroupInvitesInput, { '2023-01-01': ProjectInvitation }, '2023-01-01'>

  /**
   * `PATCH /groups/{groupId}/serviceAccounts/{clientId}`: Update group service account. Needs GROUP_OWNER.
   */
  readonly updateGroupServiceAccount: Operation<UpdateGroupServiceAccountInput, { '2024-08-05': ServiceAccount }, '2024-08-05'>

  /**
   * `PATCH /groups/{groupId}/settings`: Update group settings. Needs GROUP_OWNER.
   */
  readonly updateGroupSettings: Operation<UpdateGroupSettingsInput, { '2023-01-01': ProjectSettings }, '2023-01-01'>

  /**
   * `PATCH /groups/{groupId}/teams/{teamId}`: Update group team. Needs GROUP_OWNER, GROUP_ACCESS_MANAGER or GROUP_USER_ADMIN.
   */
  readonly updateGroupTeam: Operation<UpdateGroupTeamInput, { '2023-01-01': Page<ProjectTeam> }, '2023-01-01'>

  /**
   * `PUT /groups/{groupId}/users/{userId}/roles`: Update group user roles. Needs GROUP_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly updateGroupUserRoles: Operation<UpdateGroupUserRolesInput, { '2023-01-01': GroupRoles }, '2023-01-01'>

  /**
   * `PATCH /orgs/{orgId}`: Update org. Needs ORG_OWNER.
   */
  readonly updateOrg: Operation<UpdateOrgInput, { '2023-01-01': Organization }, '2023-01-01'>

  /**
   * `PATCH /orgs/{orgId}/apiKeys/{apiUserId}`: Update org API key. Needs ORG_OWNER.
   */
  readonly updateOrgApiKey: Operation<UpdateOrgApiKeyInput, { '2023-01-01': ApiKey }, '2023-01-01'>

  /**
   * `PATCH /orgs/{orgId}/invites/{invitationId}`: Update org invite by id. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly updateOrgInviteById: Operation<UpdateOrgInviteByIdInput, { '2023-01-01': OrgInvitation }, '2023-01-01'>

  /**
   * `PATCH /orgs/{orgId}/invites`: Update org invites. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly updateOrgInvites: Operation<UpdateOrgInvitesInput, { '2023-01-01': OrgInvitation }, '2023-01-01'>

  /**
   * `PATCH /orgs/{orgId}/mailSettings`: Update org mail settings. Needs ORG_OWNER.
   * Atrium's own: Atlas has no such operation.
   */
  readonly updateOrgMailSettings: Operation<UpdateOrgMailSettingsInput, { '2023-01-01': MailSettings }, '2023-01-01'>

  /**
   * `PATCH /orgs/{orgId}/serviceAccounts/{clientId}`: Update org service account. Needs ORG_OWNER.
   */
  readonly updateOrgServiceAccount: Operation<UpdateOrgServiceAccountInput, { '2024-08-05': ServiceAccount }, '2024-08-05'>

  /**
   * `PATCH /orgs/{orgId}/settings`: Update org settings. Needs ORG_OWNER.
   */
  readonly updateOrgSettings: Operation<UpdateOrgSettingsInput, { '2023-01-01': OrganizationSettings }, '2023-01-01'>

  /**
   * `PATCH /orgs/{orgId}/users/{userId}`: Update org user. Needs ORG_OWNER.
   */
  readonly updateOrgUser: Operation<UpdateOrgUserInput, { '2025-02-19': OrgUser }, '2025-02-19'>

  /**
   * `PUT /orgs/{orgId}/users/{userId}/roles`: Update org user roles. Needs ORG_OWNER.
   * @deprecated Since 2025-02-19, and ends on 2027-07-01.
   */
  readonly updateOrgUserRoles: Operation<UpdateOrgUserRolesInput, { '2023-01-01': OrgRoles }, '2023-01-01'>

  constructor(make: OperationMaker) {
    this.addGroupAccessUser = make.one({ operationId: 'addGroupAccessUser', method: 'POST', path: '/groups/{groupId}/access', version: '2023-02-01' })
    this.addGroupApiKey = make.one({ operationId: 'addGroupApiKey', method: 'POST', path: '/groups/{groupId}/apiKeys/{apiUserId}', version: '2023-01-01' })
    this.addGroupTeams = make.one({ operationId: 'addGroupTeams', method: 'POST', path: '/groups/{groupId}/teams', version: '2023-01-01' })
    this.addGroupUserRole = make.one({ operationId: 'addGroupUserRole', method: 'POST', path: '/groups/{groupId}/users/{userId}:addRole', version: '2025-02-19' })
    this.addGroupUsers = make.one({ operationId: 'addGroupUsers', method: 'POST', path: '/groups/{groupId}/users', version: '2025-02-19' })
    this.addOrgTeamUser = make.one({ operationId: 'addOrgTeamUser', method: 'POST', path: '/orgs/{orgId}/teams/{teamId}:addUser', version: '2025-02-19' })
    this.addOrgTeamUsers = make.one({ operationId: 'addOrgTeamUsers', method: 'POST', path: '/orgs/{orgId}/teams/{teamId}/users', version: '2023-01-01' })
    this.addOrgUserRole = make.one({ operationId: 'addOrgUserRole', method: 'POST', path: '/orgs/{orgId}/users/{userId}:addRole', version: '2025-02-19' })
    this.batchGroupInvites = make.one({ operationId: 'batchGroupInvites', method: 'POST', path: '/groups/{groupId}/invites:batch', version: '2023-01-01', takesKey: true })
    this.batchGroupUsers = make.one({ operationId: 'batchGroupUsers', method: 'POST', path: '/groups/{groupId}/users:batch', version: '2023-01-01', takesKey: true })
    this.batchOrgInvites = make.one({ operationId: 'batchOrgInvites', method: 'POST', path: '/orgs/{orgId}/invites:batch', version: '2023-01-01', takesKey: true })
    this.batchOrgUsers = make.one({ operationId: 'batchOrgUsers', method: 'POST', path: '/orgs/{orgId}/users:batch', version: '2023-01-01', takesKey: true })
    this.createGroup = make.one({ operationId: 'createGroup', method: 'POST', path: '/groups', version: '2023-01-01' })
    this.createGroupAccessListEntry = make.one({ operationId: 'createGroupAccessListEntry', method: 'POST', path: '/groups/{groupId}/accessList', version: '2023-01-01' })
    this.createGroupApiKey = make.one({ operationId: 'createGroupApiKey', method: 'POST', path: '/groups/{groupId}/apiKeys', version: '2023-01-01' })
    this.createGroupInvite = make.one({ operationId: 'createGroupInvite', method: 'POST', path: '/groups/{groupId}/invites', version: '2023-01-01' })
    this.createGroupServiceAccount = make.one({ operationId: 'createGroupServiceAccount', method: 'POST', path: '/groups/{groupId}/serviceAccounts', version: '2024-08-05' })
    this.createGroupServiceAccountAccessList = make.one({ operationId: 'createGroupServiceAccountAccessList', method: 'POST', path: '/groups/{groupId}/serviceAccounts/{clientId}/accessList', version: '2024-08-05' })
    this.createGroupServiceAccountSecret = make.one({ operationId: 'createGroupServiceAccountSecret', method: 'POST', path: '/groups/{groupId}/serviceAccounts/{clientId}/secrets', version: '2024-08-05' })
    this.createOrg = make.one({ operationId: 'createOrg', method: 'POST', path: '/orgs', version: '2023-01-01' })
    this.createOrgApiKey = make.one({ operationId: 'createOrgApiKey', method: 'POST', path: '/orgs/{orgId}/apiKeys', version: '2023-01-01' })
    this.createOrgApiKeyAccessListEntry = make.one({ operationId: 'createOrgApiKeyAccessListEntry', method: 'POST', path: '/orgs/{orgId}/apiKeys/{apiUserId}/accessList', version: '2023-01-01' })
    this.createOrgInvite = make.one({ operationId: 'createOrgInvite', method: 'POST', path: '/orgs/{orgId}/invites', version: '2023-01-01' })
    this.createOrgServiceAccount = make.one({ operationId: 'createOrgServiceAccount', method: 'POST', path: '/orgs/{orgId}/serviceAccounts', version: '2024-08-05' })
    this.createOrgServiceAccountAccessList = make.one({ operationId: 'createOrgServiceAccountAccessList', method: 'POST', path: '/orgs/{orgId}/serviceAccounts/{clientId}/accessList', version: '2024-08-05' })
    this.createOrgServiceAccountSecret = make.one({ operationId: 'createOrgServiceAccountSecret', method: 'POST', path: '/orgs/{orgId}/serviceAccounts/{clientId}/secrets', version: '2024-08-05' })
    this.createOrgTeam = make.one({ operationId: 'createOrgTeam', method: 'POST', path: '/orgs/{orgId}/teams', version: '2023-01-01' })
    this.createOrgUser = make.one({ operationId: 'createOrgUser', method: 'POST', path: '/orgs/{orgId}/users', version: '2025-02-19' })
    this.createUser = make.one({ operationId: 'createUser', method: 'POST', path: '/users', version: '2023-01-01' })
    this.deleteGroup = make.one({ operationId: 'deleteGroup', method: 'DELETE', path: '/groups/{groupId}', version: '2023-01-01' })
    this.deleteGroupAccessListEntry = make.one({ operationId: 'deleteGroupAccessListEntry', method: 'DELETE', path: '/groups/{groupId}/accessList/{entryValue}', version: '2023-01-01' })
    this.deleteGroupInvite = make.one({ operationId: 'deleteGroupInvite', method: 'DELETE', path: '/groups/{groupId}/invites/{invitationId}', version: '2023-01-01' })
    this.deleteGroupLimit = make.one({ operationId: 'deleteGroupLimit', method: 'DELETE', path: '/groups/{groupId}/limits/{limitName}', version: '2023-01-01' })
    this.deleteGroupServiceAccount = make.one({ operationId: 'deleteGroupServiceAccount', method: 'DELETE', path: '/groups/{groupId}/serviceAccounts/{clientId}', version: '2024-08-05' })
    this.deleteGroupServiceAccountAccessListEntry = make.one({ operationId: 'deleteGroupServiceAccountAccessListEntry', method: 'DELETE', path: '/groups/{groupId}/serviceAccounts/{clientId}/accessList/{ipAddress}', version: '2024-08-05' })
    this.deleteGroupServiceAccountSecret = make.one({ operationId: 'deleteGroupServiceAccountSecret', method: 'DELETE', path: '/groups/{groupId}/serviceAccounts/{clientId}/secrets/{secretId}', version: '2024-08-05' })
    this.deleteOrg = make.one({ operationId: 'deleteOrg', method: 'DELETE', path: '/orgs/{orgId}', version: '2023-01-01' })
    this.deleteOrgApiKey = make.one({ operationId: 'deleteOrgApiKey', method: 'DELETE', path: '/orgs/{orgId}/apiKeys/{apiUserId}', version: '2023-01-01' })
    this.deleteOrgApiKeyAccessListEntry = make.one({ operationId: 'deleteOrgApiKeyAccessListEntry', method: 'DELETE', path: '/orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}', version: '2023-01-01' })
    this.deleteOrgInvite = make.one({ operationId: 'deleteOrgInvite', method: 'DELETE', path: '/orgs/{orgId}/invites/{invitationId}', version: '2023-01-01' })
    this.deleteOrgServiceAccount = make.one({ operationId: 'deleteOrgServiceAccount', method: 'DELETE', path: '/orgs/{orgId}/serviceAccounts/{clientId}', version: '2024-08-05' })
    this.deleteOrgServiceAccountAccessListEntry = make.one({ operationId: 'deleteOrgServiceAccountAccessListEntry', method: 'DELETE', path: '/orgs/{orgId}/serviceAccounts/{clientId}/accessList/{ipAddress}', version: '2024-08-05' })
    this.deleteOrgServiceAccountSecret = make.one({ operationId: 'deleteOrgServiceAccountSecret', method: 'DELETE', path: '/orgs/{orgId}/serviceAccounts/{clientId}/secrets/{secretId}', version: '2024-08-05' })
    this.deleteOrgTeam = make.one({ operationId: 'deleteOrgTeam', method: 'DELETE', path: '/orgs/{orgId}/teams/{teamId}', version: '2023-01-01' })
    this.disableGroupManagedSlowMs = make.one({ operationId: 'disableGroupManagedSlowMs', method: 'DELETE', path: '/groups/{groupId}/managedSlowMs/disable', version: '2023-01-01' })
    this.enableGroupManagedSlowMs = make.one({ operationId: 'enableGroupManagedSlowMs', method: 'POST', path: '/groups/{groupId}/managedSlowMs/enable', version: '2023-01-01' })
    this.getGroup = make.one({ operationId: 'getGroup', method: 'GET', path: '/groups/{groupId}', version: '2023-01-01' })
    this.getGroupAccessListEntry = make.one({ operationId: 'getGroupAccessListEntry', method: 'GET', path: '/groups/{groupId}/accessList/{entryValue}', version: '2023-01-01' })
    this.getGroupAccessListStatus = make.one({ operationId: 'getGroupAccessListStatus', method: 'GET', path: '/groups/{groupId}/accessList/{entryValue}/status', version: '2023-01-01' })
    this.getGroupByName = make.one({ operationId: 'getGroupByName', method: 'GET', path: '/groups/byName/{groupName}', version: '2023-01-01' })
    this.getGroupEvent = make.one({ operationId: 'getGroupEvent', method: 'GET', path: '/groups/{groupId}/events/{eventId}', version: '2023-01-01' })
    this.getGroupInvite = make.one({ operationId: 'getGroupInvite', method: 'GET', path: '/groups/{groupId}/invites/{invitationId}', version: '2023-01-01' })
    this.getGroupIpAddresses = make.one({ operationId: 'getGroupIpAddresses', method: 'GET', path: '/groups/{groupId}/ipAddresses', version: '2023-01-01' })
    this.getGroupLimit = make.one({ operationId: 'getGroupLimit', method: 'GET', path: '/groups/{groupId}/limits/{limitName}', version: '2023-01-01' })
    this.getGroupManagedSlowMs = make.one({ operationId: 'getGroupManagedSlowMs', method: 'GET', path: '/groups/{groupId}/managedSlowMs', version: '2023-01-01' })
    this.getGroupServiceAccount = make.one({ operationId: 'getGroupServiceAccount', method: 'GET', path: '/groups/{groupId}/serviceAccounts/{clientId}', version: '2024-08-05' })
    this.getGroupSettings = make.one({ operationId: 'getGroupSettings', method: 'GET', path: '/groups/{groupId}/settings', version: '2023-01-01' })
    this.getGroupTeam = make.one({ operationId: 'getGroupTeam', method: 'GET', path: '/groups/{groupId}/teams/{teamId}', version: '2023-01-01' })
    this.getGroupUser = make.one({ operationId: 'getGroupUser', method: 'GET', path: '/groups/{groupId}/users/{userId}', version: '2025-02-19' })
    this.getOrg = make.one({ operationId: 'getOrg', method: 'GET', path: '/orgs/{orgId}', version: '2023-01-01' })
    this.getOrgApiKey = make.one({ operationId: 'getOrgApiKey', method: 'GET', path: '/orgs/{orgId}/apiKeys/{apiUserId}', version: '2023-01-01' })
    this.getOrgApiKeyAccessListEntry = make.one({ operationId: 'getOrgApiKeyAccessListEntry', method: 'GET', path: '/orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}', version: '2023-01-01' })
    this.getOrgEvent = make.one({ operationId: 'getOrgEvent', method: 'GET', path: '/orgs/{orgId}/events/{eventId}', version: '2023-01-01' })
    this.getOrgGroups = make.paged({ operationId: 'getOrgGroups', method: 'GET', path: '/orgs/{orgId}/groups', version: '2023-01-01' })
    this.getOrgInvite = make.one({ operationId: 'getOrgInvite', method: 'GET', path: '/orgs/{orgId}/invites/{invitationId}', version: '2023-01-01' })
    this.getOrgMailSettings = make.one({ operationId: 'getOrgMailSettings', method: 'GET', path: '/orgs/{orgId}/mailSettings', version: '2023-01-01' })
    this.getOrgServiceAccount = make.one({ operationId: 'getOrgServiceAccount', method: 'GET', path: '/orgs/{orgId}/serviceAccounts/{clientId}', version: '2024-08-05' })
    this.getOrgServiceAccountGroups = make.paged({ operationId: 'getOrgServiceAccountGroups', method: 'GET', path: '/orgs/{orgId}/serviceAccounts/{clientId}/groups', version: '2024-08-05' })
    this.getOrgSettings = make.one({ operationId: 'getOrgSettings', method: 'GET', path: '/orgs/{orgId}/settings', version: '2023-01-01' })
    this.getOrgTeam = make.one({ operationId: 'getOrgTeam', method: 'GET', path: '/orgs/{orgId}/teams/{teamId}', version: '2023-01-01' })
    this.getOrgTeamByName = make.one({ operationId: 'getOrgTeamByName', method: 'GET', path: '/orgs/{orgId}/teams/byName/{teamName}', version: '2023-01-01' })
    this.getOrgUser = make.one({ operationId: 'getOrgUser', method: 'GET', path: '/orgs/{orgId}/users/{userId}', version: '2025-02-19' })
    this.getRateLimit = make.one({ operationId: 'getRateLimit', method: 'GET', path: '/rateLimits/{endpointSetId}', version: '2025-03-12' })
    this.getSystemStatus = make.one({ operationId: 'getSystemStatus', method: 'GET', path: '', version: '2023-01-01' })
    this.getUser = make.one({ operationId: 'getUser', method: 'GET', path: '/users/{userId}', version: '2023-01-01' })
    this.getUserByName = make.one({ operationId: 'getUserByName', method: 'GET', path: '/users/byName/{userName}', version: '2023-01-01' })
    this.inviteGroupServiceAccount = make.one({ operationId: 'inviteGroupServiceAccount', method: 'POST', path: '/groups/{groupId}/serviceAccounts/{clientId}:invite', version: '2024-08-05' })
    this.listClusters = make.paged({ operationId: 'listClusters', method: 'GET', path: '/groups/{groupId}/clusters', version: '2024-08-05' })
    this.listControlPlaneIpAddresses = make.one({ operationId: 'listControlPlaneIpAddresses', method: 'GET', path: '/unauth/controlPlaneIPAddresses', version: '2023-11-15', isPublic: true })
    this.listEventTypes = make.paged({ operationId: 'listEventTypes', method: 'GET', path: '/eventTypes', version: '2023-01-01' })
    this.listGroupAccessListEntries = make.paged({ operationId: 'listGroupAccessListEntries', method: 'GET', path: '/groups/{groupId}/accessList', version: '2023-01-01' })
    this.listGroupApiKeys = make.paged({ operationId: 'listGroupApiKeys', method: 'GET', path: '/groups/{groupId}/apiKeys', version: '2023-01-01' })
    this.listGroupEvents = make.paged({ operationId: 'listGroupEvents', method: 'GET', path: '/groups/{groupId}/events', version: '2023-01-01' })
    this.listGroupInviteMails = make.list({ operationId: 'listGroupInviteMails', method: 'GET', path: '/groups/{groupId}/invites/{invitationId}/mails', version: '2023-01-01' })
    this.listGroupInvites = make.list({ operationId: 'listGroupInvites', method: 'GET', path: '/groups/{groupId}/invites', version: '2023-01-01' })
    this.listGroupLimits = make.list({ operationId: 'listGroupLimits', method: 'GET', path: '/groups/{groupId}/limits', version: '2023-01-01' })
    this.listGroupServiceAccountAccessList = make.paged({ operationId: 'listGroupServiceAccountAccessList', method: 'GET', path: '/groups/{groupId}/serviceAccounts/{clientId}/accessList', version: '2024-08-05' })
    this.listGroupServiceAccounts = make.paged({ operationId: 'listGroupServiceAccounts', method: 'GET', path: '/groups/{groupId}/serviceAccounts', version: '2024-08-05' })
    this.listGroupTeams = make.paged({ operationId: 'listGroupTeams', method: 'GET', path: '/groups/{groupId}/teams', version: '2023-01-01' })
    this.listGroupUsers = make.paged({ operationId: 'listGroupUsers', method: 'GET', path: '/groups/{groupId}/users', version: '2025-02-19' })
    this.listGroups = make.paged({ operationId: 'listGroups', method: 'GET', path: '/groups', version: '2023-01-01' })
    this.listOrgApiKeyAccessListEntries = make.paged({ operationId: 'listOrgApiKeyAccessListEntries', method: 'GET', path: '/orgs/{orgId}/apiKeys/{apiUserId}/accessList', version: '2023-01-01' })
    this.listOrgApiKeys = make.paged({ operationId: 'listOrgApiKeys', method: 'GET', path: '/orgs/{orgId}/apiKeys', version: '2023-01-01' })
    this.listOrgEvents = make.paged({ operationId: 'listOrgEvents', method: 'GET', path: '/orgs/{orgId}/events', version: '2023-01-01' })
    this.listOrgInviteMails = make.list({ operationId: 'listOrgInviteMails', method: 'GET', path: '/orgs/{orgId}/invites/{invitationId}/mails', version: '2023-01-01' })
    this.listOrgInvites = make.list({ operationId: 'listOrgInvites', method: 'GET', path: '/orgs/{orgId}/invites', version: '2023-01-01' })
    this.listOrgServiceAccountAccessList = make.paged({ operationId: 'listOrgServiceAccountAccessList', method: 'GET', path: '/orgs/{orgId}/serviceAccounts/{clientId}/accessList', version: '2024-08-05' })
    this.listOrgServiceAccounts = make.paged({ operationId: 'listOrgServiceAccounts', method: 'GET', path: '/orgs/{orgId}/serviceAccounts', version: '2024-08-05' })
    this.listOrgTeamUsers = make.paged({ operationId: 'listOrgTeamUsers', method: 'GET', path: '/orgs/{orgId}/teams/{teamId}/users', version: '2025-02-19' })
    this.listOrgTeams = make.paged({ operationId: 'listOrgTeams', method: 'GET', path: '/orgs/{orgId}/teams', version: '2023-01-01' })
    this.listOrgUsers = make.paged({ operationId: 'listOrgUsers', method: 'GET', path: '/orgs/{orgId}/users', version: '2025-02-19' })
    this.listOrgs = make.paged({ operationId: 'listOrgs', method: 'GET', path: '/orgs', version: '2023-01-01' })
    this.listRateLimits = make.paged({ operationId: 'listRateLimits', method: 'GET', path: '/rateLimits', version: '2025-03-12' })
    this.migrateGroup = make.one({ operationId: 'migrateGroup', method: 'POST', path: '/groups/{groupId}:migrate', version: '2024-05-30' })
    this.removeGroupApiKey = make.one({ operationId: 'removeGroupApiKey', method: 'DELETE', path: '/groups/{groupId}/apiKeys/{apiUserId}', version: '2023-01-01' })
    this.removeGroupTeam = make.one({ operationId: 'removeGroupTeam', method: 'DELETE', path: '/groups/{groupId}/teams/{teamId}', version: '2023-01-01' })
    this.removeGroupUser = make.one({ operationId: 'removeGroupUser', method: 'DELETE', path: '/groups/{groupId}/users/{userId}', version: '2025-02-19' })
    this.removeGroupUserRole = make.one({ operationId: 'removeGroupUserRole', method: 'POST', path: '/groups/{groupId}/users/{userId}:removeRole', version: '2025-02-19' })
    this.removeOrgTeamUser = make.one({ operationId: 'removeOrgTeamUser', method: 'POST', path: '/orgs/{orgId}/teams/{teamId}:removeUser', version: '2025-02-19' })
    this.removeOrgTeamUserFromTeam = make.one({ operationId: 'removeOrgTeamUserFromTeam', method: 'DELETE', path: '/orgs/{orgId}/teams/{teamId}/users/{userId}', version: '2023-01-01' })
    this.removeOrgUser = make.one({ operationId: 'removeOrgUser', method: 'DELETE', path: '/orgs/{orgId}/users/{userId}', version: '2025-02-19' })
    this.removeOrgUserRole = make.one({ operationId: 'removeOrgUserRole', method: 'POST', path: '/orgs/{orgId}/users/{userId}:removeRole', version: '2025-02-19' })
    this.renameOrgTeam = make.one({ operationId: 'renameOrgTeam', method: 'PATCH', path: '/orgs/{orgId}/teams/{teamId}', version: '2023-01-01' })
    this.resendGroupInvite = make.one({ operationId: 'resendGroupInvite', method: 'POST', path: '/groups/{groupId}/invites/{invitationId}:resend', version: '2023-01-01' })
    this.resendGroupUser = make.one({ operationId: 'resendGroupUser', method: 'POST', path: '/groups/{groupId}/users/{userId}:resend', version: '2023-01-01' })
    this.resendOrgInvite = make.one({ operationId: 'resendOrgInvite', method: 'POST', path: '/orgs/{orgId}/invites/{invitationId}:resend', version: '2023-01-01' })
    this.resendOrgUser = make.one({ operationId: 'resendOrgUser', method: 'POST', path: '/orgs/{orgId}/users/{userId}:resend', version: '2023-01-01' })
    this.setGroupLimit = make.one({ operationId: 'setGroupLimit', method: 'PATCH', path: '/groups/{groupId}/limits/{limitName}', version: '2023-01-01' })
    this.updateGroup = make.one({ operationId: 'updateGroup', method: 'PATCH', path: '/groups/{groupId}', version: '2023-01-01' })
    this.updateGroupApiKeyRoles = make.one({ operationId: 'updateGroupApiKeyRoles', method: 'PATCH', path: '/groups/{groupId}/apiKeys/{apiUserId}', version: '2023-01-01' })
    this.updateGroupInviteById = make.one({ operationId: 'updateGroupInviteById', method: 'PATCH', path: '/groups/{groupId}/invites/{invitationId}', version: '2023-01-01' })
    this.updateGroupInvites = make.one({ operationId: 'updateGroupInvites', method: 'PATCH', path: '/groups/{groupId}/invites', version: '2023-01-01' })
    this.updateGroupServiceAccount = make.one({ operationId: 'updateGroupServiceAccount', method: 'PATCH', path: '/groups/{groupId}/serviceAccounts/{clientId}', version: '2024-08-05' })
    this.updateGroupSettings = make.one({ operationId: 'updateGroupSettings', method: 'PATCH', path: '/groups/{groupId}/settings', version: '2023-01-01' })
    this.updateGroupTeam = make.one({ operationId: 'updateGroupTeam', method: 'PATCH', path: '/groups/{groupId}/teams/{teamId}', version: '2023-01-01' })
    this.updateGroupUserRoles = make.one({ operationId: 'updateGroupUserRoles', method: 'PUT', path: '/groups/{groupId}/users/{userId}/roles', version: '2023-01-01' })
    this.updateOrg = make.one({ operationId: 'updateOrg', method: 'PATCH', path: '/orgs/{orgId}', version: '2023-01-01' })
    this.updateOrgApiKey = make.one({ operationId: 'updateOrgApiKey', method: 'PATCH', path: '/orgs/{orgId}/apiKeys/{apiUserId}', version: '2023-01-01' })
    this.updateOrgInviteById = make.one({ operationId: 'updateOrgInviteById', method: 'PATCH', path: '/orgs/{orgId}/invites/{invitationId}', version: '2023-01-01' })
    this.updateOrgInvites = make.one({ operationId: 'updateOrgInvites', method: 'PATCH', path: '/orgs/{orgId}/invites', version: '2023-01-01' })
    this.updateOrgMailSettings = make.one({ operationId: 'updateOrgMailSettings', method: 'PATCH', path: '/orgs/{orgId}/mailSettings', version: '2023-01-01' })
    this.updateOrgServiceAccount = make.one({ operationId: 'updateOrgServiceAccount', method: 'PATCH', path: '/orgs/{orgId}/serviceAccounts/{clientId}', version: '2024-08-05' })
    this.updateOrgSettings = make.one({ operationId: 'updateOrgSettings', method: 'PATCH', path: '/orgs/{orgId}/settings', version: '2023-01-01' })
    this.updateOrgUser = make.one({ operationId: 'updateOrgUser', method: 'PATCH', path: '/orgs/{orgId}/users/{userId}', version: '2025-02-19' })
    this.updateOrgUserRoles = make.one({ operationId: 'updateOrgUserRoles', method: 'PUT', path: '/orgs/{orgId}/users/{userId}/roles', version: '2023-01-01' })
  }
}
