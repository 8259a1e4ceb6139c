// What HTTP calls a status.

// Asked for as CommonJS does: an import reads everything that the module has, and so loads fetch and WebSocket, which take
// thirty milliseconds and thirteen megabytes that no server of ours needs.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

/** The usual words for a status, such as `Not Found`. */
export const reasonOf = (status: number): string => STATUS_CODES[status] ?? 'Error'
