// Whether this process can serve: for load balancers and those who wait for a start.
import type { FastifyInstance } from 'fastify'
import type { App } from '../usecases/app.ts'
import { isReachable } from '../usecases/health.ts'

/** GET /_atrium/health: 200 `{"status":"ok"}`, or 503 while the store does not answer. */
export function registerHealth(server: FastifyInstance, app: App): void {
  server.get('/_atrium/health', async (_request, reply) => {
    const reachable = await isReachable(app)
    reply.header('Cache-Control', 'no-store')
    return reachable ? { status: 'ok' } : reply.code(503).send({ status: 'unavailable' })
  })
}
