import { expect, test } from 'vitest'
import { engines } from '../../test/harness/stores.ts'
import type { EventId, OrgId, UserId } from '../domain/ids.ts'
import { type Ambient, systemAmbient } from '../platform/ambient.ts'
import * as eventFeeds from '../store/event-feeds.ts'
import * as events from '../store/events.ts'
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
}
