// The embedded engine: one connection, reads at once, writers in groups that share a commit.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import type { CompiledQuery, QueryResult } from 'kysely'
import { isValue, preparedOnce, typed } from './compile.ts'
import type { Db } from './db.ts'
import { isBusy, StoreInUse } from './faults.ts'
import { groupCommit, type TransactionControl } from './group-commit.ts'
import { kyselyOver } from './kysely.ts'
import type { Statement } from './statement.ts'
import { type Runner, runWork, sqlOver } from './tx.ts'
import { assertOutsideWrite } from './write-guard.ts'

/** How long a statement waits for another process's lock, in milliseconds. */
const BUSY_TIMEOUT = 5000
/** Opening tries this often, this many milliseconds apart: switching to WAL fails at once while another does it. */
const OPEN_ATTEMPTS = 15
const OPEN_PAUSE = 50
/** Queries built as they are needed; their text varies, so the cache is bounded. */
const DYNAMIC_STATEMENTS = 200

/**
 * Opens a database file, or one in memory for `:memory:`. With `exclusive` no other process can use it until it is
 * closed. Throws `StoreInUse` when another process holds it. `filling` are statements for a database that is empty.
 */
export async function openSqlite(file: string, exclusive: boolean, filling?: string): Promise<Db> {
  const database = await openFile(file, exclusive)
  if (filling !== undefined) database.exec(filling)
  const core = coreOf(database)
  const groups = groupCommit(controlOf(database))
  let closing = false

  const turn = (): void | Promise<void> => {
    assertOutsideWrite()
    if (closing) throw new Error('The store is closed.')
    if (groups.busy()) return groups.idle()
  }
  const committed = runnerWhen(core, turn)
  const transactional = runnerWhen(core, () => {
    // Statements already under way when SQLite rolled back would otherwise commit one by one.
    if (!database.isTransaction) throw new Error('The transaction is gone.')
  })

  return {
    engine: 'sqlite',
    read: sqlOver('sqlite', committed),
    write: async (work) => {
      assertOutsideWrite()
      if (closing) throw new Error('The store is closed.')
      return groups.write(() => runWork('sqlite', transactional, work))
    },
    [Symbol.asyncDispose]: async () => {
      closing = true
      await groups.drained()
      if (database.isOpen) database.close()
    },
  }
}

async function openFile(file: string, exclusive: boolean): Promise<DatabaseSync> {
  for (let attempt = 1; ; attempt += 1) {
    const database = new DatabaseSync(file, { timeout: OPEN_PAUSE })
    try {
      configure(database, exclusive)
      return database
    } catch (error) {
      database.close()
      if (!isBusy(error)) throw error
      if (attempt === OPEN_ATTEMPTS) throw new StoreInUse(file)
    }
    await setTimeout(OPEN_PAUSE)
  }
}

function configure(database: DatabaseSync, exclusive: boolean): void {
  // Before WAL is first used, so that its index lives in this process's memory.
  if (exclusive) database.exec('PRAGMA locking_mode = EXCLUSIVE')
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  // Locks are taken on first use; a file in use must be noticed now.
  if (exclusive) database.exec('BEGIN IMMEDIATE; COMMIT')
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
}

interface Ready {
  readonly statement: StatementSync
  /** The names of the columns it returns; none for a statement without rows. */
  columns: readonly string[]
}

interface Core {
  all<Params, Row>(statement: Statement<Params, Row>, params: Params): readonly Row[]
  first<Params, Row>(statement: Statement<Params, Row>, params: Params): Row | undefined
  run<Params>(statement: Statement<Params, unknown>, params: Params): number
  execute<Row>(query: CompiledQuery): QueryResult<Row>
}

