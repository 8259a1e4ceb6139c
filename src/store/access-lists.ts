// Access lists: of API keys and service accounts, from where they may be used; of projects, what clusters would let in.
import { type AccessListEntry, type AccessRule, type Block, parseCidr } from '../domain/access-lists.ts'
import type { ApiKeyId, ClientId, OrgId, ProjectId } from '../domain/ids.ts'
import { readSettings } from '../domain/organizations.ts'
import type { Sql, Tx } from './db.ts'
import { fromJson } from './json.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

export type OwnerId = ApiKeyId | ClientId | ProjectId

export interface Slice {
  readonly offset: number
  readonly limit: number
}

/** Requests that an entry let in, and the last of them. */
export interface Use {
  readonly orgId: OrgId
  readonly ownerId: OwnerId
  readonly entry: string
  readonly count: number
  readonly lastUsedAt: number
  readonly lastUsedAddress: string
}

/** An entry that nothing has used yet. */
export type NewEntry = Pick<AccessListEntry, 'entry' | 'kind' | 'comment' | 'createdAt' | 'expiresAt'>

interface Place {
  readonly orgId: OrgId
  readonly ownerId: OwnerId
}

const liveRows = statement<Place & Slice & { now: number }>()((q, p) =>
  q
    .selectFrom('access_lists')
    .selectAll()
    .where('org_id', '=', p.orgId)
    .where('owner_id', '=', p.ownerId)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', p.now)]))
    .orderBy('entry')
    .limit(p.limit)
    .offset(p.offset),
)

const liveCount = statement<Place & { now: number }>()((q, p) =>
  q
    .selectFrom('access_lists')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId)
    .where('owner_id', '=', p.ownerId)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', p.now)])),
)

const liveRow = statement<Place & { entry: string; now: number }>()((q, p) =>
  q
    .selectFrom('access_lists')
    .selectAll()
    .where('org_id', '=', p.orgId)
    .where('owner_id', '=', p.ownerId)
    .where('entry', '=', p.entry)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', p.now)])),
)

const entries = statement<Place>()((q, p) =>
  q.selectFrom('access_lists').select('entry').where('org_id', '=', p.orgId).where('owner_id', '=', p.ownerId),
)

const settings = statement<{ orgId: OrgId }>()((q, p) =>
  q.selectFrom('organizations').select('settings').where('org_id', '=', p.orgId),
)

const removal = statement<Place & { entry: string }>()((q, p) =>
  q
    .deleteFrom('access_lists')
    .where('org_id', '=', p.orgId)
    .where('owner_id', '=', p.ownerId)
    .where('entry', '=', p.entry),
)

const removalOfOwner = statement<Place>()((q, p) =>
  q.deleteFrom('access_lists').where('org_id', '=', p.orgId).where('owner_id', '=', p.ownerId),
)

const use = statement<Use>()((q, p) =>
  q
    .updateTable('access_lists')
    .set((eb) => ({
      request_count: eb('request_count', '+', p.count),
      last_used_at: p.lastUsedAt,
      last_used_address: p.lastUsedAddress,
    }))
    .where('org_id', '=', p.orgId)
    .where('owner_id', '=', p.ownerId)
    .where('entry', '=', p.entry),
)

const due = statement<{ now: number; limit: number }>()((q, p) =>
  q
    .selectFrom('access_lists')
    .select(['org_id', 'owner_id', 'entry'])
    .where('expires_at', 'is not', null)
    .where('expires_at', '<=', p.now)
    .orderBy('expires_at')
    .limit(p.limit),
)

/** The entries that have not expired, in the order of their text: the slice's, and how many there are in all. */
export async function list(sql: Sql, orgId: OrgId, ownerId: OwnerId, { offset, limit, now }: Slice & { now: number }) {
  const rows = await sql.all(liveRows, { orgId, ownerId, offset, limit, now })
  const counted = await sql.first(liveCount, { orgId, ownerId, now })
  return { entries: rows.map(fromRow), total: Number(counted?.count ?? 0) }
}

/** The entry, unless it has expired. */
export async function find(
  sql: Sql,
  orgId: OrgId,
  ownerId: OwnerId,
  entry: string,
  now: number,
): Promise<AccessListEntry | undefined> {
  const row = await sql.first(liveRow, { orgId, ownerId, entry, now })
  return row && fromRow(row)
}

/** What an owner's list says of callers, for authentication: credentials' entries never expire. */
export async function ruleOf(sql: Sql, orgId: OrgId, ownerId: ApiKeyId | ClientId): Promise<AccessRule> {
  const stored = await sql.first(settings, { orgId })
  const { apiAccessListRequired } = readSettings(stored ? fromJson(stored.settings) : {})
  return { isRequired: apiAccessListRequired, blocks: await blocksOf(sql, orgId, ownerId) }
}

/** Every block of an owner's list. */
export async function blocksOf(sql: Sql, orgId: OrgId, ownerId: OwnerId): Promise<readonly Block[]> {
  const rows = await sql.all(entries, { orgId, ownerId })
  return rows.map(({ entry }) => parseCidr(entry)).filter((block) => block !== undefined)
}

/** False, and nothing written, when the list has the entry. */
export async function add(tx: Tx, orgId: OrgId, ownerId: OwnerId, entry: NewEntry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.q
    .insertInto('access_lists')
    .values({
      org_id: orgId,
      owner_id: ownerId,
      entry: entry.entry,
      kind: entry.kind,
      comment: entry.comment,
      created_at: entry.createdAt,
      expires_at: entry.expiresAt ?? null,
      last_used_at: null,
      last_used_address: null,
      request_count: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether the list had the entry. */
export const remove = async (tx: Tx, orgId: OrgId, ownerId: OwnerId, entry: string): Promise<boolean> =>
  (await tx.run(removal, { orgId, ownerId, entry })) === 1

/** Adds to what is known of an entry's use; without effect when it is gone. */
export async function noteUse(tx: Tx, added: Use): Promise<void> {
  await tx.run(use, added)
}

/** Forgets an owner's whole list. */
export async function removeAll(tx: Tx, orgId: OrgId, ownerId: OwnerId): Promise<void> {
  await tx.run(removalOfOwner, { orgId, ownerId })
}

/** Deletes up to `limit` entries that expired before or at `now`, and says how many it found. */
export async function sweepExpired(tx: Tx, now: number, limit: number): Promise<number> {
  const rows = await tx.all(due, { now, limit })
  for (const row of rows) await remove(tx, row.org_id, row.owner_id, row.entry)
  return rows.length
}

const fromRow = (row: Tables['access_lists']): AccessListEntry => ({
  entry: row.entry,
  kind: row.kind,
  comment: row.comment,
  createdAt: row.created_at,
  expiresAt: row.expires_at ?? undefined,
  lastUsedAt: row.last_used_at ?? undefined,
  lastUsedAddress: row.last_used_address ?? undefined,
  requestCount: row.request_count,
})
