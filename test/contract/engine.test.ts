// What both engines promise about transactions, visibility and order, whatever the tables mean.
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { OrgId, UserId } from '../../src/domain/ids.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import type { Db, Sql, Tx } from '../../src/store/db.ts'
import { isUniqueViolation, StoreInUse } from '../../src/store/faults.ts'
import { openDb, type StoreTarget } from '../../src/store/open.ts'
import { statement } from '../../src/store/statement.ts'
import { engines } from '../harness/stores.ts'

const ambient = systemAmbient()
const newOrg = (): OrgId => ambient.newId<OrgId>()

const insert = statement<{ orgId: OrgId; name: string }>()((q, p) =>
  q
    .insertInto('organizations')
    .values({ org_id: p.orgId, name: p.name, settings: '{}', created_at: 1e12, deleted_at: null, revision: 0 }),
)
const byId = statement<{ orgId: OrgId }>()((q, p) =>
  q.selectFrom('organizations').selectAll().where('org_id', '=', p.orgId),
)
const count = statement<object>()((q) => q.selectFrom('organizations').select((eb) => eb.fn.countAll<number>().as('n')))
const raise = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .updateTable('organizations')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('org_id', '=', p.orgId),
)
const raiseFrom = statement<{ orgId: OrgId; revision: number }>()((q, p) =>
  q
    .updateTable('organizations')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('org_id', '=', p.orgId)
    .where('revision', '=', p.revision),
)

const howMany = async (on: Sql): Promise<number> => (await on.first(count, {}))?.n ?? -1
const add =
  (orgId: OrgId, name = 'x') =>
  (tx: Tx): Promise<number> =>
    tx.run(insert, { orgId, name })

/** A writer that has inserted one of its two rows when `halfway` resolves, and goes on after `resume`. */
function slowWriter(db: Db) {
  const reached = Promise.withResolvers<void>()
  const resumed = Promise.withResolvers<void>()
  const written = db.write(async (tx) => {
    await add(newOrg())(tx)
    reached.resolve()
    await resumed.promise
    await add(newOrg())(tx)
  })
  return { halfway: reached.promise, resume: resumed.resolve, written }
}

