// Takes due mails out of the outbox for one process to send.
import { newMailSecret } from '../identity/link-secrets.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Db, Tx } from '../store/db.ts'
import type { MailContent, StoredMail } from '../store/outbox-rows.ts'
import * as outgoing from '../store/outgoing-mails.ts'
import { type WritingDeps, writeMail } from './write-mail.ts'

/** How long a taken mail is left to whoever took it, in milliseconds: longer than any try to send it. */
export const LEASE = 120_000

export interface Log {
  info(details: object, message: string): void
  error(details: object, message: string): void
}

export interface TakingDeps extends WritingDeps {
  readonly db: Db
  readonly ambient: Ambient
  readonly log: Log
  /** Whether what was written is kept to be read. */
  readonly keepsContent: boolean
}

export interface TakenMail {
  readonly mail: StoredMail
  readonly content: MailContent
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
      const content = await contentOf(deps, tx, claimed, minted)
      if (content) taken.push({ mail: claimed, content })
    }
    return { mails: taken, isMore: mails.length === limit }
  })
}

async function contentOf(
  deps: TakingDeps,
  tx: Tx,
  mail: StoredMail,
  minted: ReturnType<typeof newMailSecret>,
): Promise<MailContent | undefined> {
  if (mail.content) return mail.content
  const at = deps.ambient.now()
  try {
    const content = await writeMail(deps, tx, mail, minted)
    if (!content) await outgoing.close(tx, mail, { status: 'dropped', at })
    else if (deps.keepsContent) await outgoing.keepContent(tx, mail, content)
    return content
  } catch (error) {
    // One mail that cannot be written, say because its key is gone, must not hold up the others.
    deps.log.error({ err: error, mailId: mail.mailId }, 'a mail cannot be written')
    await outgoing.close(tx, mail, { status: 'failed', at, failure: 'The mail could not be written.' })
    return undefined
  }
}
