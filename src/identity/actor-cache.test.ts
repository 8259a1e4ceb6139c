import { afterAll, expect, test } from 'vitest'
import type { Actor } from '../domain/actors.ts'
import type { ApiKeyId, OrgId } from '../domain/ids.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { migrate } from '../store/migrate.ts'
import { openDb } from '../store/open.ts'
import * as organizations from '../store/organizations.ts'
import { actorCache } from './actor-cache.ts'

const ambient = systemAmbient()
const db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: false })
await migrate(db)
afterAll(() => db[Symbol.asyncDispose]())

test('a change between the revision and the roles is caught by the next request', async () => {
  const orgId = ambient.newId<OrgId>()
  await db.write((tx) => organizations.insert(tx, { orgId, name: 'Acme', settings: {}, createdAt: 1 }))
  const id = ambient.newId<ApiKeyId>()
  let role = 'old'
  let loads = 0
  const cache = actorCache(db, {
    locate: async () => ({ orgId }),
    load: async (): Promise<{ actor: Actor }> => {
      loads += 1
      const read = role
      if (loads === 1) {
        role = 'new'
        await db.write((tx) => organizations.raiseRevision(tx, orgId))
      }
      return { actor: { kind: 'api_key', id, name: 'k', orgId, orgRoles: [read], projectRoles: new Map() } }
    },
  })
  expect((await cache.find('k'))?.known.actor.orgRoles).toEqual(['old'])
  expect((await cache.find('k'))?.known.actor.orgRoles).toEqual(['new'])
  await cache.find('k')
  expect(loads).toBe(2)
})

test('what is not found is not kept', async () => {
  let asked = 0
  const cache = actorCache(db, {
    locate: async () => {
      asked += 1
      return undefined
    },
    load: async () => undefined,
  })
  expect(await cache.find('k')).toBeUndefined()
  expect(await cache.find('k')).toBeUndefined()
  expect(asked).toBe(2)
})
