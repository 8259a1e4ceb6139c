// What `atrium/testing` exports.
export { AtriumError } from './atrium-error.ts'
export type * from './control-types.ts'
export type * from './generated/seed-types.ts'
export { startAtrium } from './start-atrium.ts'
export type * from './types.ts'
