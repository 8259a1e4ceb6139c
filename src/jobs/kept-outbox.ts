// The outbox of `dev`: a mail that is due is written in the transaction that causes it, and kept to be read.
import { type MailSecret, newMailSecret } from '../identity/link-secrets.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Db, Tx } from '../store/db.ts'
import * as outbox from '../store/outbox.ts'
import type { NewMail, Progress } from '../store/outbox-rows.ts'
import * as outgoing from '../store/outgoing-mails.ts'
import type { Outbox } from '../usecases/outbox.ts'
import { type LetterDeps, prepareLetter } from './letters.ts'

export interface KeptOutboxDeps extends LetterDeps {
  readonly db: Db
  readonly ambient: Ambient
  /** Whether somebody also sends what has been written. */
  readonly sends: boolean
}

const BATCH = 500

/** Mails are there to be read before the call that causes them answers, but for those that are due later. */
export const keptOutbox = (deps: KeptOutboxDeps): Outbox => ({
  add: async (tx, mail) => {
    // Until the server listens no link can be made; `writeDueMails` writes what waits.
    const canWait = mail.dueAt > deps.ambient.now() || deps.publicUrl() === ''
    // Minted inside, unlike everything that a transaction answers with: who repeats it tells nobody of the first secret.
    await outbox.insert(tx, mail, canWait ? {} : await prepared(deps, tx, mail, newMailSecret(deps.ambient)))
  },
})

/** Writes every mail that is due and not written. */
export async function writeDueMails(deps: KeptOutboxDeps): Promise<void> {
  let count = BATCH
  while (count === BATCH) {
    const secrets = Array.from({ length: BATCH }, () => newMailSecret(deps.ambient))
    count = await deps.db.write((tx) => writeSome(deps, tx, secrets))
  }
}

async function writeSome(deps: KeptOutboxDeps, tx: Tx, secrets: readonly MailSecret[]): Promise<number> {
  const mails = await outgoing.unwritten(tx, { now: deps.ambient.now(), limit: secrets.length })
  for (const [index, mail] of mails.entries()) {
    const minted = secrets[index]
    if (!minted) continue
    const { end, letter } = await prepared(deps, tx, mail, minted)
    if (end) await outgoing.close(tx, mail, end, letter)
    else if (letter) await outgoing.keepLetter(tx, mail, letter)
  }
  return mails.length
}

async function prepared(deps: KeptOutboxDeps, tx: Tx, mail: NewMail, minted: MailSecret): Promise<Progress> {
  const letter = await prepareLetter(deps, tx, mail, minted)
  const at = deps.ambient.now()
  if (!letter) return { end: { status: 'dropped', at } }
  return deps.sends ? { letter } : { letter, end: { status: 'sent', at } }
}
