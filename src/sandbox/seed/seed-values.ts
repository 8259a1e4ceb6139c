// The values of a checked seed as the store takes them; what is left out is minted, or is now.
import { isObjectId, type ObjectId } from '../../domain/ids.ts'
import { type Language, parseLanguage } from '../../domain/languages.ts'
import { parseUsername } from '../../domain/usernames.ts'
import type { App } from '../../usecases/app.ts'

/** The given identifier, or a new one. */
export const idOr = <Id extends ObjectId>(app: App, given: string | undefined): Id =>
  given !== undefined && isObjectId<Id>(given) ? given : app.ambient.newId<Id>()

/** The given time in milliseconds, or now. */
export const timeOr = (app: App, given: string | undefined, otherwise: number = app.ambient.now()): number =>
  given === undefined ? otherwise : Date.parse(given)

export const addressOf = (text: string): string => parseUsername(text) ?? text

export const languageOf = ({ language }: { readonly language?: string }): Language | undefined =>
  language === undefined ? undefined : parseLanguage(language)
