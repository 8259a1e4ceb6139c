// Takes due mails out of the outbox for one process to send.

import type { PreparedLetter } from '../domain/letters.ts'
import { newMailSecret } from '../identity/link-secrets.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Db, Tx } from '../store/db.ts'
import type { StoredMail } from '../store/outbox-rows.ts'
import * as outgoing from '../store/outgoing-mails.ts'
import { type LetterDeps, prepareLetter } from './letters.ts'

/** How long a taken mail is left to whoever took it, in milliseconds: longer than any try to send it. */
export const LEASE = 120_000

export interface Log {
  info(details: object, message: string): void
  error(details: object, message: string): void
}

export interface TakingDeps extends LetterDeps {
  readonly db: Db
  readonly ambient: Ambient
  readonly log: Log
}

export interface TakenMail {
  readonly mail: StoredMail
  readonly prepared: PreparedLetter
}

export interface Taken {
  readonly mails: readonly TakenMail[]
  /** Whether more may be due, which those that ended here do not hold up. */
  readonly isMore: boolean
}

/**
 * Up to `limit` due mails, claimed and written in one transaction; of several processes exactly one gets each. Those
 * that have nobody to go to any more, or cannot be written, end here.
 */
export function takeMails(deps: TakingDeps, limit: number): Promise<Taken> {
  const { ambient, db } = deps
  const secrets = Array.from({ length: limit }, () => newMailSecret(ambient))
  const wall = ambient.wall()
  return db.write(async (tx) => {
    const mails = await outgoing.due(tx, { now: ambient.now(), wall, limit })
    const taken: TakenMail[] = []
    for (const [index, mail] of mails.entries()) {
      const minted = secrets[index]
      if (!minted || !(await outgoing.claim(tx, mail, wall + LEASE))) continue
      const claimed = { ...mail, claimedUntil: wall + LEASE, attempts: mail.attempts + 1 }
      const prepared = await letterOf(deps, tx, claimed, minted)
      if (prepared) taken.push({ mail: claimed, prepared })
    }
    return { mails: taken, isMore: mails.length === limit }
  })
}

async function letterOf(
  deps: TakingDeps,
  tx: Tx,
  mail: StoredMail,
  minted: ReturnType<typeof newMailSecret>,
): Promise<PreparedLetter | undefined> {
  if (mail.letter) return mail.letter
  const at = deps.ambient.now()
  try {
    const letter = await prepareLetter(deps, tx, mail, () => minted)
    if (!letter) await outgoing.close(tx, mail, { status: 'dropped', at })
    else if (deps.keepsLetters) await outgoing.keepLetter(tx, mail, letter)
    return letter
  } catch (error) {
    // One mail that cannot be written, say because its key is gone, must not hold up the others.
    deps.log.error({ err: error, mailId: mail.mailId }, 'a mail cannot be written')
    await outgoing.close(tx, mail, { status: 'failed', at, failure: 'The mail could not be written.' })
    return undefined
  }
}
