// From a waiting mail to its words.
import type { Letter } from '../domain/letters.ts'
import type { MailSecret } from '../identity/link-secrets.ts'
import { mailOf } from '../mail/letter-mail.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import type { Tx } from '../store/db.ts'
import type { MailContent, NewMail } from '../store/outbox-rows.ts'
import { type LetterDeps, prepareLetter } from './letters.ts'

export interface WritingDeps extends LetterDeps {
  readonly style: HouseStyle
}

/** What the mail says by now, or undefined when there is nobody or nothing to write to any more. */
export async function writeMail(
  deps: WritingDeps,
  tx: Tx,
  mail: NewMail,
  minted: MailSecret,
): Promise<MailContent | undefined> {
  const prepared = await prepareLetter(deps, tx, mail, minted)
  if (!prepared) return undefined
  const { letter, language } = prepared
  return { language, ...mailOf(letter, language, deps.style), links: linksOf(letter) }
}

/** What stands behind the mail's buttons, by what they do. */
function linksOf(letter: Letter): Record<string, string> {
  switch (letter.kind) {
    case 'invitation':
    case 'reminder':
      return { accept: letter.acceptLink, stop: letter.stopLink }
    case 'expired':
    case 'renewal-asked':
      return { renew: letter.renewLink }
    case 'password-reset':
      return { reset: letter.resetLink }
    case 'answered':
      return {}
    default:
      return letter satisfies never
  }
}
