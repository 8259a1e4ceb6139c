// People, who exist once for all organizations, and their addresses, which are unique.
import type { UserId } from '../domain/ids.ts'
import type { Language } from '../domain/languages.ts'
import type { Account, Person } from '../domain/members.ts'
import type { Sql, Tx } from './db.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

export interface NewUser extends Person {
  /** A PHC string, or nothing for somebody who cannot sign in by password. */
  readonly passwordHash: string | undefined
  /** When the address was proven to be theirs; undefined for an account that somebody else made. */
  readonly verifiedAt: number | undefined
  /** What the person has chosen to be written to and shown pages in. */
  readonly language?: Language | undefined
}

export const rowByUsername = statement<{ username: string }>()((q, p) =>
  q
    .selectFrom('usernames as n')
    .innerJoin('users as u', 'u.user_id', 'n.user_id')
    .selectAll('u')
    .where('n.username', '=', p.username),
)

const heldRow = statement<{ userId: UserId }>()((q, p) =>
  q.selectFrom('users').select('username').where('user_id', '=', p.userId).forUpdate(),
)

const heldByPassword = statement<{ userId: UserId; passwordHash: string }>()((q, p) =>
  q
    .selectFrom('users')
    .select('user_id')
    .where('user_id', '=', p.userId)
    .where('password_hash', '=', p.passwordHash)
    .forUpdate(),
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

/** Writes down that the person has signed in. */
export async function noteSignIn(tx: Tx, userId: UserId, now: number): Promise<void> {
  await tx.q.updateTable('users').set({ last_auth_at: now }).where('user_id', '=', userId).execute()
}

/** What somebody has chosen who had no password here before. */
export interface Claim {
  readonly firstName: string
  readonly lastName: string
  readonly passwordHash: string
  readonly language: Language
}

/**
 * Gives an account to whoever has proven the address: with their names and their password in place of the maker's.
 * False, and nothing written, when the account has a way to sign in that its owner chose.
 */
export async function claim(tx: Tx, userId: UserId, claim: Claim, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.q
    .updateTable('users')
    .set({
      first_name: claim.firstName,
      last_name: claim.lastName,
      password_hash: claim.passwordHash,
      language: claim.language,
      verified_at: now,
    })
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('verified_at', 'is', null), eb('password_hash', 'is', null)]))
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('identities').select('identities.subject').where('identities.user_id', '=', userId)),
      ),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const accountRow = statement<{ username: string }>()((q, p) =>
  q
    .selectFrom('usernames as n')
    .innerJoin('users as u', 'u.user_id', 'n.user_id')
    .leftJoin('identities as i', 'i.user_id', 'u.user_id')
    .selectAll('u')
    .select('i.subject')
    .where('n.username', '=', p.username),
)

/** The account of this address. */
export async function account(sql: Sql, username: string): Promise<Account | undefined> {
  const row = await sql.first(accountRow, { username })
  if (!row) return undefined
  const isProven = row.verified_at !== null
  return {
    ...personOf(row),
    passwordHash: row.password_hash ?? undefined,
    verifiedAt: row.verified_at ?? undefined,
    language: row.language ?? undefined,
    isClaimed: isProven && (row.password_hash !== null || row.subject !== null),
  }
}

/** The account with this id. */
export async function accountById(sql: Sql, userId: UserId): Promise<Account | undefined> {
  const row = await sql.q.selectFrom('users').select('username').where('user_id', '=', userId).executeTakeFirst()
  return row && account(sql, row.username)
}

/** The person's address; until the transaction ends, nobody else holds their account. */
export async function hold(tx: Tx, userId: UserId): Promise<string> {
  const row = await tx.first(heldRow, { userId })
  if (!row) throw new Error(`There is no user ${userId}.`)
  return row.username
}

/**
 * Whether the person's password is still the one with this hash; until the transaction ends, it cannot be changed then.
 */
export const holdWithPassword = async (tx: Tx, userId: UserId, passwordHash: string): Promise<boolean> =>
  (await tx.first(heldByPassword, { userId, passwordHash })) !== undefined

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
      language: user.language ?? null,
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
