import { expect, test } from 'vitest'
import { scratchFolder } from '../../test/harness/scratch.ts'
import { engines, type TestEngine } from '../../test/harness/stores.ts'
import { newClientId } from '../identity/credentials.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import type { Seed } from '../seed/seed-schema.ts'
import { DEFAULT_SEED } from '../seed/seed-schema-defaults.ts'
import type { Db } from '../store/db.ts'
import { createTable } from '../store/dev-state.ts'
import { keptOf } from '../store/kept.ts'
import { openDb } from '../store/open.ts'
import * as organizations from '../store/organizations.ts'
import type { App } from '../usecases/app.ts'
import type { Minting } from '../usecases/minting.ts'
import { type DevState, stateInDatabase, stateInFolder } from './dev-state.ts'
import { firstStart } from './first-start.ts'

const ambient = systemAmbient()
const secret = (): Secret => new Secret(ambient.newId<string>())

const minting: Minting = {
  apiKey: (given, id) => ({
    id,
    publicKey: given.publicKey ?? ambient.newId<string>(),
    privateKey: secret(),
    sealedHa1: 'sealed',
    privateKeyTail: 'tail',
  }),
  serviceAccount: () => ({
    clientId: newClientId(ambient),
    clientSecret: secret(),
    kept: { id: ambient.newId(), hash: 'hash', masked: 'masked' },
  }),
  isPrivateKey: () => false,
  sealHa1: () => 'sealed',
  openHa1: secret,
  invitationLink: () => ({ hash: 'hash', sealed: 'sealed' }),
  password: secret,
  passwords: {
    hash: async () => 'hashed',
    verify: async () => false,
    needsRehash: () => false,
    flawOf: async () => undefined,
  },
}

/** A store of the test's own, since `atrium dev` adds a table to it. */
async function openBlank(engine: TestEngine): Promise<Db> {
  const { target } = await engine.place()
  return openDb(target)
}

const appOn = (db: Db): App => ({ db, ambient, settings: { invitationDays: 30 }, minting, kept: keptOf(db) })
const stateFor = async (db: Db): Promise<DevState> => {
  if (db.engine === 'sqlite') return stateInFolder(scratchFolder())
  await createTable(db)
  return stateInDatabase(db)
}
const startOn = (db: Db, state: DevState, seed: Seed = DEFAULT_SEED) => firstStart(appOn(db), state, async () => seed)

for (const engine of engines) {
  test(`a crash before the store is filled leaves the next start a first one, on ${engine.name}`, async () => {
    await using db = await openBlank(engine)
    const state = await stateFor(db)
    const crashing: DevState = { ...state, commit: () => Promise.reject(new Error('crash')) }
    await expect(startOn(db, crashing)).rejects.toThrow('crash')
    expect(await organizations.any(db.read)).toBe(false)
    const next = await startOn(db, state)
    expect(next.first).toBe(true)
    expect(await startOn(db, state)).toEqual({ credentials: next.credentials, first: false })
  })

  test(`a seed that fails half-way leaves nothing behind, on ${engine.name}`, async () => {
    await using db = await openBlank(engine)
    const state = await stateFor(db)
    const twice = { name: 'A', id: '5f9a00000000000000000001' }
    await expect(startOn(db, state, { organizations: [twice, twice] })).rejects.toThrow()
    expect(await organizations.any(db.read)).toBe(false)
    expect((await startOn(db, state)).first).toBe(true)
  })
}

test('a store that somebody else filled is refused', async () => {
  const [engine] = engines
  if (!engine) throw new Error('There is always SQLite.')
  const db = await engine.open()
  await startOn(db, await stateFor(db))
  await expect(startOn(db, await stateFor(db))).rejects.toThrow(/has data, but its credentials are missing/)
})
