// Mails between rows and values.
import type { InvitationId, MailId, OrgId } from '../domain/ids.ts'
import type { LetterKind, PreparedLetter } from '../domain/letters.ts'
import { fromJson } from './json.ts'
import type { MailStatus, Tables } from './schema.ts'

export interface StoredMail {
  readonly mailId: MailId
  /** Empty for an account's own mail. */
  readonly orgId: OrgId | ''
  readonly kind: LetterKind
  readonly invitationIds: readonly InvitationId[]
  readonly recipient: string
  readonly sealedSecret: string | undefined
  readonly status: MailStatus
  readonly createdAt: number
  readonly dueAt: number
  readonly claimedUntil: number
  readonly attempts: number
  readonly sentAt: number | undefined
  readonly failure: string | undefined
  /** Set when it is kept to be read. */
  readonly letter: PreparedLetter | undefined
}

export type NewMail = Pick<
  StoredMail,
  'mailId' | 'orgId' | 'kind' | 'invitationIds' | 'recipient' | 'sealedSecret' | 'createdAt' | 'dueAt'
>

/** How a mail's way ends. */
export interface MailEnd {
  readonly status: Exclude<MailStatus, 'waiting'>
  readonly at: number
  readonly failure?: string | undefined
}

/** How far a mail has come when it is written down: its letter is there to be read, its way may have ended. */
export interface Progress {
  readonly letter?: PreparedLetter | undefined
  readonly end?: MailEnd | undefined
}

type Row = Tables['outbox']

export const endOf = (end: MailEnd | undefined): Pick<Row, 'sent_at' | 'failure'> => ({
  sent_at: end?.status === 'sent' ? end.at : null,
  failure: end?.failure ?? null,
})

export const fromRow = (row: Row): StoredMail => ({
  mailId: row.mail_id,
  orgId: row.org_id,
  kind: row.kind,
  invitationIds: row.invitation_ids.split(' ').filter((id): id is InvitationId => id !== ''),
  recipient: row.recipient,
  sealedSecret: row.sealed_secret ?? undefined,
  status: row.status,
  createdAt: row.created_at,
  dueAt: row.due_at,
  claimedUntil: row.claimed_until,
  attempts: row.attempts,
  sentAt: row.sent_at ?? undefined,
  failure: row.failure ?? undefined,
  letter: row.letter === null ? undefined : fromJson<PreparedLetter>(row.letter),
})
