import { expect, test } from 'vitest'
import { systemAmbient } from '../platform/ambient.ts'
import type { KeyRing } from './key-ring.ts'
import { newKeyRing, parseKeyRing } from './key-ring.ts'

const ambient = systemAmbient()

function ring(text: string): KeyRing {
  const parsed = parseKeyRing(text, ambient)
  if (!parsed.ok) throw new Error(parsed.problems.join(' '))
  return parsed.keys
}

const problems = (text: string): readonly string[] => {
  const parsed = parseKeyRing(text, ambient)
  return parsed.ok ? [] : parsed.problems
}

test('what is sealed opens again, and only with the same associated text', () => {
  const keys = ring(newKeyRing(ambient))
  const sealed = keys.seal('a secret, ünïcode too', 'key 1')
  expect(sealed).not.toContain('secret')
  expect(keys.open(sealed, 'key 1').reveal()).toBe('a secret, ünïcode too')
  expect(() => keys.open(sealed, 'key 2')).toThrow()
})

test('sealing twice gives different texts', () => {
  const keys = ring(newKeyRing(ambient))
  expect(keys.seal('x', 'a')).not.toBe(keys.seal('x', 'a'))
})

test('the first key seals and every key opens, so that keys can be exchanged', () => {
  const older = newKeyRing(ambient)
  const newer = newKeyRing(ambient)
  const sealed = ring(older).seal('x', 'a')
  const both = ring(`${newer}, ${older}`)
  expect(both.open(sealed, 'a').reveal()).toBe('x')
  const resealed = both.seal('x', 'a')
  expect(resealed.split('.')[0]).toBe(newer.split(':')[0])
  expect(ring(newer).open(resealed, 'a').reveal()).toBe('x')
  expect(() => ring(newer).open(sealed, 'a')).toThrow('not in the key ring')
})

test('a sealed text that was changed anywhere does not open', () => {
  const keys = ring(newKeyRing(ambient))
  const [id = '', text = ''] = keys.seal('x', 'a').split('.')
  const bytes = Buffer.from(text, 'base64url')
  for (const [index, byte] of bytes.entries()) {
    const changed = Buffer.from(bytes)
    changed[index] = byte ^ 1
    expect(() => keys.open(`${id}.${changed.toString('base64url')}`, 'a')).toThrow()
  }
  for (const broken of ['', id, `${id}.`, `${id}.AAAA`, `.${text}`]) expect(() => keys.open(broken, 'a')).toThrow()
})

test('derived keys differ by purpose, stay the same for the same key, and come first key first', () => {
  const older = newKeyRing(ambient)
  const newer = newKeyRing(ambient)
  const [first, second, ...rest] = ring(`${newer},${older}`).hmacKeys('digest-nonce')
  expect(rest).toEqual([])
  expect(first).toEqual(ring(newer).hmacKeys('digest-nonce')[0])
  expect(second).toEqual(ring(older).hmacKeys('digest-nonce')[0])
  expect(first).toHaveLength(32)
  expect(first).not.toEqual(second)
  expect(first).not.toEqual(ring(newer).hmacKeys('other')[0])
  expect(first?.toString('base64')).not.toBe(newer.split(':')[1])
})

test('all problems are told together, as sentences without key material', () => {
  const good = newKeyRing(ambient)
  const weak = Buffer.alloc(32, 'ab').toString('base64')
  const told = problems(`no-colon,bad id:${weak},k1:c2hvcnQ=,${good},${good}`)
  expect(told).toEqual([
    'Key 1 does not have the form id:base64.',
    'Key 2 needs an id of 1 to 32 letters, digits, "-" or "_".',
    'Key 2 does not look random.',
    'Key 3 is not 32 bytes in base64 (44 characters).',
    `The key id "${good.split(':')[0]}" is used more than once.`,
  ])
  for (const sentence of told) expect(sentence).not.toContain(weak)
})

test.each(['', ' ', ',', 'k1:', ':'])('%j is no key ring', (text) => {
  expect(problems(text).length).toBeGreaterThan(0)
})
