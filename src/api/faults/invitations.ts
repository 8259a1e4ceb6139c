// What can be wrong with invitations, in the words of the wire.
import type { InvitationFault } from '../../domain/faults/invitations.ts'
import { echo, error, type Wording } from './wording.ts'

export const noInvitation = (id: string): string => `Invitation ${echo(id)} does not exist or was already accepted.`

export const invitationFaults: Wording<InvitationFault> = {
  invitation_not_found: ({ id }) => error(404, 'INVALID_INVITATION_ID', noInvitation(id), id),
  not_an_org_invitation: ({ id }) =>
    error(
      400,
      'CANNOT_DELETE_ORG_INVITATION',
      `Invitation ${id} was made by a project: change or delete it through the project's invitations.`,
      id,
    ),
  not_a_group_invitation: ({ id }) =>
    error(
      400,
      'CANNOT_DELETE_GROUP_INVITATION',
      `Invitation ${id} was made by the organization: change or delete it through the organization's invitations.`,
      id,
    ),
}
