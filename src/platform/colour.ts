// Colours as '#rrggbb' and how well they can be read on each other, by WCAG's relative luminance.

/** What normal text must reach on its ground. */
const READABLE = 4.5
const STEPS = 50
const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]

type Rgb = readonly [red: number, green: number, blue: number]

/** Black when the text is no colour in this form. */
function rgbOf(colour: string): Rgb {
  const [, red = '0', green = '0', blue = '0'] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? []
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
}

const colourOf = (rgb: Rgb): string => `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrastOf(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function mixed([red, green, blue]: Rgb, other: Rgb, share: number): Rgb {
  const mix = (from: number, to: number): number => Math.round(from + (to - from) * share)
  return [mix(red, other[0]), mix(green, other[1]), mix(blue, other[2])]
}

/** From 1 for the same colour to 21 for black on white. */
export const contrast = (one: string, other: string): number => contrastOf(rgbOf(one), rgbOf(other))

/** The text colour that reads better on this background. */
export const readableOn = (background: string): '#ffffff' | '#1a1a1a' =>
  contrast(background, '#ffffff') >= contrast(background, '#1a1a1a') ? '#ffffff' : '#1a1a1a'

/** The accent itself, or the nearest lighter or darker one whose contrast on the ground is at least 4.5. */
export function accentFor(ground: string, accent: string): string {
  const [under, start] = [rgbOf(ground), rgbOf(accent)]
  const end = contrastOf(under, BLACK) > contrastOf(under, WHITE) ? BLACK : WHITE
  for (let step = 0; step < STEPS; step += 1) {
    const candidate = mixed(start, end, step / STEPS)
    if (contrastOf(under, candidate) >= READABLE) return colourOf(candidate)
  }
  return colourOf(end)
}

/** A button in this accent: its text, and the accent moved as little as the text needs to be read on it. */
export function buttonOf(accent: string): { readonly background: string; readonly text: string } {
  const text = readableOn(accent)
  return { background: accentFor(text, accent), text }
}
