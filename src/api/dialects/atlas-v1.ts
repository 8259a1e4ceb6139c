// The Atlas Administration API v1.0: the first version of every operation, in plain JSON.
import { atlas } from './atlas.ts'
import type { Dialect } from './dialect.ts'

export const atlasV1: Dialect = { ...atlas, name: 'atlas-v1', prefix: '/api/atlas/v1.0', versioned: false }
