// Mails as the acts that cause them know them: written down, gathered, made pointless, looked at, forgotten.
import type { InvitationId, OrgId } from '../domain/ids.ts'
import type { LetterKind } from '../domain/letters.ts'
import type { Sql, Tx } from './db.ts'
import { endOf, fromRow, type NewMail, type Progress, type StoredMail } from './outbox-rows.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

const insertRow = statement<Tables['outbox']>()((q, p) =>
  q.insertInto('outbox').values({
    org_id: p.org_id,
    mail_id: p.mail_id,
    kind: p.kind,
    invitation_ids: p.invitation_ids,
    recipient: p.recipient,
    sealed_secret: p.sealed_secret,
    status: p.status,
    created_at: p.created_at,
    due_at: p.due_at,
    claimed_until: p.claimed_until,
    attempts: p.attempts,
    sent_at: p.sent_at,
    failure: p.failure,
    letter: p.letter,
  }),
)

const newestRows = statement<{
  orgId: OrgId
  kind: LetterKind
  recipient: string
  since: number
  limit: number
}>()((q, p) =>
  q
    .selectFrom('outbox')
    .select('created_at')
    .where('org_id', '=', p.orgId)
    .where('recipient', '=', p.recipient)
    .where('kind', '=', p.kind)
    .where('created_at', '>', p.since)
    .orderBy('created_at', 'desc')
    .limit(p.limit),
)

/** Mails are found by reading, so that an `insert` costs one statement. */
export async function insert(tx: Tx, mail: NewMail, { letter, end }: Progress = {}): Promise<void> {
  await tx.run(insertRow, {
    org_id: mail.orgId,
    mail_id: mail.mailId,
    kind: mail.kind,
    invitation_ids: mail.invitationIds.join(' '),
    recipient: mail.recipient,
    sealed_secret: letter || end ? null : (mail.sealedSecret ?? null),
    status: end?.status ?? 'waiting',
    created_at: mail.createdAt,
    due_at: mail.dueAt,
    claimed_until: 0,
    attempts: 0,
    ...endOf(end),
    letter: letter ? JSON.stringify(letter) : null,
  })
}

/** Drops what waits to be sent to a person about an invitation: its link has been replaced. */
export async function supersede(tx: Tx, orgId: OrgId, recipient: string, invitationId: InvitationId): Promise<void> {
  await tx.q
    .updateTable('outbox')
    .set({ status: 'dropped', sealed_secret: null, claimed_until: 0 })
    .where('org_id', '=', orgId)
    .where('recipient', '=', recipient)
    .where('invitation_ids', '=', invitationId)
    .where('status', '=', 'waiting')
    .execute()
}

/** Adds an invitation to a gathered mail that still waits unclaimed; false when there is none to this person. */
export async function gather(
  tx: Tx,
  orgId: OrgId,
  kind: LetterKind,
  recipient: string,
  invitationId: InvitationId,
): Promise<boolean> {
  const waiting = await tx.q
    .selectFrom('outbox')
    .select(['mail_id', 'invitation_ids'])
    .where('org_id', '=', orgId)
    .where('recipient', '=', recipient)
    .where('kind', '=', kind)
    .where('status', '=', 'waiting')
    .where('claimed_until', '=', 0)
    .orderBy('mail_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!waiting) return false
  // Whoever answers anew adds nothing: the mail tells what stands when it is written.
  if (waiting.invitation_ids.includes(invitationId)) return true
  const { numUpdatedRows } = await tx.q
    .updateTable('outbox')
    .set((eb) => ({ invitation_ids: eb(eb.ref('invitation_ids'), '||', ` ${invitationId}`) }))
    .where('org_id', '=', orgId)
    .where('mail_id', '=', waiting.mail_id)
    .where('status', '=', 'waiting')
    .where('claimed_until', '=', 0)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** When the newest mails of this kind to this person were written down, since that moment; newest first. */
export const newest = async (
  sql: Sql,
  orgId: OrgId,
  kind: LetterKind,
  recipient: string,
  { since, limit }: { readonly since: number; readonly limit: number },
): Promise<readonly number[]> =>
  (await sql.all(newestRows, { orgId, kind, recipient, since, limit })).map((row) => row.created_at)

/** When the last mail of this kind to this person was due, if there was one. */
export async function lastDue(
  sql: Sql,
  orgId: OrgId,
  kind: LetterKind,
  recipient: string,
): Promise<number | undefined> {
  const row = await sql.q
    .selectFrom('outbox')
    .select('due_at')
    .where('org_id', '=', orgId)
    .where('recipient', '=', recipient)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
}

/** The mails to one person about one invitation, oldest first. */
export async function ofInvitation(
  sql: Sql,
  orgId: OrgId,
  recipient: string,
  invitationId: InvitationId,
): Promise<readonly StoredMail[]> {
  const rows = await sql.q
    .selectFrom('outbox')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('recipient', '=', recipient)
    .where('invitation_ids', '=', invitationId)
    .orderBy('created_at')
    .orderBy('mail_id')
    .execute()
  return rows.map(fromRow)
}

/** Forgets up to `limit` mails whose way has ended and that are older; those that are kept to be read stay. */
export async function sweep(tx: Tx, before: number, limit: number): Promise<number> {
  const old = await tx.q
    .selectFrom('outbox')
    .select(['org_id', 'mail_id'])
    .where('created_at', '<', before)
    .where('status', '<>', 'waiting')
    .where('letter', 'is', null)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  for (const { org_id, mail_id } of old) {
    await tx.q.deleteFrom('outbox').where('org_id', '=', org_id).where('mail_id', '=', mail_id).execute()
  }
  return old.length
}
