// Acting as the invited person: accepting and declining by one request.
import type { FastifyInstance } from 'fastify'
import { toPattern } from '../api/pattern.ts'
import { presentOrgUser } from '../api/present/org-users.ts'
import type { Json } from '../api/wire/json.ts'
import { refuse } from '../domain/faults.ts'
import { type InvitationId, isObjectId } from '../domain/ids.ts'
import { orgOf } from '../store/directory.ts'
import type { App } from '../usecases/app.ts'
import { type Addressee, acceptInvitation, declineInvitation } from '../usecases/invitee.ts'
import { sendJson } from './send.ts'

/** POST /_atrium/invitations/{invitationId}:accept and :decline. */
export function registerInvitees(scope: FastifyInstance, { app }: { readonly app: App }): void {
  const actAsInvitee = (verb: string, act: (addressee: Addressee) => Promise<Json>): void => {
    const url = toPattern(`/_atrium/invitations/{invitationId}:${verb}`)
    scope.post<{ Params: { invitationId: string } }>(url, async ({ params }, reply) => {
      const addressee = await addresseeOf(app, params.invitationId)
      return sendJson(reply, 200, await act(addressee))
    })
  }
  actAsInvitee('accept', async (addressee) =>
    presentOrgUser({ kind: 'member', member: await acceptInvitation(app, addressee) }),
  )
  actAsInvitee('decline', async (addressee) => {
    const invitation = await declineInvitation(app, addressee)
    return presentOrgUser({ kind: 'invited', status: 'INVITATION_REJECTED', invitation })
  })
}

async function addresseeOf(app: App, id: string): Promise<Addressee> {
  if (!isObjectId<InvitationId>(id)) refuse({ code: 'malformed_id', kind: 'invitation', id })
  const orgId = await orgOf(app.db.read, `invitation:${id}`)
  return orgId ? { orgId, invitationId: id } : refuse({ code: 'invitation_not_found', id })
}
