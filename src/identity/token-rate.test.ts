import { expect, test } from 'vitest'
import { systemAmbient } from '../platform/ambient.ts'
import { TOKEN_REQUESTS, tokenRate } from './token-rate.ts'

const START = 1_700_000_000_000

function given() {
  const clock = { wall: START }
  const rate = tokenRate({ ...systemAmbient(), wall: () => clock.wall })
  const use = (): readonly number[] => Array.from({ length: TOKEN_REQUESTS }, () => rate('client', '192.0.2.1'))
  return { clock, rate, use }
}

test('ten requests are let through, and the next is told how long the window still lasts', () => {
  const { clock, rate, use } = given()
  expect(use()).toEqual(Array.from({ length: 10 }, () => 0))
  expect(rate('client', '192.0.2.1')).toBe(60)
  clock.wall += 59_001
  expect(rate('client', '192.0.2.1')).toBe(1)
})

test('a new window begins a minute after the first request, however many were refused', () => {
  const { clock, rate, use } = given()
  use()
  for (let count = 0; count < 20; count += 1) expect(rate('client', '192.0.2.1')).toBeGreaterThan(0)
  clock.wall += 60_000
  expect(use()).toEqual(Array.from({ length: 10 }, () => 0))
  expect(rate('client', '192.0.2.1')).toBe(60)
})

test('other clients and other addresses have windows of their own', () => {
  const { rate, use } = given()
  use()
  expect(rate('client', '192.0.2.2')).toBe(0)
  expect(rate('other', '192.0.2.1')).toBe(0)
})
