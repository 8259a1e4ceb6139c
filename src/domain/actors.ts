// Who is calling: the credential's own principal with the roles it holds now.
import type { AccessRule } from './access-lists.ts'
import type { ApiKeyId, ClientId, OrgId, UserId } from './ids.ts'
import type { PrincipalKind } from './invitations.ts'
import type { HeldRoles } from './members.ts'

export interface Actor extends HeldRoles {
  readonly kind: PrincipalKind
  readonly id: ApiKeyId | ClientId | UserId
  /** What the wire shows of it: a public key, a client id or an address. */
  readonly name: string
  readonly orgId: OrgId
}

/** The organization that the actor's credential belongs to, as read for this request. */
export interface Organization {
  readonly orgId: OrgId
  readonly name: string
  /** Raised by every change of access, so that what was read at it is known to be true still. */
  readonly revision: number
}

/** Somebody whose credentials were right. */
export interface Caller {
  readonly actor: Actor
  readonly organization: Organization
  /** From where the credential may be used. */
  readonly access: AccessRule
  /** The address that the request came from; behind a trusted proxy, what the proxy says. */
  readonly address: string
}
