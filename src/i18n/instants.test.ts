import { expect, test } from 'vitest'
import { instantIn } from './instants.ts'

const INSTANT = Date.UTC(2026, 11, 22, 14, 30)

test.each([
  ['en', '22 December 2026 at 14:30 UTC'],
  ['pt-BR', '22 de dezembro de 2026 às 14:30 UTC'],
  ['es', '22 de diciembre de 2026 a las 14:30 UTC'],
  ['ja', '2026年12月22日 14:30 UTC'],
  ['ko', '2026년 12월 22일 14:30 UTC'],
  ['zh-CN', '2026年12月22日 UTC 14:30'],
] as const)('in %s an instant reads %s', (language, expected) => {
  expect(instantIn(language, INSTANT, 'UTC').replaceAll(/\s/g, ' ')).toBe(expected)
})

test('an instant is shown in the reader’s zone, across midnight and in daylight time', () => {
  expect(instantIn('en', INSTANT, 'Asia/Tokyo')).toBe('22 December 2026 at 23:30 GMT+9')
  expect(instantIn('en', Date.UTC(2026, 6, 1, 22, 30), 'Europe/London')).toBe('1 July 2026 at 23:30 BST')
  expect(instantIn('en', Date.UTC(2026, 11, 31, 23, 0), 'Asia/Tokyo')).toBe('1 January 2027 at 08:00 GMT+9')
  expect(instantIn('en', Date.UTC(2026, 0, 1), 'UTC')).toBe('1 January 2026 at 00:00 UTC')
})

test.each(['', 'Mars/Olympus', '<script>', '../etc', 'a'.repeat(10_000)])('a zone %.20j counts as UTC', (zone) => {
  expect(instantIn('en', INSTANT, zone)).toBe('22 December 2026 at 14:30 UTC')
})
