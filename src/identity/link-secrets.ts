// The secrets of links in mails: minted, hashed to be checked by, and sealed until the mail has been sent.
import type { InvitationId, MailId } from '../domain/ids.ts'
import type { Ambient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import { hashSecret } from './credentials.ts'
import type { KeyRing } from './key-ring.ts'

const SECRET_BYTES = 32

/** 256 bits in 43 letters, digits, `-` and `_`. */
export const newLinkSecret = (ambient: Ambient): Secret =>
  new Secret(ambient.randomBytes(SECRET_BYTES).toString('base64url'))

/** For the outbox: a dump of the store opens no invitation. */
export const sealLinkSecret = (keys: KeyRing, id: InvitationId, secret: Secret): string =>
  keys.seal(secret.reveal(), `invitation ${id}`)

/** Throws when it was sealed for another invitation or under a key ring that is gone. */
export const openLinkSecret = (keys: KeyRing, id: InvitationId, sealed: string): Secret =>
  keys.open(sealed, `invitation ${id}`)

/** A secret for a link that a mail is given when it is prepared, and the hash by which the link is found. */
export interface MailSecret {
  readonly secret: Secret
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

export function newMailSecret(ambient: Ambient): MailSecret {
  const secret = newLinkSecret(ambient)
  return { secret, hash: hashSecret(secret) }
}

/** For the outbox, until the mail has been sent. */
export const sealMailSecret = (keys: KeyRing, id: MailId, { secret }: MailSecret): string =>
  keys.seal(secret.reveal(), `mail ${id}`)

/** Throws when it was sealed for another mail or under a key ring that is gone. */
export function openMailSecret(keys: KeyRing, id: MailId, sealed: string): MailSecret {
  const secret = keys.open(sealed, `mail ${id}`)
  return { secret, hash: hashSecret(secret) }
}
