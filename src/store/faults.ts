// What the engines complain about, told apart without their drivers' types.

const SQLITE_BUSY = 5
/** SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE. */
const SQLITE_UNIQUE: ReadonlySet<unknown> = new Set([1555, 2067])
const POSTGRES_UNIQUE = '23505'
/** unique_violation, in the catalogue; duplicate_table; duplicate_object, said of the type that comes with a table. */
const POSTGRES_CREATED_TWICE: ReadonlySet<string> = new Set([POSTGRES_UNIQUE, '42P07', '42710'])

/** Thrown by `openDb` when the database file is held by another process. */
export class StoreInUse extends Error {
  constructor(file: string) {
    super(`The database ${file} is in use by another process. Stop that one, or choose another file.`)
    this.name = 'StoreInUse'
  }
}

/** Whether a statement failed because of a primary key or a unique index; the transaction cannot go on after it. */
export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error) === POSTGRES_UNIQUE || SQLITE_UNIQUE.has(sqliteCode(error))
}

/**
 * Whether "create table if not exists" failed because another session creates the same table: PostgreSQL looks first,
 * lets both find it missing, and refuses the second.
 */
export const isCreatedTwice = (error: unknown): boolean => POSTGRES_CREATED_TWICE.has(errorCode(error) ?? '')

/** Whether SQLite gave up waiting for another connection's lock. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error)
  // The low byte is the kind; the rest says which of its causes.
  return code !== undefined && (code & 0xff) === SQLITE_BUSY
}

/** The `code` of an error: an SQLSTATE, a system error such as ECONNRESET, or Node's own; undefined without one. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode : undefined
}
