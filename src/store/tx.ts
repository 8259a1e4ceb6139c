// Runs a unit of work as the inside of a transaction, with one meaning on both engines: a failed statement dooms it.
import type { Db, Sql, Tx } from './db.ts'
import { type Execute, kyselyOver } from './kysely.ts'
import { insideWrite } from './write-guard.ts'

/** How an engine runs one statement; `execute` is for what Kysely builds. */
export interface Runner extends Omit<Sql, 'q'> {
  readonly execute: Execute
}

export type Work<Result> = (tx: Tx) => Promise<Result>

/** `blame` is the statement's error when one failed, whatever the work made of it. */
export type Outcome<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly error: unknown; readonly blame: unknown }

/** A `Sql` that runs everything through `runner`. */
export const sqlOver = (engine: Db['engine'], { execute, ...runner }: Runner): Sql => ({
  q: kyselyOver(engine, execute),
  ...runner,
})

/**
 * Runs `work` and never throws. After a statement has failed, further ones fail the same way and the outcome is never
 * ok: PostgreSQL has aborted the transaction then, and SQLite may have rolled it back.
 */
export async function runWork<Result>(
  engine: Db['engine'],
  runner: Runner,
  work: Work<Result>,
): Promise<Outcome<Result>> {
  const scope: Scope = { ended: false, failure: undefined }
  try {
    const value = await insideWrite(() => work(transactionOver(engine, runner, scope)))
    if (scope.failure === undefined) return { ok: true, value }
    return { ok: false, error: scope.failure.error, blame: scope.failure.error }
  } catch (error) {
    return { ok: false, error, blame: scope.failure === undefined ? error : scope.failure.error }
  } finally {
    scope.ended = true
  }
}

interface Scope {
  ended: boolean
  failure: { readonly error: unknown } | undefined
}

function transactionOver(engine: Db['engine'], runner: Runner, scope: Scope): Tx {
  const attempt = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (scope.ended) throw new Error('The transaction has ended; one of its statements was not awaited.')
    if (scope.failure !== undefined) throw scope.failure.error
    try {
      return await run()
    } catch (error) {
      scope.failure ??= { error }
      throw error
    }
  }
  let q: Sql['q'] | undefined
  return {
    inTransaction: true,
    // Most transactions never need Kysely, and an instance belongs to one transaction only.
    get q() {
      q ??= kyselyOver(engine, (query) => attempt(() => runner.execute(query)))
      return q
    },
    all: (statement, params) => attempt(() => runner.all(statement, params)),
    first: (statement, params) => attempt(() => runner.first(statement, params)),
    run: (statement, params) => attempt(() => runner.run(statement, params)),
  }
}
