// What `atrium dev` keeps beside its store, so that every start on the same data prints the same credentials.
import { join } from 'node:path'
import { makePrivateFolder, readFileIfAny, writePrivateFile } from '../platform/files.ts'
import type { Db, Tx } from '../store/db.ts'
import { claim, read } from '../store/dev-state.ts'

/** The credentials of the first organization; null stands for what the seed has none of. */
export interface DevCredentials {
  readonly orgId: string
  readonly groupId: string | null
  readonly teamId: string | null
  readonly apiKey: { readonly publicKey: string; readonly privateKey: string } | null
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string } | null
  readonly owner: { readonly id: string; readonly username: string; readonly password: string } | null
}

/** Where the key ring and the credentials lie. Losing either makes the store's secrets useless. */
export interface DevState {
  /** Where that is, for messages. */
  readonly place: string
  /** The text of the key ring; `mint` makes it the first time. */
  keyRing(mint: () => string): Promise<string>
  /** What the last finished first start printed, as JSON text. */
  credentials(): Promise<string | undefined>
  /** Called before the transaction that fills the store. */
  prepare(credentials: string): Promise<void>
  /** Called in it; false when another process is filling the store or has. */
  commit(tx: Tx, credentials: string): Promise<boolean>
}

/** Keeps everything in the process, for a store that is in memory too. */
export function stateInMemory(): DevState {
  let saved: string | undefined
  return {
    place: 'memory',
    keyRing: async (mint) => mint(),
    credentials: async () => saved,
    prepare: async (credentials) => {
      saved = credentials
    },
    commit: async () => true,
  }
}

/**
 * Keeps `keys.json` and `credentials.json` in a folder, which is made when it is not there. The credentials are written
 * before the store is filled: after a crash in between the store is still empty, and the next start replaces them.
 */
export function stateInFolder(folder: string): DevState {
  makePrivateFolder(folder)
  const keysFile = join(folder, 'keys.json')
  const credentialsFile = join(folder, 'credentials.json')
  return {
    place: folder,
    keyRing: async (mint) => {
      const saved = ringIn(readFileIfAny(keysFile))
      if (saved !== undefined) return saved
      const ring = mint()
      writePrivateFile(keysFile, `${JSON.stringify({ keys: ring }, null, 2)}\n`)
      return ring
    },
    credentials: async () => readFileIfAny(credentialsFile),
    prepare: async (credentials) => writePrivateFile(credentialsFile, `${credentials}\n`),
    commit: async () => true,
  }
}

/** Keeps both in a table beside the store's own, for a database that several machines may start on. */
export function stateInDatabase(db: Db): DevState {
  return {
    place: 'the table dev_state',
    keyRing: async (mint) => {
      const saved = await read(db.read, 'keys')
      if (saved !== undefined) return saved
      const ring = mint()
      await db.write((tx) => claim(tx, 'keys', ring))
      return (await read(db.read, 'keys')) ?? ring
    },
    credentials: () => read(db.read, 'credentials'),
    prepare: async () => {},
    commit: (tx, credentials) => claim(tx, 'credentials', credentials),
  }
}

function ringIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const document: unknown = JSON.parse(text)
  return typeof document === 'object' && document !== null && 'keys' in document ? String(document.keys) : undefined
}
