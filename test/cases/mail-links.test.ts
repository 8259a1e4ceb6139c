// What mails lead to beside the invitation itself: asking for a new one, renewing it, stopping mail; and wrong links.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, ORG_INVITES } from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { BO, headingOf, inviteAs, linked, linkedByPerson, linksTo, linkTo, member, person } from '../harness/links.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases({ trustedProxies: ['127.0.0.1'] })
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const onEveryEngine = (sentence: string, run: (given: Given) => Promise<void>): void =>
  inEveryDialect(sentence, run, V2)

const DAY = 86_400_000

onEveryEngine(
  'an expired invitation is asked for anew of whoever sent it, once a day, and renewed by one click',
  async (given) => {
    const { world } = given
    const { id, path, username } = await linkedByPerson(given)
    await ledger.expire(world.atrium.db, id)
    const bo = person(world)
    const expired = await bo.look(path)
    expect(headingOf(expired)).toBe('Your invitation to Acme has expired')
    expect(expired.text).toContain('Ask Olive Owner for a new one')
    const before = (await linksTo(world, ACME.owner.username, 'renew')).length
    for (let press = 0; press < 3; press += 1) {
      expect((await bo.send(`${path}/ask`)).headers.location).toBe(`${path}?asked`)
    }
    expect(headingOf(await bo.look(`${path}?asked`))).toBe('You have asked for a new invitation')
    const renewals = await linksTo(world, ACME.owner.username, 'renew')
    expect(renewals.length - before).toBe(1)
    world.atrium.wait(DAY)
    world.outliveTokens()
    await bo.send(`${path}/ask`)
    expect((await linksTo(world, ACME.owner.username, 'renew')).length - before).toBe(2)
    const renewal = new URL(renewals.at(-1) ?? '').pathname
    const olive = person(world)
    expect(headingOf(await olive.look(renewal))).toBe(`Invite ${username} to Acme again?`)
    expect((await bo.look(path)).status).toBe(200)
    const presses = await Promise.all(Array.from({ length: 4 }, () => olive.send(renewal)))
    expect(presses.map(({ status }) => status).toSorted()).toEqual([303, 404, 404, 404])
    expect(headingOf(await olive.look('/renewals/done'))).toBe('A new invitation is on its way')
    expect(headingOf(await olive.look(renewal))).toBe('This link does not work')
    expect((await bo.look(path)).status).toBe(404)
    const { path: renewed, id: same } = await linkTo(world, username)
    expect(same).toBe(id)
    expect((await bo.send(`${renewed}/accept`, BO)).status).toBe(303)
  },
)

onEveryEngine('an expired invitation that a key made names the organization and asks nobody', async (given) => {
  const { id, path } = await linked(given)
  await ledger.expire(given.world.atrium.db, id)
  const { text } = await person(given.world).look(path)
  expect(text).toContain('Ask whoever manages access at Acme for a new one.')
  expect(text).not.toContain('/ask"')
})

onEveryEngine(
  'a renewal’s link works for nobody who may no longer invite, and not for what is settled',
  async (given) => {
    const { world, owner } = given
    const leaving = await member(given)
    const expiring = async () => {
      const invited = await linked(given)
      await inviteAs(world, invited.id, leaving.username)
      await ledger.expire(world.atrium.db, invited.id)
      await person(world).send(`${invited.path}/ask`)
      const link = (await linksTo(world, leaving.username, 'renew')).at(-1)
      return { ...invited, renewal: new URL(link ?? '').pathname }
    }
    const [first, second] = [await expiring(), await expiring()]
    const refused = await person(world).send(first.renewal)
    expect([refused.status, headingOf(refused)]).toEqual([403, 'You can no longer invite there'])
    await owner.delete(`${ORG_INVITES}/${second.id}`)
    await sqlRevoke(given, second.id)
    expect(headingOf(await person(world).look(second.renewal))).toBe('There is nothing to renew')
    for (const token of ['x', '%00', 'A'.repeat(43), second.secret]) {
      expect((await person(world).look(`/renewals/${token}`)).status).toBe(404)
      expect((await person(world).send(`/renewals/${token}`)).status).toBe(404)
    }
  },
)

const sqlRevoke = ({ world }: Given, id: string) =>
  world.atrium.db.write((tx) =>
    sql`update invitations set status = 'REVOKED' where invitation_id = ${id}`.execute(tx.q),
  )

onEveryEngine('mail is stopped by a button or by a mail program, and allowed again', async (given) => {
  const { world, owner } = given
  const { id, path, username } = await linked(given)
  const suppressed = async (): Promise<boolean> => {
    const { rows } = await sql`select 1 from mail_suppressions where username = ${username}`.execute(
      world.atrium.db.read.q,
    )
    return rows.length > 0
  }
  const bo = person(world)
  expect(headingOf(await bo.look(`${path}/stop`))).toBe('Get no more mail from Acme?')
  expect(await suppressed()).toBe(false)
  expect((await bo.send(`${path}/stop`)).headers.location).toBe(`${path}/stop`)
  expect(headingOf(await bo.look(`${path}/stop`))).toBe('Acme writes to you no more')
  expect(await suppressed()).toBe(true)
  expect((await bo.send(`${path}/allow`)).headers.location).toBe(`${path}/stop?again`)
  expect(headingOf(await bo.look(`${path}/stop?again`))).toBe('Acme may write to you again')
  expect(await suppressed()).toBe(false)
  await owner.delete(`${ORG_INVITES}/${id}`)
  const boundary = 'b0undary'
  for (const { type, body } of [
    { type: 'application/x-www-form-urlencoded', body: 'List-Unsubscribe=One-Click' },
    {
      type: `multipart/form-data; boundary=${boundary}`,
      body: `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`,
    },
  ]) {
    const answer = await world.bare({
      method: 'POST',
      target: `${path}/stop`,
      headers: { 'Content-Type': type },
      body,
    })
    expect([answer.status, answer.headers.location, await suppressed()]).toEqual([200, undefined, true])
    await bo.send(`${path}/allow`)
  }
  const elsewhere = await world.bare({
    method: 'POST',
    target: `${path}/accept`,
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: `--${boundary}--\r\n`,
  })
  expect(elsewhere.status).toBe(415)
})

onEveryEngine('wrong links are counted by network, and close no right one', async (given) => {
  const { world } = given
  const { path } = await linked(given)
  const eve = person(world)
  const answers: number[] = []
  for (let guess = 0; guess < 62; guess += 1) answers.push((await eve.look(`/invitations/guess-${guess}`)).status)
  expect([answers.filter((status) => status === 404).length, answers.at(-1)]).toEqual([60, 429])
  expect((await eve.look('/renewals/guess')).headers['retry-after']).toMatch(/^\d+$/)
  expect((await eve.look(path)).status).toBe(200)
  expect((await person(world).look('/invitations/guess')).status).toBe(404)
})
