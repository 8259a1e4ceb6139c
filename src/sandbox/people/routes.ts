// People over HTTP: somebody new, and invitations answered in the invited person's place.
import type { FastifyInstance } from 'fastify'
import { toPattern } from '../../api/pattern.ts'
import { presentOrgUser } from '../../api/present/org-users.ts'
import type { Json } from '../../api/wire/json.ts'
import { instant } from '../../api/wire/time.ts'
import type { Member, Person } from '../../domain/members.ts'
import { sendJson } from '../send.ts'
import { readAcceptance, readNewPerson } from './body.ts'
import type { AddedPerson, People } from './people.ts'

export interface PeopleDeps {
  readonly people: People
  /** Where people are added unless a request says where. */
  readonly firstOrgId: () => string
}

type WithBody = { readonly Body: Buffer | undefined }
type OfInvitation = { readonly Params: { readonly invitationId: string } }

const INVITATIONS = '/_atrium/invitations'

/** POST /_atrium/users, /_atrium/invitations/{invitationId}:accept and :decline, and /_atrium/invitations:accept. */
export function registerPeople(scope: FastifyInstance, { people, firstOrgId }: PeopleDeps): void {
  scope.post<WithBody>('/_atrium/users', async ({ body }, reply) =>
    sendJson(reply, 201, presentAdded(await people.addUser(readNewPerson(body, firstOrgId())))),
  )
  scope.post<WithBody>(toPattern(`${INVITATIONS}:accept`), async ({ body }, reply) => {
    const { username, orgId } = readAcceptance(body)
    const members = await people.acceptAll(username, orgId)
    return sendJson(reply, 200, members.map(presentMember))
  })
  scope.post<OfInvitation>(toPattern(`${INVITATIONS}/{invitationId}:accept`), async ({ params }, reply) =>
    sendJson(reply, 200, presentMember(await people.accept(params.invitationId))),
  )
  scope.post<OfInvitation>(toPattern(`${INVITATIONS}/{invitationId}:decline`), async ({ params }, reply) => {
    const invitation = await people.decline(params.invitationId)
    return sendJson(reply, 200, presentOrgUser({ kind: 'invited', status: 'INVITATION_REJECTED', invitation }))
  })
}

const presentMember = (member: Member): Json => presentOrgUser({ kind: 'member', member })

function presentAdded(added: AddedPerson): Json {
  const shown = added.kind === 'member' ? presentMember(added.member) : presentAccount(added.person)
  return added.password === undefined ? shown : { ...Object(shown), password: added.password.reveal() }
}

/** The same without what only a member has. */
const presentAccount = ({ userId, username, firstName, lastName, country, createdAt }: Person) => ({
  country,
  createdAt: instant(createdAt),
  firstName,
  id: userId,
  lastName,
  mobileNumber: null,
  username,
})
