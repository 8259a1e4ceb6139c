import { expect, test } from 'vitest'
import { engines } from '../../test/harness/stores.ts'
import type { SessionId, UserId } from '../domain/ids.ts'
import { type Ambient, systemAmbient } from '../platform/ambient.ts'
import type { Db } from '../store/db.ts'
import * as store from '../store/sessions.ts'
import * as users from '../store/users.ts'
import {
  endAll,
  endOthers,
  endSession,
  endSessionById,
  listSessions,
  sessionOf,
  startSession,
  startSessionByPassword,
} from './sessions.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const BEGIN = Date.UTC(2026, 10, 22)
const VISITOR = { userAgent: 'Firefox', address: '198.51.100.7' }

function over(db: Db) {
  let wall = BEGIN
  const ambient: Ambient = { ...systemAmbient(), wall: () => wall }
  const app = { db, ambient }
  return {
    app,
    ana: ambient.newId<UserId>(),
    bo: ambient.newId<UserId>(),
    start: async (userId: UserId): Promise<string> => (await startSession(app, userId, VISITOR)).reveal(),
    isLive: async (cookie: string): Promise<boolean> => (await sessionOf(app, cookie)) !== undefined,
    pass: (milliseconds: number): void => {
      wall += milliseconds
    },
  }
}

const idOf = async ({ app }: ReturnType<typeof over>, cookie: string): Promise<SessionId> => {
  const session = await sessionOf(app, cookie)
  if (!session) throw new Error('The session is over.')
  return session.sessionId
}

