import { expect, test } from 'vitest'
import { engines } from '../../test/harness/stores.ts'
import type { EventId, OrgId, SessionId, UserId } from '../domain/ids.ts'
import { type Ambient, systemAmbient } from '../platform/ambient.ts'
import * as eventFeeds from '../store/event-feeds.ts'
import * as events from '../store/events.ts'
import * as sessions from '../store/sessions.ts'
import * as throttles from '../store/throttles.ts'
import type { App } from './app.ts'
import { sweep } from './sweep.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 5, 15)
const ambient: Ambient = systemAmbient(() => NOW)
const orgId = ambient.newId<OrgId>()

type Swept = Parameters<typeof sweep>[0]

for (const engine of engines) {
  const appWith = async (settings: Partial<App['settings']>): Promise<Swept> => ({
    db: await engine.open(),
    ambient,
    settings: { invitationDays: 30, ...settings },
  })

  /** Writes one event for each age, in milliseconds. */
  const addEvents = ({ db }: Swept, ages: readonly number[]) =>
    db.write(async (tx) => {
      for (const age of ages) {
        await events.add(tx, {
          eventId: ambient.newId<EventId>(),
          orgId,
          projectId: undefined,
          type: 'ORG_RENAMED',
          createdAt: NOW - age,
          author: { kind: 'user', id: ambient.newId<UserId>(), name: 'a@example.org' },
          details: {},
        })
      }
    })

  const agesIn = async ({ db }: Swept): Promise<readonly number[]> =>
    (await eventFeeds.list(db.read, orgId, {}, { offset: 0, limit: 1000 })).map(({ createdAt }) => NOW - createdAt)

  test(`events older than their retention go, all of them, and nothing else (${engine.name})`, async () => {
    const app = await appWith({ eventRetentionDays: 30 })
    const old = Array.from({ length: 450 }, (_, index) => 30 * DAY + 1 + index)
    await addEvents(app, [0, 29 * DAY, 30 * DAY, ...old])
    await sweep(app)
    expect(await agesIn(app)).toEqual([0, 29 * DAY, 30 * DAY])
  })

  test(`events are kept for ever unless somebody says otherwise (${engine.name})`, async () => {
    for (const settings of [{}, { eventRetentionDays: 0 }]) {
      const app = await appWith(settings)
      await addEvents(app, [0, 36_500 * DAY])
      await sweep(app)
      expect(await agesIn(app)).toEqual([0, 36_500 * DAY])
    }
  })

  test(`sessions and counts of tries that are over go, the others stay (${engine.name})`, async () => {
    const app = await appWith({})
    const wall = ambient.wall()
    await app.db.write(async (tx) => {
      for (const [hash, expiresAt] of [
        ['over', wall - 1],
        ['alive', wall + DAY],
      ] as const) {
        const times = { createdAt: wall - DAY, lastUsedAt: wall - DAY, expiresAt }
        const ids = { sessionId: ambient.newId<SessionId>(), userId: ambient.newId<UserId>() }
        await sessions.insert(tx, hash, { ...ids, ...times, userAgent: '', address: '' }, 100)
        await throttles.reserve(tx, { throttle: hash, most: 1, wall, until: expiresAt, extendedBefore: wall })
      }
    })
    await sweep(app)
    const kept = await app.db.read.q.selectFrom('sessions').select('session_hash').execute()
    expect(kept).toEqual([{ session_hash: 'alive' }])
    expect(await throttles.endOf(app.db.read, 'over')).toBeUndefined()
    expect(await throttles.endOf(app.db.read, 'alive')).toBe(wall + DAY)
  })
}
