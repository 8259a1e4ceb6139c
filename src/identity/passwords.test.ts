import { expect, test } from 'vitest'
import { systemAmbient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import { hashPassword, newPassword, verifyPassword } from './passwords.ts'

const ambient = systemAmbient()

// From the test suite of Argon2's reference implementation.
const KNOWN = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'

test('a hashed password is a PHC string that only the password fits', async () => {
  const hashed = await hashPassword(ambient, new Secret('Correct horse'))
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await verifyPassword(new Secret('Correct horse'), hashed)).toBe(true)
  expect(await verifyPassword(new Secret('correct horse'), hashed)).toBe(false)
  expect(await hashPassword(ambient, new Secret('Correct horse'))).not.toBe(hashed)
})

test('no password fits someone without a hash, or with one that cannot be read', async () => {
  expect(await verifyPassword(new Secret('x'), undefined)).toBe(false)
  expect(await verifyPassword(new Secret(''), undefined)).toBe(false)
  expect(await verifyPassword(new Secret('x'), '$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA')).toBe(false)
})

test('the parameters in the string are used, so that older hashes keep fitting', async () => {
  expect(await verifyPassword(new Secret('password'), KNOWN)).toBe(true)
  expect(await verifyPassword(new Secret('password'), KNOWN.replace('t=2', 't=3'))).toBe(false)
})

test('new passwords are 24 characters that need no escaping, and never the same', () => {
  const first = newPassword(ambient).reveal()
  expect(first).toMatch(/^[A-Za-z0-9_-]{24}$/)
  expect(newPassword(ambient).reveal()).not.toBe(first)
})
