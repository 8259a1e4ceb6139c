// What time alone brings about: invitations expire, and tokens, used nonces and old events are forgotten.
import * as accessLists from '../store/access-lists.ts'
import type { Tx } from '../store/db.ts'
import * as eventFeeds from '../store/event-feeds.ts'
import * as idempotentAnswers from '../store/idempotent-answers.ts'
import * as invitations from '../store/invitations.ts'
import * as links from '../store/links.ts'
import * as nonces from '../store/nonces.ts'
import * as outbox from '../store/outbox.ts'
import * as sessions from '../store/sessions.ts'
import * as throttles from '../store/throttles.ts'
import * as tokens from '../store/tokens.ts'
import type { App } from './app.ts'
import { tellInviter } from './mailing.ts'

/** How many invitations, entries or events one transaction is about, so that no writer waits long. */
const BATCH = 200
const DAY = 86_400_000
/** How long a mail that was sent or given up can be asked about. */
const MAILS_KEPT = 30 * DAY

type Sweeping = Pick<App, 'ambient' | 'db' | 'settings' | 'outbox'>

/**
 * Marks due invitations as expired, and forgets what is over as `forget` does. Nothing depends on its being punctual:
 * whatever is due counts as gone already, but for events, which are shown until they are removed. Safe in several
 * processes at once.
 */
export async function sweep(app: Sweeping): Promise<void> {
  const now = app.ambient.now()
  await inBatches(app, async (tx) => {
    const due = await invitations.dueToExpire(tx, now, BATCH)
    for (const each of due) await expireInvitation(app, tx, each)
    return due.length
  })
  await forget(app)
}

/** Marks a due invitation as expired and tells its inviter of it; without effect when somebody else has. */
export async function expireInvitation(
  app: Pick<App, 'ambient' | 'outbox'>,
  tx: Tx,
  due: invitations.DueInvitation,
): Promise<void> {
  const expired = await invitations.expire(tx, due, app.ambient.now())
  if (expired) await tellInviter(app, tx, 'expired', expired)
}

/**
 * Removes dead tokens and nonces, sessions and counts that are over, entries of access lists whose time is over, and
 * events that have been kept long enough.
 */
export async function forget(app: Omit<Sweeping, 'outbox'>): Promise<void> {
  const now = app.ambient.now()
  await inBatches(app, (tx) => accessLists.sweepExpired(tx, now, BATCH))
  await inBatches(app, (tx) => outbox.sweep(tx, now - MAILS_KEPT, BATCH))
  const wall = app.ambient.wall()
  await app.db.write(async (tx) => {
    await tokens.sweep(tx, wall)
    await nonces.sweep(tx, wall)
    await sessions.sweep(tx, wall)
    await throttles.sweep(tx, wall)
    await links.sweep(tx, now)
    await idempotentAnswers.sweep(tx, wall)
  })
  const { eventRetentionDays = 0 } = app.settings
  const tooOld = now - eventRetentionDays * DAY
  if (eventRetentionDays > 0) await inBatches(app, (tx) => eventFeeds.sweep(tx, tooOld, BATCH))
}

/** Repeats `work`, each time in a transaction of its own, until it finds less than a whole batch. */
async function inBatches({ db }: Pick<App, 'db'>, work: (tx: Tx) => Promise<number>): Promise<void> {
  let done = BATCH
  while (done === BATCH) done = await db.write(work)
}
