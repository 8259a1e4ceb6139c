import { expect, test } from 'vitest'
import type { OrgId } from '../domain/ids.ts'
import { systemAmbient } from '../platform/ambient.ts'
import * as directory from './directory.ts'
import { migrate } from './migrate.ts'
import { openDb } from './open.ts'

test('a key belongs to one organization, whichever kind it is of, until it is removed', async () => {
  await using db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: false })
  await migrate(db)
  const { newId } = systemAmbient()
  const [one, other] = [newId<OrgId>(), newId<OrgId>()]
  await db.write((tx) => directory.insert(tx, 'key:abc', one))
  await db.write((tx) => directory.insert(tx, 'sa:abc', other))
  await expect(db.write((tx) => directory.insert(tx, 'key:abc', other))).rejects.toThrow()
  expect(await directory.orgOf(db.read, 'key:abc')).toBe(one)
  expect(await directory.orgOf(db.read, 'sa:abc')).toBe(other)
  await db.write((tx) => directory.remove(tx, 'key:abc'))
  await db.write((tx) => directory.remove(tx, 'key:abc'))
  expect(await directory.orgOf(db.read, 'key:abc')).toBeUndefined()
  expect(await directory.orgOf(db.read, 'sa:abc')).toBe(other)
})
