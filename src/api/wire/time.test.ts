import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headerDate, instant } from './time.ts'

test('an instant has whole seconds, cut and not rounded', () => {
  expect(instant(0)).toBe('1970-01-01T00:00:00Z')
  expect(instant(Date.UTC(2026, 1, 18, 18, 51, 46, 999))).toBe('2026-02-18T18:51:46Z')
})

test('an instant is the calendar’s, whenever it is', () => {
  const times = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
  fc.assert(
    fc.property(times, (time) => {
      expect(instant(time.getTime())).toBe(`${time.toISOString().slice(0, 19)}Z`)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['2027-07-01', 'Thu, 1 Jul 2027 00:00:00 GMT'],
  ['2025-02-19', 'Wed, 19 Feb 2025 00:00:00 GMT'],
  ['2023-10-04', 'Wed, 4 Oct 2023 00:00:00 GMT'],
])('%s stands in a header as %s', (date, header) => {
  expect(headerDate(date)).toBe(header)
})
