// Reading the audit record: feeds of an organization or a project, newest first, and what is too old to keep.
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { AuditEvent, EventType } from '../domain/events.ts'
import type { EventId, OrgId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import { fromRow } from './events.ts'
import type { ProjectIdOrNone, Tables } from './schema.ts'

export interface EventFilter {
  /** Only events of these projects; an empty id stands for the organization's own. Without it, all. */
  readonly projects?: readonly ProjectIdOrNone[] | undefined
  /** Only these types. */
  readonly types?: readonly EventType[] | undefined
  /** None of these types. */
  readonly excluded?: readonly EventType[] | undefined
  /** The earliest and the first too late moment, in milliseconds. */
  readonly from?: number | undefined
  readonly before?: number | undefined
}

interface Slice {
  readonly offset: number
  readonly limit: number
}

/** The events of the slice, newest first. */
export async function list(
  sql: Sql,
  orgId: OrgId,
  filter: EventFilter,
  { offset, limit }: Slice,
): Promise<readonly AuditEvent[]> {
  const rows = await sql.q
    .selectFrom('events')
    .selectAll()
    .where((eb) => matching(eb, orgId, filter))
    .orderBy('created_at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(fromRow)
}

/** How many events the filter lets through. */
export async function count(sql: Sql, orgId: OrgId, filter: EventFilter): Promise<number> {
  const row = await sql.q
    .selectFrom('events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => matching(eb, orgId, filter))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** The event with this id, if the filter lets it through. */
export async function byId(
  sql: Sql,
  orgId: OrgId,
  eventId: EventId,
  filter: Pick<EventFilter, 'projects'>,
): Promise<AuditEvent | undefined> {
  const row = await sql.q
    .selectFrom('events')
    .selectAll()
    .where('event_id', '=', eventId)
    .where((eb) => matching(eb, orgId, filter))
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Forgets up to `limit` events that are older, oldest first, and says how many. Safe in several processes. */
export async function sweep(tx: Tx, before: number, limit: number): Promise<number> {
  const due = await tx.q
    .selectFrom('events')
    .select(['org_id', 'event_id'])
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  for (const { org_id, event_id } of due) {
    await tx.q.deleteFrom('events').where('org_id', '=', org_id).where('event_id', '=', event_id).execute()
  }
  return due.length
}

function matching(
  eb: ExpressionBuilder<Tables, 'events'>,
  orgId: OrgId,
  { projects, types, excluded, from, before }: EventFilter,
): Expression<SqlBool> {
  const [project] = projects ?? []
  return eb.and([
    eb('org_id', '=', orgId),
    // One project by equality, so that its own index is used.
    ...(projects === undefined || project === undefined
      ? []
      : [projects.length === 1 ? eb('project_id', '=', project) : eb('project_id', 'in', projects)]),
    ...(types === undefined ? [] : [eb('type', 'in', types)]),
    ...(excluded === undefined ? [] : [eb('type', 'not in', excluded)]),
    ...(from === undefined ? [] : [eb('created_at', '>=', from)]),
    ...(before === undefined ? [] : [eb('created_at', '<', before)]),
  ])
}
