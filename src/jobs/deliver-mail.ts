// The loop that sends mails. Processes share the work by leases: each takes some, sends them outside of any transaction,
// and writes down what became of each. One that dies in between leaves its mails to the others when the leases end.
import { setTimeout } from 'node:timers/promises'
import { problemOf } from '../mail/problems.ts'
import type { Transport } from '../mail/transport.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import type { Tx } from '../store/db.ts'
import * as outgoing from '../store/outgoing-mails.ts'
import { type MailEnds, writingEnds } from './mail-ends.ts'
import { mailPace } from './mail-pace.ts'
import { isGivenUp, pauseAfter } from './mail-retries.ts'
import { LEASE, type Taken, type TakenMail, type TakingDeps, takeMails } from './take-mails.ts'
import { writtenMail } from './write-mail.ts'

export interface DeliveryDeps extends TakingDeps {
  readonly transport: Transport
  readonly style: HouseStyle
}

const BATCH = 20
/** How many may be on their way at once, so that a few slow ones do not hold up the rest. */
const MOST_AT_ONCE = 2 * BATCH
const PAUSE = 1000
/** A try ends by itself before the lease does, with time to write that down. */
const LONGEST_TRY = LEASE - 20_000
/** How long a stopping process waits for mails on their way. */
const PATIENCE = 5000
/** For the record of a mail whose sending failed for reasons that are nobody's business but the operator's. */
const NOT_THE_RECIPIENTS = 'The mail could not be sent.'

/**
 * Sends due mails until it is disposed of, which waits a little for those on their way and gives the rest back. May be
 * disposed of more than once.
 */
export function startDelivery(deps: DeliveryDeps): AsyncDisposable {
  const stop = new AbortController()
  const giveUp = new AbortController()
  const ends = writingEnds(deps, stop.signal)
  const sends = new Set<Promise<void>>()
  const running = run(deps, { ends, sends, stop: stop.signal, giveUp: giveUp.signal })
  const dispose = async (): Promise<void> => {
    stop.abort()
    await running
    await Promise.race([Promise.all(sends), setTimeout(PATIENCE, undefined, { ref: false })])
    giveUp.abort()
    await Promise.all(sends)
    await ends.written()
    deps.transport.close()
  }
  let disposed: Promise<void> | undefined
  return {
    [Symbol.asyncDispose]: () => {
      disposed ??= dispose()
      return disposed
    },
  }
}

interface Delivery {
  readonly ends: MailEnds
  readonly sends: Set<Promise<void>>
  readonly stop: AbortSignal
  readonly giveUp: AbortSignal
}

async function run(deps: DeliveryDeps, delivery: Delivery): Promise<void> {
  const { sends, stop, giveUp } = delivery
  const pace = mailPace()
  let isMore = true
  while (await rest(isMore ? pace() : PAUSE, stop)) {
    isMore = sends.size + BATCH > MOST_AT_ONCE
    if (isMore) continue
    const taken = await take(deps)
    isMore = taken.isMore
    const signal = AbortSignal.any([giveUp, AbortSignal.timeout(LONGEST_TRY)])
    for (const each of taken.mails) {
      const send = deliver(deps, delivery.ends, each, signal).finally(() => sends.delete(send))
      sends.add(send)
    }
  }
}

async function take(deps: DeliveryDeps): Promise<Taken> {
  try {
    return await takeMails(deps, BATCH)
  } catch (error) {
    deps.log.error({ err: error }, 'due mails could not be taken')
    return { mails: [], isMore: false }
  }
}

async function deliver(deps: DeliveryDeps, ends: MailEnds, taken: TakenMail, signal: AbortSignal): Promise<void> {
  const { mail, prepared } = taken
  try {
    const { subject, text, html, language, links } = writtenMail(prepared, deps.style)
    await deps.transport.send(
      {
        id: mail.mailId,
        recipient: mail.recipient,
        date: deps.ambient.now(),
        stopLink: links['stop'],
        ...{ subject, text, html, language },
      },
      signal,
    )
    ends.add((tx) => outgoing.close(tx, mail, { status: 'sent', at: deps.ambient.now() }))
  } catch (error) {
    ends.add(endOfFailure(deps, taken, error))
  }
}

function endOfFailure(deps: DeliveryDeps, { mail }: TakenMail, error: unknown): (tx: Tx) => Promise<void> {
  const { ambient, log } = deps
  const { kind, words, answer } = problemOf(error, mail.recipient)
  const details = { mailId: mail.mailId, tries: mail.attempts, words }
  if (kind === 'ours') log.error(details, 'the mail server does not take mails from us')
  else log.info(details, kind === 'refused' ? 'a mail was refused' : 'a mail could not be sent for now')
  const at = ambient.now()
  const failure = answer ?? NOT_THE_RECIPIENTS
  if (kind === 'refused' || isGivenUp(mail.dueAt, at)) {
    return (tx) => outgoing.close(tx, mail, { status: 'failed', at, failure })
  }
  const until = ambient.wall() + pauseAfter(mail.attempts, ambient.randomBytes(1).readUInt8() / 255)
  return (tx) => outgoing.postpone(tx, mail, until, failure)
}

/** True after the pause, false when stopped. */
const rest = (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  setTimeout(milliseconds, true, { signal, ref: false }).catch(() => false)
