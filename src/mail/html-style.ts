// The colours of mails: neutral greys and the operator's accent, moved where it could not be read.
import { accentFor, buttonOf } from '../platform/colour.ts'
import { Html } from '../platform/html.ts'

interface Shades {
  readonly ground: string
  readonly card: string
  readonly line: string
  readonly text: string
  readonly quiet: string
  readonly accent: string
  readonly button: { readonly background: string; readonly text: string }
}

export interface Palette {
  readonly light: Shades
  readonly dark: Shades
}

const LIGHT = { ground: '#f5f6f7', card: '#ffffff', line: '#e1e3e6', text: '#1a1c1e', quiet: '#5c6269' }
const DARK = { ground: '#141517', card: '#1d1f22', line: '#34373b', text: '#eceef0', quiet: '#a4aab1' }

/** The colours for an accent in the light and in the dark. */
export function paletteOf(accent: string): Palette {
  const onDark = accentFor(DARK.card, accent)
  return {
    light: { ...LIGHT, accent: accentFor(LIGHT.card, accent), button: buttonOf(accent) },
    dark: { ...DARK, accent: onDark, button: buttonOf(onDark) },
  }
}

/** The rules for the dark. They hold no text of anybody: colours that were computed, and nothing else. */
export const styleSheet = ({ dark }: Palette): Html =>
  new Html(`:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background-color: ${dark.ground} !important; }
  .card { background-color: ${dark.card} !important; border-color: ${dark.line} !important; }
  .text { color: ${dark.text} !important; }
  .quiet { color: ${dark.quiet} !important; }
  .accent { color: ${dark.accent} !important; }
  .button { background-color: ${dark.button.background} !important; color: ${dark.button.text} !important; }
}
@media (max-width: 480px) {
  .card { padding: 24px 20px 8px !important; }
}
`)
