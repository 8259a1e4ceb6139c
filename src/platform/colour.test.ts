import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentFor, buttonOf, contrast, readableOn } from './colour.ts'

const colours = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((rgb) => `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`)

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#0f766e', '#ffffff', 5.47],
  ['#FFFF00', '#ffffff', 1.07],
  ['#0000ff', '#000000', 2.44],
])('the contrast of %s and %s is %d', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2)
  expect(contrast(other, one)).toBeCloseTo(expected, 2)
})

test.each([
  ['#0f766e', '#ffffff'],
  ['#000000', '#ffffff'],
  ['#ffee00', '#1a1a1a'],
  ['#ffffff', '#1a1a1a'],
  ['not a colour', '#ffffff'],
])('on %s text is %s', (background, text) => {
  expect(readableOn(background)).toBe(text)
})

test('an accent that can be read already stays as it is', () => {
  expect(accentFor('#ffffff', '#0F766E')).toBe('#0f766e')
})

test('every accent can be read on every ground, and every button too', () => {
  fc.assert(
    fc.property(colours, colours, (ground, accent) => {
      expect(contrast(ground, accentFor(ground, accent))).toBeGreaterThanOrEqual(4.5)
      const button = buttonOf(accent)
      expect(contrast(button.background, button.text)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a colour is moved towards black on light ground and towards white on dark ground', () => {
  expect(contrast(accentFor('#ffffff', '#5eead4'), '#000000')).toBeLessThan(contrast('#5eead4', '#000000'))
  expect(contrast(accentFor('#1c1d1f', '#0f766e'), '#000000')).toBeGreaterThan(contrast('#0f766e', '#000000'))
})
