// Mails whose letters are kept to be read, in `dev` alone.
import type { MailId } from '../domain/ids.ts'
import type { PreparedLetter } from '../domain/letters.ts'
import type { Sql, Tx } from './db.ts'
import { fromJson } from './json.ts'
import type { StoredMail } from './outbox-rows.ts'
import type { Tables } from './schema.ts'

export interface ReadableMail extends Pick<StoredMail, 'mailId' | 'kind' | 'recipient' | 'dueAt'> {
  readonly prepared: PreparedLetter
}

/** The mails whose letters are kept, oldest first; those to one address, if one is given. */
export async function readable(sql: Sql, recipient?: string): Promise<readonly ReadableMail[]> {
  let rows = sql.q.selectFrom('outbox').selectAll().where('letter', 'is not', null)
  if (recipient !== undefined) rows = rows.where('recipient', '=', recipient)
  const found = await rows.orderBy('due_at').orderBy('mail_id').execute()
  return found.map(fromReadableRow)
}

/** One of them. */
export async function readableById(sql: Sql, mailId: MailId): Promise<ReadableMail | undefined> {
  const row = await sql.q
    .selectFrom('outbox')
    .selectAll()
    .where('mail_id', '=', mailId)
    .where('letter', 'is not', null)
    .executeTakeFirst()
  return row && fromReadableRow(row)
}

/** Forgets the mails whose content is kept. */
export async function clear(tx: Tx): Promise<void> {
  await tx.q.deleteFrom('outbox').where('letter', 'is not', null).execute()
}

const fromReadableRow = (row: Tables['outbox']): ReadableMail => ({
  mailId: row.mail_id,
  kind: row.kind,
  recipient: row.recipient,
  dueAt: row.due_at,
  prepared: fromJson<PreparedLetter>(row.letter ?? ''),
})
