// Events on the wire: who, when and where are the same for all; what else one tells depends on what it is about.
import Type, { type TProperties } from 'typebox'
import { EVENT_TYPES, type EventSubject } from '../../domain/event-types.ts'
import type { AuditEvent, EventType } from '../../domain/events.ts'
import { closed, Id, Instant, Links as LinksSchema, oneOf } from '../schemas/vocabulary.ts'
import { fullAddress } from '../wire/addresses.ts'
import type { Json } from '../wire/json.ts'
import { instant } from '../wire/time.ts'
import { type Link, type Links, selfLink } from './links.ts'
import { type Shape, shape } from './shape.ts'

export interface EventView {
  readonly event: AuditEvent
  /** Whether to add the record as a document of its own. */
  readonly includesRaw: boolean
}

export interface EventPresenters {
  readonly orgEvent: Shape<[view: EventView, links: Links]>
  readonly projectEvent: Shape<[view: EventView, links: Links]>
  readonly eventType: Shape<[type: EventType]>
}

/** What events tell beside the common fields, by what they are about; other details stay in the record. */
const DETAILS: Readonly<Record<EventSubject, readonly string[]>> = {
  organization: [],
  project: [],
  tags: [],
  service_account: [],
  person: ['targetUsername'],
  team: ['teamId'],
  api_key: ['targetPublicKey', 'whitelistEntry'],
  project_access_list: ['whitelistEntry'],
}

const TypeName = oneOf(Object.keys(EVENT_TYPES))

const Raw = closed({
  _t: oneOf(['AUDIT']),
  cid: Type.Optional(Id),
  cre: Instant,
  description: Type.String(),
  id: Id,
  orgId: Id,
  severity: oneOf(['INFO']),
})

const eventOf = (place: TProperties) =>
  closed({
    ...place,
    apiKeyId: Type.Optional(Id),
    created: Instant,
    eventTypeName: TypeName,
    id: Id,
    isGlobalAdmin: Type.Boolean(),
    links: LinksSchema,
    publicKey: Type.Optional(Type.String()),
    raw: Type.Optional(Raw),
    remoteAddress: Type.Optional(Type.String()),
    resourceId: Type.Optional(Id),
    resourceType: Type.Optional(oneOf(['project'])),
    targetPublicKey: Type.Optional(Type.String()),
    targetUsername: Type.Optional(Type.String()),
    teamId: Type.Optional(Id),
    userId: Type.Optional(Id),
    username: Type.Optional(Type.String()),
    whitelistEntry: Type.Optional(Type.String()),
  })

const OrgEvent = eventOf({ groupId: Type.Optional(Id), orgId: Id })
const ProjectEvent = eventOf({ groupId: Id })

/** An event in its organization's feed. One that belongs to no project has a link with `null` for a project, as live. */
const presentOrgEvent = shape(OrgEvent, (view: EventView, links: Links) => {
  const { eventId, projectId } = view.event
  return fieldsOf(view, inOrganization(view), selfLink(links, `/groups/${projectId ?? 'null'}/events/${eventId}`))
})

/** The same on Cloud Manager, whose link leads to the organization's feed. */
const presentCloudManagerOrgEvent = shape(OrgEvent, (view: EventView, links: Links) => {
  const { eventId, orgId } = view.event
  return fieldsOf(view, inOrganization(view), selfLink(links, `/orgs/${orgId}/events/${eventId}`))
})

/** An event in its project's feed, which names the project alone. */
const presentProjectEvent = shape(ProjectEvent, (view: EventView, links: Links) => {
  const { eventId, projectId = '' } = view.event
  return fieldsOf(view, { groupId: projectId }, selfLink(links, `/groups/${projectId}/events/${eventId}`))
})

/** A kind of event. Nothing raises alerts here. */
const presentEventType = shape(
  closed({ alertable: Type.Boolean(), description: Type.String(), eventType: TypeName }),
  (type: EventType) => ({ alertable: false, description: EVENT_TYPES[type].about, eventType: type }),
)

export const atlasEvents: EventPresenters = {
  orgEvent: presentOrgEvent,
  projectEvent: presentProjectEvent,
  eventType: presentEventType,
}

export const cloudManagerEvents: EventPresenters = { ...atlasEvents, orgEvent: presentCloudManagerOrgEvent }

const inOrganization = ({ event: { orgId, projectId } }: EventView) => ({ groupId: projectId, orgId })

function fieldsOf(
  { event, includesRaw }: EventView,
  { groupId, orgId }: { readonly groupId: string | undefined; readonly orgId?: string },
  self: Link,
): Json {
  const { subject } = EVENT_TYPES[event.type]
  const { kind, id, name, address } = event.author
  const told = (key: string) => (DETAILS[subject].includes(key) ? event.details[key] : undefined)
  const tagged = subject === 'tags' ? event.projectId : undefined
  return withoutAbsent({
    apiKeyId: kind === 'api_key' ? id : undefined,
    created: instant(event.createdAt),
    eventTypeName: event.type,
    groupId,
    id: event.eventId,
    isGlobalAdmin: false,
    links: [self],
    orgId,
    publicKey: kind === 'user' ? undefined : name,
    raw: includesRaw ? rawOf(event) : undefined,
    remoteAddress: address && fullAddress(address),
    resourceId: tagged,
    resourceType: tagged && 'project',
    targetPublicKey: told('targetPublicKey'),
    targetUsername: told('targetUsername'),
    teamId: told('teamId'),
    userId: kind === 'user' ? id : undefined,
    username: kind === 'user' ? name : undefined,
    whitelistEntry: told('whitelistEntry'),
  })
}

/** The record as a document, whose description also tells what has no field of its own. */
function rawOf({ eventId, orgId, projectId, type, createdAt, details }: AuditEvent): Json {
  const told = Object.entries(details).map(([name, value]) => ` ${name}: ${value}.`)
  return withoutAbsent({
    _t: 'AUDIT',
    cid: projectId,
    cre: instant(createdAt),
    description: EVENT_TYPES[type].about + told.join(''),
    id: eventId,
    orgId,
    severity: 'INFO',
  })
}

const withoutAbsent = (fields: Readonly<Record<string, Json | undefined>>): Json =>
  Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
