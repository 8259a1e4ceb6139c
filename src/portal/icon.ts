// The small picture of a browser's tab: the service's initial on its accent.
import { buttonOf } from '../platform/colour.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import { html } from '../platform/html.ts'

/** Where it lies below the public url. */
export const ICON_PATH = '/assets/icon.svg'

/** An SVG image. */
export function iconOf({ accent, name }: HouseStyle): string {
  const { background, text } = buttonOf(accent)
  const [initial = ''] = name
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="${background}"/>
<text x="16" y="22.5" font-family="system-ui, sans-serif" font-size="18" font-weight="650" text-anchor="middle" fill="${text}">${initial.toUpperCase()}</text>
</svg>
`.text
}
