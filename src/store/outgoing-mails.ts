// Mails on their way out: which are due, whose they are, and how they end; leases share the work among processes.
import type { MailId, OrgId } from '../domain/ids.ts'
import type { PreparedLetter } from '../domain/letters.ts'
import type { Tx } from './db.ts'
import { endOf, fromRow, type MailEnd, type StoredMail } from './outbox-rows.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

type Row = Tables['outbox']
type Place = Pick<StoredMail, 'orgId' | 'mailId'>

const dueRows = statement<{ now: number; wall: number; limit: number }>()((q, p) =>
  q
    .selectFrom('outbox')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('due_at', '<=', p.now)
    .where('claimed_until', '<=', p.wall)
    .orderBy('due_at')
    .orderBy('mail_id')
    .limit(p.limit)
    .forUpdate()
    .skipLocked(),
)

const unwrittenRows = statement<{ now: number; limit: number }>()((q, p) =>
  q
    .selectFrom('outbox')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('due_at', '<=', p.now)
    .where('claimed_until', '=', 0)
    .where('letter', 'is', null)
    .orderBy('due_at')
    .orderBy('mail_id')
    .limit(p.limit)
    .forUpdate()
    .skipLocked(),
)

const endRow = statement<
  Pick<Row, 'org_id' | 'mail_id' | 'sent_at' | 'failure' | 'letter'> & { status: MailEnd['status'] }
>()((q, p) =>
  q
    .updateTable('outbox')
    .set((eb) => ({
      status: p.status,
      sent_at: p.sent_at,
      failure: p.failure,
      claimed_until: 0,
      sealed_secret: null,
      letter: eb.fn.coalesce(eb.val(p.letter), 'letter'),
    }))
    .where('org_id', '=', p.org_id)
    .where('mail_id', '=', p.mail_id)
    .where('status', '=', 'waiting'),
)

const claimRow = statement<{ orgId: OrgId | ''; mailId: MailId; seen: number; until: number }>()((q, p) =>
  q
    .updateTable('outbox')
    .set((eb) => ({ claimed_until: p.until, attempts: eb('attempts', '+', 1) }))
    .where('org_id', '=', p.orgId)
    .where('mail_id', '=', p.mailId)
    .where('status', '=', 'waiting')
    .where('claimed_until', '=', p.seen),
)

const keepRow = statement<{ orgId: OrgId | ''; mailId: MailId; letter: string | null; sealedSecret: string | null }>()(
  (q, p) =>
    q
      .updateTable('outbox')
      .set((eb) => ({ letter: eb.fn.coalesce(eb.val(p.letter), 'letter'), sealed_secret: p.sealedSecret }))
      .where('org_id', '=', p.orgId)
      .where('mail_id', '=', p.mailId)
      .where('status', '=', 'waiting'),
)

/** Mails that are due and nobody's, oldest first; those that another transaction is taking are passed over. */
export const due = async (
  tx: Tx,
  { now, wall, limit }: { now: number; wall: number; limit: number },
): Promise<readonly StoredMail[]> => (await tx.all(dueRows, { now, wall, limit })).map(fromRow)

/** Of the same those that nobody has tried to send yet and that are not written. */
export const unwritten = async (
  tx: Tx,
  { now, limit }: { now: number; limit: number },
): Promise<readonly StoredMail[]> => (await tx.all(unwrittenRows, { now, limit })).map(fromRow)

/** Takes the mail until the moment `until`; of several processes that saw it free, exactly one sees `true`. */
export const claim = async (tx: Tx, { orgId, mailId, claimedUntil }: StoredMail, until: number): Promise<boolean> =>
  (await tx.run(claimRow, { orgId, mailId, seen: claimedUntil, until })) === 1

/** Ends the mail's way, unless that has ended already. Its secret goes; a letter that is given is kept to be read. */
export async function close(tx: Tx, { orgId, mailId }: Place, end: MailEnd, letter?: PreparedLetter): Promise<void> {
  await tx.run(endRow, {
    org_id: orgId,
    mail_id: mailId,
    status: end.status,
    ...endOf(end),
    letter: letter ? JSON.stringify(letter) : null,
  })
}

/** Keeps the letter, to be read and to be sent as it is. */
export async function keepLetter(tx: Tx, { orgId, mailId }: Place, letter: PreparedLetter): Promise<void> {
  await tx.run(keepRow, { orgId, mailId, letter: JSON.stringify(letter), sealedSecret: null })
}

/** Keeps the secret of the link that the mail was given when it was prepared, so that every try carries the same. */
export async function keepSecret(tx: Tx, { orgId, mailId }: Place, sealedSecret: string): Promise<void> {
  await tx.run(keepRow, { orgId, mailId, letter: null, sealedSecret })
}

/**
 * Lets nobody try again before the moment `until`; without effect when the mail is no longer held by whoever claimed it
 * as `mail` says.
 */
export async function postpone(
  tx: Tx,
  { orgId, mailId, claimedUntil }: Pick<StoredMail, 'orgId' | 'mailId' | 'claimedUntil'>,
  until: number,
  failure: string,
): Promise<void> {
  await tx.q
    .updateTable('outbox')
    .set({ claimed_until: until, failure })
    .where('org_id', '=', orgId)
    .where('mail_id', '=', mailId)
    .where('status', '=', 'waiting')
    .where('claimed_until', '=', claimedUntil)
    .execute()
}
