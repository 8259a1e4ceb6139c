// What use cases know of the way mails take: they are handed over in the transaction that causes them.
import type { Tx } from '../store/db.ts'
import type { NewMail } from '../store/outbox-rows.ts'

/** Takes mails in the transaction that causes them; how and when they go out is the implementation's. */
export interface Outbox {
  add(tx: Tx, mail: NewMail): Promise<void>
}