describe.each(engines)('$name', (engine) => {
  test('reads see nothing of a transaction until it has committed', async () => {
    const db = await engine.open()
    const writer = slowWriter(db)
    await writer.halfway
    const reads = [
      howMany(db.read),
      db.read.all(byId, { orgId: newOrg() }).then(() => howMany(db.read)),
      db.read.q
        .selectFrom('organizations')
        .select('org_id')
        .execute()
        .then((rows) => rows.length),
    ]
    await setTimeout(20)
    writer.resume()
    await writer.written
    for (const seen of await Promise.all(reads)) expect([0, 2]).toContain(seen)
    expect(await howMany(db.read)).toBe(2)
  })

  test('a transaction sees its own rows', async () => {
    const db = await engine.open()
    const seen = await db.write(async (tx) => {
      await add(newOrg())(tx)
      const rows = await tx.q.selectFrom('organizations').select('org_id').execute()
      return [rows.length, await howMany(tx)]
    })
    expect(seen).toEqual([1, 1])
  })

  test('a writer that throws loses its own rows and nobody else’s', async () => {
    const db = await engine.open()
    const refused = new Error('refused')
    const ids = [newOrg(), newOrg(), newOrg()]
    const outcomes = await Promise.allSettled(
      ids.map((orgId, position) =>
        db.write(async (tx) => {
          await add(orgId)(tx)
          if (position === 1) throw refused
          return position
        }),
      ),
    )
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 0 },
      { status: 'rejected', reason: refused },
      { status: 'fulfilled', value: 2 },
    ])
    const kept = await Promise.all(ids.map((orgId) => db.read.first(byId, { orgId })))
    expect(kept.map((row) => row?.org_id)).toEqual([ids[0], undefined, ids[2]])
  })

  test('a write is visible to other connections when it is acknowledged, and there after reopening', async () => {
    const { target } = await engine.place()
    const orgId = newOrg()
    {
      await using db = await openDb(target)
      await using other = await openDb(target)
      await db.write(add(orgId, 'kept'))
      expect(await other.read.first(byId, { orgId })).toMatchObject({ name: 'kept' })
    }
    await using reopened = await openDb(target)
    expect(await reopened.read.first(byId, { orgId })).toMatchObject({ name: 'kept', created_at: 1e12, revision: 0 })
  })

  test('a conditional update counts the rows that it changed', async () => {
    const db = await engine.open()
    const orgId = newOrg()
    await db.write(add(orgId))
    const once = { orgId, revision: 0 }
    expect(await db.write((tx) => tx.run(raiseFrom, once))).toBe(1)
    expect(await db.write((tx) => tx.run(raiseFrom, once))).toBe(0)
    const viaKysely = await db.write((tx) =>
      tx.q.updateTable('organizations').set({ name: 'y' }).where('org_id', '=', orgId).executeTakeFirst(),
    )
    expect(viaKysely.numUpdatedRows).toBe(1n)
  })

  test('of many writers racing for one row exactly one wins', async () => {
    const db = await engine.open()
    const orgId = newOrg()
    await db.write(add(orgId))
    const race = Array.from({ length: 20 }, () => db.write((tx) => tx.run(raiseFrom, { orgId, revision: 0 })))
    expect((await Promise.all(race)).filter((changed) => changed === 1)).toHaveLength(1)
  })

  test('a unique violation is told from other failures', async () => {
    const db = await engine.open()
    const orgId = newOrg()
    const project = {
      org_id: orgId,
      name: 'same',
      tags: '[]',
      with_default_alerts_settings: 1,
      created_at: 1,
      settings: '{}',
      limits: '{}',
    }
    const addProject = () =>
      db.write((tx) =>
        tx.q
          .insertInto('projects')
          .values({ ...project, project_id: ambient.newId() })
          .execute(),
      )
    await db.write(add(orgId))
    await addProject()
    const byKey = await db.write(add(orgId)).catch((error: unknown) => error)
    const byIndex = await addProject().catch((error: unknown) => error)
    const syntax = await db.write((tx) => sql`selct 1`.execute(tx.q)).catch((error: unknown) => error)
    const missing = await db
      .write((tx) => sql`insert into usernames (username) values ('a')`.execute(tx.q))
      .catch((error: unknown) => error)
    expect([byKey, byIndex, syntax, missing].map(isUniqueViolation)).toEqual([true, true, false, false])
    expect(missing).toBeInstanceOf(Error)
  })

  test('only one invitation per place can be pending, and closed ones do not count', async () => {
    const db = await engine.open()
    const orgId = newOrg()
    const invite = (status: 'PENDING' | 'REVOKED') =>
      db.write((tx) =>
        tx.q
          .insertInto('invitations')
          .values({
            org_id: orgId,
            invitation_id: ambient.newId(),
            view_id: ambient.newId(),
            face: 'org',
            project_id: '',
            username: 'a@example.org',
            roles: '[]',
            team_ids: '[]',
            group_role_assignments: '[]',
            inviter_kind: 'user',
            inviter_username: 'b@example.org',
            status,
            created_at: 1,
            expires_at: 2,
            closed_at: null,
          })
          .execute(),
      )
    await invite('REVOKED')
    await invite('PENDING')
    await invite('REVOKED')
    await expect(invite('PENDING')).rejects.toSatisfy(isUniqueViolation)
  })

  test('a transaction cannot swallow the failure of one of its statements', async () => {
    const db = await engine.open()
    const [taken, fresh] = [newOrg(), newOrg()]
    await db.write(add(taken))
    const write = db.write(async (tx) => {
      await add(fresh)(tx)
      await add(taken)(tx).catch(() => undefined)
    })
    await expect(write).rejects.toSatisfy(isUniqueViolation)
    expect(await db.read.first(byId, { orgId: fresh })).toBeUndefined()
  })

  test('db.read and db.write refuse to run inside a transaction', async () => {
    const db = await engine.open()
    const inside = /cannot be used inside db.write/
    await expect(db.write(() => howMany(db.read))).rejects.toThrow(inside)
    await expect(db.write(() => db.read.q.selectFrom('teams').selectAll().execute())).rejects.toThrow(inside)
    await expect(db.write(() => db.write(add(newOrg())))).rejects.toThrow(inside)
    expect(await howMany(db.read)).toBe(0)
  })

  test('what a transaction starts and leaves behind may use the store once it has ended', async () => {
    const db = await engine.open()
    let left: Promise<number> | undefined
    await db.write(async (tx) => {
      left = setTimeout(20).then(() => howMany(db.read))
      await add(newOrg())(tx)
    })
    expect(await left).toBe(1)
  })

  test('a statement that its transaction did not await is refused, not run in someone else’s', async () => {
    const db = await engine.open()
    let leaked: Promise<unknown> | undefined
    await db.write(async (tx) => {
      leaked = setTimeout(5)
        .then(() => add(newOrg())(tx))
        .catch((error: unknown) => error)
    })
    expect(await leaked).toMatchObject({ message: expect.stringContaining('has ended') })
    expect(await howMany(db.read)).toBe(0)
  })

  test('text is ordered by code point', async () => {
    const db = await engine.open()
    await db.write(async (tx) => {
      for (const username of ['é', 'a', 'Z', 'z', '_', 'A', '😀', '\u{ffee}']) {
        await tx.q.insertInto('usernames').values({ username, user_id: ambient.newId<UserId>() }).execute()
      }
    })
    const rows = await db.read.q.selectFrom('usernames').select('username').orderBy('username').execute()
    expect(rows.map((row) => row.username)).toEqual(['A', 'Z', '_', 'a', 'z', 'é', '\u{ffee}', '😀'])
  })

  test('counts, sums and times are numbers', async () => {
    const db = await engine.open()
    await db.write(add(newOrg()))
    const row = await db.read.q
      .selectFrom('organizations')
      .select((eb) => [
        eb.fn.countAll().as('count'),
        eb.fn.sum('created_at').as('sum'),
        eb.fn.max('created_at').as('max'),
      ])
      .executeTakeFirst()
    expect({ ...row }).toEqual({ count: 1, sum: 1e12, max: 1e12 })
  })

  test('a missing or unstorable parameter is an error that names it', async () => {
    const db = await engine.open()
    const untyped = statement<object>()((q, p) =>
      q.selectFrom('usernames').selectAll().where('username', '=', Reflect.get(p, 'who')),
    )
    await expect(db.read.all(untyped, {})).rejects.toThrow('Parameter "who"')
    await expect(db.read.all(untyped, { who: new Date(0) })).rejects.toThrow('Parameter "who"')
    expect(await db.read.all(untyped, { who: 'nobody' })).toEqual([])
  })

  test('a closed store refuses, and closing waits for the writers', async () => {
    const { target } = await engine.place()
    const db = await openDb(target)
    const orgId = newOrg()
    const writer = slowWriter(db)
    await writer.halfway
    const closed = db[Symbol.asyncDispose]()
    writer.resume()
    await writer.written
    await closed
    await expect(db.write(add(orgId))).rejects.toThrow()
    await expect(howMany(db.read)).rejects.toThrow()
    await using reopened = await openDb(target)
    expect(await howMany(reopened.read)).toBe(2)
  })
})

