// What a world has before anybody can reach it: its data, its time, its mails, and credentials to begin with.
import { ATLAS_LIMITS } from '../domain/limits.ts'
import { hashQueue } from '../identity/hash-queue.ts'
import { type Clock, clockwork } from '../sandbox/clock/clock.ts'
import { continueClock } from '../sandbox/clock/saved-clock.ts'
import { ForeignStore, firstStart, type Start } from '../sandbox/first-start.ts'
import { keptOf } from '../store/kept.ts'
import * as organizations from '../store/organizations.ts'
import { createAccessListUsage } from '../usecases/access-list-usage.ts'
import type { App } from '../usecases/app.ts'
import { Complaint } from './complaint.ts'
import { mintingWith } from './minting.ts'
import { type WorldMail, worldMail } from './world-mail.ts'
import type { WorldOptions } from './world-options.ts'
import { MEMORY, openWorldStore, type WorldStore } from './world-store.ts'

export interface WorldCore extends Start {
  readonly app: App
  readonly clock: Clock
  readonly store: WorldStore
  readonly mail: WorldMail
}

const INVITATION_DAYS = 30

/** Opens the store, which `opening` closes, and fills it if it is empty. `url` is empty until the port is known. */
export async function openCore(
  options: WorldOptions,
  url: () => string,
  opening: AsyncDisposableStack,
): Promise<WorldCore> {
  const { clock, ambient } = clockwork()
  const store = opening.use(await openWorldStore(options.data, ambient))
  const { db, keys } = store
  await continueClock(clock, db, { isEmpty: !(await organizations.any(db.read)), start: options.now })
  const mail = worldMail({ db, ambient, keys, publicUrl: url }, options.environment, options.smtp)
  const app: App = {
    db,
    ambient,
    settings: { invitationDays: INVITATION_DAYS, limits: options.limits === 'atlas' ? ATLAS_LIMITS : undefined },
    minting: mintingWith(keys, ambient, hashQueue(), options.data === MEMORY ? 'least' : 'full'),
    kept: keptOf(db),
    usage: createAccessListUsage(),
    outbox: mail.outbox,
  }
  return { app, clock, store, mail, ...(await firstStartOf(app, store, options)) }
}

async function firstStartOf(app: App, { state }: WorldStore, { seed }: WorldOptions): Promise<Start> {
  try {
    return await firstStart(app, state, seed)
  } catch (error) {
    throw error instanceof ForeignStore ? new Complaint(`${error.message} Choose another place with --data.`) : error
  }
}
