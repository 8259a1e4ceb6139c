// How much is read from whoever calls.

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 1024 * 1024

/** The most of a stranger's body that is thrown away to keep the connection, in bytes. */
export const STRANGERS_DISCARD = 64 * 1024

/**
 * The same for a caller whose credentials were right, in bytes: many clients send all of a body before they look at the
 * answer, and would see a broken connection instead of the refusal.
 */
export const CALLERS_DISCARD = 32 * 1024 * 1024
