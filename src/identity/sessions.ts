// Sessions of people at the pages: an opaque secret in a cookie, of which only the hash is kept.
import type { SessionId, UserId } from '../domain/ids.ts'
import { type Session, sessionEnd } from '../domain/sessions.ts'
import type { Ambient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import type { Db, Tx } from '../store/db.ts'
import * as sessions from '../store/sessions.ts'
import * as users from '../store/users.ts'
import { hashSecret } from './credentials.ts'

export interface SessionDeps {
  readonly db: Db
  readonly ambient: Ambient
}

/** From where somebody signs in. */
export interface Visitor {
  readonly userAgent: string | undefined
  readonly address: string
}

const SECRET_BYTES = 32
const SECRET = /^[A-Za-z0-9_-]{43}$/
/** A use is written down when the last one was so long ago, in milliseconds. */
const USE_STEP = 60_000
/** The oldest of somebody who has more end. */
const MOST_SESSIONS = 100
const LONGEST_USER_AGENT = 256

/** Begins a session under a secret that nobody has seen before, whatever cookie the visitor came with. */
export async function startSession(deps: SessionDeps, userId: UserId, visitor: Visitor): Promise<Secret> {
  const { secret, hash, session } = newSession(deps, userId, visitor)
  await deps.db.write((tx) => sessions.insert(tx, hash, session, MOST_SESSIONS))
  return secret
}

/**
 * The same after the person's password was found to fit `passwordHash`: undefined, and no session, when the password
 * has been changed since. What is written `alongside` commits with the session.
 */
export async function startSessionByPassword(
  deps: SessionDeps,
  userId: UserId,
  visitor: Visitor,
  passwordHash: string,
  alongside?: (tx: Tx) => Promise<void>,
): Promise<Secret | undefined> {
  const { secret, hash, session } = newSession(deps, userId, visitor)
  return deps.db.write(async (tx) => {
    if (!(await users.holdWithPassword(tx, userId, passwordHash))) return undefined
    await sessions.insert(tx, hash, session, MOST_SESSIONS)
    await alongside?.(tx)
    return secret
  })
}

/** The session that a cookie's value stands for, while it is not over. Using it keeps it alive. */
export async function sessionOf(
  { db, ambient }: SessionDeps,
  cookieValue: string | undefined,
): Promise<Session | undefined> {
  const hash = hashOf(cookieValue)
  if (hash === undefined) return undefined
  const wall = ambient.wall()
  const session = await sessions.find(db.read, hash, wall)
  if (session === undefined || session.lastUsedAt > wall - USE_STEP) return session
  const used = { ...session, lastUsedAt: wall, expiresAt: sessionEnd(session.createdAt, wall) }
  const times = { wall, expiresAt: used.expiresAt, unusedSince: wall - USE_STEP }
  await db.write((tx) => sessions.noteUse(tx, hash, times))
  return used
}

/** Signs out: the cookie is worthless from then on. */
export async function endSession({ db }: SessionDeps, cookieValue: string | undefined): Promise<void> {
  const hash = hashOf(cookieValue)
  if (hash !== undefined) await db.write((tx) => sessions.end(tx, hash))
}

/** Whether the person had this session. */
export const endSessionById = ({ db }: SessionDeps, userId: UserId, sessionId: SessionId): Promise<boolean> =>
  db.write((tx) => sessions.endById(tx, userId, sessionId))

/** Ends the person's sessions, all but the one to keep. */
export const endOthers = ({ db }: SessionDeps, userId: UserId, keep: SessionId): Promise<void> =>
  db.write((tx) => sessions.endAll(tx, userId, keep))

/** Ends every session of the person. */
export const endAll = ({ db }: SessionDeps, userId: UserId): Promise<void> =>
  db.write((tx) => sessions.endAll(tx, userId))

/** The person's sessions that are not over, the one used last first. */
export const listSessions = ({ db, ambient }: SessionDeps, userId: UserId): Promise<readonly Session[]> =>
  sessions.list(db.read, userId, ambient.wall())

function newSession({ ambient }: SessionDeps, userId: UserId, { userAgent = '', address }: Visitor) {
  const secret = new Secret(ambient.randomBytes(SECRET_BYTES).toString('base64url'))
  const wall = ambient.wall()
  const session: Session = {
    sessionId: ambient.newId<SessionId>(),
    userId,
    createdAt: wall,
    lastUsedAt: wall,
    expiresAt: sessionEnd(wall, wall),
    userAgent: printable(userAgent).slice(0, LONGEST_USER_AGENT),
    address,
  }
  return { secret, hash: hashSecret(secret), session }
}

/** Without what cannot be shown, or stored: PostgreSQL takes no NUL and no half of a pair of surrogates. */
const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '')

/** What no session's secret can look like is not looked for. */
const hashOf = (cookieValue: string | undefined): string | undefined =>
  cookieValue !== undefined && SECRET.test(cookieValue) ? hashSecret(new Secret(cookieValue)) : undefined
