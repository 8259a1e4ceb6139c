// To the invited person: the invitation, and the reminder three days before it ends.
import type { Language } from '../../domain/languages.ts'
import type { Letter } from '../../domain/letters.ts'
import { promisedInWords, youWillBeAbleTo } from '../../i18n/promises.ts'
import type { HouseStyle } from '../../platform/house-style.ts'
import type { Block, Content } from '../content.ts'
import type { Invited, MailWords } from '../words/mail-words.ts'
import { inSubject, inText, invitedIn, signed } from './said.ts'

type InvitationLetter = Extract<Letter, { kind: 'invitation' | 'reminder' }>

function announced(kind: InvitationLetter['kind'], words: MailWords, it: Invited): string {
  if (kind === 'reminder') return words.invitation.expires(it)
  return it.inviter === undefined ? words.invitation.orgInvites(it) : words.invitation.personInvites(it.inviter, it)
}

/** The mail that leads the invited person to the page where they accept or decline. */
export function invitationContent(
  letter: InvitationLetter,
  language: Language,
  words: MailWords,
  style: HouseStyle,
): Content {
  const { kind, invitation } = letter
  const said = words.invitation
  const it = invitedIn(language, inText(language), invitation)
  const entries = promisedInWords(language, invitation.promised)
  const reminder: Block[] = kind === 'reminder' ? [{ kind: 'paragraph', text: said.stillOpen(it) }] : []
  const promises: Block[] = entries.length > 0 ? [{ kind: 'list', title: youWillBeAbleTo(language), entries }] : []
  return {
    language,
    subject: announced(kind, words, invitedIn(language, inSubject(language), invitation)),
    heading: announced(kind, words, it),
    preheader: kind === 'reminder' ? said.stillOpen(it) : said.validUntil(it),
    blocks: [
      ...reminder,
      ...promises,
      { kind: 'button', label: said.view, link: letter.acceptLink, linkIntro: words.orOpen },
      { kind: 'note', lines: [said.sentTo(it), said.validUntil(it)] },
      { kind: 'note', lines: [said.unexpected] },
    ],
    footer: [
      { kind: 'choice', label: said.stop, link: letter.stopLink, meaning: said.stopMeans(it) },
      signed(words, style),
    ],
  }
}
