// Whom any organization invites at the moment.
import type { Sql } from './db.ts'

/** Up to `limit` addresses with pending invitations, in their order. */
export async function pendingAddresses(sql: Sql, now: number, limit: number): Promise<readonly string[]> {
  const rows = await sql.q
    .selectFrom('invitations')
    .select('username')
    .distinct()
    .where('status', '=', 'PENDING')
    .where('expires_at', '>', now)
    .orderBy('username')
    .limit(limit)
    .execute()
  return rows.map(({ username }) => username)
}
