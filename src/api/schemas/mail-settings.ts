// The body of an organization's mail settings.
import Type, { type Static } from 'typebox'
import type { Language } from '../../domain/languages.ts'
import { bodyOf } from './body.ts'
import { LanguageName, readLanguage } from './languages.ts'
import { closed, orNull } from './vocabulary.ts'

const MailSettings = closed({ language: Type.Optional(orNull(LanguageName)) })

/** Null takes away what was set. */
export const mailSettings = bodyOf(MailSettings)

export const readMailSettings = ({
  language,
}: Static<typeof MailSettings>): { readonly language: Language | null | undefined } => ({
  language: typeof language === 'string' ? readLanguage(language) : language,
})
