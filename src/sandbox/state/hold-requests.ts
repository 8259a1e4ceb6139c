// Requests to the world, but for those to its sandbox, come before a change of its whole state or after it.
import type { FastifyInstance } from 'fastify'
import type { State } from './state.ts'

/** Lets every request through the gate, and out of it when it has been answered or its client has gone. */
export function holdRequests(server: FastifyInstance, { gate, begun }: Pick<State, 'gate' | 'begun'>): void {
  server.addHook('onRequest', (request, reply, goOn) => {
    // The route's own address, because a request may spell it in other ways.
    if (request.routeOptions.url?.startsWith('/_atrium/')) {
      begun.then(() => goOn(), goOn)
      return
    }
    const pass = (): void => {
      // Whoever has gone while waiting says so no more.
      if (reply.raw.destroyed) gate.leave()
      else reply.raw.once('close', gate.leave)
      goOn()
    }
    const wait = gate.enter()
    if (wait === undefined) pass()
    else wait.then(pass, goOn)
  })
}
