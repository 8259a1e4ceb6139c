// To the owner of an account: the link that sets a new password.
import type { Language } from '../../domain/languages.ts'
import type { Letter } from '../../domain/letters.ts'
import { oneLine } from '../../i18n/names.ts'
import type { HouseStyle } from '../../platform/house-style.ts'
import type { Content } from '../content.ts'
import type { MailWords } from '../words/mail-words.ts'
import { signed } from './said.ts'

type ResetLetter = Extract<Letter, { kind: 'password-reset' }>

/** The mail from which the owner of an account sets a new password. */
export function passwordResetContent(
  letter: ResetLetter,
  language: Language,
  words: MailWords,
  style: HouseStyle,
): Content {
  const said = words.password
  const name = oneLine(style.name)
  return {
    language,
    subject: said.reset(name),
    heading: said.reset(name),
    preheader: said.worksFor(letter.minutes),
    blocks: [
      { kind: 'paragraph', text: said.asked(oneLine(letter.username), name) },
      { kind: 'button', label: said.choose, link: letter.resetLink, linkIntro: words.orOpen },
      { kind: 'note', lines: [said.worksFor(letter.minutes), said.notAsked] },
    ],
    footer: [signed(words, style)],
  }
}
