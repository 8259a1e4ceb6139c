// Mails on the wire: what has become of each, never what stands in it.
import Type from 'typebox'
import { LANGUAGES } from '../../domain/languages.ts'
import type { InvitationMail, MailSettings } from '../../usecases/mail-settings.ts'
import { closed, Id, Instant, oneOf, orNull } from '../schemas/vocabulary.ts'
import { instant } from '../wire/time.ts'
import { type Shape, shape } from './shape.ts'

const presentMailSettings = shape(closed({ language: orNull(oneOf(LANGUAGES)) }), ({ language }: MailSettings) => ({
  language: language ?? null,
}))

const presentInvitationMail = shape(
  closed({
    attempts: Type.Integer({ minimum: 0 }),
    createdAt: Instant,
    dueAt: orNull(Instant),
    failure: orNull(Type.String()),
    id: Id,
    kind: oneOf(['INVITATION', 'REMINDER']),
    sentAt: orNull(Instant),
    status: oneOf(['WAITING', 'SENT', 'FAILED', 'DROPPED']),
  }),
  (mail: InvitationMail) => ({
    attempts: mail.attempts,
    createdAt: instant(mail.createdAt),
    dueAt: mail.status === 'waiting' ? instant(mail.dueAt) : null,
    failure: mail.failure ?? null,
    id: mail.mailId,
    kind: mail.kind.toUpperCase(),
    sentAt: mail.sentAt === undefined ? null : instant(mail.sentAt),
    status: mail.status.toUpperCase(),
  }),
)

export interface MailPresenters {
  readonly mailSettings: Shape<[settings: MailSettings]>
  readonly invitationMail: Shape<[mail: InvitationMail]>
}

/** The same in every dialect: no service has any of it. */
export const mailPresenters: MailPresenters = {
  mailSettings: presentMailSettings,
  invitationMail: presentInvitationMail,
}
