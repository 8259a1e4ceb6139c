import { expect, test } from 'vitest'
import { areaUnderCurve, median } from './statistics.ts'

test.each([
  [[1, 2, 3], [4, 5, 6], 0],
  [[4, 5, 6], [1, 2, 3], 1],
  [[1, 1], [1, 1], 0.5],
  [[1, 3], [2, 4], 0.25],
  [[2, 2, 5], [1, 2], 5 / 6],
])('%j against %j is %f', (one, other, area) => {
  expect(areaUnderCurve(one, other)).toBeCloseTo(area, 12)
})

test('the median is that of the sorted durations', () => {
  expect(median([10, 9, 100])).toBe(10)
})
