// The mails of `dev`: there to be read before the call that caused them has answered.
import { expect, test } from 'vitest'
import { worldMail } from '../../src/assembly/world-mail.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { sendPasswordReset } from '../../src/usecases/mailing.ts'
import { exchange } from '../harness/http-client.ts'
import { type MailWorld, OWNER, startMailWorld } from '../harness/mail-world.ts'
import { engines } from '../harness/stores.ts'

const DAY = 86_400_000
const KIM = 'kim@new.example'

const SEED: Seed = {
  organizations: [
    {
      name: 'Acme',
      language: 'es',
      projects: [{ name: 'Apollo' }],
      users: [
        { username: OWNER, firstName: 'Ada', lastName: 'Lovelace', language: 'ko', orgRoles: ['ORG_OWNER'] },
        { username: 'bob@acme.example', orgRoles: ['ORG_MEMBER'] },
      ],
      invitations: ['lee', 'mo', 'nia', 'oz'].map((name) => ({
        username: `${name}@new.example`,
        roles: ['ORG_MEMBER'],
        ...(name === 'lee' ? { language: 'ja' as const } : {}),
      })),
    },
  ],
}

interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly createdAt: string
  readonly links: Readonly<Record<string, string>>
}

const start = (engine: (typeof engines)[number]): Promise<MailWorld> =>
  startMailWorld(engine, { seed: SEED, leavesMails: false, now: Date.UTC(2026, 0, 1), frozen: true })

async function mailsTo({ atrium }: MailWorld, to?: string): Promise<readonly Mail[]> {
  const answer = await fetch(`${atrium.url}/_atrium/outbox${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`)
  expect(answer.headers.get('content-type')).toBe('application/json')
  return JSON.parse(await answer.text())
}

const act = ({ atrium }: MailWorld, link: string | undefined, verb: string): Promise<Response> =>
  fetch(`${atrium.url}/_atrium/invitations/${/invitations\/(\w+)\./.exec(link ?? '')?.[1]}:${verb}`, { method: 'POST' })

const langOf = ({ html }: Mail): string | undefined => /<html lang="([\w-]+)"/.exec(html)?.[1]

