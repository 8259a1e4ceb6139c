import { expect, test } from 'vitest'
import { isGivenUp, pauseAfter } from './mail-retries.ts'

const MINUTE = 60_000

test('pauses double up to an hour, each within a tenth', () => {
  const middle = Array.from({ length: 9 }, (_, index) => pauseAfter(index + 1, 0.5) / MINUTE)
  expect(middle).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([0.9 * MINUTE, 1.1 * MINUTE])
  expect(pauseAfter(5000, 1)).toBe(66 * MINUTE)
})

test('a mail is given up a day after it was first due', () => {
  expect([isGivenUp(0, 1440 * MINUTE - 1), isGivenUp(0, 1440 * MINUTE)]).toEqual([false, true])
})
