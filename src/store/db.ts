// What every store function is given: one way to run statements on either engine, inside a transaction or outside.
import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'
import type { Statement } from './statement.ts'

/** Runs statements; each call is one statement. */
export interface Sql {
  /** Kysely, for statements whose shape varies; hot ones are compiled once by `statement`. */
  readonly q: Kysely<Tables>
  all<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<readonly Row[]>
  first<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row | undefined>
  /** The number of rows that the statement inserted, updated or deleted. */
  run<Params>(statement: Statement<Params, unknown>, params: Params): Promise<number>
}

/** A `Sql` whose statements commit or vanish together; only `Db.write` makes one. */
export interface Tx extends Sql {
  readonly inTransaction: true
}

export interface Db extends AsyncDisposable {
  readonly engine: 'sqlite' | 'postgres'
  /** Statements outside a transaction; each sees only what is committed. Throws when used inside `write`. */
  readonly read: Sql
  /**
   * Runs `work` in one transaction and answers when it is durable. `work` may run more than once, so it waits for
   * nothing but the store and mints nothing. Whatever it throws rolls back its own statements and is rethrown. A failed
   * statement dooms it even when `work` catches the error: nothing is kept, and `write` throws.
   */
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
}