for (const engine of engines) {
  test(`an address that nobody has got no mails, whatever it is made of (${engine.name})`, async () => {
    const world = await start(engine)
    for (const nobody of ['nobody@new.example', '', 'a\0b', '%', '\ud83d\ude00'])
      expect(await mailsTo(world, nobody)).toEqual([])
  })

  test(`an invitation is in the outbox when it has been answered for (${engine.name})`, async () => {
    const world = await start(engine)
    const before = await mailsTo(world)
    const id = await world.invite(KIM)
    const [mail] = await mailsTo(world, 'KIM@new.example')
    expect(mail).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      to: KIM,
      subject: expect.stringContaining('Acme'),
      text: expect.stringContaining(mail?.links['accept'] ?? 'a link'),
      html: expect.stringContaining('<html lang="es"'),
      createdAt: '2026-01-01T00:00:00Z',
      links: {
        accept: expect.stringMatching(new RegExp(`^${world.atrium.url}/invitations/${id}\\.[\\w-]{43}$`)),
        stop: `${mail?.links['accept']}/stop`,
      },
    })
    expect((await mailsTo(world)).map((each) => each.id)).toEqual([...before.map((each) => each.id), mail?.id])
    expect((await fetch(`${world.atrium.url}/_atrium/outbox`, { method: 'DELETE' })).status).toBe(204)
    expect(await mailsTo(world)).toEqual([])
  })

  test(`mails of the seed are written when the server listens, each in its language (${engine.name})`, async () => {
    const world = await start(engine)
    const mails = await mailsTo(world)
    expect(mails.map((mail) => `${mail.to} ${langOf(mail)}`)).toEqual([
      'lee@new.example ja',
      'mo@new.example es',
      'nia@new.example es',
      'oz@new.example es',
    ])
    for (const { links } of mails) expect(links['accept']).toMatch(new RegExp(`^${world.atrium.url}/invitations/`))
  })

  test(`a refused or undone act leaves no mail (${engine.name})`, async () => {
    const world = await start(engine)
    await world.invite(KIM)
    const before = await mailsTo(world)
    await expect(world.invite(KIM)).rejects.toThrow('409')
    const { outbox } = worldMail(world.atrium.mailing, {}, undefined)
    const { ambient, db } = world.atrium.mailing
    const undone = db.write(async (tx) => {
      await sendPasswordReset({ ambient, outbox }, tx, OWNER)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await mailsTo(world)).toEqual(before)
  })

  test(`inviters hear of answers: of the first at once, of the next in one mail (${engine.name})`, async () => {
    const world = await start(engine)
    const [lee, mo, nia, oz] = (await mailsTo(world)).map(({ links }) => links['accept'])
    await act(world, lee, 'accept')
    expect((await mailsTo(world, OWNER)).map(langOf)).toEqual(['ko'])
    await act(world, mo, 'decline')
    await act(world, nia, 'accept')
    expect(await mailsTo(world, OWNER)).toHaveLength(1)
    world.atrium.advance(600_000)
    await world.atrium.writeMails()
    const [first, gathered, ...rest] = await mailsTo(world, OWNER)
    expect(rest).toEqual([])
    expect(first?.text).toContain('lee@new.example')
    expect([gathered?.text.includes('mo@new.example'), gathered?.text.includes('nia@new.example')]).toEqual([
      true,
      true,
    ])
    expect(gathered?.links).toEqual({})
    expect(oz).toBeDefined()
  })

  test(`who does not answer is reminded once, and then the inviter is told, with a link (${engine.name})`, async () => {
    const world = await start(engine)
    const [lee] = (await mailsTo(world)).map(({ links }) => links['accept'])
    await act(world, lee, 'accept')
    await fetch(`${world.atrium.url}/_atrium/outbox`, { method: 'DELETE' })
    world.atrium.advance(27 * DAY - 1000)
    await world.atrium.writeMails()
    expect(await mailsTo(world)).toEqual([])
    world.atrium.advance(1000)
    await world.atrium.writeMails()
    expect((await mailsTo(world)).map(({ to }) => to)).toEqual(['mo@new.example', 'nia@new.example', 'oz@new.example'])
    world.atrium.advance(3 * DAY)
    await world.atrium.sweep()
    const expired = await mailsTo(world, OWNER)
    expect(expired.map(({ links }) => Object.keys(links).join())).toEqual(['renew', 'renew', 'renew'])
    const [link] = expired.map(({ links }) => links['renew'])
    expect(link).toMatch(new RegExp(`^${world.atrium.url}/renewals/[\\w-]{43}$`))
    const kept = await world.atrium.db.read.q.selectFrom('links').selectAll().execute()
    expect(kept.map(({ purpose }) => purpose)).toEqual(['renewal', 'renewal', 'renewal'])
    expect(JSON.stringify(kept)).not.toContain(link?.split('/').at(-1))
  })

  test(`only a person with a proven address gets a link for a new password, and the newest one works (${engine.name})`, async () => {
    const world = await start(engine)
    const { outbox } = worldMail(world.atrium.mailing, {}, undefined)
    const { ambient, db } = world.atrium.mailing
    for (const username of [OWNER, 'nobody@new.example', OWNER]) {
      await db.write((tx) => sendPasswordReset({ ambient, outbox }, tx, username))
    }
    const mails = await mailsTo(world)
    const resets = mails.filter(({ links }) => links['reset'] !== undefined)
    expect(resets.map(({ to }) => to)).toEqual([OWNER, OWNER])
    expect(await mailsTo(world, 'nobody@new.example')).toEqual([])
    expect(await db.read.q.selectFrom('links').select('purpose').execute()).toEqual([{ purpose: 'password-reset' }])
  })

  test(`whoever wants no mail of an organization gets none (${engine.name})`, async () => {
    const world = await start(engine)
    const { db } = world.atrium
    const [orgId] = (await db.read.q.selectFrom('organizations').select('org_id').execute()).map((row) => row.org_id)
    if (!orgId) throw new Error('There is no organization.')
    await db.write((tx) =>
      tx.q.insertInto('mail_suppressions').values({ org_id: orgId, username: KIM, created_at: 0 }).execute(),
    )
    await world.invite(KIM)
    expect(await mailsTo(world, KIM)).toEqual([])
  })

  test(`links begin with the public address, whatever a request says of itself (${engine.name})`, async () => {
    const world = await start(engine)
    const { atrium } = world
    const evil = [
      'evil.example',
      'evil.example:443',
      'localhost:1',
      '127.0.0.1:1',
      '[::1]',
      'a@b',
      'evil.example/x',
      '*',
      'é',
      ' ',
    ]
    const headers = ['Host', 'X-Forwarded-Host', 'Forwarded', 'X-Forwarded-Proto', 'Origin']
    const variants = headers.flatMap((name) => evil.map((value) => ({ name, value })))
    expect(variants).toHaveLength(50)
    let answered = 0
    for (const [index, { name, value }] of variants.entries()) {
      const username = `guest-${index}@new.example`
      const text = name === 'Forwarded' ? `host=${value};proto=https` : value
      const sent = await exchange(atrium.url, {
        method: 'POST',
        target: world.invites,
        headers: { ...world.headers, [name]: Buffer.from(text).toString('latin1') },
        body: JSON.stringify({ username, roles: ['ORG_MEMBER'] }),
      })
      if (sent.status === 200) answered += 1
      for (const mail of await mailsTo(world, username)) {
        for (const link of Object.values(mail.links)) expect(link.startsWith(`${atrium.url}/`)).toBe(true)
        expect(`${mail.text}${mail.html}`).not.toMatch(/evil|localhost|:1\//)
      }
    }
    expect(answered).toBeGreaterThanOrEqual(45)
  })
}
