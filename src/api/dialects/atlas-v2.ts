// The Atlas Administration API v2: versions by dated media types.
import { atlas } from './atlas.ts'
import type { Dialect } from './dialect.ts'

export const atlasV2: Dialect = { ...atlas, name: 'atlas-v2', prefix: '/api/atlas/v2', versioned: true }
