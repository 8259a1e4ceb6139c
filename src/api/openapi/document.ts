// The API as it is served, as an OpenAPI 3.1 document: one for each dialect, made from the rows and nothing else.
import type { Dialect } from '../dialects/dialect.ts'
import { routes } from '../operations/all.ts'
import type { Route } from '../route.ts'
import { presentSchemas, shapesIn } from './components.ts'
import { type Operation, operationOf } from './operation.ts'
import { responses } from './responses.ts'
import { tags } from './tags.ts'

/** An OpenAPI 3.1 document, ready to be printed. */
export interface Document {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly security: readonly object[]
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, object>>
}

/** What each dialect is called among people. */
export const TITLES = {
  'atlas-v1': 'Atlas Administration API v1.0',
  'atlas-v2': 'Atlas Administration API v2',
  'cloud-manager': 'Cloud Manager public API v1.0',
} satisfies Record<Dialect['name'], string>

/** The document of a dialect as this installation serves it; `version` is Atrium's. */
export function openApiOf(dialect: Dialect, { url, version }: { url: string; version: string }): Document {
  const served = routes.filter(({ operationId }) => dialect.serves(operationId))
  return {
    openapi: '3.1.0',
    info: {
      title: `Atrium: ${TITLES[dialect.name]}`,
      version,
      description: `What Atrium serves under ${dialect.prefix}: made from the same rows that answer.`,
    },
    servers: [{ url: `${url}${dialect.prefix}` }],
    security: [{ serviceAccount: [] }, { apiKey: [] }],
    tags: tags.map((name) => ({ name })),
    paths: pathsOf(dialect, served),
    components: {
      schemas: presentSchemas(dialect, shapesIn(dialect, served)),
      responses: responses(dialect),
      securitySchemes: {
        serviceAccount: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: `${url}/api/oauth/token`, scopes: {} } },
        },
        apiKey: { type: 'http', scheme: 'digest' },
      },
    },
  }
}

function pathsOf(dialect: Dialect, served: readonly Route[]): Document['paths'] {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const route of served) {
    const path = route.path === '' ? '/' : route.path
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(dialect, route) }
  }
  return paths
}
