// Group commit over a connection that only records what it is told, and fails where a test wants it to.
import { expect, test } from 'vitest'
import { groupCommit, type TransactionControl } from './group-commit.ts'
import type { Outcome } from './tx.ts'

const done = <Value>(value: Value): Promise<Outcome<Value>> => Promise.resolve({ ok: true, value })
const refused = (error: Error): Promise<Outcome<never>> => Promise.resolve({ ok: false, error, blame: error })

/** `failures` are thrown by the calls that they name, in turn, each ending the transaction as SQLite does. */
function recorder(failures: { begin?: Error[]; commit?: Error[] } = {}) {
  const log: string[] = []
  let open = false
  const failing = (name: 'begin' | 'commit', then: boolean) => (): void => {
    const error = failures[name]?.shift()
    log.push(error === undefined ? name : `${name} fails`)
    open = error === undefined && then
    if (error !== undefined) throw error
  }
  const connection: TransactionControl = {
    begin: failing('begin', true),
    commit: failing('commit', false),
    rollback: () => {
      if (open) log.push('rollback')
      open = false
    },
    savepoint: () => log.push('savepoint'),
    rollbackToSavepoint: () => log.push('undo'),
    releaseSavepoint: () => log.push('release'),
  }
  return { connection, log }
}

/** Answers 1, 2, 3 … */
function counter(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}

test('writers that wait together share one commit, and only the refused one is undone', async () => {
  const { connection, log } = recorder()
  const groups = groupCommit(connection)
  const no = new Error('no')
  const outcomes = await Promise.allSettled([
    groups.write(() => done('a')),
    groups.write(() => refused(no)),
    groups.write(() => done('c')),
  ])
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: no },
    { status: 'fulfilled', value: 'c' },
  ])
  const kept = ['savepoint', 'release']
  expect(log).toEqual(['begin', ...kept, 'savepoint', 'undo', 'release', ...kept, 'commit'])
})

test('every answer, refusals too, waits for the commit', async () => {
  const { connection, log } = recorder()
  const groups = groupCommit(connection)
  const logged: Record<string, boolean> = {}
  const note = (name: string) => (): void => {
    logged[name] = log.includes('commit')
  }
  await Promise.all([
    groups.write(() => done('a')).then(note('kept')),
    groups.write(() => refused(new Error('no'))).catch(note('refused')),
    groups.write(() => done('c')),
  ])
  expect(logged).toEqual({ kept: true, refused: true })
})

test('when the shared commit fails each writer runs again alone, and answers what that run says', async () => {
  const { connection, log } = recorder({ commit: [new Error('disk full')] })
  const groups = groupCommit(connection)
  const next = counter()
  const outcomes = await Promise.allSettled([
    groups.write(() => done(next())),
    groups.write(() => refused(new Error(`no ${next()}`))),
  ])
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 3 },
    { status: 'rejected', reason: new Error('no 4') },
  ])
  expect(log.slice(log.indexOf('commit fails') + 1)).toEqual(['begin', 'commit', 'begin', 'rollback'])
})

test('a writer whose own commit fails gets that error, and the next one is served', async () => {
  const full = new Error('disk full')
  const { connection } = recorder({ commit: [full] })
  const groups = groupCommit(connection)
  await expect(groups.write(() => done('lost'))).rejects.toBe(full)
  expect(await groups.write(() => done('kept'))).toBe('kept')
})

test('when no transaction can begin every writer of the group hears why, and none has run', async () => {
  const locked = new Error('locked')
  const { connection } = recorder({ begin: [locked] })
  const groups = groupCommit(connection)
  const next = counter()
  const write = () => groups.write(() => done(next()))
  const outcomes = await Promise.allSettled([write(), write()])
  expect(outcomes).toEqual([
    { status: 'rejected', reason: locked },
    { status: 'rejected', reason: locked },
  ])
  expect(next()).toBe(1)
})

test('a group is bounded, and readers that wait get their turn between two groups', async () => {
  const { connection, log } = recorder()
  const groups = groupCommit(connection)
  const writes = Array.from({ length: 65 }, () => groups.write(() => done(undefined)))
  await new Promise(setImmediate)
  if (groups.busy()) await groups.idle()
  const commitsAtFirstTurn = log.filter((entry) => entry === 'commit').length
  await Promise.all(writes)
  await groups.drained()
  expect([commitsAtFirstTurn, log.filter((entry) => entry === 'commit').length]).toEqual([1, 2])
  expect(log.filter((entry) => entry === 'savepoint')).toHaveLength(64)
  expect(groups.busy()).toBe(false)
})
