// What a statement's text looks like to the engines' planners.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { OrgId, TeamId } from '../domain/ids.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { preparedOnce } from './compile.ts'
import { kyselyOver } from './kysely.ts'
import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite.ts'
import { listStatement, statement } from './statement.ts'

const compileOnly = kyselyOver('postgres', () => Promise.reject(new Error('compiles only')))

const pendingOf = statement<{ orgId: OrgId; username: string }>()((q, p) =>
  q
    .selectFrom('invitations')
    .select('invitation_id')
    .where('username', '=', p.username)
    .where('org_id', '=', p.orgId)
    .where('face', '=', 'org')
    .where('project_id', '=', '')
    .where('status', '=', 'PENDING')
    .limit(1),
)

test('constants stand in the text and parameters at their positions', () => {
  const { sql: text, bind, readOnly } = preparedOnce(compileOnly, (compiled) => compiled)(pendingOf)
  expect(text).toContain(`"status" = 'PENDING' limit 1`)
  expect(bind({ orgId: 'o', username: 'u' })).toEqual(['u', 'o'])
  expect(readOnly).toBe(true)
})

test('a quote in a constant stays inside it', () => {
  const quoting = statement<object>()((q) => q.deleteFrom('usernames').where('username', '=', "o'neil"))
  const { sql: text, readOnly } = preparedOnce(compileOnly, (compiled) => compiled)(quoting)
  expect(text).toContain(`= 'o''neil'`)
  expect(readOnly).toBe(false)
})

test('a statement is compiled once', () => {
  let times = 0
  const counted = statement<object>()((q) => {
    times += 1
    return q.selectFrom('teams').selectAll()
  })
  const prepared = preparedOnce(compileOnly, (compiled) => compiled)
  expect(prepared(counted)).toBe(prepared(counted))
  expect(times).toBe(1)
})

test('a statement over a list is compiled for each power of two, and a shorter list ends in its last entry again', () => {
  const over = listStatement<{ orgId: OrgId }>()((q, p, list: readonly TeamId[]) =>
    q.selectFrom('teams').selectAll().where('org_id', '=', p.orgId).where('team_id', 'in', list),
  )
  const ids = (count: number): TeamId[] => Array.from({ length: count }, () => systemAmbient().newId<TeamId>())
  const [one, three, four] = [ids(1), ids(3), ids(4)]
  const prepared = preparedOnce(compileOnly, (compiled) => compiled)
  expect(over(three)).toBe(over(four))
  expect(over(one)).not.toBe(over(three))
  expect(prepared(over(one)).sql).toContain('"team_id" in ($2)')
  expect(prepared(over(three)).bind({ orgId: 'o', list: three })).toEqual(['o', ...three, three[2]])
  expect(prepared(over(four)).bind({ orgId: 'o', list: four })).toEqual(['o', ...four])
  expect(() => prepared(over(one)).bind({ orgId: 'o', list: [] })).toThrow('Parameter "list"')
})

test('the partial index of pending invitations serves a statement that names the state', async () => {
  await using db = await openSqlite(':memory:', true)
  await migrate(db)
  const sqlite = kyselyOver('sqlite', () => Promise.reject(new Error('compiles only')))
  const { sql: text } = preparedOnce(sqlite, (compiled) => compiled)(pendingOf)
  const plan = await sql<{ detail: string }>`explain query plan ${sql.raw(text.replaceAll('?', "'x'"))}`.execute(
    db.read.q,
  )
  expect(plan.rows.map((row) => row.detail).join()).toContain('invitations_one_pending')
})
