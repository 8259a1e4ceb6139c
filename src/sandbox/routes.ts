// What `atrium dev` serves under /_atrium/: the start page, acting as the invited person, and the mails.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { presentFault } from '../api/faults.ts'
import { toPattern } from '../api/pattern.ts'
import { presentOrgUser } from '../api/present/org-users.ts'
import { errorBody, unexpected, type WireError } from '../api/wire/errors.ts'
import type { Json } from '../api/wire/json.ts'
import { Refusal, refuse } from '../domain/faults.ts'
import { type InvitationId, isObjectId } from '../domain/ids.ts'
import { orgOf } from '../store/directory.ts'
import type { App } from '../usecases/app.ts'
import { type Addressee, acceptInvitation, declineInvitation } from '../usecases/invitee.ts'
import { mayDrive } from './guard.ts'
import { type OutboxDeps, registerOutbox } from './outbox-routes.ts'
import { sendJson } from './send.ts'
import { registerStartPage, type StartPageDeps } from './start-page/routes.ts'

export interface SandboxDeps extends StartPageDeps, OutboxDeps {
  readonly app: App
  /** Host names beside the loopback's under which the sandbox may be reached. */
  readonly ownHosts: readonly string[]
}

const FOREIGN: WireError = {
  status: 403,
  errorCode: 'ACCESS_FORBIDDEN',
  detail: 'The sandbox answers only requests sent to this machine by name, and none of another site’s pages.',
  parameters: [],
}

/** Adds the sandbox's routes. */
export function registerSandbox(server: FastifyInstance, { app, ownHosts, firstSteps, write }: SandboxDeps): void {
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, parsed) => parsed(null, undefined))
    scope.addHook('onRequest', async (request, reply) => {
      if (!mayDrive(request, ownHosts)) return sendError(reply, FOREIGN)
      // No body is read, so that its type may be anything, such as the empty one that some clients send.
      delete request.headers['content-type']
    })
    scope.setErrorHandler((error: Error & { readonly statusCode?: number }, request, reply) => {
      if (error instanceof Refusal) return sendError(reply, presentFault(error.fault))
      if (error.statusCode !== undefined && error.statusCode < 500) throw error
      const requestId = app.ambient.newId()
      request.log.error({ err: error, requestId }, 'a request to the sandbox failed')
      return sendError(reply.header('X-Request-Id', requestId), unexpected)
    })
    registerOutbox(scope, { app, write })
    registerStartPage(scope, { app, firstSteps, write })
    actAsInvitee(scope, 'accept', async (addressee) =>
      presentOrgUser({ kind: 'member', member: await acceptInvitation(app, addressee) }),
    )
    actAsInvitee(scope, 'decline', async (addressee) => {
      const invitation = await declineInvitation(app, addressee)
      return presentOrgUser({ kind: 'invited', status: 'INVITATION_REJECTED', invitation })
    })
    done()
  })

  function actAsInvitee(scope: FastifyInstance, verb: string, act: (addressee: Addressee) => Promise<Json>): void {
    const url = toPattern(`/_atrium/invitations/{invitationId}:${verb}`)
    scope.post<{ Params: { invitationId: string } }>(url, async ({ params }, reply) => {
      const addressee = await addresseeOf(app, params.invitationId)
      return sendJson(reply, 200, await act(addressee))
    })
  }
}

async function addresseeOf(app: App, id: string): Promise<Addressee> {
  if (!isObjectId<InvitationId>(id)) refuse({ code: 'malformed_id', kind: 'invitation', id })
  const orgId = await orgOf(app.db.read, `invitation:${id}`)
  return orgId ? { orgId, invitationId: id } : refuse({ code: 'invitation_not_found', id })
}

const sendError = (reply: FastifyReply, error: WireError): FastifyReply =>
  sendJson(reply.header('X-Error-Code', error.errorCode), error.status, errorBody(error))