function coreOf(database: DatabaseSync): Core {
  const prepare = (sql: string): Ready => {
    const statement = database.prepare(sql)
    // Arrays made into objects here take half the time of the driver's own objects.
    statement.setReturnArrays(true)
    return { statement, columns: columnsOf(statement) }
  }
  const compiler = kyselyOver('sqlite', async () => {
    throw new Error('This instance only compiles.')
  })
  const fixed = preparedOnce(compiler, ({ sql, bind }) => ({ ...prepare(sql), bind }))
  const dynamic = boundedCache(prepare, DYNAMIC_STATEMENTS)

  return {
    all: (declared, params) => {
      const ready = fixed(declared)
      return typed(ready.statement.all(...ready.bind(params)).map((values) => toRow(ready, values)))
    },
    first: (declared, params) => {
      const ready = fixed(declared)
      const values = ready.statement.get(...ready.bind(params))
      return typed(values && toRow(ready, values))
    },
    run: (declared, params) => {
      const { statement, columns, bind } = fixed(declared)
      const values = bind(params)
      return columns.length > 0 ? statement.all(...values).length : Number(statement.run(...values).changes)
    },
    execute: ({ sql, parameters }) => {
      const ready = dynamic(sql)
      const values = parameters.map(bindable)
      if (ready.columns.length > 0) {
        return { rows: typed(ready.statement.all(...values).map((row) => toRow(ready, row))) }
      }
      return { rows: [], numAffectedRows: BigInt(ready.statement.run(...values).changes) }
    },
  }
}

const columnsOf = (statement: StatementSync): readonly string[] => statement.columns().map(({ name }) => name)

/** One row's object; the driver's types know rows as objects only, whichever way they were asked for. */
function toRow(ready: Ready, values: object): object {
  const list = typed<readonly unknown[]>(values)
  // SQLite prepares a statement anew by itself when a migration has added a column to its table.
  if (list.length !== ready.columns.length) ready.columns = columnsOf(ready.statement)
  const row: Record<string, unknown> = {}
  let index = 0
  for (const name of ready.columns) {
    row[name] = list[index]
    index += 1
  }
  return row
}

function bindable(value: unknown): SQLInputValue {
  if (isValue(value)) return value
  throw new TypeError(`The store takes strings, numbers and null, not ${typeof value}.`)
}

function boundedCache(prepare: (sql: string) => Ready, size: number): (sql: string) => Ready {
  const known = new Map<string, Ready>()
  return (sql) => {
    const ready = known.get(sql) ?? prepare(sql)
    // Deleting first moves it to the end, so the entry dropped is the one unused for longest.
    known.delete(sql)
    known.set(sql, ready)
    const oldest = known.size > size ? known.keys().next().value : undefined
    if (oldest !== undefined) known.delete(oldest)
    return ready
  }
}

/** The same statements, each after `turn`, which throws or may return a promise to wait for. */
function runnerWhen(core: Core, turn: () => void | Promise<void>): Runner {
  return {
    all: async (statement, params) => {
      const wait = turn()
      if (wait !== undefined) await wait
      return core.all(statement, params)
    },
    first: async (statement, params) => {
      const wait = turn()
      if (wait !== undefined) await wait
      return core.first(statement, params)
    },
    run: async (statement, params) => {
      const wait = turn()
      if (wait !== undefined) await wait
      return core.run(statement, params)
    },
    execute: async (query) => {
      const wait = turn()
      if (wait !== undefined) await wait
      return core.execute(query)
    },
  }
}

function controlOf(database: DatabaseSync): TransactionControl {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const savepoint = database.prepare('SAVEPOINT work')
  const rollbackToSavepoint = database.prepare('ROLLBACK TO work')
  const releaseSavepoint = database.prepare('RELEASE work')
  return {
    begin: () => void begin.run(),
    commit: () => void commit.run(),
    rollback: () => {
      if (!database.isTransaction) return
      try {
        database.exec('ROLLBACK')
      } catch {
        // SQLite has then rolled back by itself; if not, the next BEGIN says so to its own caller.
      }
    },
    savepoint: () => void savepoint.run(),
    rollbackToSavepoint: () => void rollbackToSavepoint.run(),
    releaseSavepoint: () => void releaseSavepoint.run(),
  }
}
