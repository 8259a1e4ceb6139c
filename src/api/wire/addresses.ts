// Internet addresses as the wire writes them: IPv4 dotted, IPv6 with all of its eight groups.
import { isIPv6 } from 'node:net'

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const GROUPS = 8

/** An address without abbreviations; an IPv4 address that came over an IPv6 socket is an IPv4 address. */
export function fullAddress(address: string): string {
  const mapped = MAPPED.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain) || plain.includes('.')) return plain
  const [front = '', back] = plain.toLowerCase().split('::')
  const first = groupsOf(front)
  const last = groupsOf(back ?? '')
  const left = back === undefined ? 0 : GROUPS - first.length - last.length
  return [...first, ...Array.from({ length: left }, () => '0'), ...last].join(':')
}

const groupsOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, ''))
