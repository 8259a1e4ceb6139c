// The audit record: what happened, by whom and from where, in Atlas's own type names.
import type { Caller } from './actors.ts'
import type { EventType } from './event-types.ts'
import type { ApiKeyId, ClientId, EventId, OrgId, ProjectId, UserId } from './ids.ts'
import type { PrincipalKind } from './invitations.ts'

export type { EventType } from './event-types.ts'

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
