// How often the entries of access lists let somebody in: counted in memory, and written down now and then.
import type { Block } from '../domain/access-lists.ts'
import type { Caller } from '../domain/actors.ts'
import { type ApiKeyId, isClientId, isObjectId } from '../domain/ids.ts'
import * as accessLists from '../store/access-lists.ts'
import type { Db } from '../store/db.ts'

/** The counts of one process since they were last written down. */
export interface AccessListUsage {
  /** Counts a request that this entry of the caller's own list let in. */
  note(caller: Caller, entry: Block, now: number): void
  /** Hands out what was counted, and begins again. */
  take(): readonly accessLists.Use[]
  /** Takes back what could not be written down. */
  restore(uses: readonly accessLists.Use[]): void
}

interface Counting {
  readonly db: Db
  readonly usage?: AccessListUsage | undefined
}

/** So many entries are counted at once; a busier process writes down the others a minute later. */
const MOST_ENTRIES = 10_000
const BATCH = 200

export function createAccessListUsage(): AccessListUsage {
  let counted = new Map<string, accessLists.Use>()
  const add = (use: accessLists.Use): void => {
    const key = `${use.ownerId} ${use.entry}`
    const before = counted.get(key)
    if (!before && counted.size >= MOST_ENTRIES) return
    const latest = before && before.lastUsedAt > use.lastUsedAt ? before : use
    counted.set(key, { ...latest, count: use.count + (before?.count ?? 0) })
  }
  return {
    note: ({ actor, address }, { cidr }, now) => {
      const { id, kind, orgId } = actor
      if (kind === 'user' || !(isClientId(id) || isObjectId<ApiKeyId>(id))) return
      add({ orgId, ownerId: id, entry: cidr, count: 1, lastUsedAt: now, lastUsedAddress: address })
    },
    take: () => {
      const uses = [...counted.values()]
      counted = new Map()
      return uses
    },
    restore: (uses) => uses.forEach(add),
  }
}

/** Writes down what was counted since the last time; what could not be written is kept for the next one. */
export async function writeAccessListUsage({ db, usage }: Counting): Promise<void> {
  // Everybody writes in the same order, so that processes wait for each other and never in a circle.
  const uses = (usage?.take() ?? []).toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  for (let start = 0; start < uses.length; start += BATCH) {
    try {
      await db.write(async (tx) => {
        for (const use of uses.slice(start, start + BATCH)) await accessLists.noteUse(tx, use)
      })
    } catch (error) {
      usage?.restore(uses.slice(start))
      throw error
    }
  }
}

const placeOf = ({ orgId, ownerId, entry }: accessLists.Use): string => `${orgId} ${ownerId} ${entry}`
