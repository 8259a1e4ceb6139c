// Which errors mean what, where no test can make an engine raise each of them at will.
import { expect, test } from 'vitest'
import { isCreatedTwice } from './faults.ts'

const withCode = (code: string): Error => Object.assign(new Error(code), { code })

test.each(['23505', '42P07', '42710'])('%s tells that two sessions create the same table', (code) => {
  expect(isCreatedTwice(withCode(code))).toBe(true)
})

test('no other error counts as one of two sessions that create the same table', () => {
  const others = [withCode('42501'), withCode('40001'), new Error('already exists'), undefined]
  expect(others.map(isCreatedTwice)).toEqual([false, false, false, false])
})
