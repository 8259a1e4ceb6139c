// Ends a server on SIGTERM or SIGINT: what is in flight finishes, nothing new begins, and there is an end to waiting.
import type { FastifyInstance } from 'fastify'
import type { Listening } from './listen.ts'

const PATIENCE = 8_000
const LAST_RESORT = 9_500
const IDLE_SWEEP = 50

/** Resolves at the first SIGTERM or SIGINT; later ones are ignored, as npm and terminals send several. */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })

/**
 * Stops listening and waits for the requests in flight, for eight seconds; whatever happens, the process is gone with
 * code 0 before ten have passed.
 */
export async function stopServer(server: FastifyInstance, listening: Listening): Promise<void> {
  setTimeout(() => process.exit(0), LAST_RESORT).unref()
  const cut = setTimeout(() => server.server.closeAllConnections(), PATIENCE)
  // A connection that was busy when closing began may become idle and be kept open by its client.
  const sweep = setInterval(() => server.server.closeIdleConnections(), IDLE_SWEEP)
  listening.close()
  await server.close()
  clearTimeout(cut)
  clearInterval(sweep)
}
