// Actors kept between requests: each is good while one read of its organization's row shows the revision it was read at.
import type { Actor } from '../domain/actors.ts'
import type { OrgId } from '../domain/ids.ts'
import { recentMap } from '../platform/recent-map.ts'
import type { Db } from '../store/db.ts'
import type { OrganizationAccess } from '../store/organizations.ts'
import { access } from '../store/organizations.ts'

/** Where a credential leads, and how to read what belongs to it; `undefined` means that it is not there. */
export interface Source<Place extends { orgId: OrgId }, Known extends { actor: Actor }> {
  locate(key: string): Promise<Place | undefined>
  load(place: Place, key: string): Promise<Known | undefined>
}

export interface ActorCache<Known> {
  /** What the store says of this credential now: everything read before the last change of access is read again. */
  find(key: string): Promise<Found<Known> | undefined>
}

export interface Found<Known> {
  readonly known: Known
  readonly organization: OrganizationAccess
}

interface Entry<Known> {
  readonly known: Known
  readonly revision: number
}

const MOST_ENTRIES = 10_000

/** Keeps only what the source found, so that strangers cannot push others out. */
export function actorCache<Place extends { orgId: OrgId }, Known extends { actor: Actor }>(
  db: Db,
  source: Source<Place, Known>,
  limit = MOST_ENTRIES,
): ActorCache<Known> {
  const entries = recentMap<Entry<Known>>(limit)
  const kept = async (key: string): Promise<Found<Known> | undefined> => {
    const entry = entries.get(key)
    if (entry === undefined) return undefined
    const organization = await access(db.read, entry.known.actor.orgId)
    if (organization?.revision === entry.revision) return { known: entry.known, organization }
    entries.delete(key)
    return undefined
  }
  const read = async (key: string): Promise<Found<Known> | undefined> => {
    const place = await source.locate(key)
    if (place === undefined) return undefined
    // The revision is read before the roles: a change in between leaves an entry that the next request finds stale.
    const organization = await access(db.read, place.orgId)
    if (organization === undefined) return undefined
    const known = await source.load(place, key)
    if (known === undefined) return undefined
    entries.set(key, { known, revision: organization.revision })
    return { known, organization }
  }
  return { find: async (key) => (await kept(key)) ?? read(key) }
}
