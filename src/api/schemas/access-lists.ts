// The bodies and path parameters that name addresses and blocks, and their reading.
import Type from 'typebox'
import { type Block, parseAddressBlock, parseCidr, parseEntry } from '../../domain/access-lists.ts'
import { refuse } from '../../domain/faults.ts'
import { bodyOf } from './body.ts'
import { closed } from './vocabulary.ts'

const LONGEST_ADDRESS = 64
/** What the official document allows service accounts in one request. */
const MOST_ENTRIES = 200

/** How a request names an address or a block. */
export const AddressProperties = {
  cidrBlock: Type.Optional(Type.String({ maxLength: LONGEST_ADDRESS })),
  ipAddress: Type.Optional(Type.String({ maxLength: LONGEST_ADDRESS })),
}

const Dropped = Type.Optional(Type.Unknown())

/** New entries of an API key's list; what only answers have is read and dropped. */
export const newApiKeyEntries = bodyOf(
  Type.Array(
    closed({
      ...AddressProperties,
      count: Dropped,
      created: Dropped,
      lastUsed: Dropped,
      lastUsedAddress: Dropped,
      links: Dropped,
    }),
    { minItems: 1, maxItems: MOST_ENTRIES },
  ),
)

/** New entries of a service account's list; what only answers have is read and dropped. */
export const newServiceAccountEntries = bodyOf(
  Type.Array(
    closed({
      ...AddressProperties,
      createdAt: Dropped,
      lastUsedAddress: Dropped,
      lastUsedAt: Dropped,
      requestCount: Dropped,
    }),
    { minItems: 1, maxItems: MOST_ENTRIES },
  ),
)

interface AddressBody {
  readonly cidrBlock?: string
  readonly ipAddress?: string
}

/** The block that a body names by its address, in CIDR notation, or both ways alike. */
export function readBlock({ cidrBlock, ipAddress }: AddressBody): Block {
  const named = [
    ...(ipAddress ? [parseAddressBlock(ipAddress) ?? refuse({ code: 'invalid_address', text: ipAddress })] : []),
    ...(cidrBlock ? [parseCidr(cidrBlock) ?? refuse({ code: 'invalid_address', text: cidrBlock })] : []),
  ]
  const [first, second = first] = named
  if (!first) return refuse({ code: 'missing_address' })
  return first.cidr === second?.cidr ? first : refuse({ code: 'contradictory_addresses' })
}

/** The block that a path names. What is none cannot be in a list, and reads so. */
export const readListedBlock = (text: string): Block =>
  parseEntry(text) ?? refuse({ code: 'access_list_entry_not_found', text })
