// What is judged before a body is read, in the contract's order (docs/wire/conventions.md#order).
import { judgeAddress } from '../domain/access-lists.ts'
import type { Caller } from '../domain/actors.ts'
import { type Fault, refuse } from '../domain/faults.ts'
import { isObjectId, type ObjectId, type OrgId, type ProjectId } from '../domain/ids.ts'
import { isProjectAction } from '../domain/permissions.ts'
import type { App } from '../usecases/app.ts'
import { authorize, authorizeInProject } from '../usecases/authorize.ts'
import { type Answer, renderError } from './answer.ts'
import type { Face, Location } from './faces.ts'
import { presentFault, toWireError } from './faults.ts'
import { type Asked, type Intervention, interrupt } from './intervention.ts'
import { createRateLimits, type Draw, REFILL_SECONDS } from './rate-limits.ts'
import { ID_PARAMETERS, type Needs, type Permission } from './route.ts'
import type { ApiSettings } from './settings.ts'
import type { Edition, Match } from './table.ts'
import type { Trace } from './trace.ts'
import {
  invalidVersion,
  methodNotAllowed,
  rateLimited,
  unknownPath,
  unsupportedMediaType,
  versionGone,
  type WireError,
} from './wire/errors.ts'
import type { RawQuery } from './wire/query.ts'
import { isJsonMediaType } from './wire/versions.ts'

export interface ApiRequest {
  readonly method: string
  /** The path as it was sent, without the query. */
  readonly path: string
  readonly query: RawQuery
  readonly accept: string | undefined
  readonly contentType: string | undefined
  readonly contentEncoding: string | undefined
  readonly hasBody: boolean
  readonly idempotencyKey: string | undefined
  /** Where the request came from. */
  readonly address: string
  /** Notes what is seen of it, where somebody watches. */
  readonly trace?: Trace | undefined
}

/** A request that may be served as soon as its body has been read. */
export interface Admitted {
  readonly kind: 'admitted'
  readonly request: ApiRequest
  readonly face: Face
  readonly edition: Edition
  readonly allowed: Permission<Needs>
  readonly params: Readonly<Record<string, string>>
  /** What every answer to this request carries beside its edition's headers. */
  readonly rateHeaders: Readonly<Record<string, string>> | undefined
  /** What has stepped in, and may have the last word. */
  readonly intervention: Intervention | undefined
}

/** The headers of an error that an admitted request is answered with. */
export const errorHeadersOf = ({ edition, rateHeaders }: Pick<Admitted, 'edition' | 'rateHeaders'>) =>
  rateHeaders ? { ...edition.errorHeaders, ...rateHeaders } : edition.errorHeaders

interface Case {
  readonly face: Face
  readonly match: Match
  readonly edition: Edition
  readonly request: ApiRequest
  readonly caller: Caller | undefined
}

export function judging(app: App, settings: ApiSettings, locate: (path: string) => Location) {
  const rates = settings.limitsRates ? createRateLimits(app.ambient) : undefined
  return async (request: ApiRequest, caller: Caller | undefined, before?: Admitted): Promise<Answer | Admitted> => {
    const location = locate(request.path)
    const chosen = choose(app, settings, location, request, caller)
    if ('status' in chosen) return (caller && (await refuseUnserved(app, location, request, caller))) ?? chosen
    const { edition, match } = chosen
    const { address } = request
    const draw = rates?.draw(edition.route.limit, { caller, address, groupId: match.params['groupId'] })
    if (draw && draw.retryAfter > 0) return refuseRate(draw, edition, request.query)
    const given = { ...chosen, request, caller }
    // Whatever steps in is asked once, however often a request is judged.
    const intervention = before ? before.intervention : settings.intervene?.(askedOf(given))
    const rateHeaders = draw && rateHeadersOf(draw)
    if (!intervention) return judgeCase(app, given, rateHeaders, undefined)
    return judgeInterrupted(app, given, rateHeaders, intervention, before)
  }
}

async function judgeInterrupted(
  app: App,
  given: Case,
  rateHeaders: Admitted['rateHeaders'],
  intervention: Intervention,
  before: Admitted | undefined,
): Promise<Answer | Admitted> {
  const { request, edition } = given
  const instead = (error: WireError, headers: Readonly<Record<string, string>>): Answer =>
    renderError(error, { ...errorHeadersOf({ edition, rateHeaders }), ...headers }, request.query)
  const first = before ? undefined : await interrupt(intervention, 'before', instead, request.trace)
  if (first) return first
  const judged = await judgeCase(app, given, rateHeaders, intervention)
  return 'kind' in judged ? judged : ((await interrupt(intervention, 'after', instead, request.trace)) ?? judged)
}

const askedOf = ({ caller, edition: { route, pathTemplate }, match: { params } }: Case): Asked => ({
  operationId: route.operationId,
  caller,
  pathTemplate,
  params,
  limit: route.limit,
})

