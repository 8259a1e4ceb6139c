// The language that somebody is written to in: a query parameter, an attribute of a batch's rows and of settings.
import Type from 'typebox'
import { refuse } from '../../domain/faults.ts'
import { LANGUAGES, type Language, parseLanguage } from '../../domain/languages.ts'
import { type RawQuery, text } from '../wire/query.ts'
import { oneOf } from './vocabulary.ts'

/** In a body any text is let through, so that the refusal of a wrong one can name the choices. */
export const LanguageName = Type.String({ description: `One of ${LANGUAGES.join(', ')}.` })

/** What the query of an operation that invites may say. Other services ignore names that they do not know. */
export const LANGUAGE_QUERY = { language: oneOf(LANGUAGES) }

export function languageOf(query: RawQuery): Language | undefined {
  const asked = text(query, 'language')
  return asked === undefined ? undefined : readLanguage(asked, 'query')
}

export const readLanguage = (language: string, place: 'query' | 'body' = 'body'): Language =>
  parseLanguage(language) ?? refuse({ code: 'unknown_language', language, place })
