// The audit record: what happened, by whom and from where, in Atlas's own type names.
import type { Caller } from './actors.ts'
import type { ApiKeyId, ClientId, EventId, OrgId, ProjectId, UserId } from './ids.ts'
import type { PrincipalKind } from './invitations.ts'

export type EventType =
  | 'ORG_CREATED'
  | 'ORG_RENAMED'
  | 'ORG_PUBLIC_API_ACCESS_LIST_REQUIRED'
  | 'ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED'
  | 'ORG_TWO_FACTOR_AUTH_REQUIRED'
  | 'ORG_TWO_FACTOR_AUTH_OPTIONAL'
  | 'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED'
  | 'SECURITY_CONTACT_MODIFIED'
  | 'GROUP_MOVED_FROM_ORG'
  | 'INVITED_TO_ORG'
  | 'ORG_INVITATION_DELETED'
  | 'JOINED_ORG'
  | 'REMOVED_FROM_ORG'
  | 'USER_ROLES_CHANGED_AUDIT'
  | 'INVITED_TO_TEAM'
  | 'JOINED_TEAM'
  | 'REMOVED_FROM_TEAM'
  | 'INVITED_TO_GROUP'
  | 'GROUP_INVITATION_DELETED'
  | 'JOINED_GROUP'
  | 'REMOVED_FROM_GROUP'
  | 'GROUP_CREATED'
  | 'GROUP_DELETED'
  | 'GROUP_MOVED'
  | 'GROUP_NAME_CHANGED'
  | 'GROUP_TAGS_MODIFIED'
  | 'TEAM_CREATED'
  | 'TEAM_DELETED'
  | 'TEAM_NAME_CHANGED'
  | 'TEAM_ADDED_TO_GROUP'
  | 'TEAM_REMOVED_FROM_GROUP'
  | 'TEAM_ROLES_MODIFIED'
  | 'API_KEY_CREATED'
  | 'API_KEY_DELETED'
  | 'API_KEY_ROLES_CHANGED'
  | 'API_KEY_DESCRIPTION_CHANGED'
  | 'API_KEY_ADDED_TO_GROUP'
  | 'API_KEY_REMOVED_FROM_GROUP'
  | 'API_KEY_ACCESS_LIST_ENTRY_ADDED'
  | 'API_KEY_ACCESS_LIST_ENTRY_DELETED'
  | 'SERVICE_ACCOUNT_CREATED'
  | 'SERVICE_ACCOUNT_DELETED'
  | 'SERVICE_ACCOUNT_ROLES_CHANGED'
  | 'SERVICE_ACCOUNT_DETAILS_CHANGED'
  | 'SERVICE_ACCOUNT_ADDED_TO_GROUP'
  | 'SERVICE_ACCOUNT_REMOVED_FROM_GROUP'
  | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED'
  | 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED'
  | 'SERVICE_ACCOUNT_SECRET_ADDED'
  | 'SERVICE_ACCOUNT_SECRET_DELETED'
  | 'NETWORK_PERMISSION_ENTRY_ADDED'
  | 'NETWORK_PERMISSION_ENTRY_REMOVED'
  | 'NETWORK_PERMISSION_ENTRY_UPDATED'

/** Who an event is written down for, and the address it was done from, where there was one. */
export interface Author {
  readonly kind: PrincipalKind
  readonly id: ApiKeyId | ClientId | UserId
  readonly name: string
  readonly address?: string | undefined
}

/** A caller as the author of what it does. */
export const authorOf = ({ actor, address }: Caller): Author => ({
  kind: actor.kind,
  id: actor.id,
  name: actor.name,
  address,
})

export interface AuditEvent {
  readonly eventId: EventId
  readonly orgId: OrgId
  readonly projectId: ProjectId | undefined
  readonly type: EventType
  readonly createdAt: number
  readonly author: Author
  /** What only this type has, such as `targetUsername` or `teamId`. */
  readonly details: Readonly<Record<string, string>>
}