for (const engine of engines) {
  const open = async () => over(await engine.open())

  test(`a session is known by its cookie, of which the store has the hash alone (${engine.name})`, async () => {
    const { app, ana, start } = await open()
    const cookie = await start(ana)
    expect(cookie).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await sessionOf(app, cookie)).toEqual({
      sessionId: expect.stringMatching(/^[0-9a-f]{24}$/),
      userId: ana,
      createdAt: BEGIN,
      lastUsedAt: BEGIN,
      expiresAt: BEGIN + 12 * HOUR,
      ...VISITOR,
    })
    const rows = await app.db.read.q.selectFrom('sessions').selectAll().execute()
    expect(rows[0]?.session_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(rows)).not.toContain(cookie)
  })

  test(`nothing but the whole cookie opens a session (${engine.name})`, async () => {
    const { app, ana, start } = await open()
    const cookie = await start(ana)
    const [row] = await app.db.read.q.selectFrom('sessions').selectAll().execute()
    const wrong = [
      '',
      ' ',
      cookie.slice(1),
      `${cookie}A`,
      `${cookie}\n`,
      cookie.toLowerCase(),
      row?.session_hash,
      row?.session_id,
    ]
    for (const value of [...wrong, undefined, '\u0000'.repeat(43), 'A'.repeat(43)]) {
      expect(await sessionOf(app, value)).toBeUndefined()
      await endSession(app, value)
    }
    expect(await sessionOf(app, cookie)).toBeDefined()
  })

  test(`signing in never takes up a cookie that was there before, and each time makes a new one (${engine.name})`, async () => {
    const { app, ana, start, isLive } = await open()
    const planted = 'A'.repeat(43)
    const [first, second] = [await start(ana), await start(ana)]
    expect(new Set([planted, first, second]).size).toBe(3)
    expect(await isLive(planted)).toBe(false)
    const ids = (await listSessions(app, ana)).map(({ sessionId }) => sessionId)
    expect(new Set(ids).size).toBe(2)
  })

  test(`unused for twelve hours, it is over; used, it lasts seven days and no longer (${engine.name})`, async () => {
    const { ana, start, isLive, pass } = await open()
    const idle = await start(ana)
    pass(12 * HOUR - 1)
    expect(await isLive(idle)).toBe(true)
    pass(12 * HOUR)
    expect(await isLive(idle)).toBe(false)
    pass(-12 * HOUR)
    const used = await start(ana)
    let hours = 0
    while (hours < 200 && (await isLive(used))) {
      pass(HOUR)
      hours += 1
    }
    expect(hours).toBe(7 * 24)
  })

  test(`its use is written down at most once a minute (${engine.name})`, async () => {
    const { app, ana, start, pass } = await open()
    const cookie = await start(ana)
    let writes = 0
    const write: Db['write'] = (work) => {
      writes += 1
      return app.db.write(work)
    }
    const counting = { ...app, db: { ...app.db, write } }
    for (let second = 0; second < 150; second += 1) {
      await sessionOf(counting, cookie)
      pass(SECOND)
    }
    expect(writes).toBe(2)
    expect((await sessionOf(app, cookie))?.lastUsedAt).toBe(BEGIN + 2 * MINUTE)
    await Promise.all(Array.from({ length: 10 }, () => sessionOf(app, cookie)))
    expect((await listSessions(app, ana))[0]?.lastUsedAt).toBe(BEGIN + 2 * MINUTE)
  })

  test(`what has been ended is over at once, and nobody ends what is another's (${engine.name})`, async () => {
    const given = await open()
    const { app, ana, bo, start, isLive } = given
    const [one, two, three, other] = [await start(ana), await start(ana), await start(ana), await start(bo)]
    await endSession(app, one)
    expect(await isLive(one)).toBe(false)
    const second = await idOf(given, two)
    expect(await endSessionById(app, bo, second)).toBe(false)
    expect(await isLive(two)).toBe(true)
    expect(await endSessionById(app, ana, second)).toBe(true)
    expect(await endSessionById(app, ana, second)).toBe(false)
    expect(await isLive(two)).toBe(false)
    const four = await start(ana)
    await endOthers(app, ana, await idOf(given, four))
    expect([await isLive(three), await isLive(four), await isLive(other)]).toEqual([false, true, true])
    await endAll(app, ana)
    expect([await isLive(four), await isLive(other)]).toEqual([false, true])
  })

  test(`a use that meets the end of its session does not bring it back (${engine.name})`, async () => {
    const { app, ana, start, isLive, pass } = await open()
    for (let round = 0; round < 20; round += 1) {
      const cookie = await start(ana)
      pass(MINUTE)
      await Promise.all([sessionOf(app, cookie), endSession(app, cookie), sessionOf(app, cookie)])
      expect(await isLive(cookie)).toBe(false)
    }
    expect(await listSessions(app, ana)).toEqual([])
  })

  test(`a person's sessions are listed by their last use, without those that are over (${engine.name})`, async () => {
    const { app, ana, bo, start, pass } = await open()
    await start(ana)
    pass(11 * HOUR)
    const second = await start(ana)
    pass(MINUTE)
    const third = await start(ana)
    await start(bo)
    pass(2 * HOUR)
    await sessionOf(app, second)
    const listed = await listSessions(app, ana)
    expect(listed.map(({ lastUsedAt }) => lastUsedAt - BEGIN)).toEqual([13 * HOUR + MINUTE, 11 * HOUR + MINUTE])
    expect(listed[1]?.sessionId).toBe((await sessionOf(app, third))?.sessionId)
    expect(await store.sweep(app.db.read, app.ambient.wall())).toBe(1)
    expect(await listSessions(app, ana)).toHaveLength(2)
  })

  test(`nobody has more than a hundred: the oldest end (${engine.name})`, async () => {
    const { ana, bo, app, start, isLive } = await open()
    const other = await start(bo)
    const first = await start(ana)
    const second = await start(ana)
    for (let more = 0; more < 99; more += 1) await start(ana)
    expect(await listSessions(app, ana)).toHaveLength(100)
    expect([await isLive(first), await isLive(second), await isLive(other)]).toEqual([false, true, true])
  })

  test(`what a browser calls itself is kept short and printable (${engine.name})`, async () => {
    const { app, ana } = await open()
    for (const userAgent of ['\u0000\r\nEvil\ud800', 'x'.repeat(5000), undefined]) {
      await startSession(app, ana, { userAgent, address: '::1' })
    }
    const kept = (await listSessions(app, ana)).map(({ userAgent }) => userAgent)
    expect(kept.toSorted()).toEqual(['', 'Evil', 'x'.repeat(256)])
  })

  test(`a sign-in by a password that is just being changed leaves no session behind (${engine.name})`, async () => {
    const { app, ana } = await open()
    const { db } = app
    await db.write((tx) =>
      users.insertIfNew(tx, {
        userId: ana,
        username: 'ana@example.org',
        firstName: 'Ana',
        lastName: 'Nunes',
        country: 'BR',
        createdAt: BEGIN,
        lastAuthAt: undefined,
        passwordHash: 'hash 0',
        verifiedAt: BEGIN,
      }),
    )
    for (let round = 0; round < 30; round += 1) {
      const change = db.write(async (tx) => {
        const set = tx.q.updateTable('users').set({ password_hash: `hash ${round + 1}` })
        await set.where('user_id', '=', ana).execute()
        await store.endAll(tx, ana)
      })
      const signIns = Array.from({ length: 4 }, () => startSessionByPassword(app, ana, VISITOR, `hash ${round}`))
      await Promise.all([...signIns, change])
      expect(await listSessions(app, ana)).toEqual([])
    }
    expect(await startSessionByPassword(app, ana, VISITOR, 'hash 0')).toBeUndefined()
    expect(await startSessionByPassword(app, ana, VISITOR, 'hash 30')).toBeDefined()
  })
}
