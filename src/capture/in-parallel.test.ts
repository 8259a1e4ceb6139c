import { expect, test } from 'vitest'
import { inParallel } from './in-parallel.ts'

test('four run at once and no more, and results keep the order of their items', async () => {
  const items = Array.from({ length: 30 }, (_, index) => index)
  let running = 0
  let most = 0
  const results = await inParallel(items, async (item) => {
    running += 1
    most = Math.max(most, running)
    for (let turn = 0; turn < (item * 7) % 5; turn += 1) await Promise.resolve()
    running -= 1
    return item * 2
  })
  expect(results).toEqual(items.map((item) => item * 2))
  expect(most).toBe(4)
})
