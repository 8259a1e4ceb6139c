// The frame of every page: head, name or logo, one card, and the switch of languages. No page leaves it.
import { hash } from 'node:crypto'
import { FONT_PATH } from '../platform/font-file.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import { Html, html } from '../platform/html.ts'
import { languageOptions } from './fields.ts'
import { ICON_PATH } from './icon.ts'
import type { PortalContext } from './route.ts'
import { SCRIPT } from './script.ts'
import { styleSheet } from './style.ts'
import { frameWords } from './words/frame.ts'

/** What a page has beside its content. */
export interface Framed extends Pick<PortalContext, 'language' | 'path' | 'pathPrefix' | 'style'> {
  readonly title: string
  /** Room for tables. */
  readonly isWide?: boolean
  /** What of the address stays as the language is switched. */
  readonly carried?: Readonly<Record<string, string>>
}

/** A whole page. */
export const framed = ({ title, isWide, ...context }: Framed, content: Html): Html => html`<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${context.style.name}</title>
<link rel="icon" href="${context.pathPrefix}${ICON_PATH}" type="image/svg+xml">
<style>${styleOf(context)}</style>
</head>
<body>
<header>${nameOrLogo(context.style)}</header>
<main${isWide ? new Html(' class="wide"') : undefined}>${content}</main>
<footer>${languageSwitch(context)}</footer>
<script type="module">${new Html(SCRIPT)}</script>
</body>
</html>
`

/**
 * What a browser may load for such a page: the style and the script in it by their hashes, Inter and the icon from us,
 * and the operator's logo from where it lies.
 */
export function contentPolicy(style: HouseStyle, pathPrefix: string): string {
  const images = style.logoUrl === undefined ? "'self'" : `'self' ${new URL(style.logoUrl).origin}`
  return [
    "default-src 'none'",
    `style-src '${digest(styleSheet(style, pathPrefix + FONT_PATH))}'`,
    `script-src '${digest(SCRIPT)}'`,
    "font-src 'self'",
    `img-src ${images}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

const digest = (text: string): string => `sha256-${hash('sha256', text, 'base64')}`

const styleOf = ({ style, pathPrefix }: Framed | Omit<Framed, 'title'>): Html =>
  new Html(styleSheet(style, pathPrefix + FONT_PATH))

const nameOrLogo = ({ logoUrl, name }: HouseStyle): Html =>
  logoUrl === undefined ? html`<span>${name}</span>` : html`<img src="${logoUrl}" alt="${name}">`

function languageSwitch({ language, path, pathPrefix, carried = {} }: Omit<Framed, 'title'>): Html {
  const words = frameWords[language]
  return html`<form method="get" action="${pathPrefix}${path}" data-switch>${Object.entries(carried).map(hiddenField)}
<label for="language">${words.language}</label>
<select id="language" name="lang">${languageOptions(language)}</select>
<button class="quiet">${words.switchLanguage}</button>
</form>`
}

/** What a form sends beside what is filled in. */
export const hiddenField = ([name, value]: readonly [string, string]): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`
