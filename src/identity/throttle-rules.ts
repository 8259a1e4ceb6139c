// What is counted of each kind of try, by whom, and how many of them are too many.
import { hash } from 'node:crypto'
import { parseAddressBlock } from '../domain/access-lists.ts'
import type { InvitationId } from '../domain/ids.ts'
import { parseUsername } from '../domain/usernames.ts'

/** Something that may only be tried so often; `account` is what was typed, whether or not it exists. */
export type Tried =
  | { readonly kind: 'sign-in'; readonly account: string; readonly address: string }
  | { readonly kind: 'password-reset'; readonly account: string; readonly address: string }
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'renewal'; readonly invitationId: InvitationId }
  | { readonly kind: 'undo'; readonly invitationId: InvitationId }

interface Rule {
  /** How many tries may be counted; without it, any number. */
  readonly most: number
  /** How long a count lasts, in milliseconds. */
  readonly window: number
  /** When its window begins. Only from the last try is the bound strict: from the first, two windows can touch. */
  readonly from: 'first' | 'last'
}

/** A count that a try adds to. */
export interface Counted extends Rule {
  readonly throttle: string
  /** Whether the try waits the longer, the higher this count is. */
  readonly isSlowing: boolean
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const QUARTER = 15 * MINUTE

const RULES = {
  'sign-in site': { most: 1000, window: QUARTER, from: 'first' },
  'sign-in network': { most: 100, window: QUARTER, from: 'first' },
  'sign-in account and network': { most: 10, window: QUARTER, from: 'last' },
  'sign-in account': { most: Number.MAX_SAFE_INTEGER, window: QUARTER, from: 'first' },
  'password-reset site': { most: 200, window: HOUR, from: 'first' },
  'password-reset network': { most: 20, window: HOUR, from: 'first' },
  'password-reset account': { most: 3, window: HOUR, from: 'first' },
  'link network': { most: 60, window: QUARTER, from: 'first' },
  'renewal invitation': { most: 1, window: DAY, from: 'first' },
  'undo invitation': { most: 20, window: DAY, from: 'first' },
} as const satisfies Record<string, Rule>

/**
 * Every count that the try adds to. Tries that share some of them take them in the same order, so that their
 * transactions never wait for each other in a circle.
 */
export function countedBy(tried: Tried): readonly Counted[] {
  switch (tried.kind) {
    case 'sign-in': {
      const [network, account] = [networkOf(tried.address), accountOf(tried.account)]
      return [
        ...countedBySite('sign-in site', tried.address),
        counted('sign-in network', network),
        counted('sign-in account and network', `${network} ${account}`),
        { ...counted('sign-in account', account), isSlowing: true },
      ]
    }
    case 'password-reset':
      return [
        ...countedBySite('password-reset site', tried.address),
        counted('password-reset network', networkOf(tried.address)),
        counted('password-reset account', accountOf(tried.account)),
      ]
    case 'link':
      return [counted('link network', networkOf(tried.address))]
    case 'renewal':
      return [counted('renewal invitation', tried.invitationId)]
    case 'undo':
      return [counted('undo invitation', tried.invitationId)]
  }
}

/** Hashed, so that a dump of the store is no list of addresses. */
const counted = (rule: keyof typeof RULES, value: string): Counted => ({
  ...RULES[rule],
  throttle: hash('sha256', `${rule} ${value}`, 'hex'),
  isSlowing: false,
})

/** Beside its network, for an address of IPv6: whoever is given 65,536 networks has them all in one site. */
function countedBySite(rule: keyof typeof RULES, address: string): readonly Counted[] {
  const block = parseAddressBlock(address)
  if (block === undefined || block.width === 32) return []
  return [counted(rule, `${(block.base >> 80n).toString(16)}/48`)]
}

/** As accounts are told apart; what cannot be an address is counted as it is. */
const accountOf = (typed: string): string => parseUsername(typed.trim()) ?? typed

/** An IPv4 address, or the /64 that one household or machine has of IPv6. */
function networkOf(address: string): string {
  const block = parseAddressBlock(address)
  if (block === undefined || block.width === 32) return block?.cidr ?? address
  return `${(block.base >> 64n).toString(16)}/64`
}
