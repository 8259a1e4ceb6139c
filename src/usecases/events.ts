// The audit record as it is read: an organization's feed, a project's, and the kinds of events there are.
import type { Caller } from '../domain/actors.ts'
import { EVENT_TYPES, isEventType } from '../domain/event-types.ts'
import type { AuditEvent, EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { EventId, OrgId, ProjectId } from '../domain/ids.ts'
import { impliedProjectRoles } from '../domain/roles.ts'
import * as feeds from '../store/event-feeds.ts'
import type { App } from './app.ts'
import type { Allowed, AllowedInProject } from './authorize.ts'

export interface EventQuery extends Omit<feeds.EventFilter, 'projects'> {
  readonly offset: number
  readonly limit: number
  /** Whether the caller wants to know how many there are in all. */
  readonly counted: boolean
}

export interface EventPage {
  readonly events: readonly AuditEvent[]
  /** How many there are in all; uncounted, at least one more than shown when there are more. */
  readonly total: number
}

/** The organization's feed, newest first: its own events, and those of the projects that the caller may read. */
export const listOrgEvents = (app: App, by: Allowed<'org.read'>, query: EventQuery): Promise<EventPage> =>
  pageOf(app, by.actor.orgId, { ...query, projects: visibleTo(by) }, query)

/** The project's feed, newest first. */
export const listProjectEvents = (
  app: App,
  { project }: AllowedInProject<'project.read'>,
  query: EventQuery,
): Promise<EventPage> => pageOf(app, project.orgId, { ...query, projects: [project.projectId] }, query)

/** One event of the organization's feed. */
export async function getOrgEvent(app: App, by: Allowed<'org.read'>, id: EventId): Promise<AuditEvent> {
  const event = await feeds.byId(app.db.read, by.actor.orgId, id, { projects: visibleTo(by) })
  return event ?? refuse({ code: 'org_event_not_found', id })
}

/** One event of the project's feed. */
export async function getProjectEvent(
  app: App,
  { project }: AllowedInProject<'project.read'>,
  id: EventId,
): Promise<AuditEvent> {
  const event = await feeds.byId(app.db.read, project.orgId, id, { projects: [project.projectId] })
  return event ?? refuse({ code: 'event_not_found', id })
}

/** The kinds of events by name, for whoever holds any role at all. */
export function listEventTypes({ actor }: Caller): readonly EventType[] {
  if (actor.orgRoles.length + actor.projectRoles.size === 0) refuse({ code: 'not_allowed', action: 'org.read' })
  return Object.keys(EVENT_TYPES).filter(isEventType).toSorted()
}

/** Every project for those whose organization roles reach into all of them, which needs no filter. */
const visibleTo = ({ actor }: Caller): readonly (ProjectId | '')[] | undefined =>
  impliedProjectRoles(actor.orgRoles).length > 0 ? undefined : ['', ...actor.projectRoles.keys()]

async function pageOf(
  { db }: App,
  orgId: OrgId,
  filter: feeds.EventFilter,
  { offset, limit, counted }: EventQuery,
): Promise<EventPage> {
  const found = await feeds.list(db.read, orgId, filter, { offset, limit: limit + 1 })
  const total = counted ? await feeds.count(db.read, orgId, filter) : offset + found.length
  return { events: found.slice(0, limit), total }
}
