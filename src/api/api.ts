// One request, judged in the contract's order and answered: the way every operation takes in every dialect.
import { Refusal, refuse } from '../domain/faults.ts'
import { isObjectId, type ObjectId, type OrgId, type ProjectId } from '../domain/ids.ts'
import { isProjectAction } from '../domain/permissions.ts'
import type { App } from '../usecases/app.ts'
import { authorize, authorizeInProject, type Caller } from '../usecases/authorize.ts'
import { type Answer, render, renderError } from './answer.ts'
import { type Face, faces } from './faces.ts'
import { presentFault } from './faults.ts'
import { ID_PARAMETERS, type Needs, type Permission } from './route.ts'
import type { ApiSettings } from './settings.ts'
import type { Edition, Match } from './table.ts'
import {
  bodyTooLarge,
  invalidVersion,
  methodNotAllowed,
  unexpected,
  unknownPath,
  unsupportedMediaType,
  versionGone,
  type WireError,
} from './wire/errors.ts'
import { checkCommonFlags, type RawQuery } from './wire/query.ts'
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
}

/** A request that may be served as soon as its body has been read. */
export interface Admitted {
  readonly kind: 'admitted'
  readonly request: ApiRequest
  readonly face: Face
  readonly edition: Edition
  readonly allowed: Permission<Needs>
  readonly params: Readonly<Record<string, string>>
}

export interface Api {
  /** The type of the 401 that a caller without valid credentials gets on this path. */
  challengeType(path: string): string
  /** Everything that is judged before the body is read: a refusal, or the right to go on. */
  judge(request: ApiRequest, caller: Caller): Promise<Answer | Admitted>
  /** Reads the body and runs the operation. */
  serve(admitted: Admitted, body: Uint8Array | undefined): Promise<Answer>
  /** The answer to a body over the limit, in bytes. */
  tooLarge(path: string, query: RawQuery, limit: number): Answer
  /** The answer when something failed that no caller can mend. */
  failed(path: string, query: RawQuery): Answer
}

/** The API over the rows. Throws on rows that must not be served. */
export function createApi(app: App, settings: ApiSettings): Api {
  const { faceOf } = faces(settings)
  return {
    challengeType: (path) => faceOf(path).dialect.challengeType,
    judge: async (request, caller) => {
      const face = faceOf(request.path)
      const match = face.table.find(request.method, request.path.slice(face.dialect.prefix.length))
      if (!match) return refusePath(face, request)
      return judgeMatch(app, settings, { face, match, request, caller })
    },
    serve: (admitted, body) => serve(app, settings, admitted, body),
    tooLarge: (path, query, limit) => renderError(bodyTooLarge(limit), faceOf(path).errorHeaders, query),
    failed: (path, query) => renderError(unexpected, faceOf(path).errorHeaders, query),
  }
}

function refusePath({ dialect, table, errorHeaders }: Face, { method, path, query }: ApiRequest): Answer {
  const allowed = table.allowed(path.slice(dialect.prefix.length))
  if (allowed.length === 0 || !path.startsWith(dialect.prefix)) {
    return renderError(unknownPath(path), errorHeaders, query)
  }
  return renderError(methodNotAllowed(method), { ...errorHeaders, Allow: allowed.join(', ') }, query)
}

interface Judging {
  readonly face: Face
  readonly match: Match
  readonly request: ApiRequest
  readonly caller: Caller
}

async function judgeMatch(app: App, settings: ApiSettings, judging: Judging): Promise<Answer | Admitted> {
  const { face, match, request, caller } = judging
  const edition = face.table.edition(match.served, request.accept)
  if (!edition) return renderError(invalidVersion, face.errorHeaders, request.query)
  const answer = (error: WireError) => renderError(error, edition.errorHeaders, request.query)
  if (isGone(app, settings, face, edition)) {
    return answer(versionGone(edition.version.date, `${face.dialect.prefix.slice(1)}${edition.route.path}`))
  }
  try {
    const params = checkedParams(match)
    const allowed = await permission(app, caller, edition.route.needs, params)
    if (edition.route.body && request.hasBody && !isReadable(request)) return answer(unsupportedMediaType)
    return { kind: 'admitted', request, face, edition, allowed, params }
  } catch (error) {
    return answer(toWireError(error, face))
  }
}

const isGone = (app: App, { enforcesSunsets }: ApiSettings, { dialect }: Face, { version }: Edition): boolean =>
  enforcesSunsets &&
  dialect.announcesSunsets &&
  version.sunset !== undefined &&
  app.ambient.now() >= Date.parse(version.sunset)

const isReadable = ({ contentType, contentEncoding }: ApiRequest): boolean =>
  isJsonMediaType(contentType) && (contentEncoding ?? 'identity') === 'identity'

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
  caller: Caller,
  needs: Needs,
  { orgId = '', groupId = '' }: Readonly<Record<string, string>>,
): Promise<Permission<Needs>> {
  if (needs === 'authenticated') return caller
  if (!isProjectAction(needs)) {
    return authorize(caller, needs, isObjectId<OrgId>(orgId) ? orgId : refuse({ code: 'org_not_found', id: orgId }))
  }
  const projectId = isObjectId<ProjectId>(groupId) ? groupId : refuse({ code: 'group_not_found', id: groupId })
  return authorizeInProject(app, caller, needs, projectId)
}

async function serve(
  app: App,
  settings: ApiSettings,
  { request, face, edition, allowed, params }: Admitted,
  bytes: Uint8Array | undefined,
): Promise<Answer> {
  const { route, successHeaders } = edition
  const { dialect, links } = face
  const { query } = request
  try {
    checkCommonFlags(query)
    const body = route.body?.read(bytes, dialect.refusedAttributes)
    const reply = await route.run({ app, allowed, params, query, body, dialect, links, build: settings.build })
    const own = dialect.successHeaders[route.operationId]?.(settings.baseUrl())
    const status = dialect.statuses[route.operationId] ?? route.status ?? 200
    return render(reply, status, own ? { ...successHeaders, ...own } : successHeaders, query)
  } catch (error) {
    return renderError(toWireError(error, face), edition.errorHeaders, query)
  }
}

/** A refusal in the dialect's words; anything else is not for callers and goes on. */
function toWireError(error: unknown, { dialect }: Face): WireError {
  if (!(error instanceof Refusal)) throw error
  return dialect.wording(error.fault) ?? presentFault(error.fault)
}
