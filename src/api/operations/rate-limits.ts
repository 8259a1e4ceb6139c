// The rate limits there are, read from the buckets' own table and from the rows that count against each.
import { isIP } from 'node:net'
import Type from 'typebox'
import type { Caller } from '../../domain/actors.ts'
import { refuse } from '../../domain/faults.ts'
import type { OrgId, ProjectId } from '../../domain/ids.ts'
import type { App } from '../../usecases/app.ts'
import { authorize, authorizeInProject, parseId } from '../../usecases/authorize.ts'
import type { Dialect } from '../dialects/dialect.ts'
import type { RateLimitView } from '../present/rate-limits.ts'
import { ENDPOINT_SETS, isEndpointSetName, type Scope } from '../rate-limits.ts'
import { type Route, resource, route, shows, showsPage } from '../route.ts'
import { Id, PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest } from '../wire/paging.ts'
import { type RawQuery, text } from '../wire/query.ts'
import { pageOf } from './pages.ts'
import { RATE_LIMITS } from './versions.ts'

const OWNER_QUERY = { groupId: Id, ipAddress: Type.String(), orgId: Id, userId: Type.String() }

/** Nobody chooses here whether to count. */
const { includeCount: _, ...PLAIN_PAGE_QUERY } = PAGE_QUERY

const shared = { limit: 'rateLimits', method: 'GET', needs: 'authenticated', versions: RATE_LIMITS } as const

/** The two operations over all `routes`, which they are part of themselves. */
export const rateLimitRoutes = (routes: () => readonly Route[]): readonly Route[] => [
  route({
    ...shared,
    operationId: 'listRateLimits',
    path: '/rateLimits',
    query: { ...PLAIN_PAGE_QUERY, ...OWNER_QUERY, endpointPath: Type.String(), name: Type.String() },
    answer: showsPage('rateLimit'),
    run: async (context) => {
      const { app, allowed, dialect, query } = context
      const request = { ...pageRequest(query), includeCount: undefined }
      const scopes = await scopesOf(app, allowed, query)
      const own = ['endpointPath', 'groupId', 'ipAddress', 'name', 'orgId', 'userId'].flatMap((name) => {
        const value = text(query, name)
        return value === undefined ? [] : [[name, value] as const]
      })
      return pageOf(context, {
        path: '/rateLimits',
        own: Object.fromEntries(own),
        request,
        items: setsOf(routes(), dialect).filter((set) => isOf(set, scopes) && isNamed(set, query)),
        present: (set) => dialect.present.rateLimit(set),
      })
    },
  }),
  route({
    ...shared,
    operationId: 'getRateLimit',
    path: '/rateLimits/{endpointSetId}',
    query: OWNER_QUERY,
    answer: shows('rateLimit'),
    run: async ({ app, allowed, dialect, params, query }) => {
      const scopes = await scopesOf(app, allowed, query)
      const id = params.endpointSetId
      const set = setsOf(routes(), dialect).find(({ name }) => name === id)
      if (!set || !isOf(set, scopes)) refuse({ code: 'rate_limit_not_found', id })
      return resource(dialect.present.rateLimit(set))
    },
  }),
]

/** The sets that any operation of the dialect counts against, each with those operations. */
function setsOf(routes: readonly Route[], { prefix, serves }: Dialect): readonly RateLimitView[] {
  const served = routes.filter(({ operationId }) => serves(operationId))
  return Object.keys(ENDPOINT_SETS)
    .filter(isEndpointSetName)
    .map((name) => ({
      name,
      endpoints: served
        .filter(({ limit }) => limit === name)
        .map(({ method, path }) => ({ method, path: `${prefix}${path}` })),
    }))
    .filter(({ endpoints }) => endpoints.length > 0)
}

/**
 * The kinds of buckets that the query's owners have, or undefined when it names none. A project or an organization must
 * be one that the caller may read; everybody of a kind has the same limits, so that nothing else is looked up.
 */
async function scopesOf(app: App, caller: Caller, query: RawQuery): Promise<readonly Scope[] | undefined> {
  const [groupId, orgId] = [text(query, 'groupId'), text(query, 'orgId')]
  const [userId, ipAddress] = [text(query, 'userId'), text(query, 'ipAddress')]
  if (orgId !== undefined) authorize(caller, 'org.read', parseId<OrgId>('org', orgId))
  if (groupId !== undefined) await authorizeInProject(app, caller, 'project.read', parseId<ProjectId>('group', groupId))
  if (ipAddress !== undefined && isIP(ipAddress) === 0) {
    refuse({ code: 'invalid_query_parameter', name: 'ipAddress', value: ipAddress })
  }
  const given: readonly (readonly [Scope, string | undefined])[] = [
    ['group', groupId],
    ['organization', orgId],
    ['user', userId],
    ['ip', ipAddress],
  ]
  const scopes = given.filter(([, value]) => value !== undefined).map(([scope]) => scope)
  return scopes.length === 0 ? undefined : scopes
}

const isOf = ({ name }: RateLimitView, scopes: readonly Scope[] | undefined): boolean =>
  scopes === undefined || scopes.includes(ENDPOINT_SETS[name].scope)

/** Whether the set has the name and an endpoint of the path that the query asks for; ids may stand in the path. */
function isNamed({ name, endpoints }: RateLimitView, query: RawQuery): boolean {
  const [wanted, path] = [text(query, 'name')?.toLowerCase(), text(query, 'endpointPath')]
  const isWanted = wanted === undefined || ENDPOINT_SETS[name].title.toLowerCase() === wanted
  return isWanted && (path === undefined || endpoints.some((endpoint) => isPathOf(endpoint.path, path)))
}

function isPathOf(template: string, path: string): boolean {
  const [parts, given] = [template.split('/'), path.split('/')]
  return (
    parts.length === given.length &&
    parts.every((part, index) => part === given[index] || (/^\{\w+\}/.test(part) && !part.includes(':')))
  )
}
