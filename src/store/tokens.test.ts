import { expect, test } from 'vitest'
import type { ClientId, OrgId } from '../domain/ids.ts'
import { isClientId } from '../domain/ids.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { migrate } from './migrate.ts'
import { openDb } from './open.ts'
import * as tokens from './tokens.ts'

const { newId } = systemAmbient()

function clientId(): ClientId {
  const id = `mdb_sa_id_${newId<string>()}`
  if (!isClientId(id)) throw new Error(id)
  return id
}

test('a token is found as it was stored, removed by its client alone, and swept when it has expired', async () => {
  await using db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: false })
  await migrate(db)
  const token = { hash: 'a', orgId: newId<OrgId>(), clientId: clientId(), secretId: 's', createdAt: 1, expiresAt: 100 }
  const later = { ...token, hash: 'b', expiresAt: 101 }
  await db.write(async (tx) => {
    await tokens.insert(tx, token)
    await tokens.insert(tx, later)
  })
  expect(await tokens.find(db.read, 'a')).toEqual(token)
  expect(await tokens.find(db.read, 'c')).toBeUndefined()

  expect(await db.write((tx) => tokens.remove(tx, token.orgId, clientId(), 'b'))).toBe(false)
  expect(await db.write((tx) => tokens.remove(tx, newId<OrgId>(), token.clientId, 'b'))).toBe(false)

  expect(await db.write((tx) => tokens.sweep(tx, 99))).toBe(0)
  expect(await db.write((tx) => tokens.sweep(tx, 100))).toBe(1)
  expect(await tokens.find(db.read, 'a')).toBeUndefined()

  expect(await db.write((tx) => tokens.remove(tx, token.orgId, token.clientId, 'b'))).toBe(true)
  expect(await tokens.find(db.read, 'b')).toBeUndefined()
})
