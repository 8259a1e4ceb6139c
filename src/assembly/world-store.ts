// Where a world keeps its data: a folder, memory, or a PostgreSQL database.
import { join } from 'node:path'
import { type KeyRing, newKeyRing, parseKeyRing } from '../identity/key-ring.ts'
import type { Ambient } from '../platform/ambient.ts'
import { type DevState, stateInDatabase, stateInFolder, stateInMemory } from '../sandbox/dev-state.ts'
import type { Db } from '../store/db.ts'
import { createTable } from '../store/dev-state.ts'
import { StoreInUse } from '../store/faults.ts'
import { openFresh } from '../store/fresh.ts'
import { migrate } from '../store/migrate.ts'
import { openDb, type StoreTarget } from '../store/open.ts'
import * as organizations from '../store/organizations.ts'
import { Complaint, messageOf, systemCode } from './complaint.ts'

export const MEMORY = ':memory:'

export interface WorldStore extends AsyncDisposable {
  readonly db: Db
  readonly state: DevState
  readonly keys: KeyRing
}

const isDatabase = (data: string): boolean => /^postgres(ql)?:\/\//.test(data)

/** Whether `data` names a folder rather than memory or a database. */
export const isFolder = (data: string): boolean => data !== MEMORY && !isDatabase(data)

/** Where the snapshots of a store are; PostgreSQL keeps them in the database itself. */
export const snapshotsOf = (data: string): string => (isFolder(data) ? join(data, 'snapshots.db') : MEMORY)

/** Opens what `data` names, brings its tables up to date and finds or makes its key ring. */
export async function openWorldStore(data: string, ambient: Ambient): Promise<WorldStore> {
  const local = isDatabase(data) ? undefined : data === MEMORY ? stateInMemory() : openFolder(data)
  const db = data === MEMORY ? await openFresh() : await openMigrated(data)
  try {
    await createTable(db).catch(cannotUse)
    const state = local ?? stateInDatabase(db)
    const keys = await keyRingOf(db, state, ambient)
    return { db, state, keys, [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() }
  } catch (error) {
    await db[Symbol.asyncDispose]()
    throw error
  }
}

async function openMigrated(data: string): Promise<Db> {
  const db = await openDb(targetOf(data)).catch(cannotUse)
  try {
    await migrate(db)
    return db
  } catch (error) {
    await db[Symbol.asyncDispose]()
    return cannotUse(error)
  }
}

const targetOf = (data: string): StoreTarget =>
  isDatabase(data)
    ? { engine: 'postgres', url: data }
    : { engine: 'sqlite', file: join(data, 'atrium.db'), exclusive: true }

function cannotUse(error: unknown): never {
  if (error instanceof StoreInUse) throw error
  throw new Complaint(`The database given with --data cannot be used: ${messageOf(error)}.`)
}

function openFolder(folder: string): DevState {
  try {
    return stateInFolder(folder)
  } catch (error) {
    throw new Complaint(`The folder ${folder} cannot be used for --data: ${String(systemCode(error) ?? error)}.`)
  }
}

async function keyRingOf(db: Db, state: DevState, ambient: Ambient): Promise<KeyRing> {
  const isFilled = await organizations.any(db.read)
  const text = await state.keyRing(() => {
    if (isFilled) throw new Complaint(`The store has data, but the keys that sealed it are gone from ${state.place}.`)
    return newKeyRing(ambient)
  })
  const ring = parseKeyRing(text, ambient)
  if (!ring.ok) throw new Complaint(['The saved key ring cannot be read.', ...ring.problems].join('\n'))
  return ring.keys
}
