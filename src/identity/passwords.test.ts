import { expect, test } from 'vitest'
import { systemAmbient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import { hashQueue } from './hash-queue.ts'
import { createPasswords, hashPassword, newPassword, verifyPassword } from './passwords.ts'

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

test('one text is one password, whichever way a keyboard composes it', async () => {
  const hashed = await hashPassword(ambient, new Secret('caf\u00e9 da manh\u00e3'))
  expect(await verifyPassword(new Secret('cafe\u0301 da manha\u0303'), hashed)).toBe(true)
  expect(await verifyPassword(new Secret('cafe da manha'), hashed)).toBe(false)
})

test('a hash is made again when new ones are made differently', async () => {
  const { hash, needsRehash } = createPasswords(ambient, hashQueue())
  const hashed = await hash(new Secret('Correct horse'))
  expect(needsRehash(hashed)).toBe(false)
  for (const other of [KNOWN, hashed.replace('t=2', 't=1'), hashed.replace('m=19456', 'm=9728'), '', 'plain']) {
    expect(needsRehash(other)).toBe(true)
  }
})

test('a chosen password is judged by the list of common ones, which is loaded when it is needed', async () => {
  const { flawOf } = createPasswords(ambient, hashQueue())
  expect(await flawOf(new Secret('password1234'), [])).toBe('common')
  expect(await flawOf(new Secret('ana.nunes.1985'), ['Ana', 'Nunes'])).toBe('personal')
  expect(await flawOf(new Secret('correct horse battery'), ['Ana', 'Nunes'])).toBeUndefined()
})

test('a store that goes with the process hashes at the least cost, and a kept one does so again at the full', async () => {
  const least = createPasswords(ambient, hashQueue(), 'least')
  const full = createPasswords(ambient, hashQueue())
  const hashed = await least.hash(new Secret('printed'))
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/)
  for (const { verify } of [least, full]) {
    expect(await verify(new Secret('printed'), hashed)).toBe(true)
    expect(await verify(new Secret('Printed'), hashed)).toBe(false)
    expect(await verify(new Secret('printed'), undefined)).toBe(false)
  }
  expect([least.needsRehash(hashed), full.needsRehash(hashed)]).toEqual([false, true])
})
