// The audit record, written in the same transaction as the change it tells of.
import type { AuditEvent, EventType } from '../domain/events.ts'
import type { EventId, OrgId } from '../domain/ids.ts'
import type { PrincipalKind } from '../domain/invitations.ts'
import type { Tx } from './db.ts'
import { fromJson } from './json.ts'
import type { ProjectIdOrNone, Tables } from './schema.ts'
import { statement } from './statement.ts'

interface EventRow {
  orgId: OrgId
  eventId: EventId
  projectId: ProjectIdOrNone
  type: EventType
  createdAt: number
  actorKind: PrincipalKind
  actorId: AuditEvent['author']['id']
  actorName: string
  remoteAddress: string | null
  details: string
}

const insertRow = statement<EventRow>()((q, p) =>
  q.insertInto('events').values({
    org_id: p.orgId,
    event_id: p.eventId,
    project_id: p.projectId,
    type: p.type,
    created_at: p.createdAt,
    actor_kind: p.actorKind,
    actor_id: p.actorId,
    actor_name: p.actorName,
    remote_address: p.remoteAddress,
    details: p.details,
  }),
)

export async function add(tx: Tx, event: AuditEvent): Promise<void> {
  await tx.run(insertRow, {
    orgId: event.orgId,
    eventId: event.eventId,
    projectId: event.projectId ?? '',
    type: event.type,
    createdAt: event.createdAt,
    actorKind: event.author.kind,
    actorId: event.author.id,
    actorName: event.author.name,
    remoteAddress: event.author.address ?? null,
    details: JSON.stringify(event.details),
  })
}

export const fromRow = (row: Tables['events']): AuditEvent => ({
  eventId: row.event_id,
  orgId: row.org_id,
  projectId: row.project_id || undefined,
  type: row.type,
  createdAt: row.created_at,
  author: {
    kind: row.actor_kind,
    id: row.actor_id,
    name: row.actor_name,
    address: row.remote_address ?? undefined,
  },
  details: fromJson<AuditEvent['details']>(row.details),
})
