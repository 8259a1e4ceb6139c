// A route is a row of data: what an operation is called, where it stands, who may use it and what runs.
import type { Caller } from '../domain/actors.ts'
import type { IdKind } from '../domain/faults.ts'
import type { InvitationId, OrgId, ProjectId } from '../domain/ids.ts'
import type { OrgAction, ProjectAction } from '../domain/permissions.ts'
import type { App } from '../usecases/app.ts'
import type { Allowed, AllowedInProject } from '../usecases/authorize.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Links } from './present/links.ts'
import type { EndpointSetName } from './rate-limits.ts'
import type { BodyReader } from './schemas/body.ts'
import type { Json } from './wire/json.ts'
import type { RawQuery } from './wire/query.ts'
import type { OperationVersion } from './wire/versions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `authenticated` is for operations that show each caller only what is its own. */
export type Needs = OrgAction | ProjectAction | 'authenticated'

/** Path parameters that are identifiers, and what a malformed one is called. */
export const ID_PARAMETERS: Readonly<Record<string, IdKind>> = {
  orgId: 'org',
  groupId: 'group',
  invitationId: 'invitation',
}

interface Identifiers {
  orgId: OrgId
  groupId: ProjectId
  invitationId: InvitationId
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
    : Caller

/** What an operation is answered with; `list` is a bare array, `page` already its own envelope. */
export type Reply =
  | { readonly kind: 'resource'; readonly body: Json }
  | { readonly kind: 'list'; readonly body: readonly Json[] }
  | { readonly kind: 'page'; readonly body: { readonly [key: string]: Json } }
  | { readonly kind: 'nothing' }

export const resource = (body: Json): Reply => ({ kind: 'resource', body })
export const list = (body: readonly Json[]): Reply => ({ kind: 'list', body })
export const nothing: Reply = { kind: 'nothing' }

export interface Context<Path extends string, Need extends Needs, Body> {
  readonly app: App
  readonly allowed: Permission<Need>
  readonly params: PathParameters<Path>
  readonly query: RawQuery
  readonly body: Body
  readonly dialect: Dialect
  readonly links: Links
  /** The commit this program was built from, 40 hexadecimal characters. */
  readonly build: string
}

interface Row<Path extends string, Need extends Needs, Body> {
  /** The official name of the operation. */
  readonly operationId: string
  readonly method: Method
  /** The official path below the dialect's prefix. */
  readonly path: Path
  readonly needs: Need
  /** Whose rate limit it counts against, where limits are on. */
  readonly limit: EndpointSetName
  /** Oldest first. */
  readonly versions: readonly OperationVersion[]
  /** The status of a success, 200 unless said. */
  readonly status?: number
  readonly body?: BodyReader<Body>
  readonly run: (context: Context<Path, Need, Body>) => Promise<Reply>
}

/** A row whose types have done their work: the pipeline hands `run` exactly what the row asked for. */
export interface Route extends Omit<Row<string, Needs, unknown>, 'run'> {
  readonly run: (context: Context<string, Needs, unknown>) => Promise<Reply>
}

/** Declares a row. */
export const route = <const Path extends string, const Need extends Needs, Body = undefined>(
  row: Row<Path, Need, Body>,
): Route => row as unknown as Route
