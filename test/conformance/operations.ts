// Which operation a request belongs to, by the rows that are served.
import { routes } from '../../src/api/operations/all.ts'

const patterns = routes.map(({ operationId, method, path }) => ({
  operationId,
  method,
  exact: !path.includes('{'),
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

/** The official name of the operation; undefined when it is not served. `path` stands below the prefix. */
export function operationOf(method: string, path: string): string | undefined {
  const [bare = ''] = path.split('?')
  const fitting = patterns.filter((each) => each.method === method && each.pattern.test(bare))
  return (fitting.find(({ exact }) => exact) ?? fitting[0])?.operationId
}
