import { expect, test } from 'vitest'
import { systemAmbient } from '../platform/ambient.ts'
import { createNonces, issuedAt, NONCE_LIFETIME } from './nonces.ts'

const START = 1_700_000_000_000

function given(keys = [Buffer.alloc(32, 1)]) {
  let wall = START
  const ambient = { ...systemAmbient(), wall: () => wall }
  const pass = (milliseconds: number): void => {
    wall += milliseconds
  }
  return { nonces: createNonces(ambient, keys), pass, withKeys: (other: Buffer[]) => createNonces(ambient, other) }
}

test('a nonce is 32 characters of base64 that begin with its time', () => {
  const { nonces, pass } = given()
  pass(1999)
  const nonce = nonces.mint()
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{32}$/)
  expect(issuedAt(nonce)).toBe(START + 1000)
  expect(nonces.mint()).not.toBe(nonce)
})

test('a nonce serves for five minutes, however often it is asked for', () => {
  const { nonces, pass } = given()
  const nonce = nonces.mint()
  expect(nonces.check(nonce)).toBe('good')
  pass(NONCE_LIFETIME)
  expect(nonces.check(nonce)).toBe('good')
  pass(1)
  expect(nonces.check(nonce)).toBe('expired')
})

test('a nonce from far in the future does not outlive a clock that was set back', () => {
  const { nonces, pass } = given()
  const nonce = nonces.mint()
  pass(-NONCE_LIFETIME - 1)
  expect(nonces.check(nonce)).toBe('expired')
})

test('a nonce of an older key is good while the key is in the ring, and new ones are signed with the first', () => {
  const older = Buffer.alloc(32, 1)
  const newer = Buffer.alloc(32, 2)
  const { nonces, withKeys } = given([older])
  const nonce = nonces.mint()
  const both = withKeys([newer, older])
  expect(both.check(nonce)).toBe('good')
  expect(withKeys([newer]).check(nonce)).toBe('foreign')
  expect(withKeys([newer]).check(both.mint())).toBe('good')
})

test('changing any character makes a nonce foreign', () => {
  const { nonces } = given()
  const nonce = nonces.mint()
  for (let index = 0; index < nonce.length; index += 1) {
    const other = nonce[index] === 'A' ? 'B' : 'A'
    expect(nonces.check(nonce.slice(0, index) + other + nonce.slice(index + 1))).toBe('foreign')
  }
})

test('forged and misshapen nonces are foreign', () => {
  const { nonces } = given()
  for (let round = 0; round < 2000; round += 1) {
    expect(nonces.check(systemAmbient().randomBytes(24).toString('base64'))).toBe('foreign')
  }
  for (const text of [
    '',
    'x',
    `${nonces.mint()}A`,
    nonces.mint().slice(1),
    `${nonces.mint().slice(0, 31)}=`,
    '-'.repeat(32),
  ]) {
    expect(nonces.check(text)).toBe('foreign')
  }
})
