// The shared engine: a pool of connections, one transaction per write, repeated when PostgreSQL asks for it.
import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { Pool, type PoolClient, types } from 'pg'
import { type Compiled, preparedOnce, typed } from './compile.ts'
import type { Db } from './db.ts'
import { kyselyOver } from './kysely.ts'
import { isConnectionLost, isSilent, isStalePlan, mayRepeat } from './postgres-faults.ts'
import type { Statement } from './statement.ts'
import { type Outcome, type Runner, runWork, sqlOver, type Work } from './tx.ts'
import { assertOutsideWrite } from './write-guard.ts'

const POOL_SIZE = 10
/** How long a caller waits for a connection, in milliseconds. */
const CONNECT_TIMEOUT = 10_000
/** How long a statement may take before PostgreSQL ends it, in milliseconds. */
const STATEMENT_TIMEOUT = 14_000
/** When the connection counts as lost, because PostgreSQL should have said something by now, in milliseconds. */
const SILENCE_TIMEOUT = 15_000
/** How long PostgreSQL keeps a transaction, with its locks, whose client has gone quiet, in milliseconds. */
const QUIET_TRANSACTION_TIMEOUT = 20_000
const WRITE_ATTEMPTS = 10

const BOUNDS = {
  statement_timeout: STATEMENT_TIMEOUT,
  query_timeout: SILENCE_TIMEOUT,
  idle_in_transaction_session_timeout: QUIET_TRANSACTION_TIMEOUT,
}

export interface PostgresTarget {
  readonly engine: 'postgres'
  readonly url: string
  readonly poolSize?: number
  /** Sets no bound on how long a statement may take, which migrations need. */
  readonly unhurried?: boolean
}

type Prepare = (statement: Statement<never, unknown>) => Compiled & { readonly name: string }

/** A connection on loan; a spoiled one is closed instead of reused. */
interface Lease {
  readonly client: PoolClient
  spoiled: boolean
}

type Lend = <Result>(repeatable: boolean, use: (lease: Lease) => Promise<Result>) => Promise<Result>

/** A store on PostgreSQL 15 or later; at most `poolSize` connections, opened as they are needed. */
export function openPostgres({ url, poolSize = POOL_SIZE, unhurried = false }: PostgresTarget): Db {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    ...(unhurried ? {} : BOUNDS),
    keepAlive: true,
    application_name: 'atrium',
    types: { getTypeParser },
  })
  // Without listeners a lost connection ends the process; the next statement on it reports the loss.
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))

  const prepare = preparing()
  const lend = lending(pool)
  let writes = 0

  return {
    engine: 'postgres',
    read: sqlOver('postgres', readRunner(lend, prepare)),
    write: async (work) => {
      assertOutsideWrite()
      writes += 1
      const phase = writes % 8
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await lend(true, (lease) => transact(lease, prepare, work))
        if (outcome.ok) return outcome.value
        if (attempt === WRITE_ATTEMPTS || !mayRepeat(outcome.blame)) throw outcome.error
        // Apart from each other, so that those who collided do not meet again.
        await setTimeout(attempt * 4 + phase)
      }
    },
    [Symbol.asyncDispose]: async () => {
      if (!pool.ending) await pool.end()
    },
  }
}

const ignore = (): void => {}

/** Counts and times are 64-bit integers and sums are numeric; both arrive as text unless told otherwise. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === types.builtins.INT8 || oid === types.builtins.NUMERIC ? Number : types.getTypeParser(oid, format)

function preparing(): Prepare {
  const compiler = kyselyOver('postgres', async () => {
    throw new Error('This instance only compiles.')
  })
  return preparedOnce(compiler, (compiled) => ({
    ...compiled,
    // Named after its text, so that poolers which share prepared statements never confuse two.
    name: createHash('sha256').update(compiled.sql).digest('base64url').slice(0, 22),
  }))
}

/**
 * Lends connections. One that turns out to be dead although it worked before (a restart, a firewall) is replaced and
 * `use` repeated if that is harmless. One that never worked is not, so this ends; nor is one that fell silent, because
 * the next would most likely wait for the same thing.
 */
function lending(pool: Pool): Lend {
  const proven = new WeakSet<PoolClient>()
  return async (repeatable, use) => {
    for (;;) {
      const lease: Lease = { client: await pool.connect(), spoiled: false }
      const wasProven = proven.has(lease.client)
      try {
        const result = await use(lease)
        proven.add(lease.client)
        return result
      } catch (error) {
        lease.spoiled = isSpoiling(error)
        if (!(wasProven && repeatable && lease.spoiled) || isSilent(error)) throw error
      } finally {
        lease.client.release(lease.spoiled)
      }
    }
  }
}

/** Whether a connection is of no more use after this error. */
const isSpoiling = (error: unknown): boolean => isConnectionLost(error) || isStalePlan(error)

/** Throws only when the transaction could not begin; a connection lost during COMMIT leaves the outcome unknown. */
async function transact<Result>(lease: Lease, prepare: Prepare, work: Work<Result>): Promise<Outcome<Result>> {
  await lease.client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
  const outcome = await runWork('postgres', clientRunner(lease.client, prepare), work)
  if (outcome.ok) return commit(lease, outcome)
  lease.spoiled = isSpoiling(outcome.blame)
  // A connection that will be closed takes its transaction along.
  if (lease.spoiled) return outcome
  try {
    await lease.client.query('ROLLBACK')
  } catch {
    lease.spoiled = true
  }
  return outcome
}

async function commit<Result>(lease: Lease, outcome: Outcome<Result>): Promise<Outcome<Result>> {
  try {
    const { command } = await lease.client.query('COMMIT')
    if (command === 'COMMIT') return outcome
    const error = new Error('PostgreSQL rolled the transaction back instead of committing it.')
    return { ok: false, error, blame: error }
  } catch (error) {
    lease.spoiled = true
    return { ok: false, error, blame: error }
  }
}

function clientRunner(client: PoolClient, prepare: Prepare): Runner {
  const query = <Params>(declared: Statement<Params, unknown>, params: Params) => {
    const { name, sql, bind } = prepare(declared)
    return client.query({ name, text: sql, values: bind(params) })
  }
  return {
    all: async (statement, params) => typed((await query(statement, params)).rows),
    first: async (statement, params) => typed((await query(statement, params)).rows[0]),
    run: async (statement, params) => (await query(statement, params)).rowCount ?? 0,
    execute: async ({ sql, parameters }) => {
      // Unnamed: its text varies, and named statements stay on the connection for good.
      const { rows, rowCount } = await client.query({ text: sql, values: [...parameters] })
      return { rows: typed(rows), numAffectedRows: BigInt(rowCount ?? 0) }
    },
  }
}

function readRunner(lend: Lend, prepare: Prepare): Runner {
  const one = async <Result>(repeatable: boolean, use: (runner: Runner) => Promise<Result>): Promise<Result> => {
    assertOutsideWrite()
    return lend(repeatable, ({ client }) => use(clientRunner(client, prepare)))
  }
  return {
    all: (statement, params) => one(prepare(statement).readOnly, (runner) => runner.all(statement, params)),
    first: (statement, params) => one(prepare(statement).readOnly, (runner) => runner.first(statement, params)),
    run: (statement, params) => one(prepare(statement).readOnly, (runner) => runner.run(statement, params)),
    execute: (query) => one(query.query.kind === 'SelectQueryNode', (runner) => runner.execute(query)),
  }
}
