// What both engines promise about migrations: applied once, by whoever comes first, under the feet of running processes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { OrgId } from '../../src/domain/ids.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { migrate, pendingMigrations } from '../../src/store/migrate.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { openDb, type StoreTarget } from '../../src/store/open.ts'
import { statement } from '../../src/store/statement.ts'
import { engines } from '../harness/stores.ts'

const ALL = Object.keys(migrations)

const ambient = systemAmbient()
const newOrg = (): OrgId => ambient.newId<OrgId>()

const insert = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .insertInto('organizations')
    .values({ org_id: p.orgId, name: 'x', settings: '{}', created_at: 1, deleted_at: null, revision: 0 }),
)
const byId = statement<{ orgId: OrgId }>()((q, p) =>
  q.selectFrom('organizations').selectAll().where('org_id', '=', p.orgId),
)

describe.each(engines)('$name', (engine) => {
  test('statements survive a migration that adds a column', async () => {
    const { target } = await engine.place()
    await using running = await openDb(target)
    await using newer = await openDb(target)
    const orgId = newOrg()
    await running.write((tx) => tx.run(insert, { orgId }))
    const read = () => running.read.first(byId, { orgId })
    const readInside = () => running.write((tx) => tx.first(byId, { orgId }))
    await Promise.all([read(), readInside(), read(), readInside()])
    await newer.write(({ q }) => sql`alter table organizations add column extra text`.execute(q))
    for (const again of [readInside, read, readInside, read]) expect(await again()).toMatchObject({ extra: null })
  })

  test('every table is there after migrating, and nothing is pending', async () => {
    const { target } = await engine.place('blank')
    await using db = await openDb(target)
    expect(await pendingMigrations(db)).toEqual(ALL)
    expect(await migrate(db)).toEqual(ALL)
    expect(await pendingMigrations(db)).toEqual([])
    expect(await migrate(db)).toEqual([])
    expect(await db.read.all(byId, { orgId: newOrg() })).toEqual([])
  })

  test('eight processes that migrate at once apply each migration once', async () => {
    const { target } = await engine.place('blank')
    const processes = Array.from({ length: 8 }, () => migratingProcess(target))
    await Promise.all(processes.map((started) => started.ready))
    const outputs = await Promise.all(processes.map((started) => started.go()))
    expect(outputs.filter((output) => output === JSON.stringify(ALL))).toHaveLength(1)
    expect(outputs.filter((output) => output === '[]')).toHaveLength(7)
    await using db = await openDb(target)
    expect(await db.read.all(byId, { orgId: newOrg() })).toEqual([])
  }, 60_000)
})

/** A process that has the store open when `ready` resolves, and migrates on `go`, which answers what it applied. */
function migratingProcess(target: StoreTarget) {
  const url = (file: string): string => JSON.stringify(new URL(`../../src/store/${file}`, import.meta.url).href)
  const program = `
    import { text } from 'node:stream/consumers'
    import { migrate, pendingMigrations } from ${url('migrate.ts')}
    import { openDb } from ${url('open.ts')}
    const db = await openDb(${JSON.stringify(target)})
    await pendingMigrations(db)
    console.log('ready')
    await text(process.stdin)
    console.log(JSON.stringify(await migrate(db)))
    await db[Symbol.asyncDispose]()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  return {
    ready: once(child.stdout, 'readable'),
    go: async (): Promise<string> => {
      child.stdin.end()
      return (await text(child.stdout)).replace('ready\n', '').trim()
    },
  }
}
