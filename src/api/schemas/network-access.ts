// The body of new entries in a project's IP access list, and its reading.
import Type, { type Static } from 'typebox'
import { parseEntry, singleAddress } from '../../domain/access-lists.ts'
import { refuse } from '../../domain/faults.ts'
import type { ProjectId } from '../../domain/ids.ts'
import type { NetworkEntry } from '../../usecases/project-access-list.ts'
import { AddressProperties, readBlock } from './access-lists.ts'
import { bodyOf } from './body.ts'
import { closed } from './vocabulary.ts'

const LONGEST_COMMENT = 80
const LONGEST_TEXT = 64
const MOST_ENTRIES = 200
const SECURITY_GROUP = /^(\d{1,20}\/)?sg-[0-9a-z]{1,40}$/
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/

const Entry = closed({
  ...AddressProperties,
  awsSecurityGroup: Type.Optional(Type.String({ maxLength: LONGEST_TEXT })),
  comment: Type.Optional(Type.String({ maxLength: LONGEST_COMMENT })),
  deleteAfterDate: Type.Optional(Type.String({ maxLength: LONGEST_TEXT })),
  groupId: Type.Optional(Type.Unknown()),
  links: Type.Optional(Type.Unknown()),
})

/** `groupId` and `links` are the service's own; they are read and dropped. */
export const newNetworkEntries = bodyOf(Type.Array(Entry, { minItems: 1, maxItems: MOST_ENTRIES }))

/** The entry as it is kept: an address, a block or a security group, and only one of them. */
export function readNetworkEntry(body: Static<typeof Entry>): NetworkEntry {
  const { awsSecurityGroup, comment, deleteAfterDate, ...addresses } = body
  const shared = { comment, expiresAt: deleteAfterDate === undefined ? undefined : readDate(deleteAfterDate) }
  if (!awsSecurityGroup) {
    const block = readBlock(addresses)
    return { ...shared, entry: block.cidr, kind: singleAddress(block) === undefined ? 'cidr' : 'ip' }
  }
  if (addresses.cidrBlock || addresses.ipAddress) refuse({ code: 'contradictory_addresses' })
  if (!SECURITY_GROUP.test(awsSecurityGroup)) refuse({ code: 'invalid_attribute', attribute: 'awsSecurityGroup' })
  return { ...shared, entry: awsSecurityGroup, kind: 'aws' }
}

/** The entry that a path names, in the form in which it is kept. What is none cannot be in a list, and reads so. */
export function readNetworkEntryName(text: string, projectId: ProjectId): string {
  if (SECURITY_GROUP.test(text)) return text
  return parseEntry(text)?.cidr ?? refuse({ code: 'network_entry_not_found', text, projectId })
}

function readDate(text: string): number {
  const date = DATE_TIME.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? refuse({ code: 'invalid_attribute', attribute: 'deleteAfterDate' }) : date
}
