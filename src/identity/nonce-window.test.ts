import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { systemAmbient } from '../platform/ambient.ts'
import { migrate } from '../store/migrate.ts'
import { openDb } from '../store/open.ts'
import { memoryNonceWindow, storedNonceWindow } from './nonce-window.ts'
import { createNonces } from './nonces.ts'

const at = (seconds: number): string => {
  const ambient = { ...systemAmbient(), wall: () => seconds * 1000 }
  return createNonces(ambient, [Buffer.alloc(32, 1)]).mint()
}

const db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: false })
await migrate(db)
afterAll(() => db[Symbol.asyncDispose]())

const forms = [
  ['memory', memoryNonceWindow],
  ['stored', () => storedNonceWindow(db)],
] as const

test.each(forms)('in the %s form a counter serves once, in any order', async (_form, make) => {
  const window = make()
  const nonce = at(1000)
  for (const nc of [2, 1, 64, 3, 0x7fffffff, 0xffffffff]) expect(await window.use(nonce, nc)).toBe('first')
  for (const nc of [1, 2, 3, 64, 0xffffffff]) expect(await window.use(nonce, nc)).toBe('repeated')
})

test.each(forms)('in the %s form every nonce counts for itself', async (_form, make) => {
  const window = make()
  expect(await window.use(at(1000), 1)).toBe('first')
  expect(await window.use(at(1000), 1)).toBe('first')
})

test.each(forms)('in the %s form one of many who come at once is first', async (_form, make) => {
  const window = make()
  const nonce = at(1000)
  const uses = await Promise.all(Array.from({ length: 20 }, () => window.use(nonce, 5)))
  expect(uses.filter((use) => use === 'first')).toHaveLength(1)
})

test('in memory the window is 64 counters wide', async () => {
  const window = memoryNonceWindow()
  const nonce = at(1000)
  expect(await window.use(nonce, 100)).toBe('first')
  expect(await window.use(nonce, 37)).toBe('first')
  expect(await window.use(nonce, 36)).toBe('repeated')
  expect(await window.use(nonce, 101)).toBe('first')
  expect(await window.use(nonce, 37)).toBe('repeated')
  expect(await window.use(nonce, 38)).toBe('first')
  expect(await window.use(nonce, 38)).toBe('repeated')
})

test('in memory a jump of 63 remembers the counter it left, a jump of 64 refuses it as too old', async () => {
  for (const jump of [63, 64, 65]) {
    const window = memoryNonceWindow()
    const nonce = at(1000)
    expect(await window.use(nonce, 1)).toBe('first')
    expect(await window.use(nonce, 1 + jump)).toBe('first')
    expect(await window.use(nonce, 1)).toBe('repeated')
    expect(await window.use(nonce, jump)).toBe('first')
  }
})

test('in memory no counter is ever first twice, and every new highest one is first', async () => {
  const counters = fc.oneof(
    fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 20, maxLength: 100 }),
    fc.array(fc.integer({ min: 1, max: 0xffffffff })),
  )
  await fc.assert(
    fc.asyncProperty(counters, async (sequence) => {
      const window = memoryNonceWindow()
      const nonce = at(1000)
      const seen = new Set<number>()
      for (const nc of sequence) {
        const highest = Math.max(0, ...seen)
        const expected = !seen.has(nc) && nc > highest - 64 ? 'first' : 'repeated'
        expect(await window.use(nonce, nc)).toBe(expected)
        if (expected === 'first') seen.add(nc)
      }
    }),
  )
})

test('in memory a dropped nonce and its contemporaries are forgotten, never accepted again', async () => {
  const window = memoryNonceWindow(4)
  const dropped = at(1000)
  expect(await window.use(dropped, 1)).toBe('first')
  expect(await window.use(at(1000), 1)).toBe('first')
  for (const seconds of [1001, 1001, 1002]) expect(await window.use(at(seconds), 1)).toBe('first')
  expect(await window.use(dropped, 1)).toBe('forgotten')
  expect(await window.use(dropped, 2)).toBe('forgotten')
  expect(await window.use(at(1000), 1)).toBe('forgotten')
  expect(await window.use(at(1001), 1)).toBe('first')
})

test('in memory a nonce is forgotten for good, even when an older one was used after it', async () => {
  const window = memoryNonceWindow(4)
  const dropped = at(1005)
  expect(await window.use(dropped, 1)).toBe('first')
  for (const seconds of [1000, 1006, 1006, 1007]) expect(await window.use(at(seconds), 1)).toBe('first')
  expect(await window.use(dropped, 1)).toBe('forgotten')
})

test('in memory a nonce in use is not dropped', async () => {
  const window = memoryNonceWindow(4)
  const kept = at(1000)
  for (let nc = 1; nc <= 50; nc += 1) {
    expect(await window.use(kept, nc)).toBe('first')
    expect(await window.use(at(1000 + nc), 1)).toBe('first')
  }
})
