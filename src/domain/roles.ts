// The role catalogues of both services, and what an organization role implies in every project.

/** Roles in an Atlas organization, in catalogue order. */
export const ATLAS_ORG_ROLES = [
  'ORG_OWNER',
  'ORG_MEMBER',
  'ORG_GROUP_CREATOR',
  'ORG_BILLING_ADMIN',
  'ORG_BILLING_READ_ONLY',
  'ORG_STREAM_PROCESSING_ADMIN',
  'ORG_READ_ONLY',
] as const

/** Roles in a Cloud Manager organization, in catalogue order. */
export const CLOUD_MANAGER_ORG_ROLES = [
  'ORG_OWNER',
  'ORG_MEMBER',
  'ORG_GROUP_CREATOR',
  'ORG_BILLING_ADMIN',
  'ORG_BILLING_READ_ONLY',
  'ORG_READ_ONLY',
] as const

/** Roles in an Atlas project, in catalogue order. */
export const ATLAS_PROJECT_ROLES = [
  'GROUP_OWNER',
  'GROUP_REPLICA_SET_MANAGER',
  'GROUP_CLUSTER_MANAGER',
  'GROUP_CLUSTER_CREATOR',
  'GROUP_CLUSTER_LOG_VIEWER',
  'GROUP_CLUSTER_RESILIENCE_TESTER',
  'GROUP_STREAM_PROCESSING_OWNER',
  'GROUP_ACCESS_MANAGER',
  'GROUP_DATA_ACCESS_ADMIN',
  'GROUP_DATA_ACCESS_READ_WRITE',
  'GROUP_DATA_ACCESS_READ_ONLY',
  'GROUP_DATABASE_ACCESS_ADMIN',
  'GROUP_BACKUP_MANAGER',
  'GROUP_BACKUP_CREATOR',
  'GROUP_BACKUP_RECOVERY_OPERATOR',
  'GROUP_BACKUP_EXPORT_OPERATOR',
  'GROUP_NETWORK_ACCESS_MANAGER',
  'GROUP_OBSERVABILITY_VIEWER',
  'GROUP_TRIGGER_MANAGER',
  'GROUP_READ_ONLY',
  'GROUP_INDEX_MANAGER',
  'GROUP_SEARCH_INDEX_EDITOR',
  'GROUP_REAL_TIME_PERFORMANCE_OPERATOR',
  'GROUP_SUPPORT_ACCESS_MANAGER',
  'GROUP_ALERTS_MANAGER',
  'GROUP_MODEL_OWNER',
] as const

/** Roles in a Cloud Manager project, in catalogue order. */
export const CLOUD_MANAGER_PROJECT_ROLES = [
  'GROUP_OWNER',
  'GROUP_READ_ONLY',
  'GROUP_USER_ADMIN',
  'GROUP_DATA_ACCESS_ADMIN',
  'GROUP_DATA_ACCESS_READ_WRITE',
  'GROUP_DATA_ACCESS_READ_ONLY',
  'GROUP_MONITORING_ADMIN',
  'GROUP_BACKUP_ADMIN',
  'GROUP_AUTOMATION_ADMIN',
] as const

// A role that both services have keeps Atlas's place.
const ALL = [...new Set([...ATLAS_ORG_ROLES, ...ATLAS_PROJECT_ROLES, ...CLOUD_MANAGER_PROJECT_ROLES])]
const ORDER = new Map(ALL.map((role, index) => [role, index]))
const ORDER_BY_NAME: ReadonlyMap<string, number> = ORDER

/** Whether some catalogue has this organization role. */
export const isOrgRole = (role: string): boolean => role.startsWith('ORG_') && ORDER_BY_NAME.has(role)

/** Whether some catalogue has this project role. */
export const isProjectRole = (role: string): boolean => role.startsWith('GROUP_') && ORDER_BY_NAME.has(role)

/** A copy in catalogue order, which is how answers list granted roles. */
export const inCatalogueOrder = (roles: Iterable<string>): readonly string[] =>
  [...roles].sort((a, b) => (ORDER_BY_NAME.get(a) ?? ORDER.size) - (ORDER_BY_NAME.get(b) ?? ORDER.size))

/** What an organization role counts as in every project of the organization. Answers never show implied roles. */
const IMPLIED_IN_PROJECTS: Readonly<Record<string, readonly string[]>> = {
  ORG_OWNER: ['GROUP_OWNER'],
  ORG_READ_ONLY: ['GROUP_READ_ONLY'],
  ORG_STREAM_PROCESSING_ADMIN: ['GROUP_READ_ONLY', 'GROUP_STREAM_PROCESSING_OWNER'],
}

/** The project roles that these organization roles imply everywhere in the organization. */
export const impliedProjectRoles = (orgRoles: readonly string[]): readonly string[] =>
  orgRoles.flatMap((role) => IMPLIED_IN_PROJECTS[role] ?? [])
