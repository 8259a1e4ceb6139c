// The IP access list of a project: the addresses that its clusters would let in. It says nothing about this API.
import type { AccessListEntry } from '../domain/access-lists.ts'
import { authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import * as accessLists from '../store/access-lists.ts'
import type { Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import * as projects from '../store/projects.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { AllowedInProject } from './authorize.ts'

type Reader = AllowedInProject<'project.read'>
type Manager = AllowedInProject<'project.accessList.manage'>

/** An entry as it is asked for. Without a comment the entry keeps the one it has. */
export interface NetworkEntry extends Pick<AccessListEntry, 'entry' | 'kind' | 'expiresAt'> {
  readonly comment: string | undefined
}

/** The slice's entries that have not expired, and how many there are in all. */
export const listNetworkEntries = (app: App, { project }: Reader | Manager, slice: accessLists.Slice) =>
  accessLists.list(app.db.read, project.orgId, project.projectId, { ...slice, now: app.ambient.now() })

export async function getNetworkEntry(app: App, { project }: Reader, entry: string): Promise<AccessListEntry> {
  const { orgId, projectId } = project
  const found = await accessLists.find(app.db.read, orgId, projectId, entry, app.ambient.now())
  return found ?? refuse({ code: 'network_entry_not_found', text: entry, projectId })
}

/** Adds all entries or none; one that is there gets the new comment and the new end, or none. */
export function putNetworkEntries(app: App, by: Manager, entries: readonly NetworkEntry[]): Promise<void> {
  const now = app.ambient.now()
  if (entries.some(({ expiresAt }) => expiresAt !== undefined && expiresAt <= now)) {
    refuse({ code: 'invalid_attribute', attribute: 'deleteAfterDate' })
  }
  if (new Set(entries.map(({ entry }) => entry)).size < entries.length) refuse({ code: 'repeated_addresses' })
  return app.db.write(async (tx) => {
    await lockProject(tx, by)
    for (const entry of entries) await put(app, tx, by, entry, now)
  })
}

/** Takes the entry away. Exactly one caller ever succeeds. */
export const removeNetworkEntry = (app: App, by: Manager, entry: string): Promise<void> =>
  app.db.write(async (tx) => {
    await lockProject(tx, by)
    const { orgId, projectId } = by.project
    const found = await accessLists.find(tx, orgId, projectId, entry, app.ambient.now())
    if (!found) refuse({ code: 'network_entry_not_found', text: entry, projectId })
    await accessLists.remove(tx, orgId, projectId, entry)
    await tell(app, tx, by, 'NETWORK_PERMISSION_ENTRY_REMOVED', entry)
  })

async function lockProject(tx: Tx, { project: { orgId, projectId } }: Manager): Promise<void> {
  const known = (await organizations.lock(tx, orgId)) && (await projects.byId(tx, orgId, projectId))
  if (!known) refuse({ code: 'group_not_found', id: projectId })
}

async function put(app: App, tx: Tx, by: Manager, wanted: NetworkEntry, now: number): Promise<void> {
  const { orgId, projectId } = by.project
  const { entry, kind, expiresAt } = wanted
  const before = await accessLists.find(tx, orgId, projectId, entry, now)
  const comment = wanted.comment ?? before?.comment ?? ''
  if (before && before.comment === comment && before.expiresAt === expiresAt) return
  await accessLists.remove(tx, orgId, projectId, entry)
  await accessLists.add(tx, orgId, projectId, { entry, kind, comment, createdAt: before?.createdAt ?? now, expiresAt })
  await tell(app, tx, by, before ? 'NETWORK_PERMISSION_ENTRY_UPDATED' : 'NETWORK_PERMISSION_ENTRY_ADDED', entry)
}

type Change = `NETWORK_PERMISSION_ENTRY_${'ADDED' | 'REMOVED' | 'UPDATED'}`

const tell = (app: App, tx: Tx, by: Manager, type: Change, entry: string): Promise<void> => {
  const { orgId, projectId } = by.project
  return record(app, tx, { type, orgId, projectId, author: authorOf(by), details: { whitelistEntry: entry } })
}
