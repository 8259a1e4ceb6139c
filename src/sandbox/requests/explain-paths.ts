// Why nothing is served at an address, and what is served instead, in words.
import { dialects } from '../../api/dialects/all.ts'
import type { Dialect } from '../../api/dialects/dialect.ts'
import { routes } from '../../api/operations/all.ts'
import { nearest } from '../nearest.ts'
import type { Located } from './locate.ts'
import { successorOf } from './successors.ts'
import { listed } from './words.ts'

const SUGGESTED = 3
/** Longer paths are like no operation's, and would take long to compare. */
const LONGEST_COMPARED = 200
const IDENTIFIER = /[0-9a-f]{24}/g

/** Which operations a path is like that none has. */
export function explainUnknownPath({ dialect, below }: Located): string {
  if (!dialect) {
    const prefixes = dialects.map(({ prefix }) => prefix)
    return `nothing is served under this path: an API begins with ${listed(prefixes, 'or')}`
  }
  const byShape = shapesOf(dialect)
  const sought = below.slice(0, LONGEST_COMPARED).replaceAll(IDENTIFIER, '{}')
  const like = nearest(sought, [...byShape.keys()], SUGGESTED).flatMap((shape) => byShape.get(shape) ?? [])
  return `no operation has this path; the nearest are ${listed(like, 'and')}`
}

/** `/orgs/{orgId}/invites (GET, POST)` by the same path with every parameter left open. */
function shapesOf(dialect: Dialect): ReadonlyMap<string, string> {
  const methods = Map.groupBy(
    routes.filter(({ operationId }) => dialect.serves(operationId)),
    ({ path }) => path,
  )
  return new Map(
    [...methods].map(([path, rows]) => [
      path.replaceAll(/\{\w+\}/g, '{}'),
      `${path} (${rows.map(({ method }) => method).join(', ')})`,
    ]),
  )
}

/** Which methods there are. */
export const explainMethod = ({ methods }: Located): string =>
  methods.length > 0 ? `the path takes ${listed(methods, 'and')}` : 'the Allow header lists the methods that it takes'

/** Which versions there are. */
export function explainVersion({ route }: Located): string {
  const dates = route?.versions.map(({ date }) => date) ?? []
  const [first = ''] = dates
  const versions = dates.length > 1 ? 'versions' : 'version'
  return (
    `${route?.operationId} has the ${versions} ${listed(dates, 'and')}, and Accept must name a date that is no ` +
    `earlier, as application/vnd.atlas.${first}+json does`
  )
}

/** Since when a version is gone, and what follows it. */
export function explainEnd({ route, version }: Located): string {
  const ended = `version ${version?.date} of ${route?.operationId} ended on ${version?.sunset}`
  const next = route && successorOf(route)
  if (!next) return ended
  const name = next.operationId === route.operationId ? '' : `${next.operationId} of `
  return `${ended}; ${name}version ${next.version} follows it`
}
