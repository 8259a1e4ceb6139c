// To the inviter: an invitation came to its end without an answer, or the invited person asks for a new one.
import type { Language } from '../../domain/languages.ts'
import type { Letter } from '../../domain/letters.ts'
import type { HouseStyle } from '../../platform/house-style.ts'
import type { Content } from '../content.ts'
import type { Invited, MailWords } from '../words/mail-words.ts'
import { inSubject, inText, invitedIn, signed } from './said.ts'

type RenewalLetter = Extract<Letter, { kind: 'expired' | 'renewal-asked' }>

/** The mail from which the inviter invites the same person again. */
export function renewalContent(
  letter: RenewalLetter,
  language: Language,
  words: MailWords,
  style: HouseStyle,
): Content {
  const said = words.renewal
  const isAsked = letter.kind === 'renewal-asked'
  const announced = (it: Invited): string => (isAsked ? said.asks(it) : said.expired(it))
  const it = invitedIn(language, inText(language), letter.invitation)
  const reason = isAsked ? said.askedBecause(it) : said.unanswered(it)
  return {
    language,
    subject: announced(invitedIn(language, inSubject(language), letter.invitation)),
    heading: announced(it),
    preheader: reason,
    blocks: [
      { kind: 'paragraph', text: reason },
      { kind: 'paragraph', text: said.again(it) },
      { kind: 'button', label: said.inviteAgain, link: letter.renewLink, linkIntro: words.orOpen },
      { kind: 'note', lines: [said.nothingToDo] },
    ],
    footer: [signed(words, style)],
  }
}
