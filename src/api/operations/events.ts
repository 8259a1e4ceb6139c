// The audit record of organizations and projects, and the kinds of events there are.
import Type from 'typebox'
import { EVENT_TYPES, isEventType } from '../../domain/event-types.ts'
import { refuse } from '../../domain/faults.ts'
import {
  getOrgEvent,
  getProjectEvent,
  listEventTypes,
  listOrgEvents,
  listProjectEvents,
} from '../../usecases/events.ts'
import { resource, route, shows, showsPage } from '../route.ts'
import { oneOf, PAGE_QUERY } from '../schemas/vocabulary.ts'
import { dateRange } from '../wire/dates.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { flag, type RawQuery, text, texts } from '../wire/query.ts'
import { pageOf } from './pages.ts'
import { FIRST } from './versions.ts'

const RAW_QUERY = { includeRaw: Type.Boolean({ default: false }) }
const Types = Type.Array(oneOf(Object.keys(EVENT_TYPES)))
const MOMENT = Type.String({ format: 'date-time' })
const FEED_QUERY = { ...PAGE_QUERY, ...RAW_QUERY, eventType: Types, maxDate: MOMENT, minDate: MOMENT }

/** Parameters that only the project's feed has; there are no clusters here, so that their names choose nothing. */
const PROJECT_FEED_QUERY = { ...FEED_QUERY, clusterNames: Type.Array(Type.String()), excludedEventType: Types }

const includesRaw = (query: RawQuery): boolean => flag(query, 'includeRaw', false)

/** What the query asks of a feed. */
function feedOf(query: RawQuery, knowsExclusions: boolean) {
  const request = pageRequest(query)
  const types = typesIn(query, 'eventType')
  const excluded = knowsExclusions ? typesIn(query, 'excludedEventType') : undefined
  const given = {
    eventType: types,
    excludedEventType: excluded,
    maxDate: text(query, 'maxDate'),
    minDate: text(query, 'minDate'),
  }
  return {
    request,
    raw: includesRaw(query),
    filter: { ...sliceOf(request), ...dateRange(query), types, excluded, counted: request.includeCount !== false },
    own: Object.fromEntries(
      Object.entries({ ...given, includeRaw: String(includesRaw(query)) }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  }
}

function typesIn(query: RawQuery, name: string) {
  const names = [...new Set(texts(query, name))]
  if (names.length === 0) return undefined
  return names.map((each) => (isEventType(each) ? each : refuse({ code: 'unknown_event_type', name: each })))
}

export const eventRoutes = [
  route({
    operationId: 'listOrgEvents',
    method: 'GET',
    path: '/orgs/{orgId}/events',
    limit: 'orgEvents',
    needs: 'org.read',
    versions: FIRST,
    query: FEED_QUERY,
    answer: showsPage('orgEvent'),
    run: async (context) => {
      const { app, allowed, dialect, links, params, query } = context
      const { request, filter, own, raw } = feedOf(query, false)
      const { events, total } = await listOrgEvents(app, allowed, filter)
      return pageOf(context, {
        path: `/orgs/${params.orgId}/events`,
        own,
        request,
        items: events,
        total,
        present: (event) => dialect.present.orgEvent({ event, includesRaw: raw }, links),
      })
    },
  }),
  route({
    operationId: 'getOrgEvent',
    method: 'GET',
    path: '/orgs/{orgId}/events/{eventId}',
    limit: 'orgEvents',
    needs: 'org.read',
    versions: FIRST,
    query: RAW_QUERY,
    answer: shows('orgEvent'),
    run: async ({ app, allowed, dialect, links, params, query }) => {
      const raw = includesRaw(query)
      const event = await getOrgEvent(app, allowed, params.eventId)
      return resource(dialect.present.orgEvent({ event, includesRaw: raw }, links))
    },
  }),
  route({
    operationId: 'listGroupEvents',
    method: 'GET',
    path: '/groups/{groupId}/events',
    limit: 'projectEvents',
    needs: 'project.read',
    versions: FIRST,
    query: PROJECT_FEED_QUERY,
    answer: showsPage('projectEvent'),
    run: async (context) => {
      const { app, allowed, dialect, links, params, query } = context
      const { request, filter, own, raw } = feedOf(query, true)
      const { events, total } = await listProjectEvents(app, allowed, filter)
      return pageOf(context, {
        path: `/groups/${params.groupId}/events`,
        own,
        request,
        items: events,
        total,
        present: (event) => dialect.present.projectEvent({ event, includesRaw: raw }, links),
      })
    },
  }),
  route({
    operationId: 'getGroupEvent',
    method: 'GET',
    path: '/groups/{groupId}/events/{eventId}',
    limit: 'projectEvents',
    needs: 'project.read',
    versions: FIRST,
    query: RAW_QUERY,
    answer: shows('projectEvent'),
    run: async ({ app, allowed, dialect, links, params, query }) => {
      const raw = includesRaw(query)
      const event = await getProjectEvent(app, allowed, params.eventId)
      return resource(dialect.present.projectEvent({ event, includesRaw: raw }, links))
    },
  }),
  route({
    operationId: 'listEventTypes',
    method: 'GET',
    path: '/eventTypes',
    limit: 'eventTypes',
    // A role anywhere suffices, and which one cannot be told from the path.
    needs: 'authenticated',
    versions: FIRST,
    query: PAGE_QUERY,
    answer: showsPage('eventType'),
    run: async (context) =>
      pageOf(context, {
        path: '/eventTypes',
        own: {},
        request: pageRequest(context.query),
        items: listEventTypes(context.allowed),
        present: (type) => context.dialect.present.eventType(type),
      }),
  }),
]
