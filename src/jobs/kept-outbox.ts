// The outbox of `dev`: a mail that is due is written in the transaction that causes it, and kept to be read.
import { newMailSecret } from '../identity/link-secrets.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Db, Tx } from '../store/db.ts'
import * as outbox from '../store/outbox.ts'
import type { NewMail, Progress } from '../store/outbox-rows.ts'
import * as outgoing from '../store/outgoing-mails.ts'
import type { Outbox } from '../usecases/outbox.ts'
import { type LetterDeps, prepareLetter } from './letters.ts'

export interface KeptOutboxDeps extends LetterDeps {
  readonly keepsLetters: true
  readonly db: Db
  readonly ambient: Ambient
  /** Whether somebody also sends what has been written. */
  readonly sends: boolean
}

/** Mails are there to be read before the call that causes them answers, but for those that are due later. */
export const keptOutbox = (deps: KeptOutboxDeps): Outbox => ({
  add: async (tx, mail) => {
    // Until the server listens no link can be made; due work writes what waits.
    const canWait = mail.dueAt > deps.ambient.now() || deps.publicUrl() === ''
    await outbox.insert(tx, mail, canWait ? {} : await prepared(deps, tx, mail))
  },
})

/** Writes a mail that was waiting to become due. */
export async function writeWaitingMail(deps: KeptOutboxDeps, tx: Tx, mail: NewMail): Promise<void> {
  const { end, letter } = await prepared(deps, tx, mail)
  if (end) await outgoing.close(tx, mail, end, letter)
  else if (letter) await outgoing.keepLetter(tx, mail, letter)
}

async function prepared(deps: KeptOutboxDeps, tx: Tx, mail: NewMail): Promise<Progress> {
  // Minted inside, unlike everything that a transaction answers with: who repeats it tells nobody of the first secret.
  const letter = await prepareLetter(deps, tx, mail, () => newMailSecret(deps.ambient))
  const at = deps.ambient.now()
  if (!letter) return { end: { status: 'dropped', at } }
  return deps.sends ? { letter } : { letter, end: { status: 'sent', at } }
}
