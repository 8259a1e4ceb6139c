// From a prepared letter to its words.
import type { Language } from '../domain/languages.ts'
import type { Letter, PreparedLetter } from '../domain/letters.ts'
import { type Mail, mailOf } from '../mail/letter-mail.ts'
import type { HouseStyle } from '../platform/house-style.ts'

export interface WrittenMail extends Mail {
  readonly language: Language
  /** What stands behind the buttons, by what they do. */
  readonly links: Readonly<Record<string, string>>
}

/** The same letter always gives the same mail. */
export const writtenMail = ({ letter, language }: PreparedLetter, style: HouseStyle): WrittenMail => ({
  language,
  ...mailOf(letter, language, style),
  links: linksOf(letter),
})

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
