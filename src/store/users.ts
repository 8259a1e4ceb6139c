// People, who exist once for all organizations, and their addresses, which are unique.
import type { UserId } from '../domain/ids.ts'
import type { Person } from '../domain/members.ts'
import type { Sql, Tx } from './db.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

export interface NewUser extends Person {
  /** A PHC string, or nothing for somebody who cannot sign in by password. */
  readonly passwordHash: string | undefined
  /** When the address was proven to be theirs; undefined for an account that somebody else made. */
  readonly verifiedAt: number | undefined
}

const rowByUsername = statement<{ username: string }>()((q, p) =>
  q
    .selectFrom('usernames as n')
    .innerJoin('users as u', 'u.user_id', 'n.user_id')
    .selectAll('u')
    .where('n.username', '=', p.username),
)

const heldRow = statement<{ userId: UserId }>()((q, p) =>
  q.selectFrom('users').select('username').where('user_id', '=', p.userId).forUpdate(),
)

export const byUsername = async (sql: Sql, username: string): Promise<Person | undefined> =>
  toPerson(await sql.first(rowByUsername, { username }))

/**
 * Notes that the person has proven the address to be theirs. A password from before that moment was chosen by whoever
 * made the account, and goes. Does nothing for an account that has been proven before.
 */
export async function prove(tx: Tx, userId: Person['userId'], now: number): Promise<void> {
  await tx.q
    .updateTable('users')
    .set({ verified_at: now, password_hash: null })
    .where('user_id', '=', userId)
    .where('verified_at', 'is', null)
    .execute()
}

/** The person's address; until the transaction ends, nobody else holds their account. */
export async function hold(tx: Tx, userId: UserId): Promise<string> {
  const row = await tx.first(heldRow, { userId })
  if (!row) throw new Error(`There is no user ${userId}.`)
  return row.username
}

/** False, and nothing written, when somebody has that address. */
export async function insertIfNew(tx: Tx, user: NewUser): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.q
    .insertInto('usernames')
    .values({ username: user.username, user_id: user.userId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx.q
    .insertInto('users')
    .values({
      user_id: user.userId,
      username: user.username,
      first_name: user.firstName,
      last_name: user.lastName,
      country: user.country,
      password_hash: user.passwordHash ?? null,
      created_at: user.createdAt,
      last_auth_at: user.lastAuthAt ?? null,
      verified_at: user.verifiedAt ?? null,
    })
    .execute()
  return true
}

const toPerson = (row: Tables['users'] | undefined): Person | undefined => row && personOf(row)

/** A row as the person; what only sign-in needs stays behind. */
export const personOf = (row: Tables['users']): Person => ({
  userId: row.user_id,
  username: row.username,
  firstName: row.first_name,
  lastName: row.last_name,
  country: row.country,
  createdAt: row.created_at,
  lastAuthAt: row.last_auth_at ?? undefined,
})
