// Several processes share one outbox, and processes that die share it, too.
import { expect, test } from 'vitest'
import type { Db } from '../../src/store/db.ts'
import { openDb } from '../../src/store/open.ts'
import { deliver, mailRows } from '../harness/delivery.ts'
import { eventually, startMailWorld } from '../harness/mail-world.ts'
import { startSmtp } from '../harness/smtp.ts'
import { engines, type TestEngine } from '../harness/stores.ts'

const MAILS = 300
const LOOPS = 4
/** Longer than a lease. */
const LEASE_OVER = 130_000

const recipients = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `guest-${String(index).padStart(3, '0')}@new.example`)

/** A store, and connections of their own to it for several loops; SQLite has one process, whose loops share it. */
async function shared(engine: TestEngine) {
  if (engine.name === 'sqlite') {
    const db = await engine.open()
    return { db, others: Array.from({ length: LOOPS }, () => db) }
  }
  const { target } = await engine.place()
  const db = await openDb(target)
  const others = await Promise.all(Array.from({ length: LOOPS }, () => openDb(target)))
  return { db, others }
}

for (const engine of engines) {
  test(`${LOOPS} loops send ${MAILS} mails, each once (${engine.name})`, async () => {
    const smtp = await startSmtp()
    const { db, others } = await shared(engine)
    const world = await startMailWorld(db)
    const all = recipients(MAILS)
    for (const username of all) await world.invite(username)
    const loops = others.map((own) => deliver(world.atrium, smtp.url, own))
    await smtp.received(MAILS, 15_000)
    const rows = await eventually(
      () => mailRows(world.atrium),
      (found) => found.every(({ status }) => status === 'sent'),
    )
    expect(rows).toHaveLength(MAILS)
    await Promise.all(loops.map((loop) => loop[Symbol.asyncDispose]()))
    expect(smtp.mails.map(({ to }) => to.join()).toSorted()).toEqual(all)
    expect(loops.flatMap(({ log }) => log)).toEqual([])
    if (engine.name === 'postgres') for (const each of [db, ...others]) await each[Symbol.asyncDispose]()
  }, 30_000)

  test(`a process that dies after it has sent and before it has noted that costs one copy, the same mail (${engine.name})`, async () => {
    const smtp = await startSmtp()
    const world = await startMailWorld(engine)
    const { db } = world.atrium
    const all = recipients(10)
    for (const username of all) await world.invite(username)
    let writes = 0
    // Its first transaction takes the mails; what it would note later is lost with it.
    const dying: Db = {
      ...db,
      write: async (work) => {
        writes += 1
        if (writes > 1) throw new Error('The process is gone.')
        return db.write(work)
      },
    }
    deliver(world.atrium, smtp.url, dying)
    await smtp.received(all.length)
    expect((await mailRows(world.atrium)).every(({ status }) => status === 'waiting')).toBe(true)
    await using _next = deliver(world.atrium, smtp.url)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(smtp.mails).toHaveLength(all.length)
    world.atrium.wait(LEASE_OVER)
    await eventually(
      () => mailRows(world.atrium),
      (found) => found.every(({ status }) => status === 'sent'),
    )
    const copies = Map.groupBy(smtp.mails, (mail) => mail.header('Message-ID'))
    expect([...copies.values()].map((same) => same.length)).toEqual(Array(all.length).fill(2))
    expect([...copies.values()].map(([one, other]) => one?.text === other?.text)).toEqual(Array(all.length).fill(true))
  })
}
