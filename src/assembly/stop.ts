// Ends a server: what is in flight finishes, nothing new begins, and there is an end to waiting.
import type { FastifyInstance } from 'fastify'
import type { Listening } from './listen.ts'

/** How long requests in flight may take when a process ends, in milliseconds. */
export const PATIENCE = 8_000
const LAST_RESORT = 9_500
const IDLE_SWEEP = 50

/** Resolves at the first SIGTERM or SIGINT; later ones are ignored, as npm and terminals send several. */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })

/** Whatever happens, the process is gone before ten seconds have passed, with the exit code that is set: 0 if none is. */
export function leaveSoon(): void {
  setTimeout(() => process.exit(), LAST_RESORT).unref()
}

/** Stops listening and waits for the requests in flight, for `patience` milliseconds. */
export async function stopServer(server: FastifyInstance, listening: Listening, patience: number): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), patience)
  // A connection that was busy when closing began may become idle and be kept open by its client.
  const sweep = setInterval(() => server.server.closeIdleConnections(), IDLE_SWEEP)
  listening.close()
  await server.close()
  clearTimeout(cut)
  clearInterval(sweep)
}