/** The row and the version that the request asks for, or what it is told instead. */
function choose(
  app: App,
  settings: ApiSettings,
  { face, below }: Location,
  request: ApiRequest,
  caller: Caller | undefined,
): Answer | Pick<Case, 'face' | 'match' | 'edition'> {
  const match = below === undefined ? undefined : face.table.find(request.method, below)
  if (!match || isUnasked(match, caller)) return refusePath(face, below, request)
  const edition = face.table.edition(match.served, request.accept)
  if (!edition) return renderError(invalidVersion, face.errorHeaders, request.query)
  if (isGone(app, settings, face, edition)) {
    return renderError(versionGone(edition.version.date, edition.pathTemplate), edition.errorHeaders, request.query)
  }
  const fault = caller && addressFault(app, caller)
  if (fault) {
    request.trace?.note({ fault })
    return renderError(presentFault(fault), edition.errorHeaders, request.query)
  }
  return { face, match, edition }
}

/** What a caller is told whose credential may not be used from where it calls. */
function addressFault({ ambient, usage }: App, caller: Caller): Fault | undefined {
  const { access, address } = caller
  const admission = judgeAddress(access, address)
  switch (admission.kind) {
    case 'in':
      if (admission.entry) usage?.note(caller, admission.entry, ambient.now())
      return undefined
    case 'not_listed':
      return { code: 'address_not_listed', address }
    case 'no_list':
      return { code: 'access_list_required', address }
  }
}

/** Where nobody is asked for credentials, there is nothing but what is open to everybody. */
const isUnasked = ({ served }: Match, caller: Caller | undefined): boolean =>
  caller === undefined && served.route.needs !== 'public'

function refusePath({ table, errorHeaders }: Face, below: string | undefined, request: ApiRequest): Answer {
  const { method, path, query } = request
  const allowed = below === undefined ? [] : table.allowed(below)
  if (allowed.length === 0) return renderError(unknownPath(path), errorHeaders, query)
  return renderError(methodNotAllowed(method), { ...errorHeaders, Allow: allowed.join(', ') }, query)
}

/** What a caller is told about something unserved below a project that is not there, or that it may not see. */
async function refuseUnserved(
  app: App,
  { face, below = '' }: Location,
  { query, trace }: ApiRequest,
  caller: Caller,
): Promise<Answer | undefined> {
  const [root, collection, groupId = '', resource = '', ...rest] = below.split('/')
  const isUnserved = face.dialect.unserved.includes(resource) && rest.length === 0
  if (root !== '' || collection !== 'groups' || !isUnserved) return undefined
  try {
    const fault = addressFault(app, caller)
    if (fault) refuse(fault)
    if (!isObjectId<ProjectId>(groupId)) refuse({ code: 'malformed_id', kind: 'group', id: groupId })
    await authorizeInProject(app, caller, 'project.read', groupId)
    return undefined
  } catch (error) {
    return renderError(toWireError(error, face.dialect, trace), face.errorHeaders, query)
  }
}

const rateHeadersOf = ({ capacity, remaining }: Draw) => ({
  'RateLimit-Limit': String(capacity),
  'RateLimit-Remaining': String(remaining),
})

function refuseRate(draw: Draw, { errorHeaders, pathTemplate }: Edition, query: RawQuery): Answer {
  const headers = { ...errorHeaders, ...rateHeadersOf(draw) }
  return renderError(rateLimited({ ...draw, pathTemplate, refillSeconds: REFILL_SECONDS }), headers, query)
}

async function judgeCase(
  app: App,
  { face, match, edition, request, caller }: Case,
  rateHeaders: Admitted['rateHeaders'],
  intervention: Intervention | undefined,
): Promise<Answer | Admitted> {
  const answer = (error: WireError) => renderError(error, errorHeadersOf({ edition, rateHeaders }), request.query)
  try {
    const params = checkedParams(match)
    const allowed = await permission(app, caller, edition.route.needs, params)
    if (edition.route.body && request.hasBody && !isReadable(request)) return answer(unsupportedMediaType)
    return { kind: 'admitted', request, face, edition, allowed, params, rateHeaders, intervention }
  } catch (error) {
    return answer(toWireError(error, face.dialect, request.trace))
  }
}

const isGone = (app: App, { enforcesSunsets }: ApiSettings, { dialect }: Face, { version }: Edition): boolean =>
  enforcesSunsets() &&
  dialect.announcesSunsets &&
  version.sunset !== undefined &&
  app.ambient.now() >= Date.parse(version.sunset)

const isReadable = ({ contentType, contentEncoding }: ApiRequest): boolean =>
  isJsonMediaType(contentType) && (contentEncoding ?? 'identity').toLowerCase() === 'identity'

function checkedParams({ params }: Match): Readonly<Record<string, string>> {
  const checked: Record<string, string> = {}
  for (const [name, value = ''] of Object.entries(params)) {
    const kind = ID_PARAMETERS[name]
    if (kind && !isObjectId<ObjectId>(value)) refuse({ code: 'malformed_id', kind, id: value })
    checked[name] = value
  }
  return checked
}

async function permission(
  app: App,
  caller: Caller | undefined,
  needs: Needs,
  { orgId = '', groupId = '' }: Readonly<Record<string, string>>,
): Promise<Permission<Needs>> {
  if (caller === undefined || needs === 'public') return undefined
  if (needs === 'authenticated') return caller
  if (!isProjectAction(needs)) {
    return authorize(caller, needs, isObjectId<OrgId>(orgId) ? orgId : refuse({ code: 'org_not_found', id: orgId }))
  }
  const projectId = isObjectId<ProjectId>(groupId) ? groupId : refuse({ code: 'group_not_found', id: groupId })
  return authorizeInProject(app, caller, needs, projectId)
}
