// Accounts at the OpenID Connect provider, and the people here whom they stand for.
import type { UserId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'

export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** Whom the provider's account stands for. */
export async function userOf(sql: Sql, { issuer, subject }: Identity): Promise<UserId | undefined> {
  const row = await sql.q
    .selectFrom('identities')
    .select('user_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.user_id
}

/** Without effect when the provider's account stands for somebody already. */
export async function insert(tx: Tx, { issuer, subject }: Identity, userId: UserId, createdAt: number): Promise<void> {
  await tx.q
    .insertInto('identities')
    .values({ issuer, subject, user_id: userId, created_at: createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
