// Instants on a page, which the browser shows in its reader's own zone.
import type { Language } from '../domain/languages.ts'
import { instantIn, LOCALES } from '../i18n/instants.ts'
import { agoIn } from '../i18n/relative.ts'
import { type Html, html } from '../platform/html.ts'

const ZONE = 'UTC'
const machineReadable = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The instant in full. */
export const instant = (language: Language, milliseconds: number): Html =>
  html`<time datetime="${machineReadable(milliseconds)}" data-local="${LOCALES[language]}">${instantIn(language, milliseconds, ZONE)}</time>`

/** How long ago it was, with the instant in full behind it. */
export const ago = (language: Language, milliseconds: number, now: number): Html =>
  html`<time datetime="${machineReadable(milliseconds)}" title="${instantIn(language, milliseconds, ZONE)}">${agoIn(language, now - milliseconds)}</time>`
