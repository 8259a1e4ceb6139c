import { expect, test } from 'vitest'
import { fullAddress } from './addresses.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::1', '0:0:0:0:0:0:0:1'],
  ['::', '0:0:0:0:0:0:0:0'],
  ['2001:DB8::00a0:1', '2001:db8:0:0:0:0:a0:1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:3:4:5:6'],
  ['fe80::1%eth0', 'fe80:0:0:0:0:0:0:1'],
])('%s is written %s', (address, written) => {
  expect(fullAddress(address)).toBe(written)
})
