// Who is signed in to the pages: a session is only a reference, valid while its row lives. Times are the machine's.
import type { SessionId, UserId } from '../domain/ids.ts'
import type { Session } from '../domain/sessions.ts'
import type { Sql, Tx } from './db.ts'
import type { Tables } from './schema.ts'
import { statement } from './statement.ts'

const byHash = statement<{ hash: string; wall: number }>()((q, p) =>
  q.selectFrom('sessions').selectAll().where('session_hash', '=', p.hash).where('expires_at', '>', p.wall),
)

const row = statement<Session & { hash: string }>()((q, p) =>
  q.insertInto('sessions').values({
    session_hash: p.hash,
    session_id: p.sessionId,
    user_id: p.userId,
    created_at: p.createdAt,
    last_used_at: p.lastUsedAt,
    expires_at: p.expiresAt,
    user_agent: p.userAgent,
    address: p.address,
  }),
)

const use = statement<{ hash: string; wall: number; expiresAt: number; unusedSince: number }>()((q, p) =>
  q
    .updateTable('sessions')
    .set({ last_used_at: p.wall, expires_at: p.expiresAt })
    .where('session_hash', '=', p.hash)
    .where('last_used_at', '<=', p.unusedSince)
    .where('expires_at', '>', p.wall),
)

const ofUser = statement<{ userId: UserId; wall: number }>()((q, p) =>
  q
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', p.userId)
    .where('expires_at', '>', p.wall)
    .orderBy('last_used_at', 'desc')
    .orderBy('session_id', 'desc'),
)

const expired = statement<{ wall: number }>()((q, p) => q.deleteFrom('sessions').where('expires_at', '<=', p.wall))

/** The session with this hash that is not over. */
export async function find(sql: Sql, hash: string, wall: number): Promise<Session | undefined> {
  const found = await sql.first(byHash, { hash, wall })
  return found && fromRow(found)
}

/** `hash` is the SHA-256 of the cookie in hexadecimal. Of all the person's sessions only the newest `most` stay. */
export async function insert(tx: Tx, hash: string, session: Session, most: number): Promise<void> {
  await tx.run(row, { ...session, hash })
  await tx.q
    .deleteFrom('sessions')
    .where('user_id', '=', session.userId)
    .where('session_hash', 'not in', (eb) =>
      eb
        .selectFrom('sessions as s')
        .select('s.session_hash')
        .where('s.user_id', '=', session.userId)
        .orderBy('s.created_at', 'desc')
        .orderBy('s.session_id', 'desc')
        .limit(most),
    )
    .execute()
}

/** Notes a use of a session that was not used after `unusedSince`; one that has ended meanwhile stays ended. */
export async function noteUse(
  tx: Tx,
  hash: string,
  times: { readonly wall: number; readonly expiresAt: number; readonly unusedSince: number },
): Promise<void> {
  await tx.run(use, { hash, ...times })
}

/** The person's sessions that are not over, the one used last first. */
export const list = async (sql: Sql, userId: UserId, wall: number): Promise<readonly Session[]> =>
  (await sql.all(ofUser, { userId, wall })).map(fromRow)

/** Ends the session with this hash, if there is one. */
export async function end(tx: Tx, hash: string): Promise<void> {
  await tx.q.deleteFrom('sessions').where('session_hash', '=', hash).execute()
}

/** Whether the person had this session; another's stays, and reads as unknown. */
export async function endById(tx: Tx, userId: UserId, sessionId: SessionId): Promise<boolean> {
  const { numDeletedRows } = await tx.q
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/**
 * Ends the person's sessions, all but the one to keep. Where it follows a change of password, that is written first:
 * then no sign-in by the old one can begin a session afterwards (see `users.holdWithPassword`).
 */
export async function endAll(tx: Tx, userId: UserId, keep?: SessionId): Promise<void> {
  const all = tx.q.deleteFrom('sessions').where('user_id', '=', userId)
  await (keep === undefined ? all : all.where('session_id', '<>', keep)).execute()
}

/** Ends the sessions of people who are not there. */
export async function removeOrphans(tx: Tx): Promise<void> {
  const people = tx.q.selectFrom('users').select('user_id')
  await tx.q.deleteFrom('sessions').where('user_id', 'not in', people).execute()
}

/** Deletes what was over before or at `wall`; answers how many rows that were. */
export const sweep = (sql: Sql, wall: number): Promise<number> => sql.run(expired, { wall })

const fromRow = (found: Tables['sessions']): Session => ({
  sessionId: found.session_id,
  userId: found.user_id,
  createdAt: found.created_at,
  lastUsedAt: found.last_used_at,
  expiresAt: found.expires_at,
  userAgent: found.user_agent,
  address: found.address,
})
