import { expect, test } from 'vitest'
import { recentMap } from './recent-map.ts'

test('the half of the limit used last is kept, and never more than the limit', () => {
  const map = recentMap<number>(10)
  const keys = Array.from({ length: 100 }, (_, index) => String(index))
  for (const [index, key] of keys.entries()) map.set(key, index)
  const kept = keys.filter((key) => map.get(key) !== undefined)
  expect(kept.slice(-5)).toEqual(['95', '96', '97', '98', '99'])
  expect(kept.length).toBeLessThanOrEqual(10)
})

test('reading keeps an entry', () => {
  const map = recentMap<string>(4)
  map.set('kept', 'value')
  for (let round = 0; round < 20; round += 1) {
    map.set(`other ${round}`, 'x')
    expect(map.get('kept')).toBe('value')
  }
})

test('a deleted entry is gone from both generations', () => {
  const map = recentMap<string>(4)
  for (const key of ['a', 'b', 'c']) map.set(key, key)
  map.delete('a')
  map.delete('c')
  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([undefined, 'b', undefined])
})

test('setting again replaces, whichever generation holds the entry', () => {
  const map = recentMap<number>(4)
  for (const key of ['a', 'b', 'c']) map.set(key, 1)
  map.set('a', 2)
  map.set('c', 2)
  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([2, 1, 2])
})
