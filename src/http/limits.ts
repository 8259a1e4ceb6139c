// How much is read from whoever calls.

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 1024 * 1024

/** The most of a refused request's body that is read to keep its connection, in bytes. */
export const DRAIN_LIMIT = 64 * 1024
