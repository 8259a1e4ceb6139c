// A route is a row of data: what an operation is called, where it stands, who may use it and what runs.

import type { TSchema } from 'typebox'
import type { Caller } from '../domain/actors.ts'
import type { IdKind } from '../domain/faults/request.ts'
import type { ApiKeyId, EventId, InvitationId, OrgId, ProjectId, SecretId, TeamId, UserId } from '../domain/ids.ts'
import type { OrgAction, ProjectAction } from '../domain/permissions.ts'
import type { App } from '../usecases/app.ts'
import type { Allowed, AllowedInProject } from '../usecases/authorize.ts'
import type { Repeat } from '../usecases/batches.ts'
import type { Dialect, ShapeName } from './dialects/dialect.ts'
import type { Links } from './present/links.ts'
import type { EndpointSetName } from './rate-limits.ts'
import type { BodyReader } from './schemas/body.ts'
import type { Json } from './wire/json.ts'
import type { RawQuery } from './wire/query.ts'
import type { OperationVersion } from './wire/versions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * `authenticated` is for operations that show each caller only what is its own, or that ask for more once they have
 * read the body; `public` for those under /unauth/, where nobody is asked for credentials.
 */
export type Needs = OrgAction | ProjectAction | 'authenticated' | 'public'

/** Path parameters that are identifiers, and what a malformed one is called. */
export const ID_PARAMETERS: Readonly<Record<string, IdKind>> = {
  orgId: 'org',
  groupId: 'group',
  invitationId: 'invitation',
  teamId: 'team',
  userId: 'user',
  apiUserId: 'api_key',
  eventId: 'event',
  secretId: 'secret',
}

interface Identifiers {
  orgId: OrgId
  groupId: ProjectId
  invitationId: InvitationId
  teamId: TeamId
  userId: UserId
  apiUserId: ApiKeyId
  eventId: EventId
  secretId: SecretId
}

type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** The parameters that a path names; identifiers have been checked. */
export type PathParameters<Path extends string> = {
  readonly [Name in NamesIn<Path>]: Name extends keyof Identifiers ? Identifiers[Name] : string
}

/** What a row's need has been turned into. */
export type Permission<Need extends Needs> = Need extends OrgAction
  ? Allowed<Need>
  : Need extends ProjectAction
    ? AllowedInProject<Need>
    : Need extends 'public'
      ? undefined
      : Caller

type Headers = Readonly<Record<string, string>>

/**
 * What an operation is answered with; `list` is a bare array, `page` already its own envelope. The `id` is that of a thing
 * which has just been made, for headers that say where it is; `headers` are this answer's own.
 */
export type Reply =
  | { readonly kind: 'resource'; readonly body: Json; readonly id?: string; readonly headers?: Headers }
  | { readonly kind: 'list'; readonly body: readonly Json[] }
  | { readonly kind: 'page'; readonly body: { readonly [key: string]: Json } }
  | { readonly kind: 'nothing' }

export const resource = (body: Json): Reply => ({ kind: 'resource', body })
/** The answer to the creation of the thing with this id. */
export const created = (body: Json, id: string): Reply => ({ kind: 'resource', body, id })
export const list = (body: readonly Json[]): Reply => ({ kind: 'list', body })
export const nothing: Reply = { kind: 'nothing' }

/** What a success shows: a shape of the dialect alone, in a bare array or in a page; or nothing at all, with 204. */
export type Shown =
  | { readonly kind: 'resource' | 'list' | 'page'; readonly shape: ShapeName }
  | { readonly kind: 'nothing' }

export const shows = (shape: ShapeName): Shown => ({ kind: 'resource', shape })
export const showsList = (shape: ShapeName): Shown => ({ kind: 'list', shape })
export const showsPage = (shape: ShapeName): Shown => ({ kind: 'page', shape })
export const showsNothing: Shown = { kind: 'nothing' }

export interface Context<Path extends string, Need extends Needs, Body> {
  readonly app: App
  readonly allowed: Permission<Need>
  readonly params: PathParameters<Path>
  readonly query: RawQuery
  readonly body: Body
  readonly dialect: Dialect
  readonly links: Links
  /** The date of the version that answers, `YYYY-MM-DD`. */
  readonly version: string
  /** The commit this program was built from, 40 hexadecimal characters. */
  readonly build: string
  /** By what the request is known when it is repeated: where the row is `idempotent`, and its caller gave it a key. */
  readonly repeat: Repeat | undefined
}

interface Row<Path extends string, Need extends Needs, Body> {
  /** The official name of the operation. */
  readonly operationId: string
  /** Set where no official document has the operation: it is Atrium's own (docs/wire/extensions.md). */
  readonly extension?: true
  /** Whether an Idempotency-Key makes repeating it harmless (docs/wire/batch.md). */
  readonly idempotent?: true
  readonly method: Method
  /** The official path below the dialect's prefix. */
  readonly path: Path
  readonly needs: Need
  /** Whose rate limit it counts against, where limits are on. */
  readonly limit: EndpointSetName
  /** Oldest first. */
  readonly versions: readonly OperationVersion[]
  /** What a success shows; by the version's date where the versions differ. */
  readonly answer: Shown | Readonly<Record<string, Shown>>
  /** The status of a success that shows something, 200 unless said; one that shows nothing is 204. */
  readonly status?: number
  /** What a success may show instead, as its `run` decides. */
  readonly orElse?: Shown
  /** The query parameters that the operation reads, beside `pretty` and `envelope`. */
  readonly query?: Readonly<Record<string, TSchema>>
  readonly body?: BodyReader<Body>
  readonly run: (context: Context<Path, Need, Body>) => Promise<Reply>
}

/** A row whose types have done their work: the pipeline hands `run` exactly what the row asked for. */
export interface Route extends Omit<Row<string, Needs, unknown>, 'run'> {
  readonly run: (context: Context<string, Needs, unknown>) => Promise<Reply>
}

/** What a success of this version shows. */
export const shownBy = ({ answer }: Route, version: string): Shown =>
  isShown(answer) ? answer : (answer[version] ?? showsNothing)

const isShown = (answer: Route['answer']): answer is Shown => 'kind' in answer && typeof answer.kind === 'string'

/** Declares a row. */
export const route = <const Path extends string, const Need extends Needs, Body = undefined>(
  row: Row<Path, Need, Body>,
): Route => row as unknown as Route
