// What `atrium dev` serves under /_atrium/: who may drive it, how bodies come in and refusals go out, and every part.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { presentFault } from '../api/faults.ts'
import { errorBody, unexpected, type WireError } from '../api/wire/errors.ts'
import { Refusal } from '../domain/faults.ts'
import type { App } from '../usecases/app.ts'
import { type ClockDeps, registerClock } from './clock/routes.ts'
import { type FaultDeps, registerFaults } from './faults/routes.ts'
import { mayDrive } from './guard.ts'
import { type OutboxDeps, registerOutbox } from './outbox-routes.ts'
import { type PeopleDeps, registerPeople } from './people/routes.ts'
import { SandboxRefusal } from './refusal.ts'
import { type RequestLogRouteDeps, registerRequests } from './requests/routes.ts'
import { registerExport } from './seed/routes.ts'
import { sendJson } from './send.ts'
import { registerStartPage, type StartPageDeps } from './start-page/routes.ts'
import { holdRequests } from './state/hold-requests.ts'
import { registerState } from './state/routes.ts'
import type { State } from './state/state.ts'
import { registerTenants, type TenantsDeps } from './tenants/routes.ts'
import { answerUnknown, noteAddresses } from './unknown-address.ts'

export interface SandboxDeps
  extends StartPageDeps,
    OutboxDeps,
    ClockDeps,
    FaultDeps,
    TenantsDeps,
    PeopleDeps,
    RequestLogRouteDeps {
  readonly app: App
  /** Its state as a whole; without it, it is neither kept nor restored. */
  readonly state?: State | undefined
  /** Host names beside the loopback's under which the sandbox may be reached. */
  readonly ownHosts: readonly string[]
}

/** The largest body that is read, in bytes: a seed with some ten thousand people. */
const BODY_LIMIT = 16 * 1024 * 1024

const FOREIGN: WireError = {
  status: 403,
  errorCode: 'ACCESS_FORBIDDEN',
  detail: 'The sandbox answers only requests sent to this machine by name, and none of another site’s pages.',
  parameters: [],
}

/** Adds the sandbox's routes. Bodies are JSON, whatever type they are said to be, and reach a route as bytes. */
export function registerSandbox(server: FastifyInstance, deps: SandboxDeps): void {
  const { state } = deps
  if (state) holdRequests(server, state)
  const addresses = noteAddresses(server)
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, parsed) =>
      parsed(null, body),
    )
    scope.addHook('onRequest', async (request, reply) => {
      if (!mayDrive(request, deps.ownHosts)) return sendError(reply, FOREIGN)
      // The parser above is for any type, but for the empty one that some clients send.
      request.headers['content-type'] = 'application/json'
    })
    scope.setErrorHandler((error: Error & { readonly statusCode?: number }, request, reply) => {
      if (error instanceof SandboxRefusal) return sendError(reply, error.error)
      if (error instanceof Refusal) return sendError(reply, presentFault(error.fault))
      if (error.statusCode !== undefined && error.statusCode < 500) throw error
      const requestId = deps.app.ambient.newId()
      request.log.error({ err: error, requestId }, 'a request to the sandbox failed')
      return sendError(reply.header('X-Request-Id', requestId), unexpected)
    })
    registerPeople(scope, deps)
    registerOutbox(scope, deps)
    registerClock(scope, deps)
    registerFaults(scope, deps)
    if (state) registerState(scope, { state })
    registerExport(scope, deps)
    registerStartPage(scope, deps)
    registerTenants(scope, deps)
    registerRequests(scope, deps)
    answerUnknown(scope, addresses, sendError)
    done()
  })
}

const sendError = (reply: FastifyReply, error: WireError): FastifyReply =>
  sendJson(reply.header('X-Error-Code', error.errorCode), error.status, errorBody(error))
