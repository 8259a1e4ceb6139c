// Which operation a request asks for, found as the API finds it, whether or not the request ever got that far.
import type { Dialect } from '../../api/dialects/dialect.ts'
import { locator } from '../../api/faces.ts'
import type { Route } from '../../api/route.ts'
import type { OperationVersion } from '../../api/wire/versions.ts'
import { TOKEN_OPERATIONS } from '../operation-names.ts'

export interface Located {
  /** Undefined for a path that is in no dialect, such as the token endpoints'. */
  readonly dialect: Dialect | undefined
  /** The path below the dialect's prefix. */
  readonly below: string
  readonly route: Route | undefined
  /** The version that the request asks for, if there is one. */
  readonly version: OperationVersion | undefined
  readonly params: Readonly<Record<string, string | undefined>>
  /** The methods that the path has. */
  readonly methods: readonly string[]
  /** The name of the operation, where there is one. */
  readonly operationId: string | undefined
  /** Whether it is the token endpoints' to answer, who ask for no digest. */
  readonly isTokenEndpoint: boolean
}

const nowhere = { dialect: undefined, below: '', route: undefined, version: undefined, params: {}, methods: [] }

// Only to find rows with: no answer is ever made of these settings.
const locate = locator({
  baseUrl: () => '',
  enforcesSunsets: () => false,
  strictTransport: 'never',
  limitsRates: false,
  version: '',
  build: '',
})

/** `path` without its query; `accept` is the header. */
export function locateOperation(method: string, path: string, accept: string | undefined): Located {
  const { face, below } = locate(path)
  if (below === undefined) {
    const tokenOperation = TOKEN_OPERATIONS[path]
    const operationId = method === 'POST' ? tokenOperation : undefined
    return { ...nowhere, operationId, isTokenEndpoint: tokenOperation !== undefined }
  }
  const { dialect, table } = face
  const match = table.find(method, below)
  return {
    dialect,
    below,
    route: match?.served.route,
    version: match && table.edition(match.served, accept)?.version,
    params: match?.params ?? {},
    methods: table.allowed(below),
    operationId: match?.served.route.operationId,
    isTokenEndpoint: false,
  }
}
