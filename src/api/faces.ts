// Each dialect made ready to serve: its table of rows, its links and its headers.
import { dialects } from './dialects/all.ts'
import { atlasV1 } from './dialects/atlas-v1.ts'
import type { Dialect } from './dialects/dialect.ts'
import { routes } from './operations/all.ts'
import type { Links } from './present/links.ts'
import type { ApiSettings } from './settings.ts'
import { createTable, type Table } from './table.ts'

export interface Face {
  readonly dialect: Dialect
  readonly table: Table
  readonly links: Links
  /** Headers of an error that belongs to no operation. */
  readonly errorHeaders: Readonly<Record<string, string>>
}

/** Where a request stands: in a dialect, or in none. */
export interface Location {
  readonly face: Face
  /** The path below the dialect's prefix; undefined when the path is in no dialect. */
  readonly below: string | undefined
}

/** The dialects by path. A path of none is answered as Atlas v1.0 answers an unknown one. */
export function locator(settings: ApiSettings): (path: string) => Location {
  const fallback = createFace(atlasV1, settings)
  const all = dialects.map((dialect) => (dialect === atlasV1 ? fallback : createFace(dialect, settings)))
  return (path) => {
    const face = all.find(({ dialect }) => isUnder(path, dialect.prefix))
    return face ? { face, below: path.slice(face.dialect.prefix.length) } : { face: fallback, below: undefined }
  }
}

const isUnder = (path: string, prefix: string): boolean =>
  path.startsWith(prefix) && (path.length === prefix.length || path[prefix.length] === '/')

function createFace(dialect: Dialect, settings: ApiSettings): Face {
  const common = commonHeaders(dialect, settings)
  return {
    dialect,
    table: createTable(dialect, routes, common),
    links: {
      href: (path) => `${settings.baseUrl()}${dialect.prefix}${path}`,
      rel: (name) => `${dialect.relBase}${name}`,
    },
    errorHeaders: { 'Content-Type': 'application/json', ...common },
  }
}

function commonHeaders(dialect: Dialect, { strictTransport, version, build }: ApiSettings) {
  const isStrict =
    strictTransport === 'always' || (strictTransport === 'where-harmless' && dialect.alwaysStrictTransport)
  return {
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-MongoDB-Service-Version': `gitHash=${build}; versionString=${version}`,
    'X-Permitted-Cross-Domain-Policies': 'none',
    ...(isStrict ? { 'Strict-Transport-Security': dialect.strictTransportSecurity } : {}),
    ...dialect.headers,
  }
}
