import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_USERNAME, parseUsername } from './usernames.ts'

test.each([
  ['Ann@Example.Org', 'ann@example.org'],
  ['first.last+tag@sub.example.org', 'first.last+tag@sub.example.org'],
  ["o'brien!#$%&*/=?^_`{|}~-@x.example", "o'brien!#$%&*/=?^_`{|}~-@x.example"],
  ['a@1.2.example', 'a@1.2.example'],
  [`${'a'.repeat(64)}@b.example`, `${'a'.repeat(64)}@b.example`],
  [`a@${'b'.repeat(63)}.example`, `a@${'b'.repeat(63)}.example`],
])('%j is the address %j', (text, username) => {
  expect(parseUsername(text)).toBe(username)
})

test.each([
  ...['', '@', 'a', 'a@', '@b.example', 'a@b', 'a@b@c.example', 'a b@c.example', ' a@b.example', 'a@b.example\n'],
  ...['a@b..example', 'a@.example', 'a@b.example.', '.a@b.example', 'a.@b.example', 'a..b@c.example', 'a@-b.example'],
  ...['a@b-.example', 'a@b_c.example', 'a@[1.2.3.4]', '"a"@b.example', '<a@b.example>', 'ä@b.example', 'a@ä.example'],
  ...[`${'a'.repeat(65)}@b.example`, `a@${'b'.repeat(64)}.example`, `${'a.'.repeat(30)}a@${'b.'.repeat(100)}example`],
])('%j is no address', (text) => {
  expect(parseUsername(text)).toBeUndefined()
})

test('letters that only become ASCII by being made small are not ASCII', () => {
  expect('\u212A'.toLowerCase()).toBe('k')
  expect(parseUsername('mar\u212A@b.example')).toBeUndefined()
  expect(parseUsername('mark@\u212A.example')).toBeUndefined()
})

test('whatever arrives gives nothing or an address that reads as itself', () => {
  const part = fc.string({
    unit: fc.constantFrom('a', 'Z', '0', '.', '-', '_', '@', '+', ' ', 'é', '\u212A', '\0', '\n'),
  })
  const text = fc.oneof(
    fc.emailAddress(),
    fc.tuple(part, part).map((parts) => parts.join('@')),
    fc.string({ unit: 'binary' }),
  )
  let addresses = 0
  fc.assert(
    fc.property(text, (input) => {
      const username = parseUsername(input)
      if (username === undefined) return
      addresses += 1
      expect(username).toBe(input.toLowerCase())
      expect(parseUsername(username)).toBe(username)
      expect(parseUsername(username.toUpperCase())).toBe(username)
      expect(username).toMatch(/^[\x21-\x7e]+$/)
      expect(username.length).toBeLessThanOrEqual(LONGEST_USERNAME)
    }),
    { numRuns: 2000 },
  )
  expect(addresses).toBeGreaterThan(100)
})

test('a long text is judged in less than a millisecond', () => {
  for (const text of [
    'a.'.repeat(50_000),
    `${'a'.repeat(100_000)}@`,
    `a@${'b.'.repeat(50_000)}`,
    '@'.repeat(100_000),
  ]) {
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now()
      expect(parseUsername(text)).toBeUndefined()
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(1)
  }
})
