// What all our pages look like: neutral greys and one accent, light and dark as the system is, and their typeface.
import { accentFor, buttonOf } from './colour.ts'

const LIGHT = { card: '#ffffff', ground: '#f3f4f5' }
const DARK = { card: '#1b1e20', ground: '#101213' }

/** System fonts stand in for Inter while it comes, and write what it cannot. */
export const FONTS = `Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif`

/** The part of a style sheet that names colours and typeface; `fontPath` is where the browser finds Inter. */
export function pageLook(accent: string, fontPath: string): string {
  const light = buttonOf(accent)
  const dark = buttonOf(accentFor(DARK.card, accent))
  return `@font-face { font-family: Inter; src: url('${fontPath}') format('woff2'); font-weight: 100 900;
  font-display: swap; unicode-range: U+0000-024F, U+2000-206F, U+20AC, U+2122; }
:root { color-scheme: light dark; --ink: light-dark(#1a1d1f, #e9ebec); --soft: light-dark(#596066, #a6adb3);
  --line: light-dark(#d5d9dc, #3a4045); --edge: light-dark(#868e95, #747d85); --ground: light-dark(${LIGHT.ground}, ${DARK.ground});
  --card: light-dark(${LIGHT.card}, ${DARK.card}); --field: light-dark(#ffffff, #141719);
  --accent: light-dark(${accentFor(LIGHT.card, accent)}, ${accentFor(DARK.card, accent)});
  --button: light-dark(${light.background}, ${dark.background}); --on-button: light-dark(${light.text}, ${dark.text});
  --bad: light-dark(#b3261e, #f2938c); --good: light-dark(#0a6847, #6fd3a8); --quiet: light-dark(#eef0f1, #262a2d); }
`
}
