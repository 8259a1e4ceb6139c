// What can be wrong with invitations.
export type InvitationFault =
  | { code: 'invitation_not_found'; id: string }
  | { code: 'not_an_org_invitation'; id: string }
  | { code: 'not_a_group_invitation'; id: string }
