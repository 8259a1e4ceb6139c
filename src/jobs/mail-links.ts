// The links that mails to people with an account are given when they are prepared: one for each mail, however often it
// has to be tried.
import type { KeyRing } from '../identity/key-ring.ts'
import { type MailSecret, openMailSecret, sealMailSecret } from '../identity/link-secrets.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Secret } from '../platform/secret.ts'
import type { Tx } from '../store/db.ts'
import type { Link } from '../store/links.ts'
import * as links from '../store/links.ts'
import type { NewMail } from '../store/outbox-rows.ts'
import * as outgoing from '../store/outgoing-mails.ts'

const MINUTE = 60_000

export const RENEWAL_LIFE = 30 * 1440 * MINUTE
export const RESET_MINUTES = 60
export const RESET_LIFE = RESET_MINUTES * MINUTE

interface Deps {
  readonly ambient: Pick<Ambient, 'now'>
  readonly keys: KeyRing
  readonly keepsLetters: boolean
}

interface Wanted extends Pick<Link, 'purpose' | 'userId' | 'about'> {
  /** In milliseconds. */
  readonly lives: number
}

/**
 * The secret of the mail's link, which is written down when there is none yet. Undefined when it works no more: then an
 * earlier try has reached its reader, or comes too late.
 */
export async function linkSecret(
  { ambient, keys, keepsLetters }: Deps,
  tx: Tx,
  { orgId, mailId, sealedSecret }: NewMail,
  mint: () => MailSecret,
  { lives, ...link }: Wanted,
): Promise<Secret | undefined> {
  const now = ambient.now()
  if (sealedSecret !== undefined) {
    const { secret, hash } = openMailSecret(keys, mailId, sealedSecret)
    return (await links.find(tx, hash, link.purpose, now)) && secret
  }
  // Of several that were asked for, only the newest resets a password.
  if (link.purpose === 'password-reset') await links.removeOf(tx, link.userId, link.purpose)
  const minted = mint()
  await links.insert(tx, minted.hash, { ...link, createdAt: now, expiresAt: now + lives })
  if (!keepsLetters) await outgoing.keepSecret(tx, { orgId, mailId }, sealMailSecret(keys, mailId, minted))
  return minted.secret
}
