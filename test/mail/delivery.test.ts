// Mails from the outbox to a real SMTP server, as `serve` sends them, whatever that server does.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { deliver, type MailRow, mailRows, SENDER } from '../harness/delivery.ts'
import { eventually, type MailWorld, startMailWorld } from '../harness/mail-world.ts'
import { startSmtp } from '../harness/smtp.ts'
import { engines } from '../harness/stores.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const KIM = 'kim@new.example'

const statusIs = (status: string) => (rows: readonly MailRow[]) => rows.every((row) => row.status === status)
const settled = (world: MailWorld, status: string) => eventually(() => mailRows(world.atrium), statusIs(status))

for (const engine of engines) {
  test(`an invitation's mail arrives once, with a link that is nowhere else (${engine.name})`, async () => {
    const smtp = await startSmtp()
    const world = await startMailWorld(engine)
    const delivery = deliver(world.atrium, smtp.url)
    const id = await world.invite(KIM)
    const [mail] = await smtp.received(1)
    expect([mail?.from, mail?.to]).toEqual([SENDER.address, [KIM]])
    expect(mail?.header('From')).toMatch(/^"?Acme, Inc\."? <people@acme\.example>$/)
    expect(mail?.header('Message-ID')).toMatch(/^<[0-9a-f]{24}@acme\.example>$/)
    expect(mail?.header('Content-Language')).toBe('en')
    expect(mail?.header('Auto-Submitted')).toBe('auto-generated')
    expect(mail?.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    const link = new RegExp(`${world.atrium.url}/invitations/${id}\\.([\\w-]{43})(?=\\s)`).exec(mail?.text ?? '')
    expect(link?.[1]).toBeDefined()
    expect(mail?.header('List-Unsubscribe')).toBe(`<${link?.[0]}/stop>`)
    expect(mail?.html).toContain(`href="${link?.[0]}"`)
    expect(await settled(world, 'sent')).toMatchObject([{ recipient: KIM, sealed_secret: null, claimed_until: 0 }])
    await delivery[Symbol.asyncDispose]()
    expect(smtp.mails).toHaveLength(1)
    expect(delivery.log).toEqual([])
    const everything = JSON.stringify(await world.atrium.db.read.q.selectFrom('outbox').selectAll().execute())
    expect(everything).not.toContain(link?.[1])
  })

  test(`a refused recipient is a dead letter at once, with the server's words (${engine.name})`, async () => {
    const smtp = await startSmtp()
    smtp.behave({ kind: 'refuse', at: 'recipient', code: 550 })
    const world = await startMailWorld(engine)
    await using _delivery = deliver(world.atrium, smtp.url)
    await world.invite(KIM)
    const rows = await settled(world, 'failed')
    expect(rows).toMatchObject([{ status: 'failed', sealed_secret: null, failure: '550 as the test wants it' }])
  })

  test(`one that is refused for now is tried again, later and later, as the same mail (${engine.name})`, async () => {
    const smtp = await startSmtp()
    smtp.behave({ kind: 'refuse', at: 'message', code: 451, times: 2 })
    const world = await startMailWorld(engine)
    await using _delivery = deliver(world.atrium, smtp.url)
    await world.invite(KIM)
    for (const minutes of [1, 2]) {
      const tried = await eventually(
        () => mailRows(world.atrium),
        ([row]) => row?.failure !== null && (row?.claimed_until ?? 0) > 0,
      )
      const wall = world.atrium.mailing.ambient.wall()
      expect(tried).toMatchObject([{ status: 'waiting', failure: '451 as the test wants it' }])
      const pause = ((tried[0]?.claimed_until ?? 0) - wall) / MINUTE
      expect(pause).toBeGreaterThan(minutes * 0.9 - 0.1)
      expect(pause).toBeLessThan(minutes * 1.1)
      await world.atrium.db.write(
        async (tx) => void (await tx.q.updateTable('outbox').set({ failure: null }).execute()),
      )
      world.atrium.wait(minutes * 1.1 * MINUTE)
    }
    await smtp.received(1)
    expect(await settled(world, 'sent')).toMatchObject([{ status: 'sent' }])
    const ids = smtp.transcripts.flatMap((each) =>
      each.messages().map((message) => /^Message-ID: (.+)\r$/m.exec(message.toString())?.[1]),
    )
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
  })

  test(`what is our own fault is never the recipient's (${engine.name})`, async () => {
    const smtp = await startSmtp({ login: { user: 'atrium', password: 'right' } })
    const world = await startMailWorld(engine)
    const delivery = deliver(world.atrium, smtp.url.replace(':right@', ':wrong@'))
    await world.invite(KIM)
    const rows = await eventually(
      () => mailRows(world.atrium),
      ([row]) => row?.failure !== null,
    )
    expect(rows).toMatchObject([{ status: 'waiting', failure: 'The mail could not be sent.' }])
    expect(delivery.errors.join()).toContain('the mail server does not take mails from us')
    expect(delivery.log.join()).not.toMatch(/kim@|ada@|wrong/)
  })

  test(`a connection that breaks costs no mail (${engine.name})`, async () => {
    const smtp = await startSmtp()
    smtp.behave({ kind: 'drop', at: 'recipient', times: 3 })
    const world = await startMailWorld(engine)
    await using _delivery = deliver(world.atrium, smtp.url)
    const people = Array.from({ length: 10 }, (_, index) => `guest-${index}@new.example`)
    for (const person of people) await world.invite(person)
    await eventually(
      () => mailRows(world.atrium),
      (rows) => rows.every(({ status, failure }) => status === 'sent' || failure !== null),
    )
    world.atrium.wait(2 * MINUTE)
    await smtp.received(people.length)
    expect(smtp.mails.map(({ to }) => to.join()).toSorted()).toEqual(people)
  })

  test(`a day after it was first due nobody tries any more (${engine.name})`, async () => {
    const smtp = await startSmtp()
    smtp.behave({ kind: 'refuse', at: 'sender', code: 450 })
    const world = await startMailWorld(engine)
    await using _delivery = deliver(world.atrium, smtp.url)
    await world.invite(KIM)
    await eventually(
      () => mailRows(world.atrium),
      ([row]) => row?.failure !== null,
    )
    for (const part of ['early', 'late']) {
      world.atrium.advance(DAY / 2)
      world.atrium.wait(61 * MINUTE)
      await world.atrium.db.write(
        async (tx) => void (await tx.q.updateTable('outbox').set({ failure: null }).execute()),
      )
      const rows = await eventually(
        () => mailRows(world.atrium),
        ([row]) => row?.failure !== null,
      )
      expect(rows).toMatchObject([{ status: part === 'late' ? 'failed' : 'waiting' }])
    }
    expect(await mailRows(world.atrium)).toMatchObject([{ failure: '450 as the test wants it', sealed_secret: null }])
  })

  test(`a mail whose invitation is answered, withdrawn or sent again before it goes out is dropped (${engine.name})`, async () => {
    const smtp = await startSmtp()
    const world = await startMailWorld(engine)
    const { atrium, api, invites } = world
    const withdrawn = await world.invite('withdrawn@new.example')
    const declined = await world.invite('declined@new.example')
    const renewed = await world.invite('renewed@new.example')
    await world.invite('stays@new.example')
    await api.call('DELETE', `${invites}/${withdrawn}`)
    await api.call('POST', `/_atrium/invitations/${declined}:decline`)
    expect((await api.call('POST', `${invites}/${renewed}:resend`)).status).toBe(200)
    await using _delivery = deliver(atrium, smtp.url)
    await smtp.received(2)
    const rows = await eventually(
      () => mailRows(atrium),
      (found) => found.every(({ status }) => status !== 'waiting'),
    )
    expect(rows.map(({ recipient, status }) => `${recipient} ${status}`).toSorted()).toEqual([
      'declined@new.example dropped',
      'renewed@new.example dropped',
      'renewed@new.example sent',
      'stays@new.example sent',
      'withdrawn@new.example dropped',
    ])
    expect(rows.every((row) => row.sealed_secret === null)).toBe(true)
  })

  test(`a server that hangs for a minute delays no answer and holds no transaction (${engine.name})`, async () => {
    const smtp = await startSmtp()
    smtp.behave({ kind: 'hang', at: 'message', milliseconds: MINUTE })
    const world = await startMailWorld(engine)
    await using _delivery = deliver(world.atrium, smtp.url)
    for (let index = 0; index < 10; index += 1) await world.invite(`first-${index}@new.example`)
    await eventually(smtp.open, (open) => open === 5)
    const times: number[] = []
    for (let index = 0; index < 50; index += 1) {
      const asked = performance.now()
      await world.invite(`second-${index}@new.example`)
      times.push(performance.now() - asked)
    }
    expect(times.toSorted((one, other) => one - other)[47]).toBeLessThan(250)
    if (engine.name === 'postgres') {
      const open = await world.atrium.db.read.q
        .selectFrom(sql<{ pid: number }>`pg_stat_activity`.as('a'))
        .select('a.pid')
        .where(sql<boolean>`xact_start < now() - interval '1 second' and datname = current_database()`)
        .execute()
      expect(open).toEqual([])
    }
    expect(smtp.mails).toHaveLength(0)
  })
}

test('mails go out under TLS where it is offered', async () => {
  const [engine] = engines
  if (!engine) throw new Error('There is no engine.')
  const smtp = await startSmtp({ tls: 'offered' })
  const world = await startMailWorld(engine)
  await using _delivery = deliver(world.atrium, smtp.url)
  await world.invite(KIM)
  await smtp.received(1)
  const commands = smtp.transcripts[0]?.commands() ?? []
  expect(commands.indexOf('STARTTLS')).toBeGreaterThan(0)
  expect(commands.findIndex((command) => command.startsWith('MAIL FROM'))).toBeGreaterThan(commands.indexOf('STARTTLS'))
})

test.each([
  { problem: 'a certificate that nobody vouches for', options: { tls: 'offered' } as const },
  { problem: 'no TLS, where a password is to be sent', options: { login: { user: 'atrium', password: 'right' } } },
])('another machine with $problem gets neither password nor mail', async ({ options }) => {
  const [engine] = engines
  if (!engine) throw new Error('There is no engine.')
  const smtp = await startSmtp(options)
  const world = await startMailWorld(engine)
  // An address of this machine by a name that does not say so.
  const delivery = deliver(world.atrium, smtp.url.replace('127.0.0.1', '0.0.0.0'))
  await world.invite(KIM)
  await eventually(
    () => delivery.errors.length,
    (count) => count > 0,
  )
  expect(delivery.errors.join()).toContain('the mail server does not take mails from us')
  const commands = smtp.transcripts.flatMap((each) => each.commands()).join('\n')
  expect(commands).not.toMatch(/^(AUTH|MAIL)/m)
  expect(await mailRows(world.atrium)).toMatchObject([{ status: 'waiting' }])
})
