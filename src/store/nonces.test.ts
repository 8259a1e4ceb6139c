import { expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import * as nonces from './nonces.ts'
import { openDb } from './open.ts'

test('a pair serves once until it is swept, and is swept when it has expired', async () => {
  await using db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: false })
  await migrate(db)
  const use = (nonce: string, nc: number) => db.write((tx) => nonces.use(tx, { nonce, nc, expiresAt: 100 }))
  expect(await use('a', 1)).toBe(true)
  expect(await use('a', 1)).toBe(false)
  expect(await use('a', 0xffffffff)).toBe(true)
  expect(await use('b', 1)).toBe(true)
  expect(await db.write((tx) => nonces.sweep(tx, 99))).toBe(0)
  expect(await use('a', 1)).toBe(false)
  expect(await db.write((tx) => nonces.sweep(tx, 100))).toBe(3)
  expect(await use('a', 1)).toBe(true)
})
