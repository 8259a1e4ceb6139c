// What the passing of time brings about in `dev`: mails that waited for their moment, and invitations that expire, in the
// order of time and each at its own instant, so that what they leave behind says when it was due and not when it was done.
import { setImmediate } from 'node:timers/promises'
import { systemAmbient } from '../platform/ambient.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import type { StoredMail } from '../store/outbox-rows.ts'
import * as outgoing from '../store/outgoing-mails.ts'
import { remembering } from '../store/remembering.ts'
import { expireInvitation } from '../usecases/sweep.ts'
import { type KeptOutboxDeps, keptOutbox, writeWaitingMail } from './kept-outbox.ts'

/** Whoever moves a clock along; times are milliseconds since the epoch. */
export interface Passage {
  /** Called in the transaction that does what is due up to then. */
  within?(tx: Tx, at: number): Promise<void>
  /** Called when that is durable. */
  reached?(at: number): void
}

/** How many mails and how many invitations one transaction is about, so that nobody waits long for their turn. */
const BATCH = 200

interface Due {
  readonly mails: readonly StoredMail[]
  readonly invitations: readonly invitations.DueInvitation[]
  /** The moment that has been reached when they are done. */
  readonly until: number
  /** Whether there may be more. */
  readonly isMore: boolean
}

/**
 * Does everything that is due before or at `until`, in milliseconds, and answers when it is done. Each thing happens
 * once, whoever else does the same; after a failure it goes on where it was.
 */
export async function runDueWork(deps: KeptOutboxDeps, until: number, passage: Passage = {}): Promise<void> {
  let instant = until
  const ambient = { ...systemAmbient(() => instant), wall: deps.ambient.wall }
  const then = { ...deps, ambient }
  const app = { ambient, outbox: keptOutbox(then) }
  const work = async (tx: Tx): Promise<Due> => {
    const due = await dueBy(tx, until)
    const knowing = remembering(tx)
    for (const each of inOrder(due)) {
      instant = each.at
      if ('mail' in each) await writeWaitingMail(then, knowing, each.mail)
      else await expireInvitation(app, knowing, each.invitation)
    }
    await passage.within?.(tx, due.until)
    return due
  }
  for (;;) {
    const done = await deps.db.write(work)
    passage.reached?.(done.until)
    if (!done.isMore) return
    // On SQLite nothing else lets go of the processor, and requests are waiting for it.
    await setImmediate()
  }
}

/** The next batch: where there is too much for one, it ends with the moment of the last that it holds. */
async function dueBy(tx: Tx, until: number): Promise<Due> {
  const mails = await outgoing.unwritten(tx, { now: until, limit: BATCH })
  const lastMail = mails.length === BATCH ? mails.at(-1) : undefined
  // Of what is due in the same millisecond mails come first, as the outbox lists them.
  const expiring = await invitations.dueToExpire(tx, lastMail ? lastMail.dueAt - 1 : until, BATCH)
  const last = expiring.length === BATCH ? expiring.at(-1)?.expiresAt : undefined
  return {
    mails: last === undefined ? mails : mails.filter(({ dueAt }) => dueAt <= last),
    invitations: expiring,
    until: last ?? lastMail?.dueAt ?? until,
    isMore: (last ?? lastMail) !== undefined,
  }
}

type Thing = { readonly at: number } & (
  | { readonly mail: StoredMail }
  | { readonly invitation: invitations.DueInvitation }
)

const inOrder = (due: Due): readonly Thing[] =>
  [
    ...due.mails.map((mail): Thing => ({ at: mail.dueAt, mail })),
    ...due.invitations.map((invitation): Thing => ({ at: invitation.expiresAt, invitation })),
  ].toSorted((a, b) => a.at - b.at)
