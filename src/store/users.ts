// People, who exist once for all organizations, and their addresses, which are unique.
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

export const byUsername = async (sql: Sql, username: string): Promise<Person | undefined> =>
  toPerson(await sql.first(rowByUsername, { username }))

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

const toPerson = (row: Tables['users'] | undefined): Person | undefined =>
  row && {
    userId: row.user_id,
    username: row.username,
    firstName: row.first_name,
    lastName: row.last_name,
    country: row.country,
    createdAt: row.created_at,
    lastAuthAt: row.last_auth_at ?? undefined,
  }
