// The audit record: what happened, by whom, in Atlas's own type names.
import type { ApiKeyId, ClientId, EventId, OrgId, ProjectId, UserId } from './ids.ts'
import type { PrincipalKind } from './invitations.ts'

export type EventType =
  | 'ORG_CREATED'
  | 'INVITED_TO_ORG'
  | 'ORG_INVITATION_DELETED'
  | 'JOINED_ORG'
  | 'USER_ROLES_CHANGED_AUDIT'
  | 'INVITED_TO_GROUP'
  | 'GROUP_INVITATION_DELETED'
  | 'JOINED_GROUP'
  | 'JOINED_TEAM'
  | 'GROUP_CREATED'
  | 'GROUP_DELETED'

/** Who an event is written down for. */
export interface Author {
  readonly kind: PrincipalKind
  readonly id: ApiKeyId | ClientId | UserId
  readonly name: string
}

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
