// What an operation needs before it can be called once, and the call that follows from its row.
import type { Route } from '../../../src/api/route.ts'
import type { Json } from '../../../src/api/wire/json.ts'
import { ACME } from '../case-seed.ts'
import type { Given } from '../cases.ts'
import type { Call } from '../http-client.ts'
import { type Client, DIALECTS, type DialectUnderTest } from '../world.ts'

/** What has to stand in one call of an operation; Acme and its Project 0 are named by themselves. */
export interface Prepared {
  /** By the names in the row's path. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: Json
}

/** Makes what one call needs; what is read or changed without a trace may be the seed's. */
export type Preparation = (given: Given) => Prepared | Promise<Prepared>

/** By operationId. */
export type Preparations = Readonly<Record<string, Preparation>>

/** Asks v2 for the newest version of any operation. */
export const NEWEST = 'application/vnd.atlas.2025-03-12+json'

const KNOWN: Readonly<Record<string, string>> = { orgId: ACME.id, groupId: ACME.project0 }

/** The call below the dialect's prefix, in a version of the row: the newest unless said. */
export function callOf(
  { method, path, versions }: Pick<Route, 'method' | 'path' | 'versions'>,
  dialect: DialectUnderTest,
  { params = {}, query = '', body }: Prepared,
  version = versions.at(-1)?.date,
): Call {
  const target = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameter(name, params)))
  const accept = dialect.name === 'v2' ? `application/vnd.atlas.${version}+json` : dialect.accept
  return {
    method,
    target: query === '' ? target : `${target}?${query}`,
    headers: { Accept: accept, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }
}

function parameter(name: string, params: Readonly<Record<string, string>>): string {
  const value = params[name] ?? KNOWN[name]
  if (value === undefined) throw new Error(`The preparation names no ${name}.`)
  return value
}

/** Acme's owner in v2, in which tests make and remove what they need whatever dialect they are about. */
export function ownerInV2({ world }: Pick<Given, 'world'>): Client {
  const v2 = DIALECTS.find(({ name }) => name === 'v2')
  if (!v2) throw new Error('There is no v2.')
  return world.client(v2, 'owner')
}

/** Posts by Acme's owner in the newest version of the API. */
export function makerOf(given: Pick<Given, 'world'>) {
  const owner = ownerInV2(given)
  return async (path: string, body: Json) => {
    const answer = await owner.post(path, body, { Accept: NEWEST })
    if (answer.status < 300) return answer
    throw new Error(`POST ${path} made nothing: ${answer.status} ${answer.text}`)
  }
}
