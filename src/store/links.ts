// Links in mails that work once, for one purpose; only the hash of their secret is kept.
import type { InvitationId, OrgId, UserId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

export type LinkPurpose = Tables['links']['purpose']

export interface Link {
  readonly purpose: LinkPurpose
  /** Whom it was sent to. */
  readonly userId: UserId
  /** The invitation that a renewal is about, and its organization. */
  readonly about: { readonly orgId: OrgId; readonly invitationId: InvitationId } | undefined
  readonly createdAt: number
  readonly expiresAt: number
}

const insertRow = statement<Tables['links']>()((q, p) =>
  q.insertInto('links').values({
    link_hash: p.link_hash,
    purpose: p.purpose,
    user_id: p.user_id,
    org_id: p.org_id,
    invitation_id: p.invitation_id,
    created_at: p.created_at,
    expires_at: p.expires_at,
  }),
)

/** `linkHash` is the SHA-256 of the link's secret in hexadecimal. */
export async function insert(tx: Tx, linkHash: string, link: Link): Promise<void> {
  await tx.run(insertRow, {
    link_hash: linkHash,
    purpose: link.purpose,
    user_id: link.userId,
    org_id: link.about?.orgId ?? '',
    invitation_id: link.about?.invitationId ?? '',
    created_at: link.createdAt,
    expires_at: link.expiresAt,
  })
}

/** The link, if it still works. */
export async function find(sql: Sql, linkHash: string, purpose: LinkPurpose, now: number): Promise<Link | undefined> {
  const row = await sql.q
    .selectFrom('links')
    .selectAll()
    .where('link_hash', '=', linkHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Takes the link, which works no more. Exactly one caller ever gets it. */
export async function take(tx: Tx, linkHash: string, purpose: LinkPurpose, now: number): Promise<Link | undefined> {
  const row = await tx.q
    .deleteFrom('links')
    .where('link_hash', '=', linkHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Makes every link of this purpose that was sent to the person useless. */
export async function removeOf(tx: Tx, userId: UserId, purpose: LinkPurpose): Promise<void> {
  await tx.q.deleteFrom('links').where('user_id', '=', userId).where('purpose', '=', purpose).execute()
}

/** Forgets the links that work no more. */
export async function sweep(tx: Tx, now: number): Promise<void> {
  await tx.q.deleteFrom('links').where('expires_at', '<=', now).execute()
}

const fromRow = (row: Tables['links']): Link => ({
  purpose: row.purpose,
  userId: row.user_id,
  about:
    row.org_id === '' || row.invitation_id === '' ? undefined : { orgId: row.org_id, invitationId: row.invitation_id },
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})
