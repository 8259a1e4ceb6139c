import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmlessName, inQuotes, oneLine, shortened } from './names.ts'

test.each([
  ['Acme Inc.', 'Acme Inc.'],
  ['  Acme \r\n\t Inc.  ', 'Acme Inc.'],
  ['Acme\u0000\u001b\u009f\u0085 Inc.', 'Acme Inc.'],
  ['Acme\u2028Bcc: x@example.com', 'Acme Bcc: x@example.com'],
  ['\u202egnp.exe\u202c', 'gnp.exe'],
  ['a\u2066b\u2069c\u200ed\u200fe\u061cf', 'abcdef'],
  ['a\u200bb\u2060c\u00add\u{e0041}', 'abcd'],
  ['\u200b\u202e', '…'],
  ['', '…'],
  ['a\ud800b', 'a\ufffdb'],
  ['family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}', 'family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
  ['شركة', 'شركة'],
])('%j is the line %j', (text, expected) => {
  expect(oneLine(text)).toBe(expected)
})

test.each([
  ['en', 'Acme Inc.', 'Acme Inc.'],
  ['en', 'Version 2.0 of A.B.C.', 'Version 2.0 of A.B.C.'],
  ['en', 'Booking.com', '“Booking.com”'],
  ['pt-BR', 'Booking.com', '“Booking.com”'],
  ['es', 'Booking.com', '«Booking.com»'],
  ['ja', 'Booking.com', '「Booking.com」'],
  ['ko', 'Booking.com', '‘Booking.com’'],
  ['zh-CN', 'Booking.com', '“Booking.com”'],
  ['en', 'write to eve@evil.example', '“write to eve@evil.example”'],
  ['en', 'https://evil.example', '“https[:]//evil[.]example”'],
  ['en', 'HTTPS://1.2.3.4', '“HTTPS[:]//1[.]2[.]3[.]4”'],
  ['en', 'www.evil.example', '“www[.]evil[.]example”'],
  ['en', 'win at evil.example/now', '“win at evil[.]example/now”'],
  ['en', 'evil.example:8080/x', '“evil[.]example:8080/x”'],
  ['en', 'почта.рф?x', '“почта[.]рф?x”'],
  ['en', 'evil.\u200bexample/x', '“evil[.]example/x”'],
  ['en', 'see “evil.example” now', "“see 'evil.example' now”"],
] as const)('in %s the name %s is said as %s', (language, name, expected) => {
  expect(harmlessName(language, name)).toBe(expected)
})

test('quotation marks are put once', () => {
  expect(inQuotes('ja', inQuotes('ja', 'Acme'))).toBe('「Acme」')
})

test('a text is cut between characters', () => {
  expect(shortened('abcdef', 6)).toBe('abcdef')
  expect(shortened('abcdefg', 6)).toBe('abcde…')
  expect(shortened('\u{1f600}'.repeat(7), 3)).toBe('\u{1f600}\u{1f600}…')
})

test('no name opens a line, hides a character or keeps a scheme', () => {
  const pieces = fc.constantFrom('a', '.', '://', '/', ' ', 'www.', '\n', '\u202e', '\u200b', '“', 'com')
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((them) => them.join('')),
  )
  fc.assert(
    fc.property(names, (name) => {
      const said = harmlessName('en', name)
      expect(said).toMatch(/^\S/)
      expect(said).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069\u200b]|:\/\//u)
    }),
  )
})

test('names of half a megabyte are read in linear time', () => {
  const started = performance.now()
  for (const piece of ['a', '.', 'a.', 'www.', ' ', 'a.bb', '“', '\u200b'])
    harmlessName('en', piece.repeat(500_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(3_000)
})
