import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../domain/languages.ts'
import { languageFor, OWN_NAMES, personName } from './languages.ts'

test.each([
  [undefined, 'es'],
  ['', 'es'],
  ['ja', 'ja'],
  ['JA-jp', 'ja'],
  ['zh', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['pt-PT', 'pt-BR'],
  ['es-MX,es;q=0.9', 'es'],
  ['en-GB', 'en'],
  ['de-DE,de;q=0.9,en;q=0.8,ko;q=0.7', 'en'],
  ['ko;q=0.5, ja;q=0.9', 'ja'],
  ['ko ; q=0.5 , ja ; q=0.4', 'ko'],
  ['ko;q=0.5, ja;q=0.5', 'ko'],
  ['ko;Q=0.4, ja;Q=0.5', 'ja'],
  ['fr, de', 'es'],
  ['ja;q=0', 'es'],
  ['ja;q=0.000, ko;q=0.001', 'ko'],
  ['*', 'es'],
  ['fr, *;q=0.1', 'es'],
  ['ja;q=0.1, *;q=0.9', 'es'],
  ['es;q=0, *', 'en'],
  ['ja;q=2, ko;q=0.1', 'ko'],
  ['ja;q=-1, ko;q=0.1', 'ko'],
  ['ja;q=0.1234, ko;q=0.1', 'ko'],
  ['ja;q=one', 'es'],
  ['ja;level=1', 'es'],
  ['enx, jaa', 'es'],
  ['__proto__, constructor;q=0.5', 'es'],
] as const)('for Accept-Language %j it is %s', (header, expected) => {
  expect(languageFor(header, 'es')).toBe(expected)
})

test('whatever the header holds, the answer is one of ours', () => {
  const pieces = fc.constantFrom('en', 'zh', '*', ';', 'q=', '0.5', '1', ',', ' ', '-', '\0', 'ß', '\u{1f600}')
  const headers = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((them) => them.join('')),
  )
  fc.assert(
    fc.property(headers, (header) => {
      expect(LANGUAGES).toContain(languageFor(header, 'ko'))
    }),
  )
})

test('only the first hundred ranges of a header are read', () => {
  expect(languageFor(`${'fr,'.repeat(99)}ja`, 'es')).toBe('ja')
  expect(languageFor(`${'fr,'.repeat(100)}ja`, 'es')).toBe('es')
})

test('a header of a megabyte is answered at once', () => {
  const started = performance.now()
  for (const piece of ['a', ',', ';', 'a;q=0.1,', ' ', '-']) languageFor(piece.repeat(1_000_000 / piece.length), 'en')
  expect(performance.now() - started).toBeLessThan(3_000)
})

test('every language has a name of its own', () => {
  expect(new Set(Object.values(OWN_NAMES)).size).toBe(LANGUAGES.length)
})

test.each([
  ['en', 'Ana', 'Nunes', 'Ana Nunes'],
  ['pt-BR', 'Ana', 'Nunes', 'Ana Nunes'],
  ['es', 'Ana', 'Nunes', 'Ana Nunes'],
  ['en', '太郎', '山田', '太郎 山田'],
  ['ja', '太郎', '山田', '山田太郎'],
  ['ja', 'マリー', '佐々木', '佐々木マリー'],
  ['ko', '민수', '김', '김민수'],
  ['zh-CN', '伟', '王', '王伟'],
  ['ja', 'Ana', 'Nunes', 'Nunes Ana'],
  ['ko', 'Minsu', '김', '김 Minsu'],
  ['ja', '太郎', '', '太郎'],
  ['ja', '', '山田', '山田'],
  ['en', 'Ana', '', 'Ana'],
] as const)('in %s, %s of the family %s is %s', (language, firstName, lastName, expected) => {
  expect(personName(language, { firstName, lastName })).toBe(expected)
})
