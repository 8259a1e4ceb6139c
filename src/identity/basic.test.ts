import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBasic } from './basic.ts'

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`
const read = (header: string | undefined) => {
  const credentials = parseBasic(header)
  return credentials && [credentials.id, credentials.secret.reveal()]
}

test.each([
  ['raw', 'mdb_sa_id_1:mdb_sa_sk_a-b_c'],
  ['percent-encoded', 'mdb%5Fsa%5Fid%5F1:mdb%5Fsa%5Fsk%5Fa%2Db%5Fc'],
])('%s credentials are read', (_how, pair) => {
  expect(read(basic(pair))).toEqual(['mdb_sa_id_1', 'mdb_sa_sk_a-b_c'])
  expect(read(basic(pair).replace('Basic', 'basic'))).toEqual(['mdb_sa_id_1', 'mdb_sa_sk_a-b_c'])
})

test('the secret begins behind the first colon, and a broken escape stays as it is', () => {
  expect(read(basic('a:b:c'))).toEqual(['a', 'b:c'])
  expect(read(basic('a%:b%zz'))).toEqual(['a%', 'b%zz'])
  expect(read(basic(':'))).toEqual(['', ''])
})

test.each([
  undefined,
  '',
  'Basic',
  'Basic ',
  'Basic !',
  basic('no colon'),
  'Bearer YTpi',
  `Basic ${'YTpi'.repeat(1000)}`,
])('%j gives no credentials', (header) => {
  expect(read(header)).toBeUndefined()
})

test('whatever arrives is read without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, encode) => {
      const pair = text.replaceAll('%', '')
      const parsed = read(encode ? basic(`${pair}:x`) : `Basic ${text}`)
      if (encode && !pair.includes(':') && pair.isWellFormed()) expect(parsed).toEqual([pair, 'x'])
    }),
  )
})
