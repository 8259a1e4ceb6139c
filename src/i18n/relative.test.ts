import { expect, test } from 'vitest'
import { agoIn } from './relative.ts'

const MINUTE = 60_000

test.each([
  [-MINUTE, 'now'],
  [0, 'now'],
  [MINUTE - 1, 'now'],
  [MINUTE, '1 minute ago'],
  [60 * MINUTE - 1, '59 minutes ago'],
  [60 * MINUTE, '1 hour ago'],
  [1440 * MINUTE - 1, '23 hours ago'],
  [1440 * MINUTE, 'yesterday'],
  [3 * 1440 * MINUTE, '3 days ago'],
])('%i milliseconds are said as %s', (milliseconds, said) => {
  expect(agoIn('en', milliseconds)).toBe(said)
})

test.each([
  ['pt-BR', 'há 5 minutos'],
  ['es', 'hace 5 minutos'],
  ['ja', '5 分前'],
  ['ko', '5분 전'],
  ['zh-CN', '5分钟前'],
] as const)('in %s five minutes are said as %s', (language, said) => {
  expect(agoIn(language, 5 * MINUTE)).toBe(said)
})
