import { expect, test } from 'vitest'
import { exactly, parseDuration, parseInstant } from './instants.ts'

test.each([
  ['2027-07-02', '2027-07-02T00:00:00.000Z'],
  ['2028-02-29T23:59:59Z', '2028-02-29T23:59:59.000Z'],
  ['2027-07-02T12:00:00.5Z', '2027-07-02T12:00:00.500Z'],
  ['2027-07-02T12:00:00.042Z', '2027-07-02T12:00:00.042Z'],
])('%s is an instant', (text, expected) => {
  expect(new Date(parseInstant(text) ?? 0).toISOString()).toBe(expected)
})

test.each([
  '2027-02-29',
  '2027-13-01',
  '2027-07-02T24:00:00Z',
  '2027-07-02T12:00:60Z',
  '2027-07-02T12:00Z',
  '20270702',
])('%s is none', (text) => expect(parseInstant(text)).toBeUndefined())

test.each([
  ['P31D', 31 * 86_400_000],
  ['P2W', 14 * 86_400_000],
  ['P1W1DT1H1M1.001S', 8 * 86_400_000 + 3_661_001],
  ['PT90M', 5_400_000],
  ['PT0.1S', 100],
  ['PT0S', 0],
])('%s is a duration of %d milliseconds', (text, expected) => {
  expect(parseDuration(text)).toBe(expected)
})

test.each(['P', 'PT', 'P1DT', 'P1H', 'PT1D', 'P1D1W', 'P1M', 'P1Y', 'PT1.0001S', 'PT1.5H', ' P1D', 'P1D\n'])(
  '%j is none',
  (text) => expect(parseDuration(text)).toBeUndefined(),
)

test('an instant is written with milliseconds only where it has some', () => {
  expect([exactly(Date.UTC(2027, 6, 2)), exactly(Date.UTC(2027, 6, 2) + 7)]).toEqual([
    '2027-07-02T00:00:00Z',
    '2027-07-02T00:00:00.007Z',
  ])
})
