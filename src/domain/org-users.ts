// The users of an organization: its members, and those whom its own invitations invite, under one list of states.
import type { Invitation } from './invitations.ts'
import type { Member } from './members.ts'

export const ORG_MEMBERSHIP_STATUSES = ['ACTIVE', 'PENDING', 'INVITATION_EXPIRED', 'INVITATION_REJECTED'] as const

export type OrgMembershipStatus = (typeof ORG_MEMBERSHIP_STATUSES)[number]

/** The states of somebody who is not a member. */
export type InvitedStatus = Exclude<OrgMembershipStatus, 'ACTIVE'>

export interface ActiveUser {
  readonly kind: 'member'
  readonly member: Member
}

export interface InvitedUser {
  readonly kind: 'invited'
  readonly status: InvitedStatus
  readonly invitation: Invitation
}

export type OrgUser = ActiveUser | InvitedUser

/** What a list shows to whoever asks for nothing in particular. */
export const USUAL_STATUSES: readonly OrgMembershipStatus[] = ['ACTIVE', 'PENDING']

export const statusOf = (user: OrgUser): OrgMembershipStatus => (user.kind === 'member' ? 'ACTIVE' : user.status)

/** The user that a pending invitation makes. */
export const pendingUser = (invitation: Invitation): InvitedUser => ({ kind: 'invited', status: 'PENDING', invitation })

/** What an invitation makes of its addressee; nothing once it has been accepted or revoked. */
function invitedStatus({ status, expiresAt }: Invitation, now: number): InvitedStatus | undefined {
  switch (status) {
    case 'PENDING':
      return expiresAt > now ? 'PENDING' : 'INVITATION_EXPIRED'
    case 'EXPIRED':
      return 'INVITATION_EXPIRED'
    case 'DECLINED':
      return 'INVITATION_REJECTED'
    case 'ACCEPTED':
    case 'REVOKED':
      return undefined
  }
}

/** A shown invitation as the user that it makes. */
export function invitedUser(invitation: Invitation, now: number): InvitedUser | undefined {
  const status = invitedStatus(invitation, now)
  return status && { kind: 'invited', status, invitation }
}
