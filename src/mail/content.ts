// A mail in words but without form: what the text and the HTML both say, so that neither can say more than the other.
import type { Language } from '../domain/languages.ts'

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly title: string; readonly entries: readonly string[] }
  | { readonly kind: 'button'; readonly label: string; readonly link: string; readonly linkIntro: string }
  /** Said in passing, in quiet colour. */
  | { readonly kind: 'note'; readonly lines: readonly string[] }

/** What stands under the mail. */
export type FooterLine =
  | { readonly kind: 'choice'; readonly label: string; readonly link: string; readonly meaning: string }
  | { readonly kind: 'signature'; readonly text: string; readonly link: string | undefined }

export interface Content {
  readonly language: Language
  /** One line. */
  readonly subject: string
  readonly heading: string
  /** What a list of mails shows beside the subject. */
  readonly preheader: string
  readonly blocks: readonly Block[]
  readonly footer: readonly FooterLine[]
}
