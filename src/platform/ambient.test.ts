import { expect, test } from 'vitest'
import { systemAmbient } from './ambient.ts'

test('identifiers are 24 hexadecimal characters, unlike each other, and sort by creation', () => {
  let now = 1_700_000_000_000
  const ambient = systemAmbient(() => now)
  const ids = Array.from({ length: 2000 }, (_, index) => {
    if (index % 100 === 0) now += 1000
    return ambient.newId<string>()
  })
  expect(ids.every((id) => /^[0-9a-f]{24}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted())
})

test('an identifier begins with its second', () => {
  const ambient = systemAmbient(() => 0x6543_2100 * 1000 + 999)
  expect(ambient.newId<string>().slice(0, 8)).toBe('65432100')
})

test('the second of a pair is the first plus one, and nobody gets it again', () => {
  const ambient = systemAmbient()
  const ids = Array.from({ length: 1000 }, () => ambient.newIdPair<string, string>())
  for (const [first, second] of ids) expect(BigInt(`0x${second}`)).toBe(BigInt(`0x${first}`) + 1n)
  expect(new Set(ids.flat()).size).toBe(2000)
})

test('two processes do not mint the same identifiers', () => {
  const [one, other] = [systemAmbient(() => 0), systemAmbient(() => 0)]
  expect(one.newId<string>().slice(8, 18)).not.toBe(other.newId<string>().slice(8, 18))
})

test('the wall clock is the machine’s, whatever the domain’s says', () => {
  const before = Date.now()
  const ambient = systemAmbient(() => 0)
  expect(ambient.now()).toBe(0)
  expect(ambient.wall()).toBeGreaterThanOrEqual(before)
})
