import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { noSessionCookie, readSessionCookie, sessionCookie } from './session-cookie.ts'

const HTTPS = 'https://atrium.example.org/base'
const HTTP = 'http://localhost:4000'
const VALUE = 'k3Wvq8_TzLp-k3Wvq8_TzLp-k3Wvq8_TzLp-k3Wvq8_'

test('on https the cookie is bound to the host and to TLS, on http it is a plain one', () => {
  expect(sessionCookie(HTTPS, new Secret(VALUE))).toBe(
    `__Host-atrium=${VALUE}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure`,
  )
  expect(sessionCookie(HTTP, new Secret(VALUE))).toBe(`atrium=${VALUE}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax`)
  expect(noSessionCookie(HTTPS)).toBe('__Host-atrium=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure')
  expect(noSessionCookie(HTTP)).toBe('atrium=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
})

test('the cookie is found by its exact name', () => {
  const read = (header: string | undefined) => [readSessionCookie(HTTPS, header), readSessionCookie(HTTP, header)]
  expect(read(`a=b; __Host-atrium=${VALUE}; c=d`)).toEqual([VALUE, undefined])
  expect(read(`atrium=${VALUE}`)).toEqual([undefined, VALUE])
  expect(read(`a=b;atrium=${VALUE};__Host-atrium=x`)).toEqual(['x', VALUE])
  for (const other of [undefined, '', ';', '=', 'atrium', 'ATRIUM=x', 'xatrium=x', 'a=atrium=x', '__host-atrium=x']) {
    expect(read(other)).toEqual([undefined, undefined])
  }
})

test('a name that comes twice counts as none', () => {
  expect(readSessionCookie(HTTPS, `__Host-atrium=${VALUE}; __Host-atrium=planted`)).toBeUndefined()
  expect(readSessionCookie(HTTPS, `__Host-atrium=planted; x=y; __Host-atrium=${VALUE}`)).toBeUndefined()
  expect(readSessionCookie(HTTP, `atrium=${VALUE}; atrium=${VALUE}`)).toBeUndefined()
})

test('no header makes it fail, and what was set is read again among any others', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (header) => {
      readSessionCookie(HTTPS, header)
      const others = header.replaceAll('atrium', '')
      expect(readSessionCookie(HTTP, `${others}; atrium=${VALUE}`)).toBe(VALUE)
    }),
    { numRuns: 300 },
  )
  expect(readSessionCookie(HTTP, 'atrium=x;'.repeat(10_000))).toBeUndefined()
})
