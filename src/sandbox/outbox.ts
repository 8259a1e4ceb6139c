// The mails that a world has written, to be read by people and tests in place of a mailbox.
import type { PreparedLetter } from '../domain/letters.ts'
import type { Db } from '../store/db.ts'
import * as keptMails from '../store/kept-mails.ts'

/** A letter in words. */
export interface WrittenLetter {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** What stands behind the buttons, by what they do. */
  readonly links: Readonly<Record<string, string>>
}

/** Puts a letter into words. */
export type WriteLetter = (letter: PreparedLetter) => WrittenLetter

export interface OutboxMail extends WrittenLetter {
  readonly id: string
  readonly to: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

export interface OutboxControl {
  /** Oldest first; `to` one address if that is given, in any case. */
  mails(filter?: { readonly to?: string | undefined }): Promise<readonly OutboxMail[]>
  clear(): Promise<void>
}

export const createOutbox = (db: Db, write: WriteLetter): OutboxControl => ({
  mails: async ({ to } = {}) => {
    // No address has one, and PostgreSQL takes no text with it.
    if (to?.includes('\0')) return []
    const kept = await keptMails.readable(db.read, to?.toLowerCase())
    return kept.map(({ mailId, recipient, dueAt, prepared }) => ({
      id: mailId,
      to: recipient,
      createdAt: dueAt,
      ...write(prepared),
    }))
  },
  clear: async () => {
    await db.write((tx) => keptMails.clear(tx))
  },
})
