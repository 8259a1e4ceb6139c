// The rows as one dialect serves them: dispatch by method and path, and the headers each version carries.
import FindMyWay, { type HTTPMethod } from 'find-my-way'
import type { Dialect } from './dialects/dialect.ts'
import { toPattern } from './pattern.ts'
import type { Route } from './route.ts'
import { headerDate } from './wire/time.ts'
import { type OperationVersion, requestedDate, resolveVersion } from './wire/versions.ts'

const LONGEST_PARAMETER = 1024
const MOST_REMEMBERED = 100

/** One version of one operation in one dialect. */
export interface Edition {
  readonly route: Route
  readonly version: OperationVersion
  /** The official path with its prefix, as errors name it: `api/atlas/v2/orgs/{orgId}/invites`. */
  readonly pathTemplate: string
  readonly successHeaders: Readonly<Record<string, string>>
  readonly errorHeaders: Readonly<Record<string, string>>
}

export interface Served {
  readonly route: Route
  readonly editions: ReadonlyMap<OperationVersion, Edition>
}

export interface Match {
  readonly served: Served
  readonly params: Readonly<Record<string, string | undefined>>
}

export interface Table {
  /** The row for a method and a path below the dialect's prefix; HEAD is served wherever GET is. */
  find(method: string, path: string): Match | undefined
  /** The methods that the path has, as the Allow header lists them; empty for an unknown path. */
  allowed(path: string): readonly string[]
  /** The edition that the Accept header asks for; undefined when there is none. */
  edition(served: Served, accept: string | undefined): Edition | undefined
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly HTTPMethod[]

/** The table of those rows that the dialect serves. `common` are the headers on every answer. Throws on rows that cannot be served. */
export function createTable(
  dialect: Dialect,
  routes: readonly Route[],
  common: Readonly<Record<string, string>>,
): Table {
  checkRows(routes)
  const routed = () => {
    const router = FindMyWay({ ignoreTrailingSlash: true, maxParamLength: LONGEST_PARAMETER })
    for (const route of routes.filter(({ operationId }) => dialect.serves(operationId))) {
      router.on(route.method, toPattern(route.path) || '/', () => {}, serve(dialect, route, common))
    }
    return router
  }
  // Made for the first request: it takes some milliseconds, and few callers speak every dialect.
  let router: ReturnType<typeof routed> | undefined
  const dateOf = remembered(requestedDate)
  const lookUp = (method: HTTPMethod, path: string): Match | undefined => {
    router ??= routed()
    const found = router.find(method, path === '' ? '/' : path)
    return found ? { served: found.store, params: found.params } : undefined
  }
  return {
    find: (method, path) => {
      const wanted = METHODS.find((name) => name === (method === 'HEAD' ? 'GET' : method))
      return wanted && lookUp(wanted, path)
    },
    allowed: (path) =>
      METHODS.filter((method) => lookUp(method, path)).flatMap((method) =>
        method === 'GET' ? ['GET', 'HEAD'] : [method],
      ),
    edition: ({ route, editions }, accept) => {
      const date = dialect.versioned ? dateOf(accept ?? '') : route.versions[0]?.date
      const version = date === undefined ? undefined : resolveVersion(route.versions, date)
      return version && editions.get(version)
    },
  }
}

/** Clients send the same few Accept headers for ever; those are read once, and strange ones each time. */
function remembered(read: (text: string) => string | undefined): (text: string) => string | undefined {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (value !== undefined && known.size < MOST_REMEMBERED) known.set(text, value)
    return value
  }
}

function serve(dialect: Dialect, route: Route, common: Readonly<Record<string, string>>): Served {
  const editions = route.versions.map((version): [OperationVersion, Edition] => {
    const announced = dialect.announcesSunsets ? sunsetHeaders(version) : {}
    const type = dialect.versioned ? `application/vnd.atlas.${version.date}+json;charset=utf-8` : 'application/json'
    return [
      version,
      {
        route,
        version,
        pathTemplate: `${dialect.prefix.slice(1)}${route.path}`,
        successHeaders: { 'Content-Type': type, ...common, ...announced },
        errorHeaders: { 'Content-Type': 'application/json', ...common, ...announced },
      },
    ]
  })
  return { route, editions: new Map(editions) }
}

const sunsetHeaders = ({ deprecated, sunset }: OperationVersion): Readonly<Record<string, string>> => ({
  ...(deprecated === undefined ? {} : { Deprecation: headerDate(deprecated) }),
  ...(sunset === undefined ? {} : { Sunset: headerDate(sunset) }),
})

/** What the path must name for the need to be judged. */
const targetOf = (needs: string): string =>
  needs.startsWith('org.')
    ? '{orgId}'
    : needs.startsWith('project.')
      ? '{groupId}'
      : needs === 'public'
        ? '/unauth/'
        : ''

/** A row that nobody could be refused by, or that stands twice, must not start. */
function checkRows(routes: readonly Route[]): void {
  const names = new Set<string>()
  for (const { operationId, needs, path, versions } of routes) {
    const target = targetOf(needs)
    if (names.has(operationId)) throw new Error(`The operation ${operationId} stands in two rows.`)
    if (!path.includes(target)) throw new Error(`${operationId} needs ${needs}, but its path has no ${target}.`)
    if (versions.length === 0) throw new Error(`${operationId} has no version.`)
    names.add(operationId)
  }
}