for (const engine of engines.filter(({ name }) => name === 'sqlite')) {
  test('when SQLite loses the whole transaction, only the writer at fault fails and the others count once', async () => {
    const db = await engine.open()
    const orgId = newOrg()
    await db.write(add(orgId))
    const runs = [0, 0, 0]
    const outcomes = await Promise.allSettled(
      runs.map((_, position) =>
        db.write(async (tx) => {
          runs[position] = (runs[position] ?? 0) + 1
          await tx.run(raise, { orgId })
          if (position === 1) await sql`rollback`.execute(tx.q)
        }),
      ),
    )
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(runs).toEqual([2, 2, 1])
    expect(await db.read.first(byId, { orgId })).toMatchObject({ revision: 2 })
  })

  test('a file that is open exclusively is refused to others in a sentence, and free once closed', async () => {
    const { target } = await engine.place()
    const first = await openDb(exclusively(target))
    await first.write(add(newOrg()))
    const refused = await Promise.allSettled([openDb(exclusively(target)), openDb(target)])
    for (const { reason } of refused.map((outcome) => ({ reason: undefined, ...outcome }))) {
      expect(reason).toBeInstanceOf(StoreInUse)
      expect(reason).toMatchObject({ message: expect.stringContaining('in use by another process') })
    }
    await first[Symbol.asyncDispose]()
    await using second = await openDb(exclusively(target))
    expect(await howMany(second.read)).toBe(1)
  })
}

for (const engine of engines.filter(({ name }) => name === 'postgres')) {
  test('writers of two connections that deadlock both succeed', async () => {
    const { target } = await engine.place()
    await using one = await openDb(target)
    await using other = await openDb(target)
    const [a, b] = [newOrg(), newOrg()]
    await one.write(async (tx) => {
      await add(a)(tx)
      await add(b)(tx)
    })
    let locked = 0
    let runs = 0
    const both = Promise.withResolvers<void>()
    const crossing = (first: OrgId, second: OrgId) => async (tx: Tx) => {
      runs += 1
      await tx.run(raise, { orgId: first })
      locked += 1
      if (locked === 2) both.resolve()
      await both.promise
      await tx.run(raise, { orgId: second })
    }
    await Promise.all([one.write(crossing(a, b)), other.write(crossing(b, a))])
    expect(runs).toBe(3)
    expect(await one.read.first(byId, { orgId: a })).toMatchObject({ revision: 2 })
    expect(await one.read.first(byId, { orgId: b })).toMatchObject({ revision: 2 })
  })

  test('connections cut while idle are replaced without an error', async () => {
    const { target } = await engine.place()
    await using db = await openDb(target)
    await using operator = await openDb(target)
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([howMany(db.read), howMany(db.read), howMany(db.read), db.write(howMany)])
      await cutOthers(operator)
      const [read, written] = await Promise.all([howMany(db.read), db.write(howMany)])
      expect([read, written]).toEqual([0, 0])
    }
  })

  test('a connection cut in mid-transaction fails that write and leaves the process and the pool alive', async () => {
    const { target } = await engine.place()
    await using db = await openDb(target)
    await using operator = await openDb(target)
    const writer = slowWriter(db)
    const failed = writer.written.catch((error: unknown) => error)
    await writer.halfway
    await cutOthers(operator)
    await setTimeout(20)
    writer.resume()
    expect(await failed).toBeInstanceOf(Error)
    expect(await db.write(howMany)).toBe(0)
  })
}

const exclusively = (target: StoreTarget): StoreTarget =>
  target.engine === 'sqlite' ? { ...target, exclusive: true } : target

const cutOthers = (operator: Db): Promise<unknown> =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(operator.read.q)
