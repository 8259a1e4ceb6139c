import { BlockList, isIP } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contains, judgeAddress, parseAddressBlock, parseCidr, parseEntry, singleAddress } from './access-lists.ts'

test.each([
  ['1.2.3.4', '1.2.3.4/32'],
  ['0.0.0.0', '0.0.0.0/32'],
  ['::ffff:1.2.3.4', '1.2.3.4/32'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1/128'],
  ['::1', '::1/128'],
  ['::', '::/128'],
])('the address %s is the block %s', (text, cidr) => {
  expect(parseAddressBlock(text)?.cidr).toBe(cidr)
  expect(parseEntry(text)?.cidr).toBe(cidr)
})

test.each([
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['1.2.3.4/32', '1.2.3.4/32'],
  ['2001:0db8::/32', '2001:db8::/32'],
  ['::/0', '::/0'],
  ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
])('the block %s is written %s', (text, cidr) => {
  expect(parseCidr(text)?.cidr).toBe(cidr)
  expect(parseEntry(text)?.cidr).toBe(cidr)
})

const NONSENSE = [
  ...['', ' ', 'localhost', '1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.4.5', '0x7f.0.0.1', '2130706433', '1.2.3.4 '],
  ...['1.2.3.4/33', '1.2.3.4/08', '10.1.0.0/8', '10.0.0.0/-1', '10.0.0.0/', '/8', '10.0.0.0/8/8', '10.0.0.0/8.0'],
  ...['2001:db8::1/32', '::1/129', ':::', '1::2::3', 'g::1', 'fe80::1%eth0', '::1]/x[', '[::1]', '::1:80:', '१.2.3.4'],
]

test.each(NONSENSE)('"%s" is no entry', (text) => {
  expect(parseEntry(text)).toBeUndefined()
  expect(parseAddressBlock(text)).toBeUndefined()
  expect(parseCidr(text)).toBeUndefined()
})

test('a single address has a name without its prefix length, a larger block has none', () => {
  expect(singleAddress(known('1.2.3.4/32'))).toBe('1.2.3.4')
  expect(singleAddress(known('2001:db8::1'))).toBe('2001:db8::1')
  expect(singleAddress(known('10.0.0.0/8'))).toBeUndefined()
})

test('IPv4 written as IPv6 counts as IPv4, and a block of all IPv6 holds no IPv4', () => {
  expect(contains(known('10.0.0.0/8'), '::ffff:10.1.2.3')).toBe(true)
  expect(contains(known('10.0.0.0/8'), '::ffff:a01:203')).toBe(true)
  expect(contains(known('::/0'), '10.1.2.3')).toBe(false)
  expect(contains(known('0.0.0.0/0'), '::1')).toBe(false)
  expect(contains(known('0.0.0.0/0'), 'unknown')).toBe(false)
})

test('a list lets in whom it holds; an empty one everybody, unless a list is required', () => {
  const blocks = [known('10.0.0.0/8'), known('::1')]
  expect(judgeAddress({ isRequired: true, blocks }, '10.0.0.1').kind).toBe('in')
  expect(judgeAddress({ isRequired: false, blocks }, '11.0.0.1').kind).toBe('not_listed')
  expect(judgeAddress({ isRequired: false, blocks }, '').kind).toBe('not_listed')
  expect(judgeAddress({ isRequired: false, blocks: [] }, '11.0.0.1').kind).toBe('in')
  expect(judgeAddress({ isRequired: true, blocks: [] }, '11.0.0.1').kind).toBe('no_list')
})

const ADDRESS = fc.oneof(fc.ipV4(), fc.ipV6())

test('an address is in the same blocks as Node finds it in', () => {
  fc.assert(
    fc.property(ADDRESS, ADDRESS, fc.nat(128), (network, address, bits) => {
      const width = isIP(network) === 4 ? 32 : 128
      const prefix = bits % (width + 1)
      fc.pre(known(network).width === width)
      const block = blockAround(network, width, prefix)
      const list = new BlockList()
      list.addSubnet(network, prefix, width === 32 ? 'ipv4' : 'ipv6')
      const isSameFamily = isIP(network) === isIP(address)
      const expected = isSameFamily && list.check(address, width === 32 ? 'ipv4' : 'ipv6')
      expect(contains(known(block), address)).toBe(expected)
      expect(contains(known(block), network)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('what is written can be read again, and stays as it is', () => {
  fc.assert(
    fc.property(ADDRESS, fc.nat(128), (network, bits) => {
      const { width } = known(network)
      const { cidr } = known(blockAround(network, width, bits % (width + 1)))
      expect(parseCidr(cidr)?.cidr).toBe(cidr)
    }),
  )
})

test('any text is read or refused, without an error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f:./]{0,50}$/)), (text) => {
      const block = parseEntry(text)
      if (block) expect(parseCidr(block.cidr)).toEqual(block)
    }),
    { numRuns: 2000 },
  )
})

function known(text: string) {
  const block = parseEntry(text)
  if (!block) throw new Error(`${text} is no entry.`)
  return block
}

/** The network that an address is in, by trying each of its bits. */
function blockAround(address: string, width: number, prefix: number): string {
  const single = known(address)
  const size = 1n << BigInt(width - prefix)
  const base = single.base - (single.base % size)
  if (width === 32) return `${[24n, 16n, 8n, 0n].map((shift) => (base >> shift) & 255n).join('.')}/${prefix}`
  const groups = base.toString(16).padStart(32, '0').match(/.{4}/g) ?? []
  return `${groups.join(':')}/${prefix}`
}
