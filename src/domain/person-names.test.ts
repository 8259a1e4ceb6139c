import { expect, test } from 'vitest'
import { keptOfPersonName, personNameFlaw, tidyPersonName } from './person-names.ts'

test.each([
  ['Ana', undefined],
  ['María José', undefined],
  ['O’Neill-Smith', undefined],
  ['山田', undefined],
  ['می\u200cخواهم', undefined],
  ['', 'missing'],
  ['a'.repeat(100), undefined],
  ['\u{1f600}'.repeat(100), undefined],
  ['a'.repeat(101), 'too-long'],
  ['Ana\nBcc: x@example.com', 'unprintable'],
  ['Ana\0', 'unprintable'],
  ['\u202egnp.exe', 'unprintable'],
  ['A\u200bna', 'unprintable'],
  ['\u3164', 'unprintable'],
  ['A\ud800', 'unprintable'],
  ['A\u{e0041}', 'unprintable'],
] as const)('%j has the flaw %s', (name, flaw) => {
  expect(personNameFlaw(name)).toBe(flaw)
})

test('spaces around and between are tidied, and nothing else', () => {
  expect(tidyPersonName('  Ana   Maria ')).toBe('Ana Maria')
  expect(tidyPersonName('   ')).toBe('')
})

test.each([
  ['Ana', 'Ana'],
  [' Ana\n\u202e  Maria ', 'Ana Maria'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  [`${'a'.repeat(99)} b`, 'a'.repeat(99)],
  ['\u3164\0', ''],
])('of %j is kept %j', (told, kept) => {
  expect(keptOfPersonName(told)).toBe(kept)
})
