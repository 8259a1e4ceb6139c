// A letter as the mail that is sent: one content in words, written as text and as HTML.
import type { Language } from '../domain/languages.ts'
import type { Letter } from '../domain/letters.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import type { Content } from './content.ts'
import { htmlOf } from './html-form.ts'
import { answeredContent } from './letters/answered.ts'
import { invitationContent } from './letters/invitation.ts'
import { passwordResetContent } from './letters/password-reset.ts'
import { renewalContent } from './letters/renewal.ts'
import { textOf } from './text-form.ts'
import { ENGLISH } from './words/en.ts'
import { SPANISH } from './words/es.ts'
import { JAPANESE } from './words/ja.ts'
import { KOREAN } from './words/ko.ts'
import type { MailWords } from './words/mail-words.ts'
import { BRAZILIAN_PORTUGUESE } from './words/pt-br.ts'
import { SIMPLIFIED_CHINESE } from './words/zh-cn.ts'

export interface Mail {
  /** One line without control characters. */
  readonly subject: string
  readonly text: string
  readonly html: string
}

const WORDS: Readonly<Record<Language, MailWords>> = {
  en: ENGLISH,
  'pt-BR': BRAZILIAN_PORTUGUESE,
  es: SPANISH,
  ja: JAPANESE,
  ko: KOREAN,
  'zh-CN': SIMPLIFIED_CHINESE,
}

function contentOf(letter: Letter, language: Language, style: HouseStyle): Content {
  const words = WORDS[language]
  switch (letter.kind) {
    case 'invitation':
    case 'reminder':
      return invitationContent(letter, language, words, style)
    case 'expired':
    case 'renewal-asked':
      return renewalContent(letter, language, words, style)
    case 'answered':
      return answeredContent(letter, language, words, style)
    case 'password-reset':
      return passwordResetContent(letter, language, words, style)
    default:
      return letter satisfies never
  }
}

/** The letter in this language and style. The same letter always gives the same mail. */
export function mailOf(letter: Letter, language: Language, style: HouseStyle): Mail {
  const content = contentOf(letter, language, style)
  return { subject: content.subject, text: textOf(content), html: htmlOf(content, style) }
}
