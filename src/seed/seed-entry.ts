// What an entry of an access list stands for, in whichever way a seed gives it.
import {
  type AccessListEntry,
  type Block,
  parseAddressBlock,
  parseCidr,
  singleAddress,
} from '../domain/access-lists.ts'
import type { SeedEntry } from './seed-schema.ts'

/** The entry as it is kept; undefined unless everything in it names one address, block or security group. */
export function entryOf(seed: SeedEntry): Pick<AccessListEntry, 'entry' | 'kind'> | undefined {
  const { ipAddress, cidrBlock, awsSecurityGroup } = seed
  const blocks = [
    ...(ipAddress === undefined ? [] : [parseAddressBlock(ipAddress)]),
    ...(cidrBlock === undefined ? [] : [parseCidr(cidrBlock)]),
  ]
  const [block] = blocks
  if (awsSecurityGroup !== undefined) {
    return blocks.length === 0 ? { entry: awsSecurityGroup, kind: 'aws' } : undefined
  }
  return block && blocks.every((other) => other?.cidr === block.cidr) ? kept(block) : undefined
}

const kept = (block: Block): Pick<AccessListEntry, 'entry' | 'kind'> => ({
  entry: block.cidr,
  kind: singleAddress(block) === undefined ? 'cidr' : 'ip',
})
