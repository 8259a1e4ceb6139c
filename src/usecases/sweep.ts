// What time alone brings about: invitations expire, tokens and used nonces are forgotten.
import * as invitations from '../store/invitations.ts'
import * as nonces from '../store/nonces.ts'
import * as tokens from '../store/tokens.ts'
import type { App } from './app.ts'

/** How many invitations one transaction closes, so that no writer waits long. */
const BATCH = 200

/**
 * Marks due invitations as expired and removes dead tokens and nonces. Nothing depends on its being punctual: whatever
 * is due counts as gone already. Safe in several processes at once.
 */
export async function sweep(app: App): Promise<void> {
  const now = app.ambient.now()
  let closed = BATCH
  while (closed === BATCH) closed = await app.db.write((tx) => invitations.sweepExpired(tx, now, BATCH))
  const wall = app.ambient.wall()
  await app.db.write(async (tx) => {
    await tokens.sweep(tx, wall)
    await nonces.sweep(tx, wall)
  })
}
