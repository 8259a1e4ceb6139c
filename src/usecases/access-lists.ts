// From where a credential may be used: the lists of API keys and service accounts, read, added to and taken from.
import { type AccessListEntry, type Block, contains, judgeAddress, singleAddress } from '../domain/access-lists.ts'
import type { Caller } from '../domain/actors.ts'
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { ApiKeyId, ClientId } from '../domain/ids.ts'
import * as accessLists from '../store/access-lists.ts'
import type { Sql } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'

/** Whose list it is, and how its changes are told of. */
export interface ListOwner {
  readonly id: ApiKeyId | ClientId
  readonly added: EventType
  readonly removed: EventType
  /** What the events say of the owner, such as `targetPublicKey`. */
  readonly details: Readonly<Record<string, string>>
}

/** Finds the owner in the caller's organization, or refuses. Asked once more inside a transaction that writes. */
export type FindOwner = (sql: Sql) => Promise<ListOwner>

/** What every function here is about: who asks, and whose list it is. The caller's right to do so has been judged. */
export interface AccessListTask {
  readonly app: App
  readonly by: Caller
  readonly find: FindOwner
}

/** The slice's entries, and how many there are in all. */
export async function listEntries({ app, by, find }: AccessListTask, slice: accessLists.Slice) {
  const { orgId } = by.actor
  const owner = await find(app.db.read)
  return accessLists.list(app.db.read, orgId, owner.id, { ...slice, now: app.ambient.now() })
}

/** The entry of exactly this block. */
export async function getEntry({ app, by, find }: AccessListTask, block: Block): Promise<AccessListEntry> {
  const owner = await find(app.db.read)
  const entry = await accessLists.find(app.db.read, by.actor.orgId, owner.id, block.cidr, app.ambient.now())
  return entry ?? refuse({ code: 'access_list_entry_not_found', text: nameOf(block) })
}

/** Adds all blocks or none; refused when one is named twice or is in the list. */
export function addEntries({ app, by, find }: AccessListTask, blocks: readonly Block[]): Promise<void> {
  if (new Set(blocks.map(({ cidr }) => cidr)).size < blocks.length) refuse({ code: 'repeated_addresses' })
  return app.db.write(async (tx) => {
    const { orgId } = by.actor
    if (!(await organizations.lock(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
    const { id, added, details } = await find(tx)
    const createdAt = app.ambient.now()
    for (const block of blocks) {
      const kind = singleAddress(block) === undefined ? 'cidr' : 'ip'
      const entry = { entry: block.cidr, kind, comment: '', createdAt, expiresAt: undefined } as const
      if (!(await accessLists.add(tx, orgId, id, entry))) {
        refuse({ code: 'address_listed_already', text: nameOf(block) })
      }
      const told = { ...details, whitelistEntry: nameOf(block) }
      await record(app, tx, { type: added, orgId, author: authorOf(by), details: told })
    }
    await organizations.raiseRevision(tx, orgId)
  })
}

/** Takes an entry away. From its own list a caller cannot take what lets it in itself. */
export const removeEntry = ({ app, by, find }: AccessListTask, block: Block): Promise<void> =>
  app.db.write(async (tx) => {
    const { orgId } = by.actor
    if (!(await organizations.lock(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
    const { id, removed, details } = await find(tx)
    if (!(await accessLists.remove(tx, orgId, id, block.cidr))) {
      refuse({ code: 'access_list_entry_not_found', text: nameOf(block) })
    }
    if (id === by.actor.id && contains(block, by.address)) {
      const blocks = await accessLists.blocksOf(tx, orgId, id)
      // An empty list counts as shut here, although it would let everybody in: losing all protection is no side effect.
      if (judgeAddress({ isRequired: true, blocks }, by.address).kind !== 'in') {
        refuse({ code: 'cannot_remove_caller', address: by.address })
      }
    }
    const told = { ...details, whitelistEntry: nameOf(block) }
    await record(app, tx, { type: removed, orgId, author: authorOf(by), details: told })
    await organizations.raiseRevision(tx, orgId)
  })

const nameOf = (block: Block): string => singleAddress(block) ?? block.cidr
