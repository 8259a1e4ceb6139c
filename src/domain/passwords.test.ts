import { expect, test } from 'vitest'
import { loadCommonPasswords } from '../identity/common-passwords.ts'
import { normalizedPassword, passwordFlaw, passwordStrength } from './passwords.ts'

const common = await loadCommonPasswords()
const ABOUT = ['ana.nunes@example.org', 'Ana', 'Nunes', 'Acme Widgets, Inc.', 'Atrium']

const flawOf = (password: string) => passwordFlaw(password, common, ABOUT)

test('a password has 12 to 256 characters as people count them', () => {
  expect(flawOf('k3W-vq8_TzL')).toBe('too-short')
  expect(flawOf('k3W-vq8_TzLp')).toBeUndefined()
  expect(flawOf('비밀번호를안전하게지')).toBe('too-short')
  expect(flawOf('비밀번호를안전하게지켜요')).toBeUndefined()
  expect(flawOf('🦊🐙🦉🐝🦔🐳🦜🐌🦚🐢🦭')).toBe('too-short')
  expect(flawOf('🦊🐙🦉🐝🦔🐳🦜🐌🦚🐢🦭🐞')).toBeUndefined()
  const long = Array.from({ length: 256 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7)).join('')
  expect(flawOf(long)).toBeUndefined()
  expect(flawOf(`${long}x`)).toBe('too-long')
  expect(flawOf('')).toBe('too-short')
})

test('characters that are composed of two count once, however they are sent', () => {
  const decomposed = 'éàüñõç'.normalize('NFD')
  expect([...decomposed]).toHaveLength(12)
  expect(flawOf(decomposed)).toBe('too-short')
  expect(normalizedPassword(decomposed)).toBe('éàüñõç')
  // Forms that only look alike stay different.
  expect(normalizedPassword('ﬁ²')).toBe('ﬁ²')
})

test('what is on the list of common passwords is refused, and what is made of one with little added', () => {
  const long = [...common].filter((password) => password.length >= 12)
  expect(long.length).toBeGreaterThan(20)
  const guessable = [
    'password1234',
    'Password1234',
    'P@ssw0rd1234',
    'passwordpassword',
    'dragondragon',
    '123456password',
    'iloveyou2024',
    'letmein12345!',
    'qwerty123456',
    'monkeymonkey1',
    'dragonmonkey',
    'superman1111111',
    '1superman1superman',
  ]
  for (const password of [...long, ...guessable]) expect([password, flawOf(password)]).toEqual([password, 'common'])
})

test('repetitions and walks along a keyboard are refused', () => {
  const guessable = [
    'aaaaaaaaaaaa',
    '123412341234',
    'abcabcabcabcab',
    'qwertyuiop12',
    'asdfghjklzxcvbnm',
    '1qaz2wsx3edc4rfv',
    'abcdefghijklmnop',
    '987654321098',
    'zyxwvutsrqponm',
    'QWERTYUIOPAS',
    'aaaabbbbcccc',
    'ab1ab1ab1ab1',
  ]
  for (const password of guessable) expect([password, flawOf(password)]).toEqual([password, 'common'])
})

test('variants of the own name, address, organization or brand are refused', () => {
  const guessable = [
    'ana.nunes@example.org',
    'AnaNunes1985',
    'Nun3s-An4-1985',
    'acmewidgets1',
    'Acme Widgets Inc 24',
    'atriumatrium!',
    'Atrium@Acme2026',
  ]
  for (const password of guessable) expect([password, flawOf(password)]).toEqual([password, 'personal'])
  for (const password of guessable) expect(passwordFlaw(password, common, ['Bo'])).not.toBe('personal')
})

test('what is hard to guess is accepted, whatever it is made of', () => {
  const good = [
    'correct horse battery staple',
    'orange monkey thunder guitar',
    'k3W-vq8_TzLp',
    'tgrwplmqzxvd',
    '482915730264',
    'a password that somebody else chose',
    '            x7Gq!m2Z',
    'Ana likes green tea at 7',
    'пароль для работы',
    'パスワードを安全に守る方法',
  ]
  for (const password of good) expect([password, flawOf(password)]).toEqual([password, undefined])
})

test('random passwords of twelve small letters or more are never refused', () => {
  let seed = 20_260
  const next = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(seed / 65_536)
  }
  for (let round = 0; round < 2000; round += 1) {
    const password = Array.from({ length: 12 + (round % 8) }, () => String.fromCharCode(97 + (next() % 26))).join('')
    expect([password, flawOf(password)]).toEqual([password, undefined])
  }
})

test('the longest and strangest passwords are judged in milliseconds', () => {
  const strange = [
    'ab'.repeat(128),
    `${'a'.repeat(255)}b`,
    '\u0000'.repeat(256),
    '\ud800'.repeat(20),
    '1'.repeat(100_000),
  ]
  const before = performance.now()
  for (const password of strange) flawOf(password)
  expect(performance.now() - before).toBeLessThan(500)
})

test('strength is said in words, without a list', () => {
  expect(passwordStrength('')).toBe('weak')
  expect(passwordStrength('x7Gq!m2Zp9')).toBe('weak')
  expect(passwordStrength('qwertyuiop12')).toBe('weak')
  expect(passwordStrength('tgrwplmqzxvd')).toBe('fair')
  expect(passwordStrength('correct horse battery staple')).toBe('strong')
})
