import { expect, test } from 'vitest'
import { checkCommonFlags, flag, text, wholeNumber } from './query.ts'

const REFUSED = 'invalid_query_parameter'

test('an empty value is the same as none', () => {
  expect(text({ a: '' }, 'a')).toBeUndefined()
  expect(text({}, 'a')).toBeUndefined()
  expect(flag({ a: '' }, 'a', true)).toBe(true)
  expect(wholeNumber({ a: '' }, 'a', 7, 1, 9)).toBe(7)
})

test('one value is taken as it is', () => {
  expect(text({ a: ' x ' }, 'a')).toBe(' x ')
  expect(flag({ a: 'true' }, 'a', false)).toBe(true)
  expect(flag({ a: 'false' }, 'a', true)).toBe(false)
})

test('the same name twice is refused, even with the same value', () => {
  expect(() => text({ a: ['x', 'x'] }, 'a')).toThrow(REFUSED)
  expect(() => checkCommonFlags({ pretty: ['true', 'true'] })).toThrow(REFUSED)
  expect(() => checkCommonFlags({ envelope: 'TRUE' })).toThrow(REFUSED)
  expect(() => checkCommonFlags({ other: ['a', 'b'], pretty: 'true' })).not.toThrow()
})

test.each(['0', '10', '-1', '1.0', '+1', ' 1', '1e1', '0x1', 'NaN', 'Infinity', '1'.repeat(10)])(
  '%j is no whole number from 1 to 9',
  (value) => {
    expect(() => wholeNumber({ a: value }, 'a', 1, 1, 9)).toThrow(REFUSED)
  },
)

test('both bounds are included', () => {
  expect(wholeNumber({ a: '1' }, 'a', 5, 1, 9)).toBe(1)
  expect(wholeNumber({ a: '009' }, 'a', 5, 1, 9)).toBe(9)
})
