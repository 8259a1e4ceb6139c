// Invitations by their links: answered, taken back and made anew, as long as the link is the newest.
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { InvitationId, OrgId } from '../domain/ids.ts'
import type { Invitation, InvitationStatus } from '../domain/invitations.ts'
import type { Sql, Tx } from './db.ts'
import { becameOf, toInvitation, type WhateverBecame } from './invitation-rows.ts'
import { expireAtPlace } from './invitation-statements.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

interface Linked {
  orgId: OrgId
  id: InvitationId
  secretHash: string
  now: number
}

/** Closes like `closeRow` of invitation-statements.ts, if the link is still the invitation's. */
const closeLinkedRow = statement<Linked & { status: InvitationStatus }>()((q, p) =>
  q
    .updateTable('invitations')
    .set({ status: p.status, closed_at: p.now })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
    .where('secret_hash', '=', p.secretHash)
    .where('status', '=', 'PENDING')
    .where('expires_at', '>', p.now)
    .returningAll(),
)

type Unnamed = ExpressionBuilder<Tables, 'invitations'>
type BesideAnother = ExpressionBuilder<Tables & { other: Tables['invitations'] }, 'invitations' | 'other'>

/** Whether the same address has another such invitation at the level and face of `invitations`. */
const hasAnother = (eb: Unnamed, such: (eb: BesideAnother) => Expression<SqlBool>): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('invitations as other')
      .select('other.invitation_id')
      .whereRef('other.org_id', '=', 'invitations.org_id')
      .whereRef('other.face', '=', 'invitations.face')
      .whereRef('other.project_id', '=', 'invitations.project_id')
      .whereRef('other.username', '=', 'invitations.username')
      .whereRef('other.invitation_id', '<>', 'invitations.invitation_id')
      .where(such),
  )

const isTaken = (eb: Unnamed): Expression<SqlBool> => hasAnother(eb, (other) => other('other.status', '=', 'PENDING'))

/** Whether the address has been invited there again since, whatever has become of that. */
const isFollowed = (eb: Unnamed): Expression<SqlBool> =>
  hasAnother(eb, (other) => other('other.created_at', '>=', other.ref('invitations.closed_at')))

/** Pending again until `expires_at`, under the same link. */
const undeclineRow = statement<Linked>()((q, p) =>
  q
    .updateTable('invitations')
    .set({ status: 'PENDING', closed_at: null })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
    .where('secret_hash', '=', p.secretHash)
    .where('status', '=', 'DECLINED')
    .where('expires_at', '>', p.now)
    .where((eb) => eb.not(isTaken(eb)))
    .where((eb) => eb.not(isFollowed(eb)))
    .returningAll(),
)

/** Pending anew, under a new link. */
const renewRow = statement<{ orgId: OrgId; id: InvitationId; secretHash: string; expiresAt: number }>()((q, p) =>
  q
    .updateTable('invitations')
    .set({ status: 'PENDING', closed_at: null, secret_hash: p.secretHash, expires_at: p.expiresAt })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
    .where('status', 'in', ['PENDING', 'EXPIRED'])
    .where((eb) => eb.not(isTaken(eb)))
    .returningAll(),
)

/** One statement, so that an id which exists is found out by nobody who measures. */
const anywhereById = statement<{ key: string; id: InvitationId }>()((q, p) =>
  q
    .selectFrom('directory as d')
    .innerJoin('invitations as i', 'i.org_id', 'd.org_id')
    .selectAll('i')
    .where('d.key', '=', p.key)
    .where('i.invitation_id', '=', p.id),
)

/** A way to an invitation that was sent to its address: `secretHash` is the SHA-256 of the secret in hexadecimal. */
export interface LinkedInvitation {
  readonly orgId: OrgId
  readonly invitationId: InvitationId
  readonly secretHash: string
}

/** Closes a pending invitation like `close` of invitations.ts, unless the link has been replaced meanwhile. */
export const close = async (
  tx: Tx,
  { orgId, invitationId, secretHash }: LinkedInvitation,
  status: 'ACCEPTED' | 'DECLINED',
  now: number,
): Promise<Invitation | undefined> =>
  toInvitation(await tx.first(closeLinkedRow, { orgId, id: invitationId, secretHash, status, now }))

/**
 * Makes a declined invitation pending again until its expiry; undefined when it is not declined, or when its address
 * has been invited anew, whatever has become of that. The organization must be locked.
 */
export const undecline = async (
  tx: Tx,
  { orgId, invitationId, secretHash }: LinkedInvitation,
  now: number,
): Promise<Invitation | undefined> =>
  toInvitation(await tx.first(undeclineRow, { orgId, id: invitationId, secretHash, now }))

/**
 * Gives a pending or expired invitation a new link and a new expiry; undefined for any other, and when its address has
 * been invited anew. The organization must be locked.
 */
export async function renew(
  tx: Tx,
  invitation: Invitation,
  renewal: { readonly secretHash: string; readonly expiresAt: number },
  now: number,
): Promise<Invitation | undefined> {
  const { orgId, id, face, username } = invitation
  await tx.run(expireAtPlace, { orgId, face, projectId: invitation.projectId ?? '', username, now })
  return toInvitation(await tx.first(renewRow, { orgId, id, ...renewal }))
}

/** The invitation whatever has become of it, by an id that arrives without its organization and proves nothing itself. */
export const whatever = async (sql: Sql, id: InvitationId): Promise<WhateverBecame | undefined> =>
  becameOf(await sql.first(anywhereById, { key: `invitation:${id}`, id }))
