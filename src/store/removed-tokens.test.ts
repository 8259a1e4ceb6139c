import { expect, test } from 'vitest'
import { engines } from '../../test/harness/stores.ts'
import type { ClientId, OrgId } from '../domain/ids.ts'
import { isClientId } from '../domain/ids.ts'
import { systemAmbient } from '../platform/ambient.ts'
import type { Db } from './db.ts'
import { openDb } from './open.ts'
import * as removedTokens from './removed-tokens.ts'
import { open } from './snapshots.ts'
import * as tokens from './tokens.ts'

const orgId = systemAmbient().newId<OrgId>()
const LATE = Date.UTC(2098, 0, 1)

function clientId(): ClientId {
  const id = `mdb_sa_id_${orgId}`
  if (!isClientId(id)) throw new Error(id)
  return id
}

/** Tokens by these names, each with its expiry, all of them removed again. */
const addAndRemove = (db: Db, expiries: Readonly<Record<string, number>>): Promise<void> =>
  db.write(async (tx) => {
    for (const [hash, expiresAt] of Object.entries(expiries)) {
      await tokens.insert(tx, { hash, orgId, clientId: clientId(), secretId: 's', createdAt: 1, expiresAt })
    }
    await tokens.removeAll(tx, orgId, clientId())
  })

const found = async (db: Db, hashes: readonly string[]): Promise<readonly (string | undefined)[]> =>
  Promise.all(hashes.map(async (hash) => (await tokens.find(db.read, hash))?.hash))

test.each(engines)(
  'removed tokens are added again as they were, once they have not expired ($name)',
  async (engine) => {
    const { target } = await engine.place()
    await using db = await openDb(target)
    await open(db, ':memory:', true)
    await addAndRemove(db, { expired: 2, soon: LATE, late: LATE + 1 })
    await db.write((tx) => removedTokens.addBack(tx, 1))
    expect(await found(db, ['expired', 'soon', 'late'])).toEqual([undefined, 'soon', 'late'])
    const token = { orgId, clientId: clientId(), secretId: 's', createdAt: 1 }
    expect(await tokens.find(db.read, 'late')).toEqual({ ...token, hash: 'late', expiresAt: LATE + 1 })
    // What counts is how many the caller removed, and not what is noted of it.
    expect(await db.write((tx) => tokens.remove(tx, orgId, clientId(), 'soon'))).toBe(true)
    await db.write((tx) => tokens.removeAll(tx, orgId, clientId()))
    await db.write((tx) => removedTokens.addBack(tx, LATE))
    expect(await found(db, ['soon', 'late'])).toEqual([undefined, 'late'])
    await db.write((tx) => tokens.removeAll(tx, orgId, clientId()))
    await db.write((tx) => removedTokens.forget(tx))
    await db.write((tx) => removedTokens.addBack(tx, 1))
    expect(await found(db, ['soon', 'late'])).toEqual([undefined, undefined])
  },
)
