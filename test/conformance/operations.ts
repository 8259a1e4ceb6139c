// Which operation a request belongs to, by the rows that are served.
import { isCloudManagersOwn } from '../../src/api/dialects/cloud-manager-operations.ts'
import { routes } from '../../src/api/operations/all.ts'

/** Of clusters, which the document does not describe here. */
const BEYOND: readonly string[] = ['listClusters']

/** The rows of Atlas, which are all that the recordings and the official document speak of. */
export const officialRoutes = routes.filter(
  ({ extension, operationId }) => !extension && !isCloudManagersOwn(operationId) && !BEYOND.includes(operationId),
)

const patterns = officialRoutes.map(({ operationId, method, path }) => ({
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
