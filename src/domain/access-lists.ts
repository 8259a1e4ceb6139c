// Blocks of addresses: from where a credential may be used, and what a project's clusters would let in.

/** A contiguous block of addresses. A block with all its bits fixed is a single address. */
export interface Block {
  /** CIDR notation in canonical form, by which blocks are told apart: `10.0.0.0/8`, `2001:db8::1/128`. */
  readonly cidr: string
  readonly width: 32 | 128
  readonly base: bigint
  readonly prefix: number
}

/** Whose addresses are let in: anybody's while there are no blocks, unless the organization requires a list. */
export interface AccessRule {
  readonly isRequired: boolean
  readonly blocks: readonly Block[]
}

/** An entry of a list, with what is known of its use. */
export interface AccessListEntry {
  /** A block in canonical CIDR notation, or an AWS security group. */
  readonly entry: string
  readonly kind: 'ip' | 'cidr' | 'aws'
  readonly comment: string
  readonly createdAt: number
  readonly expiresAt: number | undefined
  readonly lastUsedAt: number | undefined
  readonly lastUsedAddress: string | undefined
  readonly requestCount: number
}

/** What applies to a caller that nothing restricts. */
export const UNRESTRICTED: AccessRule = { isRequired: false, blocks: [] }

interface Address {
  readonly width: 32 | 128
  readonly value: bigint
}

const OCTETS = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/
const IPV6 = /^[0-9a-fA-F:.]{2,45}$/
const CIDR = /^([^/]{2,45})\/(0|[1-9]\d{0,2})$/
/** ::ffff:0:0/96, where IPv6 keeps IPv4. */
const MAPPED = 0xffffn
const MAPPED_BITS = 96

/** The block of exactly this address; undefined unless it is one. */
export function parseAddressBlock(text: string): Block | undefined {
  const address = parseAddress(text)
  return address && blockOf(address, address.width)
}

/** The block in CIDR notation; undefined when it is none, or has bits set behind its prefix. */
export function parseCidr(text: string): Block | undefined {
  const [, base, bits] = CIDR.exec(text) ?? []
  if (base === undefined) return undefined
  const address = parseIpv4(base) ?? parseIpv6(base)
  const prefix = Number(bits)
  if (!address || prefix > address.width || address.value % sizeOf(address.width, prefix) !== 0n) return undefined
  const mapped = prefix >= MAPPED_BITS ? unmapped(address) : address
  return blockOf(mapped, prefix - (address.width - mapped.width))
}

/** The address or the block in CIDR notation, as a path names an entry. */
export const parseEntry = (text: string): Block | undefined =>
  text.includes('/') ? parseCidr(text) : parseAddressBlock(text)

/** The address without a prefix length, where the block is a single one. */
export const singleAddress = ({ cidr, prefix, width }: Block): string | undefined =>
  prefix === width ? cidr.slice(0, cidr.indexOf('/')) : undefined

/** The address as a list would hold it: IPv4 that is written as IPv6 becomes IPv4. What is no address stays as it is. */
export function plainAddress(text: string): string {
  const block = text.includes(':') ? parseAddressBlock(text) : undefined
  return (block && singleAddress(block)) ?? text
}

/** Whether the address lies in the block. IPv4 written as IPv6 counts as IPv4; what is no address lies nowhere. */
export function contains(block: Block, address: string): boolean {
  const parsed = parseAddress(address)
  return parsed !== undefined && holds(block, parsed)
}

/** What a rule says of an address: let in, by an entry where there are any, or why not. */
export type Admission =
  | { readonly kind: 'in'; readonly entry: Block | undefined }
  | { readonly kind: 'not_listed' | 'no_list' }

/** Whether a caller from this address is let in, or why not. */
export function judgeAddress({ isRequired, blocks }: AccessRule, address: string): Admission {
  if (blocks.length === 0) return isRequired ? { kind: 'no_list' } : { kind: 'in', entry: undefined }
  const parsed = parseAddress(address)
  const entry = parsed && blocks.find((block) => holds(block, parsed))
  return entry ? { kind: 'in', entry } : { kind: 'not_listed' }
}

const holds = ({ width, base, prefix }: Block, address: Address): boolean =>
  address.width === width && address.value - (address.value % sizeOf(width, prefix)) === base

const sizeOf = (width: number, prefix: number): bigint => 1n << BigInt(width - prefix)

function parseAddress(text: string): Address | undefined {
  const address = parseIpv4(text) ?? parseIpv6(text)
  return address && unmapped(address)
}

function parseIpv4(text: string): Address | undefined {
  const octets = OCTETS.exec(text)?.slice(1).map(Number)
  if (!octets || octets.some((octet) => octet > 255)) return undefined
  return { width: 32, value: octets.reduce((value, octet) => value * 256n + BigInt(octet), 0n) }
}

function parseIpv6(text: string): Address | undefined {
  const url = IPV6.test(text) && text.includes(':') ? URL.parse(`http://[${text}]/`) : null
  if (!url) return undefined
  const [head = '', tail] = url.hostname.slice(1, -1).split('::')
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')]
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0n)
  return { width: 128, value: [...before, ...zeros, ...after].reduce((value, group) => value * 65_536n + group, 0n) }
}

const groupsOf = (text: string): readonly bigint[] =>
  text === '' ? [] : text.split(':').map((group) => BigInt(`0x${group}`))

const unmapped = (address: Address): Address =>
  address.width === 128 && address.value >> 32n === MAPPED
    ? { width: 32, value: address.value & 0xffff_ffffn }
    : address

const blockOf = ({ width, value }: Address, prefix: number): Block => ({
  cidr: `${width === 32 ? ipv4Text(value) : ipv6Text(value)}/${prefix}`,
  width,
  base: value,
  prefix,
})

const ipv4Text = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.')

function ipv6Text(value: bigint): string {
  const groups = value.toString(16).padStart(32, '0').match(/.{4}/g) ?? []
  return new URL(`http://[${groups.join(':')}]/`).hostname.slice(1, -1)
}
