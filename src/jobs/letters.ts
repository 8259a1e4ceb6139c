// What a waiting mail has to say by now, and whether it still has anybody to go to: the state of things decides when the
// mail goes out, and not when it was caused.
import type { InvitationId } from '../domain/ids.ts'
import type { Invitation } from '../domain/invitations.ts'
import type { Language } from '../domain/languages.ts'
import type { Letter, PreparedLetter } from '../domain/letters.ts'
import type { Account } from '../domain/members.ts'
import { calledIn } from '../i18n/called.ts'
import { hashSecret } from '../identity/credentials.ts'
import type { KeyRing } from '../identity/key-ring.ts'
import type { MailSecret } from '../identity/link-secrets.ts'
import { openLinkSecret } from '../identity/link-secrets.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import * as suppressions from '../store/mail-suppressions.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import type { NewMail } from '../store/outbox-rows.ts'
import * as users from '../store/users.ts'
import { invitationFacts } from '../usecases/invitation-facts.ts'
import { answersOf } from './answers.ts'
import { linkSecret, RENEWAL_LIFE, RESET_LIFE, RESET_MINUTES } from './mail-links.ts'

export interface LetterDeps {
  readonly ambient: Pick<Ambient, 'now'>
  readonly keys: KeyRing
  /** The start of every link; a function, because `dev` learns its port late. */
  readonly publicUrl: () => string
  /** What nobody has chosen another language for. */
  readonly defaultLanguage: Language
  /** Whether letters are kept as they are prepared, and with them the links in them. */
  readonly keepsLetters: boolean
}

/**
 * The letter, or undefined when there is nobody or nothing to write to any more. The link that some letters need is made
 * of what `mint` gives, and only its hash is kept; a mail that was prepared before carries the link that it got then.
 */
export async function prepareLetter(
  deps: LetterDeps,
  tx: Tx,
  mail: NewMail,
  mint: () => MailSecret,
): Promise<PreparedLetter | undefined> {
  const { orgId, recipient } = mail
  if (orgId === '') return mail.kind === 'password-reset' ? prepareReset(deps, tx, mail, mint) : undefined
  if (await suppressions.has(tx, orgId, recipient)) return undefined
  const [id] = mail.invitationIds
  if (id === undefined) return undefined
  switch (mail.kind) {
    case 'invitation':
    case 'reminder':
      return prepareInvitation(deps, tx, { ...mail, kind: mail.kind, orgId }, id)
    case 'expired':
    case 'renewal-asked':
      return prepareRenewal(deps, tx, { ...mail, kind: mail.kind, orgId }, id, mint)
    case 'answered':
      return prepareAnswered(deps, tx, { ...mail, orgId })
    case 'password-reset':
      return undefined
    default:
      return mail.kind satisfies never
  }
}

interface OrgMail extends NewMail {
  readonly orgId: Invitation['orgId']
}

async function prepareInvitation(
  deps: LetterDeps,
  tx: Tx,
  mail: OrgMail & { readonly kind: 'invitation' | 'reminder' },
  id: InvitationId,
): Promise<PreparedLetter | undefined> {
  const found = await invitations.whatever(tx, mail.orgId, id)
  if (!found || mail.sealedSecret === undefined) return undefined
  const { invitation } = found
  if (invitation.status !== 'PENDING' || invitation.expiresAt <= deps.ambient.now()) return undefined
  const secret = openLinkSecret(deps.keys, id, mail.sealedSecret)
  // An invitation that has been sent again has a new link, with a mail of its own.
  if (hashSecret(secret) !== found.secretHash) return undefined
  const language = invitation.language ?? (await ofOrganization(deps, tx, mail.orgId))
  const facts = await invitationFacts(tx, invitation, calledIn(language))
  if (!facts) return undefined
  const acceptLink = `${deps.publicUrl()}/invitations/${id}.${secret.reveal()}`
  const letter: Letter = { kind: mail.kind, invitation: facts, acceptLink, stopLink: `${acceptLink}/stop` }
  return { letter, language }
}

async function prepareRenewal(
  deps: LetterDeps,
  tx: Tx,
  mail: OrgMail & { readonly kind: 'expired' | 'renewal-asked' },
  id: InvitationId,
  mint: () => MailSecret,
): Promise<PreparedLetter | undefined> {
  const inviter = await memberOf(tx, mail)
  const found = inviter && (await invitations.whatever(tx, mail.orgId, id))
  if (!found || !isOver(found.invitation, deps.ambient.now())) return undefined
  const language = inviter.language ?? (await ofOrganization(deps, tx, mail.orgId))
  const facts = await invitationFacts(tx, found.invitation, calledIn(language))
  if (!facts) return undefined
  const secret = await linkSecret(deps, tx, mail, mint, {
    purpose: 'renewal',
    userId: inviter.userId,
    about: { orgId: mail.orgId, invitationId: id },
    lives: RENEWAL_LIFE,
  })
  if (!secret) return undefined
  const renewLink = `${deps.publicUrl()}/renewals/${secret.reveal()}`
  return { letter: { kind: mail.kind, invitation: facts, renewLink }, language }
}

async function prepareAnswered(deps: LetterDeps, tx: Tx, mail: OrgMail): Promise<PreparedLetter | undefined> {
  const inviter = await memberOf(tx, mail)
  const organization = inviter && (await organizations.access(tx, mail.orgId))
  if (!organization) return undefined
  const language = inviter.language ?? (await ofOrganization(deps, tx, mail.orgId))
  const answers = await answersOf(tx, mail.orgId, mail.invitationIds, calledIn(language))
  if (answers.length === 0) return undefined
  return { letter: { kind: 'answered', orgName: organization.name, answers }, language }
}

async function prepareReset(
  deps: LetterDeps,
  tx: Tx,
  mail: NewMail,
  mint: () => MailSecret,
): Promise<PreparedLetter | undefined> {
  const { recipient } = mail
  const account = await users.account(tx, recipient)
  // Also of one that nobody has proven yet: whoever reads this mail proves it.
  if (!account) return undefined
  const { userId, username } = account
  const link = { purpose: 'password-reset', userId, about: undefined, lives: RESET_LIFE } as const
  const secret = await linkSecret(deps, tx, mail, mint, link)
  if (!secret) return undefined
  const resetLink = `${deps.publicUrl()}/reset/${secret.reveal()}`
  const letter: Letter = { kind: 'password-reset', username, resetLink, minutes: RESET_MINUTES }
  return { letter, language: account.language ?? deps.defaultLanguage }
}

const isOver = ({ status, expiresAt }: Invitation, now: number): boolean =>
  status === 'EXPIRED' || (status === 'PENDING' && expiresAt <= now)

/** The recipient's account, if they are still a member: nobody else is told of the organization's invitations. */
async function memberOf(tx: Tx, { orgId, recipient }: OrgMail): Promise<Account | undefined> {
  const account = await users.account(tx, recipient)
  return account && (await members.has(tx, orgId, account.userId)) ? account : undefined
}

const ofOrganization = async (deps: LetterDeps, tx: Tx, orgId: Invitation['orgId']): Promise<Language> =>
  (await organizations.languageOf(tx, orgId)) ?? deps.defaultLanguage
