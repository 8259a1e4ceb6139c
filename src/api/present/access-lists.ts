// Entries of access lists on the wire: an API key's, and a project's.
import Type from 'typebox'
import type { AccessListEntry } from '../../domain/access-lists.ts'
import type { ProjectId } from '../../domain/ids.ts'
import { closed, Id, Instant, Links as LinksSchema } from '../schemas/vocabulary.ts'
import { instant } from '../wire/time.ts'
import { type Links, selfLink } from './links.ts'
import { type Shape, shape } from './shape.ts'

const Count = Type.Integer({ minimum: 0 })

/** The address of an entry that stands for a single one. */
export const addressOf = ({ entry, kind }: Pick<AccessListEntry, 'entry' | 'kind'>): string | undefined =>
  kind === 'ip' ? entry.slice(0, entry.indexOf('/')) : undefined

/** An entry of an API key's list, whose path is `list`: `ipAddress` for a single address alone. */
const presentApiKeyAccessListEntry = shape(
  closed({
    cidrBlock: Type.String(),
    count: Count,
    created: Instant,
    ipAddress: Type.Optional(Type.String()),
    lastUsed: Type.Optional(Instant),
    lastUsedAddress: Type.Optional(Type.String()),
    links: LinksSchema,
  }),
  (entry: AccessListEntry, list: string, links: Links) => {
    const ipAddress = addressOf(entry)
    return {
      cidrBlock: entry.entry,
      count: entry.requestCount,
      created: instant(entry.createdAt),
      ...(ipAddress === undefined ? {} : { ipAddress }),
      ...(entry.lastUsedAt === undefined ? {} : { lastUsed: instant(entry.lastUsedAt) }),
      ...(entry.lastUsedAddress === undefined ? {} : { lastUsedAddress: entry.lastUsedAddress }),
      links: [selfLink(links, `${list}/${encodeURIComponent(ipAddress ?? entry.entry)}`)],
    }
  },
)

/** An entry of a project's list; what was not given is left out. */
const presentNetworkEntry = shape(
  closed({
    awsSecurityGroup: Type.Optional(Type.String()),
    cidrBlock: Type.Optional(Type.String()),
    comment: Type.Optional(Type.String()),
    deleteAfterDate: Type.Optional(Instant),
    groupId: Id,
    ipAddress: Type.Optional(Type.String()),
    links: LinksSchema,
  }),
  (entry: AccessListEntry, groupId: ProjectId, links: Links) => {
    const ipAddress = addressOf(entry)
    return {
      ...(entry.kind === 'aws' ? { awsSecurityGroup: entry.entry } : { cidrBlock: entry.entry }),
      ...(entry.comment === '' ? {} : { comment: entry.comment }),
      ...(entry.expiresAt === undefined ? {} : { deleteAfterDate: instant(entry.expiresAt) }),
      groupId,
      ...(ipAddress === undefined ? {} : { ipAddress }),
      links: [selfLink(links, `/groups/${groupId}/accessList/${encodeURIComponent(entry.entry)}`)],
    }
  },
)

/** Whether an entry of a project's list is in force: it is at once, since there are no clusters to tell of it. */
const presentNetworkEntryStatus = shape(closed({ STATUS: Type.Literal('ACTIVE') }), () => ({ STATUS: 'ACTIVE' }))

export interface AccessListPresenters {
  readonly apiKeyAccessListEntry: Shape<[entry: AccessListEntry, list: string, links: Links]>
  readonly networkEntry: Shape<[entry: AccessListEntry, groupId: ProjectId, links: Links]>
  readonly networkEntryStatus: Shape<[]>
}

/** The same in every dialect. */
export const accessListPresenters: AccessListPresenters = {
  apiKeyAccessListEntry: presentApiKeyAccessListEntry,
  networkEntry: presentNetworkEntry,
  networkEntryStatus: presentNetworkEntryStatus,
}
