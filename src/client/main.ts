// What `import … from 'atrium/client'` gives.
export { AtlasClient } from './atlas-client.ts'
export { AtlasError, type ClientErrorCode } from './atlas-error.ts'
export type * from './generated/operations.ts'
export type { CallOptions, ItemOf, Link, ListOperation, Operation, Page } from './operation.ts'
export type { AtlasClientOptions, Deprecation } from './options.ts'
export type { Retry, Surroundings } from './retry.ts'
